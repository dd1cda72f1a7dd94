"""The verdict on one number: what it is taken for and what is made of it (docs/fidelity.md has the table)."""

from dataclasses import dataclass, field, replace

from giaotrinh.check.claims.claim import Claim, Kind, Number, Strength
from giaotrinh.check.claims.computing import follows, is_reasoned
from giaotrinh.check.claims.facets import differences
from giaotrinh.check.claims.governing import Governing, Nearness
from giaotrinh.check.claims.supposing import is_mentioned, is_supposed
from giaotrinh.check.claims.weighing import (
    LIKELY,
    MEANT,
    SURE,
    Meant,
    is_misplaced,
    meant,
    opposed,
    speaks_of,
    weighed,
)
from giaotrinh.check.figures.comparison import Value, compare_values
from giaotrinh.check.figures.judging import ENOUGH
from giaotrinh.check.figures.management import is_distinctive, measures_facts
from giaotrinh.check.figures.metric import sentence_bounds
from giaotrinh.check.figures.outcome import Finding, Outcome
from giaotrinh.check.passages.passage import Address, Passage
from giaotrinh.check.passages.statement import Statement, Statements
from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.viet.roles import role_named
from giaotrinh.viet.times import times_agree, year_behind
from giaotrinh.viet.unit import base, is_measured

MEMORY = 30
"""Numbers under the same headings, before its passage, that a number may have been worked out from."""

_RIGHT_NUMBER = frozenset({Outcome.QUALIFIER, Outcome.ELSEWHERE, Outcome.UNCITED, Outcome.HORIZON})
"""Outcomes about a number whose value its statement has."""

THINGS = 0.1
"""Likeness from which another count of the very things a cited provision counts is worth a look."""

_READ_ALONE = frozenset({"cell", "answer"})
"""Blocks that are read by themselves: a number in them names nothing that was said before."""

_TITLES = frozenset({"heading", "title", "option"})

_AGE = frozenset({"tuổi", "năm", "tháng", "tuần", "ngày", "giờ", "phút", "thế kỷ", "lần", "thập kỷ"})
"""Lengths of time and multiples: as long as no source states them, they are told, not claimed."""


@dataclass
class Telling:
    """What a module has said so far, as its numbers were judged."""

    qualified: dict[tuple[str, ...], set[int]] = field(default_factory=dict)
    """Headings -> statements that were said in full under them."""
    operands: list[tuple[tuple[str, ...], tuple[Quantity, ...]]] = field(default_factory=list)
    """Numbers of the passages before, the last ones last, with their headings."""
    cites: dict[tuple[str, ...], frozenset[Address]] = field(default_factory=dict)
    """Headings -> what was cited last under them: it answers for a list that it leads into."""


@dataclass(frozen=True, slots=True)
class Case:
    """A number under judgement."""

    passage: Passage
    number: Number
    finding: Finding
    where: Governing
    taken: frozenset[int]
    beside: tuple[Quantity, ...]

    @property
    def is_reasoned(self) -> bool:
        """Whether its sentence works something out."""
        first, last = sentence_bounds(self.passage.text, self.number.said.number_start)
        return is_reasoned(self.passage.text[first:last])


class Verdicts:
    """Gives verdicts on the numbers of a module, in the order they are said."""

    def __init__(self, statements: Statements, telling: Telling) -> None:
        """Take what the sources state, and what the module has said before the number."""
        self._statements = statements
        self._likeness = statements.weights.likeness
        self._telling = telling

    def claim(self, case: Case) -> Claim:
        """Return the claim about a number, what is said of it compared with what its provision says."""
        claim = self._claim(case)
        own = claim.finding.statement if claim.finding is not None else None
        if claim.kind is not Kind.SOURCED or claim.strength is Strength.ERROR or own is None:
            return claim
        same = compare_values(case.number.said, own.quantity) is Value.SAME
        if not same or not own.is_in(case.where.addresses) or case.where.nearness > Nearness.SECTION:
            return claim
        if self._of(case, own) < LIKELY and not self._is_only(case, own):
            return claim
        for found in differences(case.passage.text, case.number.said, case.beside, own):
            strength = Strength.ERROR if found.is_sure and self._of(case, own) >= MEANT else Strength.LOOK
            return replace(claim, strength=strength, difference=found)
        return claim

    def _is_only(self, case: Case, own: Statement) -> bool:
        """Whether the provisions that the sentence cites have a number once."""
        if case.where.nearness is not Nearness.SENTENCE:
            return False
        stated = (each for path in sorted(case.where.addresses) for each in self._statements.below(path))
        return (
            sum(each.quantity.low == own.quantity.low and each.quantity.high == own.quantity.high for each in stated)
            == 1
        )

    def _claim(self, case: Case) -> Claim:
        number, finding = case.number, case.finding
        if is_mentioned(case.passage, number.said.start, number.said.end):
            return Claim(number=number, kind=Kind.MENTIONED, finding=finding)
        supposed = is_supposed(case.passage, number.said.number_start)
        other = meant(self._statements, number, case.where, case.taken)
        if finding.outcome is Outcome.SAME:
            return self._same(case, other, supposed=supposed)
        if finding.statement is not None and finding.outcome in _RIGHT_NUMBER:
            return self._right_number(case, finding.statement, other, supposed=supposed)
        return self._other_number(case, other, supposed=supposed)

    def _same(self, case: Case, other: Meant | None, *, supposed: bool) -> Claim:
        """Return the claim of a number that is the source's or of the class: it may still stand in a wrong place."""
        own = case.finding.statement
        if (
            other is not None
            and not supposed
            and compare_values(case.number.said, other.statement.quantity) is not Value.SAME
        ):
            told = (
                case.number.is_spelled and not case.number.said.unit and case.number.said.qualifier is Qualifier.EXACT
            )
            if own is None and other.likeness >= MEANT and not told:
                return weighed(case.number, case.finding, other, case.where)
            if own is not None and is_misplaced(other, own, self._of(case, own), case.where):
                return _error(case, Outcome.DIFFERENT, other.statement)
        if own is not None and self._is_untimely(case, own):
            return _error(case, Outcome.HORIZON, own)
        if own is not None and opposed(case.number.said.qualifier, own.quantity.qualifier):
            return self._qualified(case, own, self._of(case, own)) or _quiet(case, own)
        kind = Kind.SOURCED if own is not None else Kind.OF_THE_CLASS
        return Claim(number=case.number, kind=kind, finding=case.finding)

    def _is_untimely(self, case: Case, own: Statement) -> bool:
        """Whether a year right behind a number is not the one its provision gives it."""
        said = case.number.said
        year = year_behind(case.passage.text, said.end)
        near = case.where.nearness <= Nearness.AROUND and self._of(case, own) >= MEANT
        return bool(year and own.horizon) and near and not times_agree(year, own.horizon)

    def _of(self, case: Case, statement: Statement) -> float:
        return self._likeness(case.number.context, statement.context)

    def _right_number(self, case: Case, stated: Statement, other: Meant | None, *, supposed: bool) -> Claim:
        """Return the claim of a number the source has, but otherwise: another qualifier, time or place."""
        likeness = self._of(case, stated)
        if supposed and (likeness < SURE or case.where.nearness is not Nearness.SENTENCE):
            return Claim(number=case.number, kind=Kind.ASSUMED)
        quiet = _quiet(case, stated)
        apart = other is not None and compare_values(case.number.said, other.statement.quantity) is not Value.SAME
        if other is not None and apart and is_misplaced(other, stated, likeness, case.where):
            return _error(case, Outcome.DIFFERENT, other.statement)
        match case.finding.outcome:
            case Outcome.QUALIFIER:
                return self._qualified(case, stated, likeness) or quiet
            case Outcome.HORIZON:
                near = case.where.nearness <= Nearness.AROUND or "cell" in case.passage.inside
                if not near or not (likeness >= LIKELY or is_distinctive(case.number.said)):
                    return quiet
                return (
                    _error(case, Outcome.HORIZON, stated) if likeness >= MEANT else _look(case, Outcome.HORIZON, stated)
                )
            case _:
                return _look(case, case.finding.outcome, stated) if likeness >= ENOUGH else quiet

    def _qualified(self, case: Case, stated: Statement, likeness: float) -> Claim | None:
        said, source = case.number.said.qualifier, stated.quantity.qualifier
        if case.number.is_spelled and speaks_of(case.number.said, stated.quantity):
            return None
        answered = stated.is_in(case.where.addresses)
        if opposed(said, source):
            if likeness < LIKELY and not answered:
                return None
            return _error(case, Outcome.QUALIFIER, stated) if answered else _look(case, Outcome.QUALIFIER, stated)
        alone = not case.passage.inside.isdisjoint(_READ_ALONE)
        far = case.where.nearness > Nearness.AROUND and not alone
        if said is Qualifier.EXACT and (far or (not alone and self._is_told(case.passage, stated))):
            return None
        if case.passage.kind in _TITLES and said is Qualifier.EXACT:
            return None
        near = answered or likeness >= MEANT or (alone and is_distinctive(case.number.said))
        return _look(case, Outcome.QUALIFIER, stated) if near else None

    def _is_told(self, passage: Passage, stated: Statement) -> bool:
        """Whether a statement was said in full under the same headings before: then a number may merely name it."""
        return id(stated) in self._telling.qualified.get(passage.headings, ())

    def _other_number(self, case: Case, other: Meant | None, *, supposed: bool) -> Claim:
        number, finding = case.number, case.finding
        said = number.said
        strong = other is not None and other.likeness >= SURE
        if number.is_spelled and said.unit == "%":
            spoken = self._spoken_of(case, other)
            if spoken is not None:
                return _quiet(case, spoken)
        if supposed and not (strong and case.where.nearness is Nearness.SENTENCE):
            return Claim(number=number, kind=Kind.ASSUMED)
        if number.is_spelled and said.unit == "%" and self._rest_of(case):
            return Claim(number=number, kind=Kind.COMPUTED)
        unit = self._unit_slip(case)
        if unit is not None:
            return unit
        if not strong and case.is_reasoned and follows(said, self._operands(case)):
            return Claim(number=number, kind=Kind.COMPUTED)
        slip = self._slip(case, other)
        if slip is not None:
            return slip
        claim = weighed(number, finding, other, case.where)
        if claim.strength is Strength.TABLE and not _needs_ground(number):
            return replace(claim, kind=Kind.OF_THE_CLASS, strength=Strength.NOTHING)
        return claim

    def _rest_of(self, case: Case) -> bool:
        """Whether a share in words is what a share beside it leaves of the whole: "gần một nửa ... chưa" of 50-55%."""
        return any(
            speaks_of(case.number.said, replace(each, low=100 - each.high, high=100 - each.low))
            for each in case.beside
            if base(each.unit) == "%" and each.number_start != case.number.said.number_start
        )

    def _spoken_of(self, case: Case, other: Meant | None) -> Statement | None:
        """Return the governing statement a share in words is a fair way to speak of."""
        found = [
            (self._of(case, each), each)
            for address in sorted(case.where.addresses)
            for each in self._statements.below(address)
            if base(each.quantity.unit) == "%" and speaks_of(case.number.said, each.quantity)
        ]
        best = max(found, key=lambda pair: pair[0], default=None)
        least = max(LIKELY / 2, other.likeness - LIKELY if other is not None else 0)
        return best[1] if best is not None and best[0] >= least else None

    def _unit_slip(self, case: Case) -> Claim | None:
        """Return the claim of a number that a governing statement has with another unit."""
        stated = case.finding.statement
        if case.finding.outcome is not Outcome.UNIT or stated is None or base(case.number.said.unit) == "lần":
            return None
        meant_so = stated.is_in(case.where.addresses) and self._of(case, stated) >= LIKELY
        return _error(case, Outcome.UNIT, stated) if meant_so and id(stated) not in case.taken else None

    def _slip(self, case: Case, other: Meant | None) -> Claim | None:
        """Return the claim of a number that is a governing statement's but for one end, its last digits."""
        stated, outcome = case.finding.statement, case.finding.outcome
        if stated is None or id(stated) in case.taken or base(case.number.said.unit) == "lần":
            return None
        likeness = self._of(case, stated)
        answered = stated.is_in(case.where.addresses)
        if other is not None and other.statement is not stated and other.likeness > likeness:
            return None
        said, source = case.number.said.qualifier, stated.quantity.qualifier
        if outcome is Outcome.ROUNDED and said is not Qualifier.EXACT and source is Qualifier.EXACT:
            return _quiet(case, stated)
        if outcome in (Outcome.ONE_END, Outcome.ROUNDED) and answered and likeness >= LIKELY / 2:
            return _look(case, outcome, stated)
        same_things = stated.quantity.unit == case.number.said.unit and case.where.nearness is Nearness.SENTENCE
        if outcome is Outcome.DIFFERENT and answered and same_things and not is_measured(stated.quantity.unit):
            return _look(case, outcome, stated) if likeness >= THINGS else None
        if outcome is Outcome.DIFFERENT and likeness >= SURE and (answered or case.where.nearness >= Nearness.SECTION):
            return _error(case, outcome, stated)
        return None

    def _operands(self, case: Case) -> tuple[Quantity, ...]:
        """Return the numbers in reach: those of the passage, of the passages before, of the provisions that answer."""
        place = case.number.said.number_start
        own = [each for each in case.beside if each.number_start != place]
        near = [
            each for headings, before in self._telling.operands for each in before if headings == case.passage.headings
        ][-MEMORY:]
        return (*own, *reversed(near))


def _needs_ground(number: Number) -> bool:
    """Whether a number that nothing stands behind belongs in the table: measures and large counts do."""
    said = number.said
    if said.unit in _AGE or (number.is_spelled and not is_measured(said.unit)):
        return False
    return measures_facts(said.unit) or is_distinctive(said) or said.high > 240 or role_named(said.unit) is not None


def _error(case: Case, outcome: Outcome, stated: Statement) -> Claim:
    return Claim(
        number=case.number,
        kind=Kind.SOURCED,
        strength=Strength.ERROR,
        finding=Finding(outcome=outcome, statement=stated),
    )


def _quiet(case: Case, stated: Statement) -> Claim:
    return Claim(number=case.number, kind=Kind.SOURCED, finding=Finding(outcome=Outcome.SAME, statement=stated))


def _look(case: Case, outcome: Outcome, stated: Statement) -> Claim:
    return replace(_error(case, outcome, stated), strength=Strength.LOOK)
