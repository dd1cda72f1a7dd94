"""Shares of a whole: one bar of parts, each led to its own label; the ranges must bracket 100."""

from dataclasses import dataclass
from decimal import Decimal

from giaotrinh.render.blocks.metrics import width_of, wrapped
from giaotrinh.render.charts.shapes import LEADING, Drawing, Shape, line, rect, words
from giaotrinh.render.charts.shapes import stacked as stack
from giaotrinh.render.charts.values import Value

WHOLE = Decimal(100)
BAR = 2.6
"""Height of the bar, in type sizes."""

LEADER_INSET = 1.0
"""Points from the edge of a part or label to its leader."""

LOOKS = ("part-0", "part-1", "part-2", "part-3", "part-4", "part-5")
"""Fills from dark to light, told apart in grey and by their order."""


def brackets_whole(values: tuple[Value, ...]) -> bool:
    """Return whether 100 lies between the sum of the low ends and the sum of the high ends."""
    return sum(value.low for value in values) <= WHOLE <= sum(value.high for value in values)


def shares(values: tuple[Value, ...], title: str, width: float, size: float) -> Drawing:
    """Return the chart: parts as wide as the middle of their range, each label under or left of its part."""
    middles = [(value.low + value.high) / 2 for value in values]
    total = sum(middles)
    parts = [float(middle / total) * width for middle in middles]
    starts = [sum(parts[:index]) for index in range(len(parts))]
    labels = [_Label.of(value, size, width / len(values)) for value in values]
    places = _places(starts, [label.width for label in labels], width, size)
    levels = _levels(starts, places)
    top = (BAR + 0.8 + 0.7 * max(levels)) * size
    shapes: list[Shape] = []
    for index, label in enumerate(labels):
        shapes.append(rect(LOOKS[index % len(LOOKS)], starts[index], 0, parts[index], BAR * size))
        shapes += _leader(starts[index], parts[index], places[index], levels[index], top, size)
        shapes += label.shapes(places[index], top + size * 1.2, size)
    deepest = max(len(label.lines) for label in labels)
    height = top + (1.6 + deepest * LEADING) * size
    return Drawing(width=width, height=height, title=title, shapes=tuple(shapes))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    head: str
    lines: tuple[str, ...]
    width: float

    @classmethod
    def of(cls, value: Value, size: float, limit: float) -> "_Label":
        lines = wrapped(value.metric, size, limit - size)
        head = value.with_unit
        widest = max(width_of(head, size, bold=True), *(width_of(line, size) for line in lines))
        return cls(head=head, lines=lines, width=widest)

    def shapes(self, x: float, y: float, size: float) -> list[Shape]:
        return [words("value", x, y, self.head, size), *stack("label", x, y + size * LEADING, self.lines, size)]


def _places(starts: list[float], widths: list[float], width: float, size: float) -> list[float]:
    """Return the left edge of each label: under its part, or pushed left to leave room for those after it."""
    places: list[float] = []
    limit = width
    for start, label in zip(reversed(starts), reversed(widths), strict=True):
        places.append(max(0.0, min(start, limit - label)))
        limit = places[-1] - size
    return places[::-1]


def _levels(starts: list[float], places: list[float]) -> list[int]:
    """Return how deep each leader turns; later ones turn deeper, so that no two cross."""
    levels: list[int] = []
    for start, place in zip(starts, places, strict=True):
        levels.append(max(levels, default=0) + 1 if place < start else 0)
    return levels


def _leader(start: float, part: float, place: float, level: int, top: float, size: float) -> list[Shape]:
    bar = BAR * size
    if not level:
        return [line("leader", start + LEADER_INSET, bar, start + LEADER_INSET, top + size * 0.2)]
    middle, turn, foot = start + part / 2, bar + 0.7 * level * size, place + LEADER_INSET
    return [
        line("leader", middle, bar, middle, turn),
        line("leader", middle, turn, foot, turn),
        line("leader", foot, turn, foot, top + size * 0.2),
    ]
