"""Claims: what a number of a course is taken for, how sure that is, and what it was compared with."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from giaotrinh.check.claims.facets import Difference
from giaotrinh.check.figures.metric import Context
from giaotrinh.check.figures.outcome import Finding
from giaotrinh.model.quantity import Quantity


class Kind(StrEnum):
    """What a number in a course can be."""

    SOURCED = "sourced"
    """Said of the same fact as a provision."""
    CALLED = "called"
    """Printed by {value}."""
    OF_ANOTHER = "of-another-document"
    """Given to another document by {from}, or part of a document's title."""
    ASSUMED = "assumed"
    """Supposed for an example or an exercise."""
    COMPUTED = "computed"
    """Worked out from other numbers in reach."""
    OF_THE_CLASS = "of-the-class"
    """Of the running of the class, or ordering thoughts."""
    OF_THE_WORLD = "of-the-world"
    """In no source here: it has no ground until an author gives one."""
    MENTIONED = "mentioned"
    """Shown, often as wrong, rather than said."""


class Strength(StrEnum):
    """How much is made of what was found about a claim."""

    NOTHING = "nothing"
    TABLE = "table"
    """Without a ground: an entry in the table of the module."""
    LOOK = "look"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number of a passage with the words around it."""

    said: Quantity
    context: Context
    is_spelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A number, what it is taken for, and what follows from it."""

    number: Number
    kind: Kind
    strength: Strength = Strength.NOTHING
    finding: Finding | None = None
    """What it was compared with; None where nothing in the sources is meant."""
    result: Decimal | None = None
    """What it should be where it is worked out wrongly."""
    difference: Difference | None = None
    """What else is said of it than its provision says."""
