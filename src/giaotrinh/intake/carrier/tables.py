"""Tables of a carrier: those that hold data become rows, those that only place text become paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from giaotrinh.intake.carrier.breaks import starts_with_marker
from giaotrinh.intake.carrier.limits import LIMITS
from giaotrinh.model.text import fold

_LETTERHEAD = re.compile(
    r"cộng hòa xã hội chủ nghĩa|đảng cộng sản việt nam|độc lập - tự do|nơi nhận|"
    r"(?:^|\s)(?:t/?m|k/?t|t/?l|tuq)\.?\s|\(đã ký\)|^số\s?:"
)
_MOST_COLUMNS, _MOST_ROWS = 4, 10
"""The largest table that can be the head or the signatures of a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell with its paragraphs."""

    lines: tuple[str, ...] = ()
    span: int = 1
    """Columns it takes; 0 was a cell that another one covers."""

    @property
    def text(self) -> str:
        """Return its paragraphs in one line."""
        return " ".join(line for line in self.lines if line.strip())


Row = tuple[Cell, ...]


def is_letterhead_table(rows: Sequence[Row]) -> bool:
    """Return whether a table holds the head of a letter or its signatures."""
    if len(rows) > _MOST_ROWS or _columns(rows) > _MOST_COLUMNS:
        return False
    return any(_LETTERHEAD.search(fold(line)) for row in rows for cell in row for line in cell.lines)


def is_layout(rows: Sequence[Row], *, bordered: bool) -> bool:
    """Return whether a table only places paragraphs side by side, and holds no rows of data."""
    filled = [sum(bool(cell.text) for cell in row) for row in rows]
    if max(filled, default=0) <= 1 or is_letterhead_table(rows):
        return True
    return not bordered and (_columns(rows) <= 2 or len(rows) == 1)


def layout_paragraphs(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the paragraphs of a layout table: a letterhead column by column, other tables row by row.

    A marker alone in its cell joins the cell beside it.
    """
    if is_letterhead_table(rows):
        columns = zip_longest(*rows, fillvalue=Cell())
        yield from (line for column in columns for cell in column for line in _filled(cell))
        return
    for row in rows:
        cells = [_filled(cell) for cell in row]
        if len(cells) == 2 and len(cells[0]) == 1 and cells[1] and _is_bare_marker(cells[0][0]):
            yield f"{cells[0][0].strip()} {cells[1][0]}"
            yield from cells[1][1:]
        else:
            for lines in cells:
                yield from lines


def _filled(cell: Cell) -> list[str]:
    return [line for line in cell.lines if line.strip()]


def row_cells(row: Row) -> list[str]:
    """Return the texts of a row by column: a merged cell once, then empty ones."""
    texts: list[str] = []
    for cell in row:
        texts += [cell.text, *[""] * (min(cell.span, LIMITS.columns) - 1)]
    return texts[: LIMITS.columns] + [text for text in texts[LIMITS.columns :] if text]


def _columns(rows: Sequence[Row]) -> int:
    return max((sum(cell.span for cell in row) for row in rows), default=0)


def _is_bare_marker(text: str) -> bool:
    return len(text.strip()) <= 6 and starts_with_marker(text.strip() + " Một")
