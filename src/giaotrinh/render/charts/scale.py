"""Axes: round steps over a range of decimals."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A linear axis from `low` to `high` over points `start` to `end`."""

    low: Decimal
    high: Decimal
    step: Decimal
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        """Return the place of a value in points."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + float(share) * (self.end - self.start)

    def ticks(self) -> tuple[Decimal, ...]:
        """Return the round values of the axis."""
        count = int((self.high - self.low) / self.step)
        return tuple(self.low + self.step * index for index in range(count + 1))


def scale_over(values: Iterable[Decimal], start: float, end: float, *, from_zero: bool, ticks: int = 5) -> Scale:
    """Return an axis that holds all values with room at both ends."""
    listed = tuple(values)
    low, high = min(listed), max(listed)
    if from_zero:
        low = min(low, Decimal(0))
    step = _step((high - low or high or Decimal(1)) / ticks)
    bottom = (low / step).to_integral_value(ROUND_FLOOR) * step
    top = (high / step).to_integral_value(ROUND_CEILING) * step
    if not from_zero and bottom == low and bottom >= step:
        bottom -= step
    if top == bottom:
        top += step
    return Scale(low=bottom, high=top, step=step, start=start, end=end)


def _step(rough: Decimal) -> Decimal:
    magnitude = Decimal(10) ** rough.adjusted()
    return next(step * magnitude for step in _STEPS if step * magnitude >= rough)
