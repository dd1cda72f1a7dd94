"""Large print: beside the body type of 18 points nothing is smaller than 14.

Those who read large print cannot read the notes under a table either. Raised marks stay small: what they lead to is
large. Heads and feet, and the notes that face a page, keep the size their room is made for (see the driver's layout).
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from giaotrinh.model.fragment import Job
from giaotrinh.render.style.style_sheet import Declaration, rewrite

SMALLEST = 14.0
"""Points."""

FLOORS = {"pt": 15.0, "rem": 0.84, "em": 0.93}
"""Unit -> the least that is left: 15 points, and within type of 15 points 14."""


def in_large_print(job: Job) -> Job:
    """Return the job with all type that is too small raised to the smallest size of large print."""
    return replace(job, styles={name: enlarged(text) for name, text in job.styles.items()})


def enlarged(text: str) -> str:
    """Return a style sheet in which no size of type is below the smallest."""
    return rewrite(text, _value)


def _value(declared: Declaration) -> Iterable[Any]:
    if declared.name != "font-size" or "vertical-align" in declared.beside:
        return declared.value
    return [_raised(token) for token in declared.value]


def _raised(token: Any) -> Any:
    if token.type != "dimension":
        return token
    floor = FLOORS.get(token.lower_unit, 0.0)
    if token.value < floor:
        token.value = floor
        token.representation = f"{floor:g}"
    return token
