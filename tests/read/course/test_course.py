import pytest

from giaotrinh.read.course.course import read_course
from reading_cases import argument, expected, placed, unmark

COURSE = """title: Giáo trình, tăng 7,5%
short_title: Giáo trình
kind: Tài liệu bồi dưỡng
school: {name: Trường}
audience: can-bo
audiences: {can-bo: Cán bộ}
as_of: "2021-09-30"
year: 2021
main_source: nq17
sources: [nq17]
modules: [01-a, 02-b]
editions: [hoc-vien]
"""


def read(text):
    return read_course(text.encode())


def test_course_data():
    course = read(COURSE + "glossary: [{term: GRDP, meaning: tăng 3%, abbreviation: true}]").value

    assert (course.title, course.modules, course.school.name) == ("Giáo trình, tăng 7,5%", ("01-a", "02-b"), "Trường")
    assert course.time.minutes_per_period == 45
    assert course.glossary[0].abbreviation is True
    assert (course.spans["modules.1"].line, course.spans["modules.1"].column) == (11, 17)
    assert sorted(course.quantities) == ["glossary.0.meaning", "title"]


@pytest.mark.parametrize(
    ("was", "now", "codes"),
    [
        ("2021-09-30", '¦"2021-13-30"', ["date-not-in-calendar"]),
        ("2021-09-30", '¦"30-9-2021"', ["date-malformed"]),
        ("2021-09-30", '¦"2021-09"', ["date-malformed"]),
        ("[01-a, 02-b]", "[01-a, ¦01-a]", ["listed-twice"]),
        ("[01-a, 02-b]", "[01-a, ¦../b]", ["file-name-malformed"]),
        ("[01-a, 02-b]", "[¦chuyên-đề]", ["file-name-malformed"]),
        ("main_source: nq17", "main_source: ¦nq71", ["word-unknown"]),
        ("audience: can-bo", "audience: ¦canbo", ["word-unknown"]),
        ("year: 2021", "year: 2021\ntime: {minutes_per_period: ¦0}", ["number-too-small"]),
        ("year: 2021", "year: 2021\ntime: {break_minutes: ¦-1}", ["number-too-small"]),
        ("year: 2021", 'year: 2021\ntime: {session_starts: ["08:00", ¦"8h30"]}', ["time-malformed"]),
        ("year: 2021", 'year: 2021\ntime: {session_starts: [¦"24:00"]}', ["time-malformed"]),
        ("year: 2021", "year: 2021\nglossary: [{term: A, meaning: a}, {term: ¦A, meaning: b}]", ["listed-twice"]),
        ("year: 2021", "year: 2021\nreferences: [{id: a, text: a}, {id: ¦a, text: b}]", ["listed-twice"]),
        ("year: 2021", 'year: 2021\nreferences: [{id: a, text: a, issued: ¦"12-2019"}]', ["date-malformed"]),
        ("year: 2021", "year: ¦'2021'", ["expected-number"]),
    ],
)
def test_a_mistake_is_placed(was, now, codes):
    changed = COURSE.replace(f'"{was}"', now) if f'"{was}"' in COURSE else COURSE.replace(was, now)
    text, places = unmark(changed)

    assert placed(read(text).diagnostics) == expected(codes, places)


@pytest.mark.parametrize("issued", ["2019", "2019-12", "2019-12-31"])
def test_a_reference_may_be_dated_by_year_or_month(issued):
    text = COURSE + f'references: [{{id: a, text: a, issued: "{issued}"}}]'

    assert read(text).diagnostics == ()


def test_the_nearest_source_is_given():
    [finding] = read(COURSE.replace("main_source: nq17", "main_source: nq71")).diagnostics

    assert argument(finding, "nearest") == "nq17"


def test_broken_yaml_gives_no_course():
    assert read("title: [").value is None
