"""Marking guides in steps of 0,25: the points of the content first, then analysis, own unit, proposals."""

from collections.abc import Sequence
from decimal import Decimal

from giaotrinh.model.course import MarkingStep

STEP = Decimal("0.25")
TOTAL = Decimal("4.0")
"""Points of an essay or a case."""

_CONTENT = Decimal("1.5")
"""Points for the ideas of the source, shared among them."""


def marking_guide(ideas: Sequence[str], rest: Sequence[tuple[str, str]]) -> tuple[MarkingStep, ...]:
    """Return the lines of a guide that add up to TOTAL: ideas share 1,5 points in whole steps, `rest` has its own.

    The last line of `rest` takes what the others leave.
    """
    lines = [
        MarkingStep(text=idea, points=points) for idea, points in zip(ideas, shares(_CONTENT, len(ideas)), strict=True)
    ]
    lines += [MarkingStep(text=text, points=Decimal(points)) for text, points in rest[:-1]]
    left = TOTAL - sum((line.points for line in lines), Decimal(0))
    return (*lines, MarkingStep(text=rest[-1][0], points=left))


def shares(total: Decimal, count: int) -> tuple[Decimal, ...]:
    """Return so many parts of a total in whole steps, the first ones larger where it does not divide."""
    steps = int(total / STEP)
    each, more = divmod(steps, count) if count else (0, 0)
    return tuple(STEP * (each + (at < more)) for at in range(count))
