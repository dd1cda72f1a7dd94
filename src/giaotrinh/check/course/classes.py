"""Classes: the calendar of every class against the course, the days off and the other classes.

A missing lecturer, hall or date is a blank to be filled in by hand, never a finding.
"""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise

from giaotrinh.check.course.days_off import day_off
from giaotrinh.check.course.people import person
from giaotrinh.check.linking.naming import place
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.course import TrainingClass
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.span import Span
from giaotrinh.model.text import fold
from giaotrinh.model.timetable import Held, calendar, ceremonies, sessions_of

FAR = 366
"""Days from the middle day of a class beyond which a date is taken for a slip: 2062 for 2026."""

SATURDAY = 5
"""As `date.weekday` counts."""

Entry = tuple[TrainingClass, Held]


def classes(subject: Subject) -> Iterator[Diagnostic]:
    """Yield odd dates, sessions at one time, halls and lecturers asked for twice, too few or too many sessions."""
    project = subject.curriculum.project
    entries: list[Entry] = []
    for each in project.classes:
        yield from _length(subject, each)
        own = [(each, held) for held in (*calendar(each, project.modules, subject.course.time), *ceremonies(each))]
        yield from (*_days_off(own), *_order(each, own), *_sundays(own))
        entries += own
    yield from _spellings(entries)
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
        if held.day and (name := day_off(held.day, each)):
            yield warning("class-on-holiday", _span((each, held)), day=_in_words(held), name=name)


def _order(each: TrainingClass, entries: list[Entry]) -> Iterator[Diagnostic]:
    """Yield dates that are far from all others, sessions before the one they follow, and ceremonies amid sessions."""
    days = sorted(held.day for _, held in entries if held.day)
    far = [entry for entry in entries if entry[1].day and abs((entry[1].day - days[len(days) // 2]).days) > FAR]
    yield from (warning("class-far-away", _span(entry), day=_in_words(entry[1])) for entry in far)
    near = [entry for entry in entries if entry[1].day and entry not in far]
    sessions = [entry for entry in near if entry[1].path.startswith("sessions.")]
    for before, after in pairwise(sessions):
        if _moment(after) < _moment(before):
            yield warning("class-out-of-order", _span(after), _span(before), day=_in_words(after[1]))
    for entry in near:
        path = entry[1].path
        late = path == "opening" and any(_moment(entry) > _moment(session) for session in sessions)
        if late or (path == "closing" and any(_moment(entry) < _moment(session) for session in sessions)):
            yield warning("class-ceremony-amid", _span(entry), day=_in_words(entry[1]), ceremony=path)


def _sundays(entries: list[Entry]) -> Iterator[Diagnostic]:
    """Yield sessions on a Sunday, in a class that does not meet at week-ends."""
    dated = [(entry, entry[1].day.weekday()) for entry in entries if entry[1].day]
    if 2 * sum(weekday >= SATURDAY for _, weekday in dated) >= len(dated):
        return
    for entry, weekday in dated:
        if weekday > SATURDAY:
            yield warning("class-on-sunday", _span(entry), day=_in_words(entry[1]))


def _spellings(entries: list[Entry]) -> Iterator[Diagnostic]:
    """Yield a lecturer whose name is written in another way than where it stands first."""
    seen: dict[str, Entry] = {}
    told: set[str] = set()
    for entry in entries:
        name = entry[1].lecturer
        first = seen.setdefault(person(name), entry)
        if name and name != first[1].lecturer and name not in told:
            told.add(name)
            yield warning("lecturer-spelt-twice", _span(entry), _span(first), name=name, other=first[1].lecturer)


def _moment(entry: Entry) -> tuple[date, int]:
    """Return when an entry is held; one without an hour is never before another of its day."""
    held = entry[1]
    return held.day or date.max, held.start if held.start is not None else 0


def _clash(first: Entry, second: Entry) -> Iterator[Diagnostic]:
    (one, held), (other, later) = first, second
    if one is other:
        yield error("class-at-two-places", _span(second), _span(first), day=_in_words(later))
        return
    if held.hall and fold(held.hall) == fold(later.hall):
        yield error("hall-taken", _span(second), _span(first), hall=later.hall, day=_in_words(later), other=one.title)
    if held.lecturer and person(held.lecturer) == person(later.lecturer):
        name, day = later.lecturer, _in_words(later)
        yield error("lecturer-taken", _span(second), _span(first), lecturer=name, day=day, other=one.title)


def _span(entry: Entry) -> Span:
    each, held = entry
    name = next((path for path in (f"{held.path}.date", held.path) if path in each.spans), "sessions")
    return place(each.spans, name, each.file)


def _in_words(held: Held) -> str:
    return f"{held.day.day}-{held.day.month}-{held.day.year}" if held.day else ""
