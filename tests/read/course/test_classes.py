"""course/classes/*.yaml: blanks are blanks, days and hours that do not exist are reported where they stand."""

from giaotrinh.model.course import Ceremony, ClassSession
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.read import read_project
from giaotrinh.read.course.classes import read_class
from giaotrinh.read.schema import schemas
from render.sample import COURSE, TEMPLATES

FILE = "course/classes/k1-2021.yaml"


def read(text: str):
    return read_class(text.encode(), FILE)


def found(text: str):
    return [(each.code, each.span.line, each.span.column) for each in read(text).diagnostics]


def test_a_title_is_enough():
    value = read("title: Khóa 1\n").value

    assert (value.id, value.title, value.sessions, value.opening) == ("k1-2021", "Khóa 1", (), Ceremony())


def test_a_missing_lecturer_is_a_blank():
    text = 'title: Khóa 1\nsessions:\n  - {date: "2021-10-04"}\n  - {date: "2021-10-04", lecturer: }\n'

    assert found(text) == []
    assert read(text).value.sessions == (ClassSession(date="2021-10-04"), ClassSession(date="2021-10-04"))


def test_days_that_do_not_exist_are_reported_where_they_stand():
    text = (
        'title: Khóa 1\nopening: {date: "2021-04-31"}\nsessions:\n  - {date: "2021-02-29"}\n  - {date: "4-10-2021"}\n'
        'holidays: ["2021-13-01"]\n'
    )

    assert found(text) == [
        ("date-not-in-calendar", 4, 12),
        ("date-malformed", 5, 12),
        ("date-not-in-calendar", 2, 17),
        ("date-not-in-calendar", 6, 12),
    ]


def test_a_leap_day_exists():
    assert found('title: Khóa 1\nsessions:\n  - {date: "2024-02-29"}\n') == []


def test_hours_that_do_not_exist_are_reported():
    assert found('title: Khóa 1\nsessions:\n  - {start: "24:30"}\n') == [("time-malformed", 3, 13)]


def test_a_ceremony_lasts_at_least_a_minute():
    assert found("title: Khóa 1\nclosing: {minutes: 0}\n") == [("number-too-small", 2, 20)]


def test_unknown_keys_and_missing_titles_are_errors():
    assert [code for code, *_ in found("sessions:\n  - {teacher: A}\n")] == ["key-missing", "key-unknown"]
    assert read("sessions: []\n").value is None


def test_editors_are_given_the_schema():
    assert "sessions" in schemas()["class"]["properties"]


def test_class_files_are_part_of_the_project():
    files = COURSE | {FILE: b"title: Kh\xc3\xb3a 1\n", "course/classes/ghi-chu.txt": b"x"}
    project = read_project(Snapshot(files=files | TEMPLATES)).value

    assert [each.id for each in project.classes] == ["k1-2021"]


def test_a_class_file_that_cannot_be_used_is_left_out_and_reported():
    reading = read_project(Snapshot(files=COURSE | TEMPLATES | {FILE: b"sessions: []\n"}))

    assert reading.value.classes == ()
    assert (FILE, "key-missing") in {(each.span.file, each.code) for each in reading.diagnostics}
