"""What is laid over pages without printing them again: running heads, page numbers, note letters, stamps, ruled pages.

Overlay fragments are untagged; the ids on their pages name them. Each page becomes a form XObject, drawn inside
`/Artifact BMC ... EMC`, so readers that speak a page leave it out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.fragment import RULED, Book, BoundPage, Fragment, Mark, glyph_id, head_id, letter_id, stamp_id
from giaotrinh.model.snapshot import digest_of
from giaotrinh.model.span import Span

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

POINTS = 72 / 25.4
"""Points in a millimetre."""

LETTER_GAP = 4.0
"""Points between a note letter and the text area: in the margin it meets no rule or box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An overlay page, ready to be laid: sizes in points."""

    form: "Object"
    key: str
    """Resource name that says what the sheet shows: the same content has the same name in every build."""
    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A sheet at its place: points from the bottom left corner of the page as it was laid out."""

    sheet: str
    x: float = 0.0
    y: float = 0.0
    below: bool = False
    """Whether the words of the page stand over it, as over a stamp."""


class Sheets:
    """The overlay pages of a book by id, copied into the target when they are first used."""

    def __init__(self, target: "Pdf", fragments: Sequence[Fragment]) -> None:
        from io import BytesIO

        from pikepdf import Pdf

        self._target = target
        self._pdfs = [Pdf.open(BytesIO(fragment.pdf)) for fragment in fragments]
        self._fragments = fragments
        self._where = {
            anchor.id: (number, anchor.page) for number, fragment in enumerate(fragments) for anchor in fragment.anchors
        }
        self._copied: dict[str, Sheet] = {}
        self._streams: dict[bytes, Object] = {}
        self._missing: set[str] = set()

    def has(self, *names: str) -> bool:
        """Return whether there are all these sheets; those asked for in vain are remembered."""
        missing = {name for name in names if name not in self._where}
        self._missing |= missing
        return not missing

    def __getitem__(self, name: str) -> Sheet:
        """Return the sheet of an id; raises KeyError when there is none."""
        if name not in self._copied:
            self._copied[name] = self._copy(*self._where[name])
        return self._copied[name]

    def stream(self, content: bytes) -> "Object":
        """Return a content stream; pages that begin alike share one."""
        if content not in self._streams:
            self._streams[content] = self._target.make_stream(content)
        return self._streams[content]

    def diagnostics(self, book: Book) -> Iterator[Diagnostic]:
        """Yield a warning for every sheet asked for in vain, and for characters that share a page."""
        for name in sorted(self._missing):
            yield warning("overlay-missing", Span(file=book.name), sheet=name)
        for page, names in sorted(self._characters().items()):
            if len(names) > 1:
                job = self._fragments[page[0]].job
                yield warning("overlay-crowded", Span(file=book.name), part=job, sheets=", ".join(names[:4]))

    def _characters(self) -> dict[tuple[int, int], list[str]]:
        """Return overlay page -> the characters it is the box of; more than one means that they are drawn together."""
        found: dict[tuple[int, int], list[str]] = {}
        for name, page in self._where.items():
            if name.startswith((glyph_id(""), letter_id(""))):
                found.setdefault(page, []).append(name)
        return found

    def _copy(self, number: int, index: int) -> Sheet:
        page = self._pdfs[number].pages[index]
        left, bottom, right, top = (float(side) for side in page.mediabox)
        return Sheet(
            form=self._target.copy_foreign(page.as_form_xobject()),
            key="/O" + digest_of((self._fragments[number].key.encode(), str(index).encode()))[:12],
            width=right - left,
            height=top - bottom,
            text=self._fragments[number].page_texts[index],
        )


def laid_on_pages(book: Book, sheets: Sheets) -> Iterator[tuple[Laid, ...]]:
    """Yield for every page of the book what is laid over it."""
    marks: dict[int, list[tuple[Mark, float]]] = {}
    for mark in book.marks:
        page, _, y = book.page_map.places.get(mark.block, (-1, 0.0, 0.0))
        marks.setdefault(page, []).append((mark, y))
    for at, bound in enumerate(book.page_map.pages):
        whole = (each for each in _whole_pages(bound) if sheets.has(each.sheet))
        yield (*whole, *_number(book, bound, sheets), *_letters(book, marks.get(at, ()), sheets))


def lay(page: "Page", laid: Sequence[Laid], sheets: Sheets) -> None:
    """Draw sheets below and over a page, whose own content keeps its graphics state to itself."""
    from pikepdf import Array, Dictionary

    if not laid:
        return
    opening = sheets.stream(_artifact([each for each in laid if each.below], sheets) + b"q\n")
    closing = sheets.stream(b"Q\n" + _artifact([each for each in laid if not each.below], sheets))
    contents = page.obj.get("/Contents")
    page.obj.Contents = Array([opening, *([contents] if contents is not None else []), closing])
    if "/Resources" not in page.obj:
        page.obj.Resources = Dictionary()
    if "/XObject" not in page.obj.Resources:
        page.obj.Resources.XObject = Dictionary()
    for each in laid:
        page.obj.Resources.XObject[sheets[each.sheet].key] = sheets[each.sheet].form


def laid_text(laid: Sequence[Laid], sheets: Sheets) -> str:
    """Return the words that sheets put on a page, a block each."""
    return "\n\n".join(sheets[each.sheet].text for each in laid)


def _whole_pages(page: BoundPage) -> Iterator[Laid]:
    if page.stamp:
        yield Laid(sheet=stamp_id(page.stamp), below=True)
    if not page.job:
        yield Laid(sheet=RULED)
    if page.head:
        yield Laid(sheet=head_id(page.head, right=page.right))


def _number(book: Book, page: BoundPage, sheets: Sheets) -> Iterator[Laid]:
    """Yield the characters of the page number, at the outer edge of the text."""
    names = [glyph_id(character) for character in page.label] if page.shows_number else []
    if not sheets.has(*names):
        return
    setup = book.setup
    x = setup.side * POINTS
    if page.right:
        x = (setup.width - setup.side) * POINTS - sum(sheets[name].width for name in names)
    for name in names:
        yield Laid(sheet=name, x=x, y=book.folio_rise * POINTS)
        x += sheets[name].width


def _letters(book: Book, marks: Sequence[tuple[Mark, float]], sheets: Sheets) -> Iterator[Laid]:
    """Yield the note letters of a page, in the left margin beside their blocks, in order where they share a height."""
    taken: dict[int, float] = {}
    for mark, y in reversed(marks):
        names = [letter_id(character) for character in mark.text]
        if not sheets.has(*names):
            continue
        x = taken.get(round(y), book.setup.side * POINTS) - LETTER_GAP - sum(sheets[name].width for name in names)
        taken[round(y)] = x
        for name in names:
            yield Laid(sheet=name, x=x, y=book.setup.height * POINTS - y - sheets[name].height)
            x += sheets[name].width


def _artifact(laid: Sequence[Laid], sheets: Sheets) -> bytes:
    drawn = "".join(f"q 1 0 0 1 {each.x:.2f} {each.y:.2f} cm {sheets[each.sheet].key} Do Q\n" for each in laid)
    return f"/Artifact BMC\n{drawn}EMC\n".encode() if drawn else b""
