"""Small multiples: one panel a metric, one column a horizon, from zero."""

from decimal import Decimal

from giaotrinh.render.blocks.metrics import width_of, wrapped
from giaotrinh.render.charts.scale import Scale, scale_over
from giaotrinh.render.charts.shapes import LEADING, Drawing, Shape, line, rect, up, words
from giaotrinh.render.charts.shapes import stacked as stack
from giaotrinh.render.charts.values import Value

PANELS_A_ROW = 3
HEIGHT = 9.5
"""Height of the columns of a panel, in type sizes."""


def horizons(values: tuple[Value, ...], title: str, width: float, size: float) -> Drawing:
    """Return the chart; each metric's values share one unit."""
    panels = _panels(values)
    a_row = min(len(panels), PANELS_A_ROW)
    gap = size * 2
    panel_width = (width - gap * (a_row - 1)) / a_row
    # Of a single panel the caption says what is measured; the unit is left to say.
    heads = [_head(panel, panel_width, size) if a_row > 1 else _unit(panel) for panel in panels]
    shapes: list[Shape] = []
    y = 0.0
    for first in range(0, len(panels), a_row):
        head_height = max(len(head) for head in heads[first : first + a_row]) * size * LEADING
        for place, panel in enumerate(panels[first : first + a_row]):
            x = place * (panel_width + gap)
            shapes += stack("label-strong", x, y + size, heads[first + place], size)
            shapes += _panel(panel, x, y + head_height + size * 1.6, panel_width, size, _of_unit(values, panel))
        y += head_height + (HEIGHT + 4) * size
    return Drawing(width=width, height=y, title=title, shapes=tuple(shapes))


def _panels(values: tuple[Value, ...]) -> list[list[Value]]:
    panels: dict[str, list[Value]] = {}
    for value in values:
        panels.setdefault(value.metric_id, []).append(value)
    return [sorted(panel, key=lambda value: value.horizon) for panel in panels.values()]


def _head(panel: list[Value], width: float, size: float) -> tuple[str, ...]:
    unit = f" ({panel[0].unit})" if panel[0].unit else ""
    return wrapped(panel[0].metric + unit, size * 1.07, width)


def _unit(panel: list[Value]) -> tuple[str, ...]:
    return (panel[0].unit,) if panel[0].unit else ()


def _of_unit(values: tuple[Value, ...], panel: list[Value]) -> list[Value]:
    """Return all values in the unit of a panel: panels of one unit stand on one scale, or their columns would lie."""
    return [value for value in values if value.unit == panel[0].unit]


def _panel(panel: list[Value], x: float, y: float, width: float, size: float, scaled_over: list[Value]) -> list[Shape]:
    bottom = y + HEIGHT * size
    scale = scale_over((value.high for value in scaled_over), bottom, y, from_zero=True)
    slot = width / len(panel)
    column = min(slot * 0.5, size * 4)
    shapes = [line("axis", x, bottom, x + width, bottom)]
    for index, value in enumerate(panel):
        shapes += _column(value, x + slot * (index + 0.5), column, slot, scale, bottom, size)
    return shapes


def _column(
    value: Value, middle: float, column: float, slot: float, scale: Scale, bottom: float, size: float
) -> list[Shape]:
    low, high = scale.at(max(value.low, Decimal(0))), scale.at(max(value.high, Decimal(0)))
    shapes = [rect("bar", middle - column / 2, low, column, bottom - low)]
    if value.is_range:
        shapes.append(rect("range", middle - column / 2, high, column, low - high))
    fitting = min(size, size * slot * 0.96 / max(width_of(value.label, size, bold=True), 1))
    if value.open_above:
        high -= size * 1.1
        shapes.append(up("open", middle, high + size * 1.1, size))
    shapes.append(words("value", middle, high - size * 0.5, value.label, fitting, "middle"))
    shapes.append(words("tick", middle, bottom + size * 1.3, value.horizon, size, "middle"))
    return shapes
