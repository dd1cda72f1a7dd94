"""DANH SÁCH KÝ TÊN: who is to sign on a day of the course, from the roster of a class or with blank lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from giaotrinh.model.course import TrainingClass
from giaotrinh.model.timetable import Held, calendar
from giaotrinh.render.blocks.typography import typeset
from giaotrinh.render.composition import Composition
from giaotrinh.render.papers.timetable import classes_of, day_in_words, part_of_day

BLANK_LINES = 22
"""Lines of a sheet for a class whose learners are not known yet: a page of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningLine:
    """A learner's line; all "" on a blank one."""

    number: int
    name: str = ""
    unit: str = ""
    """Post and unit, as one reads them aloud."""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningSheet:
    """What a class signs on one day."""

    id: str
    title: str
    """Name of the class, "" where none is planned yet."""
    day: str
    """"Thứ Hai, 4-10-2021"; "" is filled in by hand."""
    parts: tuple[str, ...]
    """Sáng, Chiều, Tối: a column to sign in for each session of the day."""
    lines: tuple[SigningLine, ...]
    has_groups: bool


def signing_sheets(composition: Composition) -> tuple[SigningSheet, ...]:
    """Return a sheet for every day of every class; the days that are not known share one."""
    return tuple(sheet for each in classes_of(composition) for sheet in _sheets(each, composition))


def _sheets(each: TrainingClass, composition: Composition) -> Iterator[SigningSheet]:
    project = composition.curriculum.project
    held = calendar(each, project.modules, project.course.time)
    lines = tuple(_lines(each)) or tuple(SigningLine(number=at) for at in range(1, BLANK_LINES + 1))
    known = sorted((one for one in held if one.day), key=lambda one: (one.day, one.start or 0))
    days = [tuple(day) for _, day in groupby(known, key=lambda one: one.day)]
    if len(known) < len(held):
        days.append(())
    for at, day in enumerate(days):
        yield SigningSheet(
            id=f"{each.id}/{at}",
            title=typeset(each.title),
            day=day_in_words(day[0].day) if day else "",
            parts=_parts(day, project.course.time.sessions_per_day),
            lines=lines,
            has_groups=any(line.group for line in lines),
        )


def _lines(each: TrainingClass) -> Iterator[SigningLine]:
    for number, learner in enumerate(each.roster, start=1):
        unit = ", ".join(filter(None, (learner.post, learner.unit)))
        yield SigningLine(number=number, name=typeset(learner.name), unit=typeset(unit), group=typeset(learner.group))


def _parts(day: tuple[Held, ...], usual: int) -> tuple[str, ...]:
    if not day:
        return ("Sáng", "Chiều", "Tối")[: max(usual, 1)]
    return tuple(part_of_day(held.start) or f"Buổi {at}" for at, held in enumerate(day, start=1))
