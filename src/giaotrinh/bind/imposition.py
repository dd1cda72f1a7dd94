"""Pages of a finished file laid on sheets to be printed on both sides, folded and stapled, or several to a side.

Booklet: saddle stitch. Sheets of a signature lie in each other; the printer turns them on the short edge. The inner
sheets of a thick signature stand out when it is folded, so their pages move towards the spine by the thickness of the
sheets outside them (creep).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

POINTS = 72 / 25.4
A4 = (210.0, 297.0)
"""Millimetres."""

GRIDS = {2: (2, 1), 4: (2, 2)}
"""Pages on a side -> columns and rows; the sheet lies across where there are more columns than rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a sheet: its pages from the left to the right and downwards, None for a blank."""

    pages: tuple[int | None, ...]
    """Counted from 0."""
    depth: int = 0
    """Sheets that lie outside it in its signature."""


def booklet_sides(count: int, signature: int = 0) -> tuple[Side, ...]:
    """Return the sides of a booklet of `count` pages, front and back of each sheet in turn.

    `signature` is the sheets folded into each other, 0 for all of them. Blanks stand at the end.
    """
    size = 4 * (signature or -(-count // 4))
    sides: list[Side] = []
    for first in range(0, count, size):
        end = first + min(size, -(-(count - first) // 4) * 4)
        for depth in range((end - first) // 4):
            low, high = first + 2 * depth, end - 1 - 2 * depth
            sides += [_side((high, low), count, depth), _side((low + 1, high - 1), count, depth)]
    return tuple(sides)


def grid_sides(count: int, on_a_side: int) -> tuple[Side, ...]:
    """Return the sides with `on_a_side` pages each, in reading order; the last side of the last sheet may be blank."""
    per_sheet = 2 * on_a_side
    padded = -(-count // per_sheet) * per_sheet
    return tuple(_side(range(at, at + on_a_side), count, 0) for at in range(0, padded, on_a_side))


def impose(content: bytes, sides: Sequence[Side], on_a_side: int, *, creep: float = 0.0) -> bytes:
    """Return a PDF with one A4 page for each side; `creep` is the thickness of a sheet in millimetres.

    Pages keep their proportions and stand in the middle of their place. Raises pikepdf.PdfError for what is no PDF.
    """
    from pikepdf import ObjectStreamMode, Pdf

    stream = BytesIO()
    with Pdf.open(BytesIO(content)) as source, Pdf.new() as target:
        for side in sides:
            _draw(target, side, list(source.pages), on_a_side, creep * POINTS)
        target.save(stream, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return stream.getvalue()


def _side(pages: Sequence[int], count: int, depth: int) -> Side:
    return Side(pages=tuple(page if page < count else None for page in pages), depth=depth)


def _draw(target: "Pdf", side: Side, pages: "Sequence[Page]", on_a_side: int, creep: float) -> None:
    from pikepdf import Rectangle

    columns, rows = GRIDS[on_a_side]
    short, long = (length * POINTS for length in A4)
    width, height = (long, short) if columns > rows else (short, long)
    target.add_blank_page(page_size=(width, height))
    sheet = target.pages[-1]
    for place, page in enumerate(side.pages):
        if page is None:
            continue
        row, column = divmod(place, columns)
        # Towards the spine: left pages to the right, right pages to the left.
        left = column * width / columns + side.depth * creep * (1 if column == 0 else -1)
        bottom = height - (row + 1) * height / rows
        sheet.add_overlay(pages[page], Rectangle(left, bottom, left + width / columns, bottom + height / rows))
