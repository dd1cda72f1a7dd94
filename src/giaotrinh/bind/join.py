"""The recipe of binding: printed fragments in, one finished file out.

Reads a Book (page map, fragments, overlays), returns its PDF bytes with the words every page must show. The same book
gives the same bytes.
"""

from io import BytesIO
from typing import TYPE_CHECKING

from giaotrinh.bind.archive import make_archivable
from giaotrinh.bind.labels import label_tree
from giaotrinh.bind.links import Destinations, aim, destinations, write_destinations
from giaotrinh.bind.mend import mend
from giaotrinh.bind.metadata import describe
from giaotrinh.bind.outline import join_outlines, read_outline, write_outline
from giaotrinh.bind.overlay import POINTS, Sheets, laid_on_pages, laid_text, lay
from giaotrinh.bind.seal import seal
from giaotrinh.bind.share import share_streams
from giaotrinh.bind.structure import TaggedSource, join_structure, parent_keys
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.fragment import Book, Bound, BoundPage, Section
from giaotrinh.model.span import Span

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

_BOXES = ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox")


def bind(book: Book) -> Bound:
    """Return the finished file of a book whose fragments are all printed."""
    from pikepdf import Pdf

    target = Pdf.new()
    known = destinations(book)
    sources, tagged, diagnostics = _prepare(book, known)
    _add_pages(target, book, sources)
    join_structure(target, tagged)
    write_destinations(target, known)
    _bookmark(target, book, sources)
    sheets = Sheets(target, book.overlays)
    texts = _overlay(target, book, sheets)
    _shift_boxes(target, book)
    share_streams(target)
    target.Root.PageLabels = label_tree([page.label for page in book.page_map.pages])
    describe(target, book)
    if book.colour_profile:
        make_archivable(target, book.colour_profile)
    seal(target, book.identity)
    return Bound(pdf=_saved(target), page_texts=texts, diagnostics=(*diagnostics, *sheets.diagnostics(book)))


def _prepare(book: Book, known: Destinations) -> "tuple[dict[str, Pdf], list[TaggedSource], list[Diagnostic]]":
    """Open and mend every fragment; return them by job, those with a structure tree, and what is wrong with them."""
    from pikepdf import Pdf

    sources: dict[str, Pdf] = {}
    tagged: list[TaggedSource] = []
    found: list[Diagnostic] = []
    next_key = 0
    for section in _printed(book):
        pdf = sources[section.job] = Pdf.open(BytesIO(book.fragments[section.job].pdf))
        count = parent_keys(pdf)
        mended = mend(pdf, prefix=f"{len(sources)}.", first_key=next_key)
        found += aim(mended.links, book, section, known)
        if not count:
            found.append(error("fragment-untagged", Span(file=book.name), part=section.id))
        else:
            tagged.append(TaggedSource(pdf=pdf, first_key=next_key, named=mended.named))
        next_key += count
    return sources, tagged, found


def _printed(book: Book) -> list[Section]:
    shown = {page.job for page in book.page_map.pages}
    return [section for section in book.sections if section.job in shown]


def _add_pages(target: "Pdf", book: Book, sources: "dict[str, Pdf]") -> None:
    size = (book.setup.width * POINTS, book.setup.height * POINTS)
    pages = {job: list(pdf.pages) for job, pdf in sources.items()}
    for page in book.page_map.pages:
        if page.job:
            target.pages.append(pages[page.job][page.index])
        else:
            target.add_blank_page(page_size=size)


def _bookmark(target: "Pdf", book: Book, sources: "dict[str, Pdf]") -> None:
    outlines = {job: read_outline(pdf) for job, pdf in sources.items()}
    spots = {(page.job, page.index): at for at, page in enumerate(book.page_map.pages) if page.job}
    write_outline(target, join_outlines(_printed(book), outlines, spots))


def _overlay(target: "Pdf", book: Book, sheets: Sheets) -> tuple[str, ...]:
    """Lay everything over the pages; return the words of each finished page."""
    texts = []
    laid_on = laid_on_pages(book, sheets)
    for page, bound, laid in zip(target.pages, book.page_map.pages, laid_on, strict=True):
        lay(page, laid, sheets)
        printed = book.fragments[bound.job].page_texts[bound.index] if bound.job else ""
        texts.append("\n\n".join(filter(None, (printed, laid_text(laid, sheets)))))
    return tuple(texts)


def _shift_boxes(target: "Pdf", book: Book) -> None:
    """Move the page boxes so that the inner margin meets the spine; the content and its links keep their places."""
    if not book.setup.mirrored:
        return
    half = (book.setup.inner - book.setup.outer) / 2 * POINTS
    for page, bound in zip(target.pages, book.page_map.pages, strict=True):
        _shift(page, bound, half)


def _shift(page: "Page", bound: BoundPage, half: float) -> None:
    from pikepdf import Array

    by = -half if bound.right else half
    for name in _BOXES:
        if name in page.obj:
            left, bottom, right, top = (float(side) for side in page.obj[name])
            page.obj[name] = Array([round(left + by, 3), round(bottom, 3), round(right + by, 3), round(top, 3)])


def _saved(target: "Pdf") -> bytes:
    from pikepdf import ObjectStreamMode

    stream = BytesIO()
    target.save(
        stream,
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return stream.getvalue()
