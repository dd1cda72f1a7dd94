"""The verdict on one number: what it is taken for and what is made of it (docs/claims.md has the table)."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from giaotrinh.check.claims.claim import Claim, Kind, Number, Strength
from giaotrinh.check.claims.computing import computes, follows, is_reasoned, is_result, nearest
from giaotrinh.check.claims.facets import differences
from giaotrinh.check.claims.governing import Governing, Nearness
from giaotrinh.check.claims.numbers import is_rank
from giaotrinh.check.claims.supposing import is_condition, is_mentioned, is_supposed
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

MEMORY = 24
"""Numbers before its passage that a number may have been worked out from."""

MOST_CITED = 12
"""Numbers of the provisions that answer for it, which it may have been worked out from."""

_RIGHT_NUMBER = frozenset({Outcome.QUALIFIER, Outcome.ELSEWHERE, Outcome.UNCITED, Outcome.HORIZON})
"""Outcomes about a number whose value its statement has."""

BESIDE = 20
"""Characters between a number and the citation that is its own."""

THINGS = 0.1
"""Likeness from which another count of the very things a cited provision counts is worth a look."""

_READ_ALONE = frozenset({"cell", "answer"})
"""Blocks that are read by themselves: a number in them names nothing that was said before."""

_TITLES = frozenset({"heading", "title", "option"})

_SPANS = frozenset({"năm", "tháng", "tuần", "ngày", "giờ", "phút"})

_AGE = frozenset({"tuổi", "năm", "tháng", "tuần", "ngày", "giờ", "phút", "thế kỷ", "lần", "thập kỷ"})
"""Lengths of time and multiples: as long as no source states them, they are told, not claimed."""


@dataclass
class Telling:
    """What a module has said so far, as its numbers were judged."""

    qualified: dict[tuple[str, ...], set[int]] = field(default_factory=dict)
    """Headings -> statements that were said in full under them."""
    operands: list[tuple[Quantity, ...]] = field(default_factory=list)
    """Numbers of the passages before, the last ones last."""
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
    """Identities of the statements that other numbers of its sentence say; of its paragraph, where that is cited."""
    beside: tuple[Quantity, ...]
    """All numbers of the passage."""

    @property
    def is_cited(self) -> bool:
        """Whether a citation stands right behind it: then it is said of what is cited."""
        end = self.number.said.end
        behind = [at for _, at in self.passage.cites if end <= at <= end + BESIDE]
        return bool(behind) and not any(end <= each.start < min(behind) for each in self.beside)

    @property
    def is_rank(self) -> bool:
        """Whether it says down to which place a ranking goes."""
        return is_rank(self.passage.text, self.number.said.number_start)

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
        if other is not None and case.is_rank and not _is_rank(other.statement):
            other = None
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
            if own is None and (other.likeness >= MEANT or case.is_cited) and not told:
                claim = weighed(case.number, case.finding, other, case.where, is_cited=case.is_cited)
                return claim if claim.strength is not Strength.TABLE else replace(claim, strength=Strength.NOTHING)
            if own is not None and is_misplaced(other, own, self._of(case, own), case.where):
                return _error(case, Outcome.DIFFERENT, other.statement)
        if own is not None and self._is_untimely(case, own):
            return _error(case, Outcome.HORIZON, own)
        if own is not None and opposed(case.number.said.qualifier, own.quantity.qualifier):
            return self._qualified(case, own, self._of(case, own)) or _quiet(case, own)
        if own is None and not supposed and (span := self._other_span(case)) is not None:
            return _error(case, Outcome.UNIT, span)
        kind = Kind.SOURCED if own is not None else Kind.OF_THE_CLASS
        return Claim(number=case.number, kind=kind, finding=case.finding)

    def _other_span(self, case: Case) -> Statement | None:
        """Return the statement a sentence cites that has this number of days where it says months, or the like."""
        unit = case.number.said.unit
        if unit not in _SPANS or case.where.nearness is not Nearness.SENTENCE:
            return None
        stated = [each for path in sorted(case.where.addresses) for each in self._statements.below(path)]
        equal = [each for each in stated if compare_values(case.number.said, each.quantity) is Value.SAME]
        spans = [each for each in equal if each.quantity.unit in _SPANS]
        return spans[0] if spans and all(each.quantity.unit != unit for each in spans) else None

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
        """Return the claim of a number that no statement near has: with another ground, with none, or wrong."""
        grounded = self._grounded(case, other, supposed=supposed) or self._slip(case, other)
        if grounded is not None:
            return grounded
        claim = weighed(case.number, case.finding, other, case.where, is_cited=case.is_cited)
        if claim.strength is Strength.LOOK and not case.is_cited and self._is_retold(case, other):
            claim = Claim(number=case.number, kind=Kind.OF_THE_WORLD, strength=Strength.TABLE)
        if claim.strength is not Strength.TABLE:
            return claim
        if (result := self._wrong_result(case)) is not None:
            return Claim(number=case.number, kind=Kind.COMPUTED, strength=Strength.LOOK, result=result)
        if not _needs_ground(case.number):
            return replace(claim, kind=Kind.OF_THE_CLASS, strength=Strength.NOTHING)
        return claim

    def _grounded(self, case: Case, other: Meant | None, *, supposed: bool) -> Claim | None:
        """Return the claim of a number spoken of in words, supposed, of another unit, or computed; None for others."""
        number, likeness = case.number, other.likeness if other is not None else 0.0
        if is_condition(case.passage, number.said.number_start):
            return Claim(number=number, kind=Kind.ASSUMED)
        if "cell" in case.passage.inside and computes(case.passage.lead) and follows(number.said, self._operands(case)):
            return Claim(number=number, kind=Kind.COMPUTED)
        strong = likeness >= (LIKELY if case.is_cited else SURE)
        in_words = number.is_spelled and number.said.unit == "%"
        spoken = self._spoken_of(case, other) if in_words else None
        if spoken is not None:
            return _quiet(case, spoken)
        if supposed and not (strong and case.where.nearness is Nearness.SENTENCE):
            return Claim(number=number, kind=Kind.ASSUMED)
        if in_words and self._rest_of(case):
            return Claim(number=number, kind=Kind.COMPUTED)
        unit = self._unit_slip(case)
        if unit is None and not strong and self._is_computed(case, likeness):
            return Claim(number=number, kind=Kind.COMPUTED)
        return unit

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
        least = THINGS if case.is_cited else LIKELY
        meant_so = stated.is_in(case.where.addresses) and self._of(case, stated) >= least
        return _error(case, Outcome.UNIT, stated) if meant_so and id(stated) not in case.taken else None

    def _slip(self, case: Case, other: Meant | None) -> Claim | None:
        """Return the claim of a number that is a governing statement's but for one end, its last digits."""
        stated, outcome = case.finding.statement, case.finding.outcome
        if stated is None or id(stated) in case.taken or base(case.number.said.unit) == "lần":
            return None
        if case.is_rank and not _is_rank(stated):
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

    def _wrong_result(self, case: Case) -> Decimal | None:
        """Return what a number called a result should be, by the numbers beside it; None where that is not clear."""
        said = case.number.said
        if not is_measured(said.unit) or said.unit in _AGE or not is_result(case.passage.text[: said.start]):
            return None
        own = [each for each in case.beside if each.number_end <= said.start and base(each.unit) not in _AGE]
        stated = [each for path in sorted(case.where.addresses) for each in self._statements.below(path)]
        return nearest(said, [*reversed(own), *(each.quantity for each in stated)])

    def _is_retold(self, case: Case, other: Meant | None) -> bool:
        """Whether what a number was to say is said already under its headings, and its sentence cites nothing."""
        told = self._telling.qualified.get(case.passage.headings, ())
        return other is not None and case.where.nearness > Nearness.SENTENCE and id(other.statement) in told

    def _is_computed(self, case: Case, likeness: float) -> bool:
        """Whether a number follows from others: where nothing says so, only a share of amounts beside it."""
        if case.is_reasoned:
            return follows(case.number.said, self._operands(case))
        own = tuple(each for each in case.beside if each.number_start != case.number.said.number_start)
        said = case.number.said
        is_rough = said.unit == "%" and said.qualifier is not Qualifier.EXACT
        return is_rough and likeness < LIKELY and follows(said, own)

    def _operands(self, case: Case) -> tuple[Quantity, ...]:
        """Return the numbers in reach: those of the passage, of the passages before, of the provisions that answer."""
        place = case.number.said.number_start
        own = [each for each in case.beside if each.number_start != place]
        near = [each for before in self._telling.operands for each in before][-MEMORY:]
        stated = (each.quantity for path in sorted(case.where.addresses) for each in self._statements.below(path))
        cited = tuple(stated) if case.where.nearness <= Nearness.AROUND else ()
        return (*own, *reversed(near), *cited[:MOST_CITED])


def _is_rank(statement: Statement) -> bool:
    return is_rank(statement.text, statement.quantity.number_start)


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
