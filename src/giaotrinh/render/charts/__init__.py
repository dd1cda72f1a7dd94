"""Charts: figures of a source -> a drawing in points, drawn by templates/base/chart.html.

`draw_chart` picks the kind from a block's options and refuses what would mislead: one value alone, mixed units on one
axis, shares that cannot make 100. Numbers come from the figures' quantities, never from typed ones.

horizons    Small multiples: one panel a metric, one column a horizon, from zero.
range_bars  Range bars: one row a metric, a bar from the low to the high end, on one axis.
scale       Axes: round steps over a range of decimals.
shapes      What charts are drawn from: rectangles, lines, dots and words, in points, each with a look named in the
            template.
timeline    A timeline of horizons: years down the side, what is to be reached beside them.
values      The figures of a chart with their quantities and labels.
"""

from collections.abc import Callable, Mapping

from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.document import Block
from giaotrinh.model.quantity import Figure
from giaotrinh.render.charts.horizons import horizons
from giaotrinh.render.charts.range_bars import range_bars
from giaotrinh.render.charts.shapes import Drawing
from giaotrinh.render.charts.shares import WHOLE, brackets_whole, shares
from giaotrinh.render.charts.timeline import timeline
from giaotrinh.render.charts.values import Value, values_of
from giaotrinh.viet.number import written

__all__ = ["CHARTS", "Drawing", "draw_chart"]

CHARTS: Mapping[str, Callable[[tuple[Value, ...], str, float, float], Drawing]] = {
    "range-bars": range_bars,
    "horizons": horizons,
    "shares": shares,
    "timeline": timeline,
}

LABEL_SHARE = 0.72
"""Size of chart labels against the body type."""
SMALLEST = 8.0
"""Points below which labels of a chart are not read."""


def draw_chart(
    block: Block, figures: tuple[Figure, ...], width: float, body: float, tallest: float, smallest: float = SMALLEST
) -> tuple[Drawing | None, tuple[Diagnostic, ...]]:
    """Return the drawing of a chart block, None with diagnostics where it would mislead.

    `width` and `tallest` are the room in points, `body` the size of the type around it; a drawing that would be taller
    is drawn with smaller labels, down to `smallest`.
    """
    kind = block.options.get("kind", "range-bars")
    values = values_of(figures)
    found = _objections(block, kind, figures, values)
    if found or kind not in CHARTS:
        return None, found
    title = "; ".join([block.plain_title, *(value.in_words for value in values)])
    size = max(body * LABEL_SHARE, smallest)
    while (drawing := CHARTS[kind](values, title, width, size)).height > tallest and size - 1 >= smallest:
        size -= 1
    return drawing, ()


def _objections(
    block: Block, kind: str, figures: tuple[Figure, ...], values: tuple[Value, ...]
) -> tuple[Diagnostic, ...]:
    place = block.option_spans.get("figures", block.span)
    wordless = [figure.name for figure in figures if figure.quantity is None]
    if wordless:
        return (error("chart-figure-without-number", place, names=", ".join(wordless)),)
    if len(values) < 2:
        return (error("chart-one-value", place, count=len(values)),)
    if kind == "shares" and not brackets_whole(values):
        low, high = sum(value.low for value in values), sum(value.high for value in values)
        ends = {"low": written(low + 0 * WHOLE), "high": written(high + 0 * WHOLE)}
        return (error("chart-shares-not-100", place, **ends),)
    mixed = _mixed_units(kind, values)
    return (error("chart-mixed-units", place, units=", ".join(mixed)),) if mixed else ()


def _mixed_units(kind: str, values: tuple[Value, ...]) -> tuple[str, ...]:
    """Return the units that meet on one axis, empty where each axis has one."""
    if kind == "timeline":
        return ()
    axes: dict[str, dict[str, None]] = {}
    for value in values:
        axes.setdefault(value.metric_id if kind == "horizons" else "", {})[value.unit] = None
    return next((tuple(units) for units in axes.values() if len(units) > 1), ())
