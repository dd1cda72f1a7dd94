"""Tables of a PDF page: found by their ruling lines, read cell by cell."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from giaotrinh.intake.carrier.breaks import starts_with_marker
from giaotrinh.intake.carrier.limits import LIMITS
from giaotrinh.intake.pdf.columns import TableRows
from giaotrinh.intake.pdf.lines import text_of
from giaotrinh.intake.pdf.page_parts import Glyph
from giaotrinh.intake.pdf.shapes import Rule

_NEAR = 3.0
"""Points within which two rules touch."""
_LEAST = 5.0
"""Points below which a rule is a dot or a corner, and a cell is the space between two rules."""
_SAME_EDGE = 6.0
"""Points by which the columns of a table may shift from page to page."""
_MOST_RULES = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A ruling line: `at` on the other axis, from `low` to `high` along its own."""

    at: float
    low: float
    high: float


@dataclass(slots=True, kw_only=True)
class Grid:
    """A ruled table."""

    columns: list[float]
    """Edges from left to right."""
    rows: list[float]
    """Edges from top to bottom."""
    owner: dict[tuple[int, int], tuple[int, int]]
    """(row, column) -> the upper left place of the merged cell it belongs to."""

    @property
    def top(self) -> float:
        """Return its upper edge."""
        return self.rows[0]

    def cell_at(self, glyph: Glyph) -> tuple[int, int] | None:
        """Return the cell that holds a letter, None where it stands outside."""
        x, y = (glyph.ink0 + glyph.ink1) / 2, glyph.y + 0.3 * glyph.size
        if not (self.columns[0] <= x <= self.columns[-1] and self.rows[-1] <= y <= self.rows[0]):
            return None
        column = min(max(bisect_right(self.columns, x) - 1, 0), len(self.columns) - 2)
        row = min(max(bisect_right([-edge for edge in self.rows], -y) - 1, 0), len(self.rows) - 2)
        return self.owner[(row, column)]


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """Return the ruled tables of a page from top to bottom; frames and underlines are none."""
    if len(rules) > _MOST_RULES:
        return []
    across = _merged(Stroke(at=rule.y0, low=rule.x0, high=rule.x1) for rule in rules if rule.x1 - rule.x0 > _LEAST)
    down = _merged(Stroke(at=rule.x0, low=rule.y0, high=rule.y1) for rule in rules if rule.y1 - rule.y0 > _LEAST)
    grids = (_grid(rows, columns) for rows, columns in _connected(across, down))
    return sorted((grid for grid in grids if grid), key=lambda grid: -grid.top)


def read_grid(grid: Grid, glyphs: Sequence[Glyph]) -> tuple[list[list[str]], list[Glyph]]:
    """Return (rows of cell texts, letters outside the table); a merged cell has its text in its first place."""
    held: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    outside: list[Glyph] = []
    for glyph in glyphs:
        cell = grid.cell_at(glyph)
        (outside if cell is None else held[cell]).append(glyph)
    texts = {cell: text_of(letters) for cell, letters in held.items()}
    width = len(grid.columns) - 1
    rows = [[texts.get((row, column), "") for column in range(width)] for row in range(len(grid.rows) - 1)]
    return [row for row in rows if any(row)], outside


def continues(before: TableRows, table: TableRows) -> bool:
    """Return whether a table goes on where another one stopped: both have the same columns."""
    pairs = zip(before.columns, table.columns, strict=False)
    return len(before.columns) == len(table.columns) and all(abs(a - b) < _SAME_EDGE for a, b in pairs)


def is_rest_of(row: Sequence[str], before: Sequence[str]) -> bool:
    """Return whether a row at the top of a page only holds the rest of the cells of the row before it."""
    filled = [(cell, above) for cell, above in zip(row, before, strict=True) if cell]
    return not row[0] and all(not above or _goes_on(cell) for cell, above in filled)


def _goes_on(cell: str) -> bool:
    return not cell[0].isupper() and not starts_with_marker(cell)


def _merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Return the strokes with those that continue one another made one."""
    merged: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda one: (one.at, one.low)):
        for index in range(len(merged) - 1, -1, -1):
            last = merged[index]
            if stroke.at - last.at > _NEAR / 2:
                merged.append(stroke)
                break
            if stroke.low <= last.high + _NEAR and stroke.high >= last.low - _NEAR:
                merged[index] = Stroke(at=last.at, low=min(last.low, stroke.low), high=max(last.high, stroke.high))
                break
        else:
            merged.append(stroke)
    return merged


def _connected(across: list[Stroke], down: list[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Return the groups of strokes that touch one another."""
    group = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for i, row in enumerate(across):
        for j, column in enumerate(down):
            if _touch(row, column):
                group[root(i)] = root(len(across) + j)
    parts: dict[int, tuple[list[Stroke], list[Stroke]]] = defaultdict(lambda: ([], []))
    for i, row in enumerate(across):
        parts[root(i)][0].append(row)
    for j, column in enumerate(down):
        parts[root(len(across) + j)][1].append(column)
    return list(parts.values())


def _touch(row: Stroke, column: Stroke) -> bool:
    beside = row.low - _NEAR <= column.at <= row.high + _NEAR
    return beside and column.low - _NEAR <= row.at <= column.high + _NEAR


def _grid(across: list[Stroke], down: list[Stroke]) -> Grid | None:
    if len(across) < 2 or not down:
        return None
    columns = _edges([*(one.at for one in down), min(one.low for one in across), max(one.high for one in across)])
    rows = _edges([*(one.at for one in across), min(one.low for one in down), max(one.high for one in down)])[::-1]
    if not 3 <= len(columns) <= LIMITS.columns or len(rows) < 2 or (len(rows) == 2 and len(columns) == 3):
        return None
    return Grid(columns=columns, rows=rows, owner=_owners(columns, rows, across, down))


def _edges(places: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _LEAST:
            edges.append(place)
    return edges


def _owners(
    columns: list[float], rows: list[float], across: list[Stroke], down: list[Stroke]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each place the upper left place of its merged cell: places with no rule between them are one."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(rows) - 1):
        middle = (rows[row] + rows[row + 1]) / 2
        for column in range(len(columns) - 1):
            centre = (columns[column] + columns[column + 1]) / 2
            if column and not _drawn(down, columns[column], middle):
                owner[(row, column)] = owner[(row, column - 1)]
            elif row and not _drawn(across, rows[row], centre):
                owner[(row, column)] = owner[(row - 1, column)]
            else:
                owner[(row, column)] = (row, column)
    return owner


def _drawn(strokes: list[Stroke], at: float, through: float) -> bool:
    return any(abs(one.at - at) <= _LEAST and one.low - _NEAR <= through <= one.high + _NEAR for one in strokes)
