"""Judging one quantity of the course against the statements of the sources."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from giaotrinh.check.comparison import (
    GENERAL,
    Value,
    base,
    compare_values,
    is_measured,
    is_same_unit,
    ratio_of,
)
from giaotrinh.check.metric import Context
from giaotrinh.check.passage import Address
from giaotrinh.check.scope import Scope
from giaotrinh.check.statement import Statement, Statements
from giaotrinh.check.times import times_agree
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.quantity import Qualifier, Quantity

SURE = 0.5
"""Likeness from which an equal number is the same fact without looking further."""

ENOUGH = 0.25
"""Likeness from which a plain equal number found in no cited provision is the same fact."""

RIVAL = 0.45
"""Likeness from which another number is the one the source has for this fact."""

STRONG = 0.75
"""Likeness from which another number outweighs an equal one that measures something else."""

AHEAD = 0.4
"""How far it must be ahead."""

_CLASS_UNITS = (
    "phút|giờ|tiết|buổi|trang|câu|điểm|nhóm|bước|bài|phiếu|slide|dòng|tờ|bản|lượt|lớp|học viên|người|ngày|tuần|tháng|"
    "năm|nội dung|vấn đề|việc|ý|loại|giai đoạn|mục tiêu|cấp|vòng|đợt|tổ|chữ|từ|ô|cột"
)
CLASS_UNITS = frozenset(_CLASS_UNITS.split("|"))
"""Units of the running of a class and of ordering thoughts; only strong words make such a number a fact."""


_COMPARING = re.compile(r"(?:cao|thấp|lớn|nhỏ|nhiều|ít|kém)\s+hơn|hơn\s+mức|vượt", re.IGNORECASE)


MOST_IN_CLASS = 240
"""Largest number of minutes, pages or people in the running of a class: a session has 240 minutes at most."""

MOST_IN_ORDER = 12
"""Largest count by which a text orders its thoughts."""


class Outcome(StrEnum):
    """How a quantity of the course stands to the sources."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    statement: Statement
    likeness: float
    rank: float


class Judge:
    """Judges quantities against the sources of one course."""

    def __init__(self, curriculum: Curriculum) -> None:
        """Index the statements of the course's sources."""
        self.statements = Statements(curriculum)
        self._main = curriculum.course.main_source

    def judge(self, said: Quantity, context: Context, scope: Scope, years: Sequence[str] = ()) -> Finding:
        """Return how a quantity stands to the sources; `years` are those its clause names."""
        equal = self._equal(said, context, scope)
        if equal and equal[0].likeness >= SURE:
            return self._same(said, equal, scope, years)
        rivals = self._rivals(said, context, scope)
        if equal and not _outweighs(rivals, equal[0], scope) and _is_enough(said, equal[0], scope):
            return self._same(said, equal, scope, years)
        if rivals and rivals[0].likeness >= _needed(said):
            return _other(said, rivals)
        return Finding(outcome=Outcome.SAME if is_of_the_class(said) else Outcome.ABSENT)

    def _equal(self, said: Quantity, context: Context, scope: Scope) -> list[_Match]:
        found = [each for each in self.statements.with_value(said) if is_same_unit(said.unit, each.quantity.unit)]
        return self._ranked(said, ((self._likeness(context, each), each) for each in found), scope)

    def _rivals(self, said: Quantity, context: Context, scope: Scope) -> list[_Match]:
        near = self.statements.alike(context)
        cited = [each for each in self.statements.all if _is_in(each, scope.own)] if scope.own else []
        known = {id(each) for _, each in near}
        near += [(self._likeness(context, each), each) for each in cited if id(each) not in known]
        return self._ranked(said, (pair for pair in near if _may_be_meant(said, *pair)), scope)

    def _likeness(self, context: Context, statement: Statement) -> float:
        return self.statements.weights.likeness(context, statement.context)

    def _ranked(self, said: Quantity, pairs: Iterable[tuple[float, Statement]], scope: Scope) -> list[_Match]:
        matches = [
            _Match(statement=each, likeness=likeness, rank=likeness + _bonus(said, each, scope))
            for likeness, each in pairs
        ]
        return sorted(matches, key=lambda match: (-match.rank, match.statement.address, match.statement.quantity.start))

    def _same(self, said: Quantity, equal: Sequence[_Match], scope: Scope, years: Sequence[str]) -> Finding:
        best = equal[0]
        close = [match.statement for match in equal if match.likeness >= min(best.likeness, SURE) - 0.1]
        clean = [each for each in close if _agrees(said, each, years) and _is_as_sure(said, each)]
        if not clean and best.likeness < ENOUGH and not _is_in(best.statement, scope.own | scope.around):
            return Finding(outcome=Outcome.SAME, statement=best.statement)  # a number by itself, about nothing we know
        if not clean:
            timely = [each for each in close if _agrees(said, each, years)]
            outcome = Outcome.QUALIFIER if timely else Outcome.HORIZON
            return Finding(outcome=outcome, statement=(timely or [best.statement])[0])
        if any(_is_in(each, scope.all) for each in clean) or is_of_the_class(said):
            return Finding(outcome=Outcome.SAME, statement=clean[0])
        if scope.own:
            return Finding(outcome=Outcome.ELSEWHERE, statement=clean[0])
        known = any(each.address[0] == self._main for each in clean)
        return Finding(outcome=Outcome.SAME if known else Outcome.UNCITED, statement=clean[0])


def is_of_the_class(said: Quantity) -> bool:
    """Whether a number that is in no source is one of the running of a class or of ordering thoughts."""
    if is_measured(said.unit) and base(said.unit) not in CLASS_UNITS:
        return False
    if ratio_of(said.unit):
        return False
    if said.low != said.low.to_integral_value() or said.high != said.high.to_integral_value():
        return False
    return said.high <= (MOST_IN_CLASS if said.unit in CLASS_UNITS else MOST_IN_ORDER)


def is_distinctive(said: Quantity) -> bool:
    """Whether a number is hardly met by chance: a range, decimals, or three digits and more."""
    digits = said.low.normalize().as_tuple().digits
    if said.low >= 1000 and len(digits) > 1:
        return True
    return said.low != said.high or len(digits) >= 3 or (len(digits) == 2 and said.low != said.low.to_integral_value())


def _bonus(said: Quantity, statement: Statement, scope: Scope) -> float:
    bonus = 0.3 if _is_in(statement, scope.own) else 0.2 if _is_in(statement, scope.around) else 0.0
    bonus += 0.1 if not bonus and _is_in(statement, scope.section) else 0.0
    if said.horizon and statement.horizon:
        bonus += 0.15 if times_agree(said.horizon, statement.horizon) else -0.3
    bonus += 0.1 if statement.quantity.qualifier is said.qualifier else 0.0
    return bonus + (0.05 if statement.quantity.unit == said.unit else 0.0)


def _is_in(statement: Statement, addresses: Iterable[Address]) -> bool:
    return any(statement.below(address) for address in addresses)


def _agrees(said: Quantity, statement: Statement, years: Sequence[str]) -> bool:
    """Whether the horizons agree; a clause that names several years is given the benefit of the doubt."""
    if times_agree(said.horizon, statement.horizon):
        return True
    return any(times_agree(year, statement.horizon) for year in years)


def _is_as_sure(said: Quantity, statement: Statement) -> bool:
    """Whether the qualifiers agree; "cao hơn mức 6,93%" may qualify the number or compare with it."""
    return (said.qualifier is statement.quantity.qualifier or not said.unit) or (
        statement.quantity.qualifier is Qualifier.EXACT and _COMPARING.match(said.text) is not None
    )


def _outweighs(rivals: Sequence[_Match], equal: _Match, scope: Scope) -> bool:
    """Whether another number is so much more likely meant that the equal one is only met by chance.

    One that stands further away than an equal one in a cited provision is not.
    """
    near = [match for match in rivals if _ring(match.statement, scope) <= _ring(equal.statement, scope)]
    best = max((match.likeness for match in near), default=0.0)
    return best >= STRONG and best - equal.likeness >= AHEAD


def _ring(statement: Statement, scope: Scope) -> int:
    """Return how far a statement stands from what a passage cites: 0 in its own citations, 3 nowhere near."""
    rings = (scope.own, scope.around, scope.section)
    return next((ring for ring, addresses in enumerate(rings) if _is_in(statement, addresses)), len(rings))


def _is_enough(said: Quantity, equal: _Match, scope: Scope) -> bool:
    if is_distinctive(said):
        return True
    return equal.likeness >= (0.05 if _is_in(equal.statement, scope.all) else ENOUGH)


def _needed(said: Quantity) -> float:
    """Return the likeness a rival needs: small counts of things order thoughts more often than they state facts."""
    if is_measured(said.unit) and base(said.unit) not in CLASS_UNITS:
        return RIVAL
    return STRONG if said.high <= MOST_IN_ORDER or said.unit in CLASS_UNITS else 0.55


def _may_be_meant(said: Quantity, likeness: float, statement: Statement) -> bool:
    """Whether a statement may be what a number was meant to say: same kind of unit, or the same fact in other units."""
    stated = statement.quantity
    if is_same_unit(said.unit, stated.unit):
        return compare_values(said, stated) is not Value.SAME
    if said.unit in CLASS_UNITS or stated.unit in CLASS_UNITS:
        return False
    if not is_measured(said.unit) and not is_measured(stated.unit):
        return likeness >= STRONG and said.unit not in GENERAL and compare_values(said, stated) is Value.SAME
    return likeness >= (RIVAL if compare_values(said, stated) is Value.SAME else STRONG)


def _other(said: Quantity, rivals: Sequence[_Match]) -> Finding:
    """Return the plainest thing to say: other unit, one end, rounded, else different from the likeliest."""
    close = [match.statement for match in rivals if match.likeness >= rivals[0].likeness - 0.25]
    for statement in close:
        value = compare_values(said, statement.quantity)
        fits = is_same_unit(said.unit, statement.quantity.unit)
        if value is Value.SAME and not fits:
            return Finding(outcome=Outcome.UNIT, statement=statement)
        if value is Value.ONE_END and fits:
            return Finding(outcome=Outcome.ONE_END, statement=statement)
        if value is Value.ROUNDED and fits:
            return Finding(outcome=Outcome.ROUNDED, statement=statement)
    return Finding(outcome=Outcome.DIFFERENT, statement=close[0])
