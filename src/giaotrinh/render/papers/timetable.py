"""LỊCH HỌC: the sessions of the course with the days, hours, lecturers and halls of a class, where they are known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from giaotrinh.model.course import TrainingClass
from giaotrinh.model.timetable import Held, calendar, ceremonies
from giaotrinh.render.blocks.typography import typeset
from giaotrinh.render.composition import Composition

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
NOON, EVENING = 12 * 60, 18 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TimetableRow:
    """A session or a ceremony; what is not known is "" and stays blank."""

    day: str
    """"Thứ Hai, 4-10-2021"; "" on all but the first row of a day too."""
    begins_day: bool
    part: str
    """Sáng, Chiều or Tối."""
    start: str
    content: tuple[str, ...]
    periods: int
    """0 for what lies outside the tiết."""
    lecturer: str
    hall: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """The timetable of a class; of no particular one, with everything to be filled in, where `title` is ""."""

    id: str
    title: str
    rows: tuple[TimetableRow, ...]
    periods: int
    break_minutes: int


def timetables(composition: Composition) -> tuple[Timetable, ...]:
    """Return the timetable of every class, or the blank one of the course where there is no class file."""
    return tuple(_timetable(each, composition) for each in classes_of(composition))


def classes_of(composition: Composition) -> tuple[TrainingClass, ...]:
    """Return the classes that take the course; one of which nothing is known where none is planned yet."""
    return composition.curriculum.project.classes or (TrainingClass(id="chua-xep-lop", title=""),)


def _timetable(each: TrainingClass, composition: Composition) -> Timetable:
    project = composition.curriculum.project
    rules = project.course.time
    held = calendar(each, project.modules, rules)
    opening, closing = ceremonies(each)
    size = max(rules.sessions_per_day, 1)
    days: list[tuple[object, TimetableRow]] = [
        (entry.day or ("no date", index // size), _row(entry)) for index, entry in enumerate(held)
    ]
    first, last = (days[0][0], days[-1][0]) if days else ("", "")
    rows = (
        (opening.day or first, _ceremony(opening, "Khai giảng")),
        *days,
        (closing.day or last, _ceremony(closing, "Bế giảng")),
    )
    return Timetable(
        id=each.id,
        title=typeset(each.title),
        rows=tuple(_by_day(rows)),
        periods=sum(row.periods for _, row in rows),
        break_minutes=rules.break_minutes,
    )


def _row(held: Held) -> TimetableRow:
    lines = (
        f"Chuyên đề {lesson.module.number}. {lesson.module.title}{' (tiếp theo)' if lesson.goes_on else ''}"
        for lesson in held.lessons
    )
    return TimetableRow(
        day=day_in_words(held.day),
        begins_day=True,
        part=part_of_day(held.start),
        start=_clock(held.start),
        content=tuple(typeset(line) for line in lines),
        periods=sum(lesson.periods for lesson in held.lessons),
        lecturer=typeset(held.lecturer),
        hall=typeset(held.hall),
    )


def _ceremony(held: Held, name: str) -> TimetableRow:
    return replace(_row(held), content=(name,))


def _by_day(rows: Sequence[tuple[object, TimetableRow]]) -> Iterator[TimetableRow]:
    """Yield the rows with the day in the first of its neighbours alone."""
    for at, (key, row) in enumerate(rows):
        begins = at == 0 or rows[at - 1][0] != key
        same = (each for other, each in rows[at:] if other == key)
        day = next((each.day for each in same if each.day), "")
        yield replace(row, day=day if begins else "", begins_day=begins)


def day_in_words(day: date | None) -> str:
    """Return "Thứ Hai, 4-10-2021"; "" for None."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day}-{day.month}-{day.year}" if day else ""


def part_of_day(start: int | None) -> str:
    """Return Sáng, Chiều or Tối for minutes from midnight; "" for None."""
    if start is None:
        return ""
    return "Sáng" if start < NOON else "Chiều" if start < EVENING else "Tối"


def _clock(start: int | None) -> str:
    return "" if start is None else f"{start // 60:02}:{start % 60:02}"
