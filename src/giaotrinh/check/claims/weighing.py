"""Weighing what was found about a number: which kind of claim it is, and how much is made of it.

The judge compares a number with everything the sources state. Here the provisions that answer for it are laid beside
it: a statement of theirs that no other number of the sentence has said, that is of the same unit and in much the same
words, is what the number was to say. How much the words must have in common was fitted on labelled pairs
(`tests/lectures/fitting.py`); docs/claims.md has the decision table.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from decimal import Decimal

from giaotrinh.check.claims.claim import Claim, Kind, Number, Strength
from giaotrinh.check.claims.governing import Governing, Nearness
from giaotrinh.check.figures.comparison import Value, compare_values, is_same_unit
from giaotrinh.check.figures.outcome import Finding, Outcome
from giaotrinh.check.passages.statement import Statement, Statements
from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.viet.times import times_agree
from giaotrinh.viet.unit import base, is_measured

SURE = 0.6
"""Likeness from which a statement that answers for a number, and that it does not say, makes it an error."""

LIKELY = 0.3
"""Likeness from which it is worth a look."""

MEANT = 0.5
"""Likeness from which a small count, or a number spelled in words, is one of the facts rather than of the telling."""

CITED = 0.1
"""Likeness from which a number right before its citation was to say a statement of it."""

SURE_CITED = 0.4
"""Likeness from which that is an error."""

AHEAD = 0.35
"""How much more like another statement a right number must be to be in the wrong place."""

FRACTION = Decimal(8)
"""Points by which "hơn một nửa", "gần bốn phần mười" may stay from the share they speak of."""

_UP = frozenset({Qualifier.ABOVE, Qualifier.AT_LEAST})
_DOWN = frozenset({Qualifier.BELOW, Qualifier.AT_MOST, Qualifier.NEARLY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The statement a number was most likely to say, with the likeness of their words."""

    statement: Statement
    likeness: float


def meant(
    statements: Statements, number: Number, where: Governing, taken: Set[int], *, same: bool = False
) -> Meant | None:
    """Return the statement of the governing provisions most like a number; those in `taken` are said already.

    Only statements of the same unit count, and of the same time where both name one; with `same`, those of its value.
    """
    found = [
        Meant(statement=each, likeness=statements.weights.likeness(number.context, each.context))
        for each in _governed(statements, where)
        if id(each) not in taken
        and may_answer(number, each)
        and (not same or compare_values(number.said, each.quantity) is Value.SAME)
    ]
    return max(found, key=lambda each: each.likeness, default=None)


def _governed(statements: Statements, where: Governing) -> Iterable[Statement]:
    return {id(each): each for address in sorted(where.addresses) for each in statements.below(address)}.values()


def may_answer(number: Number, statement: Statement) -> bool:
    """Whether a statement may be what a number was to say, as far as unit and time go."""
    said, stated = number.said, statement.quantity
    if not is_same_unit(said.unit, stated.unit) or base(said.unit) == "lần":
        return False
    if not said.unit and is_measured(stated.unit) and stated.unit not in ("năm", "tuổi"):
        return False
    return times_agree(said.horizon, statement.horizon)


def speaks_of(said: Quantity, stated: Quantity) -> bool:
    """Whether a share in words is a fair way to speak of a figure: "hơn một nửa" of 55%."""
    below, above = stated.low - said.low, stated.high - said.low
    if said.qualifier in _UP and stated.qualifier is not Qualifier.BELOW:
        return below > -1 and above <= FRACTION
    if said.qualifier is Qualifier.NEARLY and stated.qualifier not in _UP:
        return below >= -FRACTION and above <= 1
    if said.qualifier is Qualifier.ABOUT:
        return abs(below) <= FRACTION / 2 or abs(above) <= FRACTION / 2
    return said.qualifier is stated.qualifier and abs(below) <= 1


def opposed(said: Qualifier, stated: Qualifier) -> bool:
    """Whether two qualifiers turn a bound round: "trên" and "dưới", "ít nhất" and "gần"."""
    return (said in _UP and stated in _DOWN) or (said in _DOWN and stated in _UP)


def weighed(
    number: Number, finding: Finding, other: Meant | None, where: Governing, *, is_cited: bool = False
) -> Claim:
    """Return the claim about a number that is not the same as any statement near, `other` being what was meant.

    Where the citation stands right behind the number (`is_cited`), few words in common are enough.
    """
    needed = CITED if is_cited else _needed(number)
    if other is None or other.likeness < needed or where.nearness > Nearness.SECTION:
        return Claim(number=number, kind=Kind.OF_THE_WORLD, strength=Strength.TABLE)
    outcome = finding.outcome if finding.statement is other.statement else Outcome.DIFFERENT
    sure = other.likeness >= (SURE_CITED if is_cited else SURE) and where.nearness <= Nearness.SECTION
    return Claim(
        number=number,
        kind=Kind.SOURCED,
        strength=Strength.ERROR if sure else Strength.LOOK,
        finding=Finding(outcome=outcome, statement=other.statement),
    )


def _needed(number: Number) -> float:
    """Return the likeness from which another statement was meant: lengths of time are told more often than claimed."""
    if number.said.unit in ("năm", "tháng", "tuần", "ngày", "giờ"):
        return SURE
    return LIKELY if is_measured(number.said.unit) and not number.is_spelled else MEANT


def is_misplaced(other: Meant, own: Statement, likeness: float, where: Governing) -> bool:
    """Whether a right number stands where its provision has another one: `likeness` is that of its own statement.

    Where its own statement is not of the provisions that answer for it, words that fit the other are enough.
    """
    if other.likeness < SURE or where.nearness > Nearness.SECTION:
        return False
    if not own.is_in(where.addresses):
        return where.nearness <= Nearness.AROUND and other.likeness >= likeness - (1 - SURE)
    return other.likeness - likeness >= AHEAD
