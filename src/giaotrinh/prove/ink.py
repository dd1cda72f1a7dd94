"""Ink: nothing that is printed leaves the paper, as a long word or a wide table in a narrow page would."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.pdfium import PDFIUM
from giaotrinh.model.span import Span

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

TOLERANCE = 1.0
"""Points by which the box of a glyph may reach over the edge: italic letters lean out of theirs."""


def find_off_paper(name: str, pdf: bytes, pages: Iterable[int]) -> tuple[Diagnostic, ...]:
    """Return an error for each of the pages (from 0) with words or pictures beyond the edge of the paper.

    What is laid over pages in pieces of its own, such as heads and stamps, is not looked at: millimetres
    place it.
    """
    from pypdfium2 import PdfDocument

    found = []
    with PDFIUM:
        document = PdfDocument(pdf)
        try:
            for number in pages:
                page = document[number]
                over = max(_reaches(page), default=0.0)
                page.close()
                if over > TOLERANCE:
                    found.append(error("ink-off-paper", Span(file=name), page=number + 1, points=round(over)))
        finally:
            document.close()
    return tuple(found)


def _reaches(page: "PdfPage") -> Iterator[float]:
    """Yield how far each run of words and each picture reaches over the nearest edge, in points."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_TEXT

    left, bottom, right, top = page.get_mediabox()
    for thing in page.get_objects(filter=(FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_IMAGE), max_depth=1):
        x, y, to_x, to_y = thing.get_bounds()
        yield max(left - x, bottom - y, to_x - right, to_y - top)
