"""Judging one quantity of the course against the statements of the sources."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from giaotrinh.check.figures.comparison import Value, compare_values, is_same_unit
from giaotrinh.check.figures.management import (
    CLASS_UNITS,
    MOST_IN_ORDER,
    is_distinctive,
    is_of_the_class,
    measures_facts,
)
from giaotrinh.check.figures.metric import Context
from giaotrinh.check.figures.outcome import Finding, Outcome
from giaotrinh.check.figures.slips import VERBATIM, slipped
from giaotrinh.check.passages.scope import SECTION, Scope
from giaotrinh.check.passages.statement import Statement, Statements
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.viet.times import times_agree
from giaotrinh.viet.unit import GENERAL, is_measured

SURE = 0.5
"""Likeness from which an equal number is the same fact without looking further."""

ENOUGH = 0.25
"""Likeness from which a plain equal number found in no cited provision is the same fact."""

RIVAL = 0.45
"""Likeness from which another number is the one the source has for this fact."""

STRONG = 0.75
"""Likeness from which a small count of things is a fact of the sources gone wrong."""

OUTWEIGHS = 0.65
"""Likeness from which another number outweighs an equal one that measures something else."""

AHEAD = 0.4
"""How far it must be ahead."""

CLEAR = 0.6
"""Likeness from which a number is the one its provision has for this fact, though another of its numbers was given."""

MARGIN = 0.15
"""How far it must be ahead of the number that was given."""

_COMPARING = re.compile(r"(?:cao|thấp|lớn|nhỏ|nhiều|ít|kém)\s+hơn|hơn\s+mức|vượt", re.IGNORECASE)


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
        if equal and (other := self._outshining(said, context, equal[0], scope)):
            return Finding(outcome=Outcome.DIFFERENT, statement=other)
        if equal and equal[0].likeness >= SURE:
            return self._beside(said, context, equal[0]) or self._same(said, context, equal, scope, years)
        rivals = self._rivals(said, context, scope)
        if not equal or scope.ring(equal[0].statement.address) > SECTION:
            slip = slipped(self.statements, said, context, scope)
            if slip is not None:
                return slip
        if equal and not _outweighs(rivals, equal[0], scope) and _is_enough(said, equal[0], scope):
            return self._beside(said, context, equal[0]) or self._same(said, context, equal, scope, years)
        if rivals and rivals[0].likeness >= _needed(said):
            return _other(said, rivals)
        return Finding(outcome=Outcome.SAME if is_of_the_class(said) else Outcome.ABSENT)

    def _outshining(self, said: Quantity, context: Context, equal: _Match, scope: Scope) -> Statement | None:
        """Return the statement cited near that says the passage almost word for word, but with another number.

        The equal number is then that of another row with much the same words, of which nothing near cites.
        """
        if scope.ring(equal.statement.address) <= SECTION:
            return None
        kinship = self.statements.weights.kinship
        least = kinship(context, equal.statement.context)
        near = {id(each): each for address in sorted(scope.all) for each in self.statements.below(address)}.values()
        for each in near:
            likeness = self._likeness(context, each)
            if likeness < VERBATIM or not _may_be_meant(said, likeness, each):
                continue
            if likeness >= equal.likeness and kinship(context, each.context) >= least:
                return each
        return None

    def _equal(self, said: Quantity, context: Context, scope: Scope) -> list[_Match]:
        found = [each for each in self.statements.with_value(said) if is_same_unit(said.unit, each.quantity.unit)]
        return self._ranked(said, ((self._likeness(context, each), each) for each in found), scope)

    def _rivals(self, said: Quantity, context: Context, scope: Scope) -> list[_Match]:
        near = self.statements.alike(context)
        known = {id(each) for _, each in near}
        cited = {id(each): each for address in scope.own for each in self.statements.below(address)}
        near += [(self._likeness(context, each), each) for key, each in cited.items() if key not in known]
        return self._ranked(said, (pair for pair in near if _may_be_meant(said, *pair)), scope)

    def _likeness(self, context: Context, statement: Statement) -> float:
        return self.statements.weights.likeness(context, statement.context)

    def _ranked(self, said: Quantity, pairs: Iterable[tuple[float, Statement]], scope: Scope) -> list[_Match]:
        matches = [
            _Match(statement=each, likeness=likeness, rank=likeness + _bonus(said, each, scope))
            for likeness, each in pairs
        ]
        return sorted(matches, key=lambda match: (-match.rank, match.statement.address, match.statement.quantity.start))

    def _beside(self, said: Quantity, context: Context, equal: _Match) -> Finding | None:
        """Return the finding that another number of the same provision is meant: figures in each other's place."""
        kinship = self.statements.weights.kinship
        least = kinship(context, equal.statement.context) + MARGIN
        for each in self.statements.at(equal.statement.address):
            meant = _is_alternative(said, each) and _is_of_its_time(said, each, equal.statement)
            if meant and kinship(context, each.context) >= least and self._likeness(context, each) >= CLEAR:
                return Finding(outcome=Outcome.DIFFERENT, statement=each)
        return None

    def _same(
        self, said: Quantity, context: Context, equal: Sequence[_Match], scope: Scope, years: Sequence[str]
    ) -> Finding:
        best = equal[0]
        if best.likeness < ENOUGH and not best.statement.is_in(scope.own | scope.around):
            return _by_itself(said, equal)
        close = [match.statement for match in equal if match.likeness >= min(best.likeness, SURE) - 0.1]
        timely = [each for each in close if self._is_timely(said, context, each, years)]
        clean = [each for each in timely if _is_as_sure(said, each)]
        if not clean:
            outcome = Outcome.QUALIFIER if timely else Outcome.HORIZON
            return Finding(outcome=outcome, statement=(timely or [best.statement])[0])
        return self._placed(said, clean, scope)

    def _placed(self, said: Quantity, clean: Sequence[Statement], scope: Scope) -> Finding:
        """Return what the citations around a right number say: cited, cited elsewhere, of a source nothing cites."""
        near = scope.own | scope.around if scope.own else scope.all
        if any(each.is_in(near) for each in clean) or is_of_the_class(said):
            return Finding(outcome=Outcome.SAME, statement=clean[0])
        if scope.own:
            return Finding(outcome=Outcome.ELSEWHERE, statement=clean[0])
        known = any(each.address[0] == self._main for each in clean)
        return Finding(outcome=Outcome.SAME if known else Outcome.UNCITED, statement=clean[0])

    def _is_timely(self, said: Quantity, context: Context, statement: Statement, years: Sequence[str]) -> bool:
        """Whether the horizons agree.

        A clause that names several years is given the benefit of the doubt, unless the provision has another figure
        for the very year that was read.
        """
        if times_agree(said.horizon, statement.horizon):
            return True
        if not any(times_agree(year, statement.horizon) for year in years):
            return False
        least = self._likeness(context, statement) - MARGIN
        return not any(
            each.horizon and times_agree(said.horizon, each.horizon) and self._likeness(context, each) >= least
            for each in self.statements.at(statement.address)
            if _is_alternative(said, each)
        )


def _bonus(said: Quantity, statement: Statement, scope: Scope) -> float:
    bonus = 0.3 if statement.is_in(scope.own) else 0.2 if statement.is_in(scope.around) else 0.0
    bonus += 0.1 if not bonus and statement.is_in(scope.section) else 0.0
    if said.horizon and statement.horizon:
        bonus += 0.15 if times_agree(said.horizon, statement.horizon) else -0.3
    bonus += 0.1 if statement.quantity.qualifier is said.qualifier else 0.0
    return bonus + (0.05 if statement.quantity.unit == said.unit else 0.0)


def _is_as_sure(said: Quantity, statement: Statement) -> bool:
    """Whether the qualifiers agree; "cao hơn mức 6,93%" may qualify the number or compare with it."""
    return (said.qualifier is statement.quantity.qualifier or not said.unit) or (
        statement.quantity.qualifier is Qualifier.EXACT and _COMPARING.match(said.text) is not None
    )


def _by_itself(said: Quantity, equal: Sequence[_Match]) -> Finding:
    """Return the finding about a number whose words tell nothing: only a plain one of its kind has its qualifier."""
    qualifiers = {match.statement.quantity.qualifier for match in equal}
    is_plain = len(said.low.normalize().as_tuple().digits) > 2 and measures_facts(said.unit) and len(qualifiers) == 1
    right = not is_plain or _is_as_sure(said, equal[0].statement)
    return Finding(outcome=Outcome.SAME if right else Outcome.QUALIFIER, statement=equal[0].statement)


def _is_alternative(said: Quantity, statement: Statement) -> bool:
    """Whether a statement gives another number of the same unit."""
    stated = statement.quantity
    return is_same_unit(said.unit, stated.unit) and compare_values(said, stated) is not Value.SAME


def _is_of_its_time(said: Quantity, other: Statement, equal: Statement) -> bool:
    """Whether another statement may be meant as far as horizons tell: not where only the equal one's agrees."""
    named = bool(said.horizon and other.horizon and equal.horizon)
    return not named or times_agree(said.horizon, other.horizon) or not times_agree(said.horizon, equal.horizon)


def _outweighs(rivals: Sequence[_Match], equal: _Match, scope: Scope) -> bool:
    """Whether another number is so much more likely meant that the equal one is only met by chance.

    One that stands further away than an equal one in a cited provision is not; one that stands nearer needs less.
    """
    ring = scope.ring(equal.statement.address)
    for match in rivals:
        its = scope.ring(match.statement.address)
        least, ahead = (RIVAL, MARGIN) if its < ring and its <= 1 else (OUTWEIGHS, AHEAD)
        if its <= ring and match.likeness >= least and match.likeness - equal.likeness >= ahead:
            return True
    return False


def _is_enough(said: Quantity, equal: _Match, scope: Scope) -> bool:
    if is_distinctive(said) or equal.statement.is_in(scope.own):
        return True
    return equal.likeness >= (0.05 if equal.statement.is_in(scope.all) else ENOUGH)


def _needed(said: Quantity) -> float:
    """Return the likeness a rival needs: small counts of things order thoughts more often than they state facts."""
    if measures_facts(said.unit):
        return RIVAL
    return STRONG if said.high <= MOST_IN_ORDER or said.unit in CLASS_UNITS else 0.55


def _may_be_meant(said: Quantity, likeness: float, statement: Statement) -> bool:
    """Whether a statement may be what a number was meant to say: same kind of unit, or the same fact in other units."""
    stated = statement.quantity
    if not said.unit and not is_distinctive(said):
        return False
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
