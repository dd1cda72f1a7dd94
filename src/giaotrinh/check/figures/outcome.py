"""How a quantity of the course stands to the sources."""

from dataclasses import dataclass
from enum import StrEnum

from giaotrinh.check.passages.statement import Statement


class Outcome(StrEnum):
    """What comparing a quantity with the sources gave."""

    SAME = "same"
    QUALIFIER = "qualifier"
    HORIZON = "horizon"
    ONE_END = "one-end"
    ROUNDED = "rounded"
    UNIT = "unit"
    DIFFERENT = "different"
    ABSENT = "absent"
    ELSEWHERE = "elsewhere"
    """In the sources, but in none of the provisions the passage cites."""
    UNCITED = "uncited"
    """In a source other than the main one, which nothing around it cites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An outcome with the statement it was found against, None for what stands in no source."""

    outcome: Outcome
    statement: Statement | None = None
