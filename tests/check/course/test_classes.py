"""Classes: days off, two things at one time, sessions that lack; a blank is never a finding."""

from dataclasses import replace

import pytest

from giaotrinh.check.course.classes import classes
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.course import Ceremony, ClassSession, TrainingClass
from giaotrinh.model.timetable import sessions_of
from giaotrinh.read.course.classes import read_class
from render.sample import curriculum

NEEDED = len(sessions_of(curriculum().project.modules, curriculum().course.time))


def found(*given: TrainingClass):
    course = curriculum()
    subject = Subject(curriculum=replace(course, project=replace(course.project, classes=given)))
    return [(each.code, each.span.file, each.span.line, each.span.column) for each in classes(subject)]


def codes(*given: TrainingClass):
    return [code for code, *_ in found(*given)]


def a_class(name: str, *days: str, lecturer: str = "", hall: str = "", **more: object) -> TrainingClass:
    sessions = tuple(ClassSession(date=day, lecturer=lecturer, hall=hall) for day in days)
    blank = (ClassSession(),) * (NEEDED - len(days))
    return TrainingClass(id=name, title=name, sessions=(*sessions, *blank), **more)  # type: ignore[arg-type]


def test_the_sample_course_has_sessions():
    assert NEEDED >= 2


def test_blanks_are_no_findings():
    assert codes(a_class("k1")) == []
    assert codes(a_class("k1", "2021-10-04", "2021-10-04")) == []
    assert codes(TrainingClass(id="k1", title="k1")) == []


@pytest.mark.parametrize("day", ["2021-01-01", "2021-04-30", "2021-05-01", "2021-09-02"])
def test_days_off_by_the_calendar_are_found(day):
    assert codes(a_class("k1", day)) == ["class-on-holiday"]


def test_days_off_of_the_class_are_found():
    assert codes(a_class("k1", "2021-02-12", holidays=("2021-02-12", "2021-02-13"))) == ["class-on-holiday"]
    assert codes(a_class("k1", "2021-02-11", holidays=("2021-02-12",))) == []


def test_three_sessions_on_a_day_of_two_meet():
    """The third begins, in turn, when the first does."""
    given = a_class("k1", "2021-10-04", "2021-10-04")
    third = replace(given.sessions[0], start="08:00")

    assert codes(replace(given, sessions=(*given.sessions[:1], third, *given.sessions[2:]))) == ["class-at-two-places"]


def test_a_session_that_runs_into_the_closing_is_found():
    closing = Ceremony(date="2021-10-04", start="11:00")

    assert codes(a_class("k1", "2021-10-04", closing=closing)) == ["class-at-two-places"]
    assert codes(a_class("k1", "2021-10-04", closing=replace(closing, start="11:15"))) == []


def test_two_classes_in_one_hall_or_with_one_lecturer_are_found():
    first = a_class("k1", "2021-10-04", lecturer="Nguyễn Văn A", hall="Hội trường A")

    assert codes(first, replace(first, id="k2")) == ["hall-taken", "lecturer-taken"]
    assert codes(first, a_class("k2", "2021-10-04", lecturer="nguyễn văn a")) == ["lecturer-taken"]
    assert codes(first, a_class("k2", "2021-10-04", hall="HỘI TRƯỜNG A")) == ["hall-taken"]
    assert codes(first, a_class("k2", "2021-10-04")) == []
    assert codes(first, a_class("k2", "2021-10-05", lecturer="Nguyễn Văn A", hall="Hội trường A")) == []


def test_too_few_and_too_many_sessions_are_found():
    given = a_class("k1")

    assert codes(replace(given, sessions=given.sessions[1:])) == ["class-too-short"]
    assert codes(replace(given, sessions=(*given.sessions, ClassSession()))) == ["class-too-long"]


def test_findings_stand_at_the_day_in_the_file():
    file = "course/classes/k1.yaml"
    text = 'title: K1\nsessions:\n  - {date: "2021-09-02"}\n' + '  - {lecturer: "A"}\n' * (NEEDED - 1)
    value = read_class(text.encode(), file).value

    assert found(value) == [("class-on-holiday", file, 3, 12)]
