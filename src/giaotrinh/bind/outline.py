"""Bookmarks: those of the fragments in the order of the pages, a module's parts below its title."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from giaotrinh.model.fragment import Section

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A line of the outline; the page counts from 0, x and y are in points from the bottom left corner."""

    title: str
    page: int
    x: float
    y: float
    children: tuple["Bookmark", ...] = ()


def read_outline(pdf: "Pdf") -> tuple[Bookmark, ...]:
    """Return the bookmarks of a fragment, pages counted in the fragment."""
    outlines = pdf.Root.get("/Outlines")
    if outlines is None:
        return ()
    page_at = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
    return tuple(_read(outlines, page_at))


def join_outlines(
    sections: Sequence[Section], outlines: Mapping[str, tuple[Bookmark, ...]], pages: Mapping[tuple[str, int], int]
) -> tuple[Bookmark, ...]:
    """Return the outline of a book: `outlines` by job, `pages` from (job, page of the fragment) to page of the book.

    Facing notes have no bookmarks: the page they face has them.
    """
    top: list[Bookmark] = []
    modules: dict[str, list[tuple[Section, Bookmark]]] = {}
    for section in sections:
        if section.part.faces:
            continue
        moved = [_moved(each, section.job, pages) for each in outlines.get(section.job, ())]
        if section.module:
            modules.setdefault(section.module, []).extend((section, each) for each in moved)
        else:
            top += moved
    top += [_module(found) for found in modules.values() if found]
    return tuple(sorted(top, key=_first_page))


def write_outline(target: "Pdf", bookmarks: Sequence[Bookmark]) -> None:
    """Write the outline with only its first level open."""
    from pikepdf import Dictionary, Name

    if not bookmarks:
        return
    root = target.make_indirect(Dictionary(Type=Name.Outlines))
    pages = [page.obj for page in target.pages]
    _write(target, root, bookmarks, pages)
    root.Count = len(bookmarks)
    target.Root.Outlines = root
    target.Root.PageMode = Name.UseOutlines


def _module(found: list[tuple[Section, Bookmark]]) -> Bookmark:
    """Return the entry of a module: its title in the numbered body, with everything else of the module below."""
    title = next((each for section, each in found if section.part.numbering == "arabic"), found[0][1])
    rest = tuple(each for _, each in found if each is not title)
    return replace(title, children=tuple(sorted((*title.children, *rest), key=_place)))


def _first_page(bookmark: Bookmark) -> int:
    return min((bookmark.page, *(child.page for child in bookmark.children)))


def _place(bookmark: Bookmark) -> tuple[int, float]:
    return (bookmark.page, -bookmark.y)


def _moved(bookmark: Bookmark, job: str, pages: Mapping[tuple[str, int], int]) -> Bookmark:
    children = tuple(_moved(child, job, pages) for child in bookmark.children)
    return replace(bookmark, page=pages[job, bookmark.page], children=children)


def _read(parent: "Object", page_at: Mapping[tuple[int, int], int]) -> Iterator[Bookmark]:
    item = parent.get("/First")
    while item is not None:
        page, _, x, y, *_ = item.Dest
        yield Bookmark(
            title=str(item.Title),
            page=page_at[page.objgen],
            x=float(x),
            y=float(y),
            children=tuple(_read(item, page_at)),
        )
        item = item.get("/Next")


def _write(target: "Pdf", parent: "Object", bookmarks: Sequence[Bookmark], pages: "Sequence[Object]") -> None:
    items = [_item(target, parent, each, pages) for each in bookmarks]
    for item, following in pairwise(items):
        item.Next, following.Prev = following, item
    parent.First, parent.Last = items[0], items[-1]


def _item(target: "Pdf", parent: "Object", bookmark: Bookmark, pages: "Sequence[Object]") -> "Object":
    from pikepdf import Array, Dictionary, Name, String

    destination = Array([pages[bookmark.page], Name.XYZ, round(bookmark.x, 2), round(bookmark.y, 2), 0])
    item = target.make_indirect(Dictionary(Title=String(bookmark.title), Parent=parent, Dest=destination))
    if bookmark.children:
        _write(target, item, bookmark.children, pages)
        # A negative count keeps the entry closed.
        item.Count = -len(bookmark.children)
    return item
