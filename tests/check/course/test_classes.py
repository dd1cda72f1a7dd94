"""Classes: days off, two things at one time, sessions that lack; a blank is never a finding."""

import unicodedata
from dataclasses import replace

import pytest

from giaotrinh.check.course.classes import classes
from giaotrinh.check.course.people import person
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
    assert codes(a_class("k1", "2021-03-12", holidays=("2021-03-12", "2021-03-13"))) == ["class-on-holiday"]
    assert codes(a_class("k1", "2021-03-11", holidays=("2021-03-12",))) == []


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
    assert codes(first, a_class("k2", "2021-10-04", lecturer="nguyễn văn a")) == [
        "lecturer-spelt-twice",
        "lecturer-taken",
    ]
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


@pytest.mark.parametrize(
    ("day", "is_off"), [("2026-02-17", True), ("2026-04-27", True), ("2025-04-07", True), ("2025-02-03", False)]
)
def test_days_of_the_moon_and_days_in_lieu_are_known(day, is_off):
    assert codes(a_class("k1", day)) == ["class-on-holiday"] * is_off


def test_a_day_off_may_be_worked():
    assert codes(a_class("k1", "2026-02-17", workdays=("2026-02-17",))) == []


def test_sessions_out_of_order_are_found_where_they_stand():
    assert codes(a_class("k1", "2026-10-07", "2026-10-05")) == ["class-out-of-order"]
    assert codes(a_class("k1", "2026-10-05", "2026-10-07")) == []
    given = a_class("k1", "2026-10-05", "2026-10-05")
    late = replace(given.sessions[0], start="14:00")
    early = replace(given.sessions[1], start="08:00")
    assert codes(replace(given, sessions=(late, early, *given.sessions[2:]))) == ["class-out-of-order"]


@pytest.mark.parametrize(("last", "expected"), [("2062-10-06", ["class-far-away"]), ("2027-10-06", [])])
def test_a_year_far_from_the_others_is_found_once(last, expected):
    closing = Ceremony(date=last)

    assert codes(a_class("k1", "2026-10-06", "2026-10-07", closing=closing)) == expected


def test_sundays_are_told_of_a_class_that_meets_on_weekdays():
    opening = Ceremony(date="2026-10-08")

    assert codes(a_class("k1", "2026-10-09", "2026-10-11", opening=opening)) == ["class-on-sunday"]
    assert codes(a_class("k1", "2026-10-10", "2026-10-11")) == []


@pytest.mark.parametrize(
    ("opening", "closing", "expected"),
    [
        ("2026-10-09", "2026-10-04", ["class-ceremony-amid", "class-ceremony-amid"]),
        ("2026-10-05", "2026-10-06", []),
        ("2026-10-06", "2026-10-06", ["class-ceremony-amid"]),
        ("", "", []),
    ],
)
def test_ceremonies_stand_around_the_sessions(opening, closing, expected):
    first, last = Ceremony(date=opening, start="07:00"), Ceremony(date=closing, start="17:30")
    given = a_class("k1", "2026-10-05", "2026-10-06", opening=first, closing=last)

    assert [code for code in codes(given) if code != "class-on-sunday"] == expected


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("TS. Nguyễn Văn An", True),
        ("PGS.TS Nguyễn Văn An", True),
        ("ThS NGUYỄN VĂN AN", True),
        ("Đ/c Nguyễn Văn An", True),
        ("đồng chí Nguyễn Văn An", True),
        ("Thầy Nguyễn Văn An", True),
        (unicodedata.normalize("NFD", "Nguyễn Văn An"), True),
        ("Nguyễn Văn Ân", False),
        ("Văn An", False),
    ],
)
def test_a_title_makes_no_other_person(name, same):
    first = a_class("k1", "2026-10-05", lecturer="Nguyễn Văn An")
    second = a_class("k2", "2026-10-05", lecturer=name)

    assert ("lecturer-taken" in codes(first, second)) is same
    assert ("lecturer-spelt-twice" in codes(first, second)) is same
    assert codes(first, a_class("k2", "2026-10-06", lecturer="Nguyễn Văn An")) == []


def test_a_surname_that_is_a_form_of_address_stays_a_name():
    assert person("Ông An") == person("ông an") != person("An")
