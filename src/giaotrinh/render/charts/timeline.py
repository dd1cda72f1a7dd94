"""A timeline of horizons: years down the side, what is to be reached beside them."""

from giaotrinh.render.blocks.metrics import width_of, wrapped
from giaotrinh.render.charts.shapes import LEADING, Drawing, Shape, dot, line
from giaotrinh.render.charts.shapes import stacked as stack
from giaotrinh.render.charts.shapes import words as put
from giaotrinh.render.charts.values import Value


def timeline(values: tuple[Value, ...], title: str, width: float, size: float) -> Drawing:
    """Return the chart; units may differ, each value prints with its own."""
    groups: dict[str, list[Value]] = {}
    for value in sorted(values, key=lambda value: value.horizon):
        groups.setdefault(value.horizon, []).append(value)
    rail = max(width_of(horizon, size * 1.1, bold=True) for horizon in groups) + size * 1.2
    shapes: list[Shape] = []
    y, last = size * 0.2, 0.0
    for horizon, members in groups.items():
        last = y + size * 0.85
        shapes.append(put("label-strong", rail - size * 1.2, y + size * 1.2, horizon, size * 1.1, "end"))
        shapes.append(dot("bar", rail, last, size * 0.4))
        for value in members:
            lines = _lines(value, width - rail - size, size)
            shapes += stack("label", rail + size, y + size * 1.2, lines, size)
            y += (len(lines) * LEADING + 0.35) * size
        y += size * 0.5
    shapes.insert(0, line("axis", rail, size * 0.6, rail, last))
    return Drawing(width=width, height=y + size * 0.3, title=title, shapes=tuple(shapes))


def _lines(value: Value, limit: float, size: float) -> tuple[str, ...]:
    return wrapped(f"{value.metric}: {value.with_unit}", size, limit)
