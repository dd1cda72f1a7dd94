"""The rows of a table of a web page, with the cells that span rows or columns."""

import re
from collections.abc import Callable, Iterable, Iterator

from giaotrinh.intake.carrier.limits import LIMITS
from giaotrinh.intake.carrier.tables import Cell, Row
from giaotrinh.intake.web.tree import Element

_DRAWN = re.compile(r"border[^:;]*:[^;]*(?:solid|double|dotted|dashed)")


def is_bordered(table: Element) -> bool:
    """Return whether a table draws lines, as tables of data do."""
    if table.attributes.get("border", "0") not in ("", "0"):
        return True
    return any(one.tag == "th" or _DRAWN.search(one.attributes.get("style", "")) for one in table.walk())


def rows_of(table: Element, cell_lines: Callable[[Element], Iterable[str]]) -> list[Row]:
    """Return the rows; a cell that spans rows leaves empty ones below it. `cell_lines` reads a cell."""
    rows: list[Row] = []
    waiting: dict[int, int] = {}
    for element in _row_elements(table):
        cells: list[Cell] = []
        column = 0
        for child in (one for one in element.children if one.tag in ("td", "th")):
            column = _fill(cells, column, waiting)
            span, depth = _span(child, "colspan"), _span(child, "rowspan")
            cells.append(Cell(lines=tuple(cell_lines(child)), span=span))
            waiting |= {column + offset: depth - 1 for offset in range(span) if depth > 1}
            column += span
        _fill(cells, column, waiting)
        rows.append(tuple(cells))
    return rows


def _fill(cells: list[Cell], column: int, waiting: dict[int, int]) -> int:
    while waiting.get(column, 0) > 0:
        waiting[column] -= 1
        cells.append(Cell())
        column += 1
    return column


def _span(cell: Element, name: str) -> int:
    written = cell.attributes.get(name, "1").strip()
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 8 else 1
    return min(max(number, 1), LIMITS.columns)


def _row_elements(table: Element) -> Iterator[Element]:
    for child in table.children:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in child.children if row.tag == "tr")
