"""Fidelity: every number of the course against what the sources state.

Each number is first taken for what it is (`claiming`): of a source, computed, assumed, of the class, of the world, or
only mentioned. An equal number alone proves nothing: metric, horizon, document and the words next to it must agree.
What {value} prints is right by construction, only the words around it can be wrong (`printed`); words in {from} are
another document's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from giaotrinh.check.claims.claim import Claim, Kind, Strength
from giaotrinh.check.claims.claiming import Claiming, in_table
from giaotrinh.check.claims.facets import Facet
from giaotrinh.check.claims.numbers import numbers_of
from giaotrinh.check.counts.arithmetic import rounded
from giaotrinh.check.figures.called import Call
from giaotrinh.check.figures.commas import bare_numbers, lost_commas
from giaotrinh.check.figures.management import CLASS_UNITS
from giaotrinh.check.figures.outcome import Outcome
from giaotrinh.check.figures.printed import calls_of, printed
from giaotrinh.check.figures.repeated import repeated
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.scopes import Scopes
from giaotrinh.check.passages.statement import Statement
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.course import Ungrounded
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, Severity, error, info, warning
from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.model.span import Span
from giaotrinh.viet.qualifier import is_called_range
from giaotrinh.viet.quantity import read_quantities
from giaotrinh.viet.roles import role_named
from giaotrinh.viet.times import time_behind, times_in, year_behind
from giaotrinh.viet.unit import base

_UNIT_IN_HEAD = re.compile(r"\((?:đơn vị(?: tính)?:?\s*)?(?P<unit>[^()\d]{1,24})\)", re.IGNORECASE)
"""The unit of a column, in brackets behind its name."""

_CLASS_NOUN = re.compile(r"\s+(" + "|".join(sorted(CLASS_UNITS)) + r")(?!\w)", re.IGNORECASE)

_ORDINAL = re.compile(r"(?<!\w)(?:Đại hội|khóa|khoá|lần thứ)\s+$", re.IGNORECASE)

_DIGIT = re.compile(r"\d")

_MISTAKES = frozenset({"misreading", "expected-question", "confusable"})

CHOICES = frozenset({"single", "multiple", "true-false", "matching", "ordering"})
"""Kinds of questions whose options are wrong on purpose."""


def fidelity(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every number that is not what its source says, and one for all without a ground."""
    judge = subject.knowledge.judge
    scopes = Scopes(subject)
    calls: list[Call] = []
    ungrounded: list[tuple[str, Span]] = []
    for passage, claims in claims_of(subject, scopes):
        if bare := bare_numbers(passage):
            yield from lost_commas(subject.curriculum, judge.statements, passage, bare, scopes.of(passage))
        for claim in claims:
            yield from _report(subject, passage, claim)
        ungrounded += [(each.number.said.text, _span(passage, each)) for each in in_table(claims)]
        calls += calls_of(passage, scopes.by_people(passage)) if passage.figures else ()
    yield from _called(subject, calls)
    if ungrounded:
        yield _table(ungrounded, stops=subject.course.policy.ungrounded is Ungrounded.STOP)


def _table(entries: Sequence[tuple[str, Span]], *, stops: bool) -> Diagnostic:
    """Return the one finding that lists the numbers of a module nothing stands behind."""
    (_, first), *rest = entries
    places = [span for _, span in rest]
    words = {"count": len(entries), "listed": "; ".join(text for text, _ in entries)}
    if stops:
        return error("figures-ungrounded", first, *places, **words)
    return info("figures-ungrounded", first, *places, **words)


def claims_of(subject: Subject, scopes: Scopes | None = None) -> Iterator[tuple[Passage, tuple[Claim, ...]]]:
    """Yield the passages that have numbers, each with what its numbers are taken for."""
    claiming = Claiming(subject.knowledge.judge)
    scopes = scopes or Scopes(subject)
    attributed = _attributed(subject)
    titles = subject.knowledge.of(_titles)
    for passage in subject.passages:
        if not _is_looked_at(passage):
            continue
        numbers = numbers_of(passage, {each.number_start: _completed(passage, each) for each in passage.quantities})
        if not numbers:
            claiming.pass_over(passage)
            if bare_numbers(passage):
                yield passage, ()
            continue
        skipped = {
            each.said.number_start: kind
            for each in numbers
            if (kind := _exempt(passage, each.said, attributed, titles)) is not None
        }
        yield passage, claiming.claims(passage, numbers, scopes.of(passage), skipped)


def _span(passage: Passage, claim: Claim) -> Span:
    return passage.place(claim.number.said.start, claim.number.said.end)


def _called(subject: Subject, calls: Sequence[Call]) -> Iterator[Diagnostic]:
    """Yield the findings about numbers that {value} prints."""
    beside: dict[object, list[Call]] = {}
    for call in calls:
        beside.setdefault(call.list_id or id(call.passage), []).append(call)
    found = [each for call in calls for each in printed(subject, call, beside[call.list_id or id(call.passage)])]
    yield from found
    yield from repeated(calls, subject.knowledge.calling, {each.span for each in found})


def _titles(curriculum: Curriculum) -> tuple[str, ...]:
    """Return the titles of the sources that hold a number, in small letters."""
    names = (name for each in curriculum.project.sources for name in (each.title, each.short_title))
    return tuple(name.lower() for name in names if _DIGIT.search(name))


def _is_looked_at(passage: Passage) -> bool:
    return passage.kind != "code" and not _is_choice(passage)


def _is_choice(passage: Passage) -> bool:
    """Whether a passage is an option of a question of choice."""
    question = next((block for block in passage.above if block.kind == "question"), None)
    if question is None or question.options.get("kind", "") not in CHOICES:
        return False
    return not passage.inside.isdisjoint({"bullets", "numbers"}) and passage.inside.isdisjoint({"answer", "solution"})


def _exempt(
    passage: Passage,
    quantity: Quantity,
    attributed: Mapping[tuple[str, ...], set[Decimal]],
    titles: Sequence[str],
) -> Kind | None:
    """Return the kind of a number that mark-up or its place alone tells, None for one to be judged."""
    run = passage.run_at(quantity.number_start)
    if run is not None and run.kind in ("from", "value", "code"):
        return Kind.CALLED if run.kind == "value" else Kind.OF_ANOTHER if run.kind == "from" else Kind.MENTIONED
    others = attributed.get(passage.headings, set())
    if quantity.low in others and quantity.high in others and _is_about_mistakes(passage):
        return Kind.OF_ANOTHER
    if _is_in_title(passage.text, quantity, titles):
        return Kind.OF_ANOTHER
    is_ordinal = _ORDINAL.search(passage.text[max(0, quantity.start - 12) : quantity.start]) is not None
    return Kind.OF_THE_CLASS if is_ordinal or role_named(quantity.unit) is not None else None


def _is_in_title(text: str, quantity: Quantity, titles: Iterable[str]) -> bool:
    """Whether a number is part of a document's official title: "... với mục tiêu tăng trưởng đạt 8% trở lên"."""
    lowered = text.lower()
    for title in titles:
        start = lowered.find(title)
        if 0 <= start <= quantity.start and quantity.end <= start + len(title):
            return True
    return False


def _is_about_mistakes(passage: Passage) -> bool:
    """Whether a passage speaks of numbers that are easily mistaken, and may repeat one given to its document above."""
    return any(block.options.get("kind", "") in _MISTAKES for block in (*passage.above, passage.block) if block)


def _attributed(subject: Subject) -> dict[tuple[str, ...], set[Decimal]]:
    """Return for every section the ends of the numbers it gives to another document with {from}."""
    found: dict[tuple[str, ...], set[Decimal]] = {}
    for passage in subject.passages:
        for quantity in passage.quantities:
            run = passage.run_at(quantity.number_start)
            if run is not None and run.kind == "from":
                found.setdefault(passage.headings, set()).update((quantity.low, quantity.high))
    return found


def _completed(passage: Passage, quantity: Quantity) -> Quantity:
    """Return the quantity with the class unit behind it, and with the horizon of its column in a table."""
    is_range = quantity.low != quantity.high
    if quantity.qualifier is Qualifier.ABOUT and is_range and is_called_range(passage.text, quantity.number_start):
        quantity = replace(quantity, qualifier=Qualifier.EXACT)
    if not quantity.unit and "cell" in passage.inside:
        quantity = _headed(passage, quantity)
    if not quantity.unit:
        quantity = replace(quantity, unit=_noun(passage, quantity))
    if base(quantity.unit) == "lần":
        return replace(quantity, horizon="")  # the year next to it is the one it is compared with
    behind = time_behind(passage.text, quantity.end) or year_behind(passage.text, quantity.end)
    if behind:
        return replace(quantity, horizon=behind)
    if not quantity.horizon and "cell" in passage.inside:
        years = set(times_in(passage.lead))
        quantity = replace(quantity, horizon=years.pop()) if len(years) == 1 else quantity
    return quantity


def _headed(passage: Passage, quantity: Quantity) -> Quantity:
    """Return a number of a cell in the unit that the head of its column or row names: "Số tiền (triệu đồng)"."""
    for match in _UNIT_IN_HEAD.finditer(passage.lead):
        digits = passage.text[quantity.number_start : quantity.number_end]
        read = read_quantities(f"{digits} {match['unit']}")
        if len(read) == 1 and read[0].unit:
            return replace(quantity, low=read[0].low, high=read[0].high, unit=read[0].unit)
    return quantity


def _noun(passage: Passage, quantity: Quantity) -> str:
    """Return the thing of the class a bare number counts: the word behind it, or points under such a head."""
    match = _CLASS_NOUN.match(passage.text, quantity.end)
    if match:
        return match[1].lower()
    return "điểm" if "cell" in passage.inside and "điểm" in passage.lead.lower().split() else ""


def _report(subject: Subject, passage: Passage, claim: Claim) -> Iterator[Diagnostic]:
    if claim.result is not None:
        yield warning(
            "computed-differs", _span(passage, claim), found=claim.number.said.text, expected=rounded(claim.result)
        )
    if claim.strength not in (Strength.ERROR, Strength.LOOK) or claim.finding is None:
        return
    finding, statement = claim.finding, claim.finding.statement
    if statement is not None and claim.difference is not None:
        source = subject.curriculum.sources[statement.address[0]]
        yield _differing(claim, _span(passage, claim), statement, source.cite_as)
    elif statement is not None and finding.outcome is not Outcome.SAME:
        source = subject.curriculum.sources[statement.address[0]]
        found = _worded(
            finding.outcome, _span(passage, claim), statement, found=claim.number.said.text, source=source.cite_as
        )
        yield replace(found, severity=Severity.ERROR if claim.strength is Strength.ERROR else Severity.WARNING)


def _differing(claim: Claim, span: Span, statement: Statement, source: str) -> Diagnostic:
    assert claim.difference is not None
    place = statement.span
    words = {
        "found": claim.number.said.text,
        "said": claim.difference.said,
        "source": source,
        "path": statement.address[1],
        "stated": claim.difference.words,
    }
    match claim.difference.facet:
        case Facet.DIRECTION:
            found = error("figure-direction", span, place, **words)
        case Facet.PERIOD:
            found = error("figure-period", span, place, **words)
        case Facet.BASE:
            found = error("figure-base", span, place, **words)
        case Facet.ORIGIN:
            found = error("figure-origin", span, place, **words)
        case Facet.REACH:
            found = error("figure-reach", span, place, **words)
    return found if claim.strength is Strength.ERROR else replace(found, severity=Severity.WARNING)


def _worded(outcome: Outcome, span: Span, statement: Statement, *, found: str, source: str) -> Diagnostic:
    place, path = statement.span, statement.address[1]
    words = {"found": found, "source": source, "path": path, "stated": statement.quantity.text}
    match outcome:
        case Outcome.UNIT:
            return error("figure-unit", span, place, **words)
        case Outcome.HORIZON:
            return error("figure-horizon", span, place, horizon=statement.horizon, **words)
        case Outcome.QUALIFIER:
            return warning("figure-qualifier", span, place, **words)
        case Outcome.ONE_END:
            return warning("figure-one-end", span, place, **words)
        case Outcome.ROUNDED:
            return warning("figure-rounded", span, place, **words)
        case Outcome.ELSEWHERE:
            return warning("figure-elsewhere", span, place, **words)
        case Outcome.UNCITED:
            return warning("figure-uncited", span, place, **words)
        case _:
            return error("figure-differs", span, place, **words)
