"""LỊCH HỌC: rows of sessions and ceremonies, days named, blanks left blank."""

import re
from dataclasses import replace

from giaotrinh.model.course import Ceremony, ClassSession, TrainingClass
from render.sample import curriculum, html, words

SESSIONS = (
    ClassSession(date="2021-10-04", lecturer="Nguyễn Văn A"),
    ClassSession(date="2021-10-04", hall="Phòng 201"),
    ClassSession(date="2021-10-05"),
)
CLASS = TrainingClass(
    id="k1",
    title="Lớp nguồn khóa 1",
    hall="Hội trường A",
    sessions=SESSIONS,
    opening=Ceremony(date="2021-10-04", start="07:30"),
)


def page(*classes: TrainingClass) -> str:
    course = curriculum()
    return html(
        "timetable", edition="lich-hoc", course=replace(course, project=replace(course.project, classes=classes))
    )


def rows(markup: str) -> list[list[str]]:
    body = markup.partition("<tbody>")[2].partition("</tbody>")[0]
    cells = (re.findall(r"<td[^>]*>(.*?)</td>", row, flags=re.S) for row in body.split("</tr>") if "<td" in row)
    return [[words(cell) for cell in row] for row in cells]


def test_without_a_class_the_course_is_laid_out_and_blank():
    table = rows(page())

    assert [row[2] for row in (table[0], table[-2], table[-1])] == ["Khai giảng", "Bế giảng", "Cộng"]
    assert {row[0] for row in table} == {""}
    assert {(row[4], row[5]) for row in table} == {("", "")}
    assert table[1][1] == "Sáng 08:00"
    assert table[1][2].startswith("Chuyên đề 1. ")
    assert "Lớp:" in words(page())


def test_ceremonies_lie_outside_the_periods():
    course = curriculum()
    table = rows(page(CLASS))

    total = sum(module.periods.total(with_self_study=False) for module in course.project.modules)
    assert table[0][3] == table[-2][3] == "–"
    assert table[-1][3] == str(total)
    assert sum(int(row[3]) for row in table[1:-2] if row[3] != "–") == total


def test_a_day_is_named_once_with_its_day_of_the_week():
    days = [row[0] for row in rows(page(CLASS))]

    assert days[:2] == ["Thứ Hai, 4-10-2021", ""]
    assert days.count("Thứ Hai, 4-10-2021") == 1


def test_what_is_not_known_is_left_blank():
    table = rows(page(CLASS))

    assert table[0][1:6] == ["Sáng 07:30", "Khai giảng", "–", "", "Hội trường A"]
    assert table[1][4:] == ["Nguyễn Văn A", "Hội trường A"]
    assert table[2][4:] == ["", "Phòng 201"]
    assert table[-2][1] == ""


def test_each_class_has_a_page():
    markup = page(CLASS, replace(CLASS, id="k2", title="Lớp nguồn khóa 2"))

    assert re.findall(r'id="timetable/(k\d)"', markup) == ["k1", "k2"]
    assert markup.count("<h1") == 2


def test_rows_have_equal_cells():
    assert {len(row) for row in rows(page(CLASS))} == {6}
