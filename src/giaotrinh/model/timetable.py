"""The sessions of a course and when those of a class are held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from giaotrinh.model.course import Module, TimeRules, TrainingClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """The tiết of one module within a session."""

    module: Module
    periods: int
    goes_on: bool
    """Whether the module began in an earlier session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A session or a ceremony at its place in time; what is not known is None or ""."""

    path: str
    """Of its entry in the class file: "sessions.2", "opening"."""
    day: date | None
    start: int | None
    """Minutes from midnight."""
    minutes: int
    hall: str
    lecturer: str = ""
    lessons: tuple[Lesson, ...] = ()

    def meets(self, other: "Held") -> bool:
        """Return whether both are held at one time, as far as their days and hours are known."""
        if self.day is None or self.day != other.day or self.start is None or other.start is None:
            return False
        return self.start < other.start + other.minutes and other.start < self.start + self.minutes


def sessions_of(modules: Sequence[Module], rules: TimeRules) -> tuple[tuple[Lesson, ...], ...]:
    """Return the lessons of every session of the course: modules one after the other, each session filled."""
    size = max(rules.periods_per_session, 1)
    sessions: list[list[Lesson]] = []
    free = 0
    for module in modules:
        left = total = module.periods.total(with_self_study=False)
        while left > 0:
            if not free:
                sessions.append([])
                free = size
            taken = min(left, free)
            sessions[-1].append(Lesson(module=module, periods=taken, goes_on=left < total))
            left, free = left - taken, free - taken
    return tuple(tuple(lessons) for lessons in sessions)


def minutes_of(lessons: Sequence[Lesson], rules: TimeRules) -> int:
    """Return how long a session lasts: its tiết and one break between them."""
    periods = sum(lesson.periods for lesson in lessons)
    return periods * rules.minutes_per_period + (rules.break_minutes if periods > 1 else 0)


def calendar(each: TrainingClass, modules: Sequence[Module], rules: TimeRules) -> tuple[Held, ...]:
    """Return the sessions of a class with what is taught in each; sessions without a date stand there without one.

    There is an entry for every session of the course and for every session of the class, whichever are more.
    """
    return tuple(_held(each, sessions_of(modules, rules), rules))


def ceremonies(each: TrainingClass) -> tuple[Held, Held]:
    """Return the opening and the closing of a class."""
    first, last = (
        Held(
            path=path,
            day=day_of(ceremony.date),
            start=clock(ceremony.start),
            minutes=ceremony.minutes,
            hall=ceremony.hall or each.hall,
        )
        for path, ceremony in (("opening", each.opening), ("closing", each.closing))
    )
    return first, last


def day_of(written: str) -> date | None:
    """Return the day of "2021-10-04"; None for "" and for what is in no calendar."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def clock(written: str) -> int | None:
    """Return the minutes from midnight of "08:00"; None for "" and for what is no time of day."""
    hours, colon, minutes = written.partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal()):
        return None
    return int(hours) * 60 + int(minutes)


def _held(each: TrainingClass, planned: Sequence[tuple[Lesson, ...]], rules: TimeRules) -> Iterator[Held]:
    turns: dict[object, int] = {}
    for index in range(max(len(planned), len(each.sessions))):
        given = each.sessions[index] if index < len(each.sessions) else None
        lessons = planned[index] if index < len(planned) else ()
        day = day_of(given.date) if given else None
        # Sessions without a date take the hours of a day in turn, as they will be once they have one.
        key = day or ("no date", index // max(rules.sessions_per_day, 1))
        turn = turns.get(key, 0)
        turns[key] = turn + 1
        # The hours of a day without a date are known only where no class has been planned yet.
        starts = rules.session_starts if day or not each.sessions else ()
        usual = clock(starts[turn % len(starts)]) if starts else None
        yield Held(
            path=f"sessions.{index}",
            day=day,
            start=clock(given.start) if given and given.start else usual,
            minutes=minutes_of(lessons, rules),
            hall=(given.hall if given else "") or each.hall,
            lecturer=given.lecturer if given else "",
            lessons=lessons,
        )
