"""Rows of a PDF page -> lines in reading order: text side by side is read column by column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from giaotrinh.intake.pdf.lines import Row, Segment

_BODY_ROWS = 15
"""Rows from which columns hold running text; below it is the head or the signatures of a letter."""
_FAR = 3.5
"""A gap between rows, in sizes, that ends text side by side."""
_TABLE_ROWS, _TABLE_COLUMNS = 3, 3
"""Rows and columns from which words side by side are a table without rules."""

Interval = tuple[float, float]


@dataclass(slots=True, kw_only=True)
class Line:
    """A line of a column."""

    segment: Segment
    page: int
    left: float
    right: float
    """Edges of its column."""
    kept: bool = False
    """Whether lines of its column stand for themselves, as in the head of a letter."""

    @property
    def text(self) -> str:
        """Return its words."""
        return self.segment.text


@dataclass(slots=True, kw_only=True)
class TableRows:
    """Rows of a table: cells by column."""

    rows: list[list[str]]
    page: int
    """The page of its first row."""
    columns: tuple[float, ...]
    """Edges of its columns, by which it is known on the next page."""


Flow = list[Line | TableRows]


def in_reading_order(rows: Sequence[Row], page: int, edges: Interval) -> Flow:
    """Return the rows of a page, or of the part above a table, as lines in reading order.

    `edges` are the margins between which the page is set.
    """
    flow: Flow = []
    index = 0
    left, right = edges
    while index < len(rows):
        band, gutters = _band(rows[index:])
        if len(band) < 2 and not _is_wide_apart(rows[index]):
            flow.append(Line(segment=_whole(rows[index].segments), page=page, left=left, right=right))
            index += 1
            continue
        flow += _band_flow(band, gutters, page)
        index += len(band)
    return flow


def body_edges(segments: Sequence[Segment]) -> Interval:
    """Return the edges between which most lines stand."""
    if not segments:
        return 0.0, 0.0
    size = median(segment.size for segment in segments)
    left = _edge(sorted(segment.x0 for segment in segments), size)
    right = -_edge(sorted(-segment.x1 for segment in segments), size)
    return left, right


def _edge(places: list[float], size: float) -> float:
    """Return the outermost place at which at least an eighth of the lines end."""
    for place in places:
        if sum(place <= other <= place + size / 2 for other in places) >= max(2, len(places) / 8):
            return place
    return places[0]


def _whole(segments: Sequence[Segment]) -> Segment:
    first = segments[0]
    return Segment(
        text=" ".join(segment.text for segment in segments),
        x0=first.x0,
        x1=segments[-1].x1,
        y=first.y,
        size=max(segment.size for segment in segments),
        bold=all(segment.bold for segment in segments),
    )


def _gaps(row: Row) -> list[Interval]:
    return [(before.x1, after.x0) for before, after in pairwise(row.segments)]


def _is_wide_apart(row: Row) -> bool:
    return any(high - low > 4 * row.size for low, high in _gaps(row))


def _band(rows: Sequence[Row]) -> tuple[list[Row], list[Interval]]:
    """Return the rows from the first on that leave a common gap free, and the gaps."""
    gutters = _gaps(rows[0])
    band = [rows[0]] if gutters else []
    for before, row in pairwise(rows):
        narrowed = [free for gutter in gutters if (free := _free(gutter, row))]
        if not narrowed or before.y - row.y > _FAR * row.size:
            break
        band.append(row)
        gutters = narrowed
    return band, gutters


def _free(gutter: Interval, row: Row) -> Interval | None:
    """Return what a row leaves of a gap, None where its words cross it."""
    low, high = gutter
    for segment in row.segments:
        if segment.x0 < high and segment.x1 > low:
            middle = (segment.x0 + segment.x1) / 2
            low, high = (max(low, segment.x1), high) if middle < (low + high) / 2 else (low, min(high, segment.x0))
    return (low, high) if high - low > 0.6 * row.size else None


def _band_flow(band: Sequence[Row], gutters: Sequence[Interval], page: int) -> Iterator[Line | TableRows]:
    edges = [(low + high) / 2 for low, high in gutters]
    columns: list[list[Segment]] = [[] for _ in range(len(edges) + 1)]
    cells = [[""] * len(columns) for _ in band]
    for number, row in enumerate(band):
        for column, same in _by_column(row, edges):
            columns[column].append(_whole(same))
            cells[number][column] = _whole(same).text
    if len(columns) >= _TABLE_COLUMNS and sum(all(row) for row in cells) >= _TABLE_ROWS:
        yield TableRows(rows=cells, page=page, columns=tuple(edges))
        return
    for column_lines in columns:
        left, right = body_edges(column_lines)
        for segment in column_lines:
            yield Line(segment=segment, page=page, left=left, right=right, kept=len(band) < _BODY_ROWS)


def _by_column(row: Row, edges: Sequence[float]) -> list[tuple[int, list[Segment]]]:
    found: dict[int, list[Segment]] = {}
    for segment in row.segments:
        found.setdefault(sum(segment.x0 > edge for edge in edges), []).append(segment)
    return sorted(found.items())
