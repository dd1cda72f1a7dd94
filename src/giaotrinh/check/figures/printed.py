"""Figures printed by {value}: the number is right by construction, the words around it may still be wrong.

They may leave out the qualifier, name another time, or speak of something else than the figure that was called.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from giaotrinh.check.figures.called import Call
from giaotrinh.check.figures.metric import clause_before, context_in
from giaotrinh.check.figures.outcome import Outcome
from giaotrinh.check.passages.knowledge import Knowledge
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.scope import SECTION, Scope
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.quantity import Figure, Qualifier, Quantity
from giaotrinh.model.source import Provision, Source
from giaotrinh.viet.qualifier import is_called_range, qualifier_before
from giaotrinh.viet.times import time_before, time_behind, times_agree
from giaotrinh.viet.unit import base

_WHOLE = 100


def calls_of(passage: Passage, scope: Scope) -> Iterator[Call]:
    """Yield the calls of a passage; `scope` is what people cite around it."""
    numbers = {number.number_start: number for number in passage.numbers}
    for figure, start, _ in passage.figures:
        if start in numbers:
            context, time = context_in(passage, start), _time_of(passage, numbers[start])
            yield Call(figure=figure, passage=passage, number=numbers[start], context=context, scope=scope, time=time)


def printed(subject: Subject, call: Call, beside: Sequence[Call]) -> Iterator[Diagnostic]:
    """Yield a finding where the words around a {value} do not fit the figure it prints.

    `beside` are the calls of its passage and of its list.
    """
    figure = call.figure
    provision = subject.curriculum.provisions.get((figure.source, figure.provision))
    if provision is None:
        return
    source = subject.curriculum.sources[figure.source]
    knowledge = subject.knowledge
    meant = knowledge.calling.meant(call, beside)
    yield from _qualifier(call, source, provision)
    if meant is not None:
        yield _other(subject, call, meant)
    elif not times_agree(call.time, figure.horizon):
        yield _untimely(call, source, provision)
    else:
        yield from _metric(knowledge, call, beside, source)


def _qualifier(call: Call, source: Source, provision: Provision) -> Iterator[Diagnostic]:
    """Yield a finding for a qualifier the source does not have here; one that is left out is found by `qualifiers`."""
    passage, number = call.passage, call.number
    said = qualifier_before(passage.text, number.start)
    is_noun = number.low != number.high and is_called_range(passage.text, number.start)
    stated = [each for each in provision.quantities if (each.low, each.high) == (number.low, number.high)]
    known = {Qualifier.EXACT, number.qualifier, *(each.qualifier for each in stated)}
    known |= {qualifier_before(provision.text, each.number_start) for each in stated}  # "khoảng 12% trở lên" has two
    if said is Qualifier.AT_LEAST and number.low == number.high == _WHOLE and number.unit == "%":
        return  # "đủ 100%": nothing is above the whole
    if said not in known and not (said is Qualifier.ABOUT and is_noun):
        own = next((each.text for each in stated), call.figure.text)
        place = source.span_of(provision)
        yield warning("figure-qualifier", passage.place(number.start), place, stated=own, **_words(call, source))


def _time_of(passage: Passage, number: Quantity) -> str:
    """Return the time the words give to a number, "" for none; a multiple is next to the year it compares with."""
    if base(number.unit) == "lần":
        return ""
    clause = clause_before(passage.text, number.start)
    shift = number.start - len(clause)
    taken = [each.end - shift for each in passage.numbers if shift <= each.end <= number.start]
    return time_behind(passage.text, number.end) or time_before(clause, len(clause), taken)


def _untimely(call: Call, source: Source, provision: Provision) -> Diagnostic:
    span, place, figure = call.passage.place(call.number.start), source.span_of(provision), call.figure
    words = _words(call, source)
    return error("figure-horizon", span, place, stated=figure.text, horizon=figure.horizon, **words)


def _words(call: Call, source: Source) -> dict[str, str]:
    figure = call.figure
    return {"found": f"{figure.text} {figure.unit}", "path": figure.provision, "source": source.cite_as}


def _other(subject: Subject, call: Call, meant: Figure) -> Diagnostic:
    source = subject.curriculum.sources[meant.source]
    place = source.span_of(subject.curriculum.provisions[meant.source, meant.provision])
    words = {"called": call.figure.name, "metric": _described(call.figure)}
    words |= {"meant": meant.name, "other": _described(meant)}
    return error("value-of-another-figure", call.passage.place(call.number.start), place, **words)


def _described(figure: Figure) -> str:
    name = f"{figure.metric}, {figure.horizon}" if figure.horizon else figure.metric
    return f"{name}: {figure.text} {figure.unit}".strip()


def _metric(knowledge: Knowledge, call: Call, beside: Sequence[Call], source: Source) -> Iterator[Diagnostic]:
    """Yield a finding where the words speak of another number, or what is cited around has not this one."""
    span, words = call.passage.place(call.number.start), _words(call, source)
    own = frozenset(address for address, _ in call.passage.cites)  # a list cites for its items together, not for each
    finding = knowledge.judge.judge(call.number, call.context, replace(call.scope, own=own))
    if finding.outcome is Outcome.DIFFERENT and finding.statement is not None:
        other = finding.statement
        words |= {"stated": other.quantity.text, "path": other.address[1]}
        yield error("figure-differs", span, other.span, **words)
    elif _is_cited_otherwise(call) or knowledge.calling.is_out_of_place(call, beside):
        yield warning("figure-elsewhere", span, stated=call.figure.text, **words)


def _is_cited_otherwise(call: Call) -> bool:
    """Whether a passage cites, but neither it nor anything around cites what it calls; else it is left to {value}."""
    return bool(call.passage.cites) and call.scope.ring((call.figure.source, call.figure.provision)) > SECTION
