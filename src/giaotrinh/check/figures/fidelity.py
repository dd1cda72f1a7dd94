"""Fidelity: every quantity of the course against what the sources state.

A quantity is the same fact only where metric, horizon and document agree; an equal number alone proves nothing. The
words around a number say what it measures (`metric`); the provisions its passage cites are looked at first (`scope`),
then the whole of every source. What {value} prints is right by construction, only the words before it can be wrong;
words in {from} are another document's; figures of the running of a class (minutes, pages, groups) are nobody's fact.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from giaotrinh.check.counts.counting import role_named
from giaotrinh.check.figures.called import Call
from giaotrinh.check.figures.commas import bare_numbers, lost_commas
from giaotrinh.check.figures.comparison import base, is_measured
from giaotrinh.check.figures.exchange import Judged, exchanged
from giaotrinh.check.figures.management import CLASS_UNITS
from giaotrinh.check.figures.metric import clause_of, context_in
from giaotrinh.check.figures.outcome import Finding, Outcome
from giaotrinh.check.figures.printed import calls_of, printed
from giaotrinh.check.figures.qualifying import is_called_range
from giaotrinh.check.figures.repeated import repeated
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.scopes import Scopes
from giaotrinh.check.passages.statement import Statement
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.model.span import Span
from giaotrinh.viet.times import time_behind, times_in

_INVENTED = frozenset({"exercise", "discussion", "form", "solution"})
"""Blocks whose numbers may belong to a made-up case: what is in no source is no error there."""

_CLASS_NOUN = re.compile(r"\s+(" + "|".join(sorted(CLASS_UNITS)) + r")(?!\w)", re.IGNORECASE)

_ORDINAL = re.compile(r"(?<!\w)(?:Đại hội|khóa|khoá|lần thứ)\s+$", re.IGNORECASE)

_DIGIT = re.compile(r"\d")

_MISTAKES = frozenset({"misreading", "expected-question", "confusable"})

CHOICES = frozenset({"single", "multiple", "true-false", "matching", "ordering"})
"""Kinds of questions whose options are wrong on purpose."""


def fidelity(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every quantity that is not what its source says, or stands in no source."""
    judge = subject.knowledge.judge
    scopes = Scopes(subject)
    attributed = _attributed(subject)
    titles = subject.knowledge.of(_titles)
    calls: list[Call] = []
    for passage in subject.passages:
        bare = bare_numbers(passage)
        if not _is_looked_at(passage) or not (bare or passage.quantities or passage.figures):
            continue
        scope = scopes.of(passage)
        yield from lost_commas(subject.curriculum, judge.statements, passage, bare, scope)
        judged = []
        for quantity in passage.quantities:
            if not _is_exempt(passage, quantity, attributed, titles):
                said = _completed(passage, quantity)
                context = context_in(passage, said.number_start)
                finding = judge.judge(said, context, scope, _years(passage, said))
                judged.append(Judged(said=said, context=context, finding=finding))
        for each in exchanged(judge, judged, (figure for figure, _, _ in passage.figures)):
            yield from _report(subject, passage, each.said, each.finding)
        calls += calls_of(passage, scopes.by_people(passage)) if passage.figures else ()
    yield from _called(subject, calls)


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


def _is_exempt(
    passage: Passage,
    quantity: Quantity,
    attributed: Mapping[tuple[str, ...], set[Decimal]],
    titles: Sequence[str],
) -> bool:
    run = passage.run_at(quantity.number_start)
    if run is not None and run.kind in ("from", "value", "code"):
        return True
    others = attributed.get(passage.headings, set())
    if quantity.low in others and quantity.high in others and _is_about_mistakes(passage):
        return True
    if _is_mentioned(passage.text, quantity) or _is_in_title(passage.text, quantity, titles):
        return True
    is_ordinal = _ORDINAL.search(passage.text[max(0, quantity.start - 12) : quantity.start]) is not None
    return is_ordinal or role_named(quantity.unit) is not None


def _is_in_title(text: str, quantity: Quantity, titles: Iterable[str]) -> bool:
    """Whether a number is part of a document's official title: "... với mục tiêu tăng trưởng đạt 8% trở lên"."""
    lowered = text.lower()
    for title in titles:
        start = lowered.find(title)
        if 0 <= start <= quantity.start and quantity.end <= start + len(title):
            return True
    return False


def _is_mentioned(text: str, quantity: Quantity) -> bool:
    """Whether a number stands alone in quotation marks: the text speaks of the number, not of what it measures."""
    return text[: quantity.start].rstrip().endswith("“") and text[quantity.end :].lstrip().startswith("”")


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
    if not quantity.unit:
        quantity = replace(quantity, unit=_noun(passage, quantity))
    if base(quantity.unit) == "lần":
        return replace(quantity, horizon="")  # the year next to it is the one it is compared with
    behind = time_behind(passage.text, quantity.end)
    if behind:
        return replace(quantity, horizon=behind)
    if not quantity.horizon and "cell" in passage.inside:
        years = set(times_in(passage.lead))
        quantity = replace(quantity, horizon=years.pop()) if len(years) == 1 else quantity
    return quantity


def _noun(passage: Passage, quantity: Quantity) -> str:
    """Return the thing of the class a bare number counts: the word behind it, or points under such a head."""
    match = _CLASS_NOUN.match(passage.text, quantity.end)
    if match:
        return match[1].lower()
    return "điểm" if "cell" in passage.inside and "điểm" in passage.lead.lower().split() else ""


def _years(passage: Passage, said: Quantity) -> tuple[str, ...]:
    """Return the years a number may be for besides the one that was read: none where the words are plain."""
    if time_behind(passage.text, said.end):
        return ()
    return times_in(clause_of(passage.text, said.start))


def _report(subject: Subject, passage: Passage, said: Quantity, finding: Finding) -> Iterator[Diagnostic]:
    span, statement = passage.place(said.start, said.end), finding.statement
    if finding.outcome is Outcome.ABSENT:
        yield _absent(passage, said, span)
    elif statement is not None and finding.outcome is not Outcome.SAME:
        source = subject.curriculum.sources[statement.address[0]]
        yield _worded(finding.outcome, span, statement, found=said.text, source=source.cite_as)


def _absent(passage: Passage, said: Quantity, span: Span) -> Diagnostic:
    if is_measured(said.unit) and passage.inside.isdisjoint(_INVENTED):
        return error("figure-not-in-source", span, found=said.text)
    return warning("figure-not-in-source", span, found=said.text)


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
