"""Numbers of one passage beside each other: two in each other's place, one given twice where two are told apart."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, takewhile

from giaotrinh.check.figures.comparison import Value, compare_values, is_same_unit
from giaotrinh.check.figures.judging import Judge
from giaotrinh.check.figures.metric import Context
from giaotrinh.check.figures.outcome import Finding, Outcome
from giaotrinh.check.passages.statement import Statement
from giaotrinh.model.quantity import Figure, Quantity
from giaotrinh.viet.times import times_agree

BETTER = 0.15
"""How much more of their words two numbers of one provision must share with each other's statements, of 2 at most."""

FAR_BETTER = 0.5
"""The same for two numbers of different provisions."""

ALIKE = 0.6
"""Share of words from which a number given twice is meant to be another of its provision."""

_PHRASE = 2
"""Words in a row, as the source has them, that settle whose a number is."""

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A quantity of a passage with its words and what was found."""

    said: Quantity
    context: Context
    finding: Finding
    behind: str = ""
    """The words behind it."""


def exchanged(judge: Judge, judged: Sequence[Judged], called: Iterable[Figure]) -> tuple[Judged, ...]:
    """Return the quantities of one passage, those in each other's place found different from their statements.

    `called` are the figures that {value} prints in the passage.
    """
    judged = [_worded(judge, each) for each in judged]
    result = list(judged)
    for first, second in combinations(range(len(judged)), 2):
        one, two = judged[first], judged[second]
        own, other = one.finding.statement, two.finding.statement
        if own is not None and other is not None and _may_be_exchanged(one, two) and _fit_better(judge, one, two):
            result[first] = replace(one, finding=Finding(outcome=Outcome.DIFFERENT, statement=other))
            result[second] = replace(two, finding=Finding(outcome=Outcome.DIFFERENT, statement=own))
    return _told_apart(judge, result, called)


def _worded(judge: Judge, judged: Judged) -> Judged:
    """Return a number taken for another of its provision as right where it goes on in the words of its own statement.

    "70% cho giáo viên, 30% cho nhân viên, 100% cho giáo viên ở ...": what tells them apart stands behind them.
    """
    taken = judged.finding.statement
    if judged.finding.outcome is not Outcome.DIFFERENT or taken is None:
        return judged
    for own in judge.statements.at(taken.address):
        same = compare_values(judged.said, own.quantity) is Value.SAME and own.quantity.unit == judged.said.unit
        if same and own.quantity.qualifier is judged.said.qualifier and _has_words_of(judged, own, taken):
            return replace(judged, finding=Finding(outcome=Outcome.SAME, statement=own))
    return judged


def _told_apart(judge: Judge, judged: Sequence[Judged], called: Iterable[Figure]) -> tuple[Judged, ...]:
    """Return the quantities, one found different where two are taken for one statement and it is more like another.

    "Ít nhất 1 cơ sở thuộc nhóm 200 ..., ít nhất 1 cơ sở thuộc nhóm 100 ..." of a provision that has 8 and 1.
    """
    taken = Counter(id(each.finding.statement) for each in judged if each.finding.outcome is Outcome.SAME)
    taken.update(id(each) for figure in called for each in judge.statements.stating(figure))
    return tuple(_as_meant(judge, each, taken) if taken[id(each.finding.statement)] > 1 else each for each in judged)


def _as_meant(judge: Judge, each: Judged, taken: Mapping[int, int]) -> Judged:
    own = each.finding.statement
    if own is None or each.finding.outcome is not Outcome.SAME:
        return each
    kinship = judge.statements.weights.kinship
    for other in judge.statements.at(own.address):
        apart = compare_values(each.said, other.quantity) is Value.OTHER
        free = apart and is_same_unit(each.said.unit, other.quantity.unit) and not taken.get(id(other))
        if free and kinship(each.context, other.context) > max(ALIKE, kinship(each.context, own.context)):
            return replace(each, finding=Finding(outcome=Outcome.DIFFERENT, statement=other))
    return each


def _may_be_exchanged(one: Judged, two: Judged) -> bool:
    own, other = one.finding.statement, two.finding.statement
    right = one.finding.outcome is two.finding.outcome is Outcome.SAME
    if not right or own is None or other is None:
        return False
    apart = (own.quantity.low, own.quantity.high) != (other.quantity.low, other.quantity.high)
    if not apart or not is_same_unit(one.said.unit, other.quantity.unit) or _is_settled(one, own, other):
        return False
    return not (_has_words_of(one, own, other) or _has_words_of(two, other, own))


def _has_words_of(judged: Judged, own: Statement, other: Statement) -> bool:
    """Whether the words right behind a number are those of its own statement, further than those of the other."""
    shared = _shared(judged.behind, own)
    return shared >= _PHRASE and shared > _shared(judged.behind, other)


def _shared(behind: str, statement: Statement) -> int:
    """Return with how many words and marks a text goes on as a statement does behind its number."""
    stated = _WORD.findall(statement.text[statement.quantity.end :].lower())
    pairs = zip(_WORD.findall(behind.lower()), stated, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


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
