"""Shares of a whole: one bar of parts, each led to its own label; the ranges must bracket 100."""

from decimal import Decimal

from giaotrinh.render.charts.shapes import LEADING, Drawing, Shape, line, rect, words
from giaotrinh.render.charts.shapes import stacked as stack
from giaotrinh.render.charts.values import Value
from giaotrinh.render.metrics import wrapped

WHOLE = Decimal(100)
BAR = 2.6
LOOKS = ("part-0", "part-1", "part-2", "part-3", "part-4", "part-5")
"""Fills from dark to light, told apart in grey and by their order."""


def brackets_whole(values: tuple[Value, ...]) -> bool:
    """Return whether 100 lies between the sum of the low ends and the sum of the high ends."""
    return sum(value.low for value in values) <= WHOLE <= sum(value.high for value in values)


def shares(values: tuple[Value, ...], title: str, width: float, size: float) -> Drawing:
    """Return the chart: parts as wide as the middle of their range."""
    middles = [(value.low + value.high) / 2 for value in values]
    total = sum(middles)
    column = width / len(values)
    shapes: list[Shape] = []
    x, deepest = 0.0, 0
    for index, (value, middle) in enumerate(zip(values, middles, strict=True)):
        part = float(middle / total) * width
        label = wrapped(value.metric, size, column - size)
        deepest = max(deepest, len(label))
        shapes.append(rect(LOOKS[index % len(LOOKS)], x, 0, part, BAR * size))
        shapes += _label(value, label, x + part / 2, column * index, size)
        x += part
    height = (BAR + 3.6 + deepest * LEADING) * size
    return Drawing(width=width, height=height, title=title, shapes=tuple(shapes))


def _label(value: Value, label: tuple[str, ...], middle: float, left: float, size: float) -> list[Shape]:
    bar, elbow, top = BAR * size, (BAR + 0.9) * size, (BAR + 1.5) * size
    place = left + size * 0.2
    unit = value.unit if value.unit.startswith("%") else f" {value.unit}"
    return [
        line("leader", middle, bar, middle, elbow),
        line("leader", middle, elbow, place, elbow),
        line("leader", place, elbow, place, top),
        words("value", left, top + size * 1.1, value.label + unit, size),
        *stack("label", left, top + size * (1.1 + LEADING), label, size),
    ]
