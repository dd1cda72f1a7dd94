"""One figure called twice where two are told apart: in a sentence, or in the items of a list."""

from collections.abc import Iterator, Sequence, Set

from giaotrinh.check.figures.called import Call, Calling
from giaotrinh.check.figures.metric import sentence_bounds
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.span import Span


def repeated(calls: Sequence[Call], calling: Calling, told: Set[Span]) -> Iterator[Diagnostic]:
    """Yield a warning for every {value} whose figure its sentence or its list prints once more.

    Nobody says one number twice in a breath: one of the two names is usually the other one, copied and not changed. It
    is looked for where the words fit less. Where there is a finding about one of the two (`told`) no more is said.
    """
    seen: dict[tuple[object, str], Call] = {}
    for call in calls:
        keys = [(place, call.figure.name) for place in _places(call)]
        before = next((seen[key] for key in keys if key in seen), None)
        if before is not None and told.isdisjoint((_span(before), _span(call))):
            first_fits = calling.likelihood(before) >= calling.likelihood(call)
            wrong, right = (call, before) if first_fits else (before, call)
            found = f"{call.figure.text} {call.figure.unit}".strip()
            yield warning("value-called-twice", _span(wrong), _span(right), name=call.figure.name, found=found)
        for key in keys:
            seen.setdefault(key, call)


def _places(call: Call) -> Iterator[object]:
    """Yield what stands for the sentence around a call, and for the list it is an item of."""
    passage = call.passage
    yield (id(passage), sentence_bounds(passage.text, call.number.start)[0])
    if call.list_id:
        yield call.list_id


def _span(call: Call) -> Span:
    return call.passage.place(call.number.start)
