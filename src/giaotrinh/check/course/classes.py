"""Classes: the calendar of every class against the course, the days off and the other classes.

A missing lecturer, hall or date is a blank to be filled in by hand, never a finding.
"""

from collections.abc import Iterator
from itertools import combinations

from giaotrinh.check.linking.naming import place
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.course import TrainingClass
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.span import Span
from giaotrinh.model.text import fold
from giaotrinh.model.timetable import Held, calendar, ceremonies, day_of, sessions_of

HOLIDAYS = {(1, 1): "Tết Dương lịch", (4, 30): "Ngày Chiến thắng", (5, 1): "Quốc tế Lao động", (9, 2): "Quốc khánh"}
"""(month, day) -> day off of every year by the Labour Code; days of the lunar calendar stand in the class file."""

OWN = "holidays"
"""What a day off is called that the class file lists under this name."""

Entry = tuple[TrainingClass, Held]


def classes(subject: Subject) -> Iterator[Diagnostic]:
    """Yield days off, sessions at one time, halls and lecturers asked for twice, too few or too many sessions."""
    project = subject.curriculum.project
    entries: list[Entry] = []
    for each in project.classes:
        yield from _length(subject, each)
        own = [(each, held) for held in (*calendar(each, project.modules, subject.course.time), *ceremonies(each))]
        yield from _days_off(own)
        entries += own
    for first, second in combinations(entries, 2):
        if first[1].meets(second[1]):
            yield from _clash(first, second)


def _length(subject: Subject, each: TrainingClass) -> Iterator[Diagnostic]:
    needed = len(sessions_of(subject.curriculum.project.modules, subject.course.time))
    planned = len(each.sessions)
    span = place(each.spans, "sessions", each.file)
    if 0 < planned < needed:
        yield warning("class-too-short", span, planned=planned, needed=needed)
    elif planned > needed:
        span = place(each.spans, f"sessions.{needed}", each.file)
        yield warning("class-too-long", span, planned=planned, needed=needed)


def _days_off(entries: list[Entry]) -> Iterator[Diagnostic]:
    for each, held in entries:
        if held.day is None:
            continue
        own = OWN if held.day in {day_of(day) for day in each.holidays} else ""
        name = HOLIDAYS.get((held.day.month, held.day.day), own)
        if name:
            yield warning("class-on-holiday", _span((each, held)), day=_in_words(held), name=name)


def _clash(first: Entry, second: Entry) -> Iterator[Diagnostic]:
    (one, held), (other, later) = first, second
    if one is other:
        yield error("class-at-two-places", _span(second), _span(first), day=_in_words(later))
        return
    if held.hall and fold(held.hall) == fold(later.hall):
        yield error("hall-taken", _span(second), _span(first), hall=later.hall, day=_in_words(later), other=one.title)
    if held.lecturer and fold(held.lecturer) == fold(later.lecturer):
        name, day = later.lecturer, _in_words(later)
        yield error("lecturer-taken", _span(second), _span(first), lecturer=name, day=day, other=one.title)


def _span(entry: Entry) -> Span:
    each, held = entry
    name = next((path for path in (f"{held.path}.date", held.path) if path in each.spans), "sessions")
    return place(each.spans, name, each.file)


def _in_words(held: Held) -> str:
    return f"{held.day.day}-{held.day.month}-{held.day.year}" if held.day else ""
