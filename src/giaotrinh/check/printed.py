"""Figures printed by {value}: the number is right by construction, the words around it may still be wrong.

They may leave out the qualifier, name another time, or speak of something else than the figure that was called.
"""

from collections.abc import Iterator

from giaotrinh.check.comparison import base
from giaotrinh.check.judging import Judge
from giaotrinh.check.metric import clause_before, context_in
from giaotrinh.check.outcome import Outcome
from giaotrinh.check.passage import Passage
from giaotrinh.check.qualifying import is_called_range, qualifier_before
from giaotrinh.check.scope import Scope
from giaotrinh.check.subject import Subject
from giaotrinh.check.times import time_before, time_behind, times_agree
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.quantity import Figure, Qualifier, Quantity
from giaotrinh.model.source import Provision, Source


def printed(subject: Subject, judge: Judge, passage: Passage, scope: Scope) -> Iterator[Diagnostic]:
    """Yield a finding for every {value} of a passage whose words do not fit the figure it prints."""
    numbers = {number.number_start: number for number in passage.numbers}
    for figure, start, _ in passage.figures:
        provision = subject.curriculum.provisions.get((figure.source, figure.provision))
        if provision is not None and start in numbers:
            source = subject.curriculum.sources[figure.source]
            yield from _qualifier(passage, source, provision, figure, numbers[start])
            yield from _time(passage, source, provision, figure, numbers[start])
            yield from _metric(judge, passage, scope, source, figure, numbers[start])


def _qualifier(
    passage: Passage, source: Source, provision: Provision, figure: Figure, number: Quantity
) -> Iterator[Diagnostic]:
    """Yield a finding for a qualifier the source does not have here; one that is left out is found by `qualifiers`."""
    said = qualifier_before(passage.text, number.start)
    is_noun = number.low != number.high and is_called_range(passage.text, number.start)
    stated = [each for each in provision.quantities if (each.low, each.high) == (number.low, number.high)]
    known = {Qualifier.EXACT, number.qualifier, *(each.qualifier for each in stated)}
    if said not in known and not (said is Qualifier.ABOUT and is_noun):
        own = next((each.text for each in stated), figure.text)
        words = {"found": f"{figure.text} {figure.unit}", "path": figure.provision, "source": source.cite_as}
        yield warning("figure-qualifier", passage.place(number.start), source.span_of(provision), stated=own, **words)


def _time(
    passage: Passage, source: Source, provision: Provision, figure: Figure, number: Quantity
) -> Iterator[Diagnostic]:
    if base(number.unit) == "lần":
        return  # the year next to it is the one it is compared with
    clause = clause_before(passage.text, number.start)
    shift = number.start - len(clause)
    taken = [each.end - shift for each in passage.numbers if shift <= each.end <= number.start]
    time = time_before(clause, len(clause), taken) or time_behind(passage.text, number.end)
    if not times_agree(time, figure.horizon):
        words = {"found": f"{figure.text} {figure.unit}", "path": figure.provision, "source": source.cite_as}
        span, place = passage.place(number.start), source.span_of(provision)
        yield error("figure-horizon", span, place, stated=figure.text, horizon=figure.horizon, **words)


def _metric(
    judge: Judge, passage: Passage, scope: Scope, source: Source, figure: Figure, number: Quantity
) -> Iterator[Diagnostic]:
    """Yield a finding where the words speak of another figure, or the passage cites other provisions."""
    span, found = passage.place(number.start), f"{figure.text} {figure.unit}"
    by_people = Scope(own=frozenset(address for address, _ in passage.cites), around=frozenset(), section=scope.cited)
    finding = judge.judge(number, context_in(passage, number.start), by_people)
    if finding.outcome is Outcome.DIFFERENT and finding.statement is not None:
        other = finding.statement
        words = {"stated": other.quantity.text, "path": other.address[1], "source": source.cite_as}
        yield error("figure-differs", span, other.span, found=found, **words)
    elif not is_cited(figure, passage, scope):
        words = {"stated": figure.text, "path": figure.provision, "source": source.cite_as}
        yield warning("figure-elsewhere", span, found=found, **words)


def is_cited(figure: Figure, passage: Passage, scope: Scope) -> bool:
    """Whether a figure's provision is among those its passage cites; one that cites nothing leaves it to {value}."""
    if not passage.cites:
        return True
    return any(
        figure.source == source and (figure.provision == path or figure.provision.startswith(path + "."))
        for source, path in scope.cited
    )
