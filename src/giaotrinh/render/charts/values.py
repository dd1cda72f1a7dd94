"""The figures of a chart with their quantities and labels."""

from dataclasses import dataclass
from decimal import Decimal

from giaotrinh.model.quantity import Figure, Qualifier
from giaotrinh.render.blocks.figures import figure_words
from giaotrinh.render.blocks.typography import typeset

UPWARDS = frozenset({Qualifier.ABOVE, Qualifier.AT_LEAST})
DOWNWARDS = frozenset({Qualifier.BELOW, Qualifier.AT_MOST})


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A figure ready to be drawn."""

    metric: str
    metric_id: str
    unit: str
    horizon: str
    label: str
    """The figure as printed, with its qualifier and a unit that is a sign: "trên 16%"."""
    low: Decimal
    high: Decimal
    open_above: bool = False
    open_below: bool = False

    @property
    def is_range(self) -> bool:
        """Return whether low and high differ."""
        return self.low != self.high

    @property
    def in_words(self) -> str:
        """Return the value as a screen reader says it."""
        return f"{self.metric}, {self.horizon}: {self.with_unit}"

    @property
    def with_unit(self) -> str:
        """Return the label with a unit that is a word; signs such as % are part of the label."""
        return f"{self.label}\u00a0{self.unit}" if self.unit and not self.unit.startswith("%") else self.label


def values_of(figures: tuple[Figure, ...]) -> tuple[Value, ...]:
    """Return the figures that have a quantity."""
    return tuple(_value(figure) for figure in figures if figure.quantity is not None)


def _value(figure: Figure) -> Value:
    quantity = figure.quantity
    if quantity is None:
        raise ValueError(f"figure {figure.name} has no quantity")
    return Value(
        metric=typeset(figure.metric),
        metric_id=figure.metric_id,
        unit=figure.unit,
        horizon=typeset(figure.horizon),
        label=figure_words(figure) + (figure.unit if figure.unit.startswith("%") else ""),
        low=quantity.low,
        high=quantity.high,
        open_above=quantity.qualifier in UPWARDS,
        open_below=quantity.qualifier in DOWNWARDS,
    )
