"""Range bars: one row a metric, a bar from the low to the high end, on one axis."""

from giaotrinh.render.blocks.metrics import width_of, wrapped
from giaotrinh.render.charts.scale import Scale, scale_over
from giaotrinh.render.charts.shapes import LEADING, Drawing, Shape, arrow, dot, line, rect, words
from giaotrinh.render.charts.shapes import stacked as stack
from giaotrinh.render.charts.values import Value
from giaotrinh.viet.number import written

LABEL_SHARE = 0.36
BAR = 0.9
"""Height of a bar, in type sizes."""


def range_bars(values: tuple[Value, ...], title: str, width: float, size: float) -> Drawing:
    """Return the chart; all values share one unit."""
    labels = [wrapped(_name(value, values), size, width * LABEL_SHARE) for value in values]
    room = max(width_of(value.label, size, bold=True) for value in values) + size * 1.5
    ends = [end for value in values for end in (value.low, value.high)]
    scale = scale_over(ends, width * (LABEL_SHARE + 0.03), width - room, from_zero=False)
    shapes: list[Shape] = []
    y = size * 0.4
    for value, label in zip(values, labels, strict=True):
        height = (len(label) * LEADING + 0.75) * size
        shapes += _row(value, label, scale, y, height, size)
        y += height
    return Drawing(
        width=width,
        height=y + size * 2.6,
        title=title,
        shapes=(*_axis(scale, y, size, values[0].unit), *shapes),
    )


def _name(value: Value, values: tuple[Value, ...]) -> str:
    same = len({other.horizon for other in values}) == 1
    return value.metric if same else f"{value.metric}, {value.horizon}"


def _axis(scale: Scale, bottom: float, size: float, unit: str) -> list[Shape]:
    shapes = []
    for tick in scale.ticks():
        x = scale.at(tick)
        shapes.append(line("grid", x, 0, x, bottom))
        shapes.append(words("tick", x, bottom + size * 1.15, written(tick), size * 0.9, "middle"))
    shapes.append(line("axis", scale.start, bottom, scale.end, bottom))
    shapes.append(words("tick", scale.end, bottom + size * 2.3, unit, size * 0.9, "end"))
    return shapes


def _row(value: Value, label: tuple[str, ...], scale: Scale, y: float, height: float, size: float) -> list[Shape]:
    middle = y + height / 2
    first = middle - (len(label) - 1) * size * LEADING / 2 + size * 0.35
    shapes = stack("label", 0, first, label, size)
    left, right = scale.at(value.low), scale.at(value.high)
    if value.is_range:
        shapes.append(rect("bar", left, middle - size * BAR / 2, right - left, size * BAR))
    else:
        shapes.append(dot("bar", left, middle, size * BAR / 2))
    if value.open_above:
        right += size * 1.6
        shapes.append(arrow("open", right - size * 1.6, middle, size * 1.6))
    if value.open_below:
        shapes.append(arrow("open", left, middle, -size * 1.6))
    return [*shapes, *_value(value, right + size * 0.7, middle, size)]


def _value(value: Value, x: float, middle: float, size: float) -> list[Shape]:
    # A patch of paper keeps the lines of the axis out of the figures.
    patch = rect(
        "paper", x - size * 0.25, middle - size * 0.6, width_of(value.label, size, bold=True) + size * 0.5, size * 1.2
    )
    return [patch, words("value", x, middle + size * 0.35, value.label, size)]
