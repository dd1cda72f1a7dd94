"""Links: where they lead in the finished file, and what they are called aloud."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.fragment import FACING, Book, Section
from giaotrinh.model.span import Span

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

REFERENCE = "asset:///ref/"
"""Address under which a fragment links to an id of another fragment."""

PRINTED = 4
"""Annotation flag: shown on paper too; PDF/A asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Destinations:
    """Every place a link may lead to, by the name it has in the finished file."""

    places: Mapping[str, tuple[int, float, float]]
    """Name -> page from 0, x and y in points from the top left corner."""
    renamed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(section id, id) -> name, for ids that another fragment has too."""

    def name(self, section: Section, target: str) -> str:
        """Return the name of an id as seen from a section, "" for one that leads nowhere."""
        found = self.renamed.get((section.id, target), target)
        return found if found in self.places else ""


def destinations(book: Book) -> Destinations:
    """Return the places of a book; the page everyone has keeps the plain name of an id."""
    places = dict(book.page_map.places)
    spots = {(page.job, page.index): at for at, page in enumerate(book.page_map.pages) if page.job}
    renamed = {}
    for section in book.sections:
        for anchor in section.anchors:
            place = (spots.get((section.job, anchor.page), -1), anchor.x, anchor.y)
            if place[0] >= 0 and places.get(anchor.id) != place and not anchor.id.startswith(FACING):
                name = f"{section.id}#{anchor.id}"
                renamed[section.id, anchor.id], places[name] = name, place
    return Destinations(places=places, renamed=renamed)


def aim(links: "Iterable[Object]", book: Book, section: Section, known: Destinations) -> Iterator[Diagnostic]:
    """Turn references into jumps and give every link a readable name; yield what leads nowhere."""
    from pikepdf import String

    for link in links:
        link.F = PRINTED
        target = _target(link)
        if target is None:
            _name_outside(link)
            continue
        name = known.name(section, target)
        if name:
            _jump(link, name, _spoken(book, target, known.places[name][0]))
        elif target in book.page_map.labels:
            # One module of a book: what its links mean stands in the book, not in this file.
            _drop(link)
            link.Contents = String(book.link_text.format(label=book.page_map.labels[target]))
        else:
            _drop(link)
            yield error("link-unresolved", Span(file=book.name), target=target, part=section.id)


def write_destinations(target: "Pdf", known: Destinations) -> None:
    """Write the tree of named destinations."""
    from pikepdf import Array, Dictionary, Name, String

    heights = [float(page.mediabox[3]) for page in target.pages]
    named = []
    for name, (page, x, y) in known.places.items():
        point = Array([target.pages[page].obj, Name.XYZ, round(x, 2), round(heights[page] - y, 2), 0])
        named.append((bytes(String(name)), String(name), point))
    named.sort(key=lambda entry: entry[0])
    tree = Dictionary(Names=Array([part for _, name, point in named for part in (name, point)]))
    target.Root.Names = Dictionary(Dests=target.make_indirect(tree))


def _target(link: "Object") -> str | None:
    """Return the id a link means, None for a link that leaves the file."""
    if "/Dest" in link:
        return str(link.Dest)
    address = str(link.A.get("/URI", "")) if "/A" in link else ""
    return address.removeprefix(REFERENCE) if address.startswith(REFERENCE) else None


def _jump(link: "Object", name: str, spoken: str) -> None:
    from pikepdf import Dictionary, Name, String

    _drop(link)
    link.A = Dictionary(S=Name.GoTo, D=String(name))
    link.Contents = String(spoken)


def _drop(link: "Object") -> None:
    for key in ("/A", "/Dest"):
        if key in link:
            del link[key]


def _spoken(book: Book, target: str, page: int) -> str:
    label = book.page_map.pages[page].label
    return book.link_texts.get(target) or book.link_text.format(label=label)


def _name_outside(link: "Object") -> None:
    from pikepdf import String

    if not str(link.get("/Contents", "")) and "/A" in link:
        link.Contents = String(str(link.A.get("/URI", "")))
