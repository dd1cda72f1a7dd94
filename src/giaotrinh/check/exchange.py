"""Figures in each other's place: two numbers of a passage that would fit its words better the other way round."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from giaotrinh.check.comparison import is_same_unit
from giaotrinh.check.judging import Judge
from giaotrinh.check.metric import Context
from giaotrinh.check.outcome import Finding, Outcome
from giaotrinh.check.statement import Statement
from giaotrinh.check.times import times_agree
from giaotrinh.model.quantity import Quantity

BETTER = 0.15
"""How much more of their words two numbers of one provision must share with each other's statements, of 2 at most."""

FAR_BETTER = 0.5
"""The same for two numbers of different provisions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A quantity of a passage with its words and what was found."""

    said: Quantity
    context: Context
    finding: Finding


def exchanged(judge: Judge, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """Return the quantities of one passage, those in each other's place found different from their statements."""
    result = list(judged)
    for first, second in combinations(range(len(judged)), 2):
        one, two = judged[first], judged[second]
        own, other = one.finding.statement, two.finding.statement
        if own is not None and other is not None and _may_be_exchanged(one, two) and _fit_better(judge, one, two):
            result[first] = replace(one, finding=Finding(outcome=Outcome.DIFFERENT, statement=other))
            result[second] = replace(two, finding=Finding(outcome=Outcome.DIFFERENT, statement=own))
    return tuple(result)


def _may_be_exchanged(one: Judged, two: Judged) -> bool:
    own, other = one.finding.statement, two.finding.statement
    right = one.finding.outcome is two.finding.outcome is Outcome.SAME
    if not right or own is None or other is None:
        return False
    apart = (own.quantity.low, own.quantity.high) != (other.quantity.low, other.quantity.high)
    return apart and is_same_unit(one.said.unit, other.quantity.unit) and not _is_settled(one, own, other)


def _is_settled(one: Judged, own: Statement, other: Statement) -> bool:
    """Whether the time of a number says that it stands in its own place."""
    time = one.said.horizon
    named = bool(time and own.horizon and other.horizon)
    return named and times_agree(time, own.horizon) and not times_agree(time, other.horizon)


def _fit_better(judge: Judge, one: Judged, two: Judged) -> bool:
    own, other = one.finding.statement, two.finding.statement
    if own is None or other is None:
        return False
    kinship = judge.statements.weights.kinship
    as_is = kinship(one.context, own.context) + kinship(two.context, other.context)
    the_other_way = kinship(one.context, other.context) + kinship(two.context, own.context)
    return the_other_way - as_is >= (BETTER if own.address == other.address else FAR_BETTER)
