"""DANH SÁCH KÝ TÊN: a sheet for each day, a column for each session, blank lines where nobody is known."""

import re
from dataclasses import replace

from giaotrinh.model.course import ClassSession, Learner, TrainingClass
from render.sample import curriculum, html, words

CLASS = TrainingClass(
    id="k1",
    title="Lớp nguồn khóa 1",
    sessions=(ClassSession(date="2021-10-04"), ClassSession(date="2021-10-04"), ClassSession(date="2021-10-05")),
    roster=(Learner(name="Đỗ Thị Hoà", post="Bí thư", unit="Xã A"), Learner(name="Lê Văn C", unit="Sở B")),
)


def sheets(*classes: TrainingClass) -> list[str]:
    course = curriculum()
    project = replace(course.project, classes=classes)
    return html("signing-sheet", edition="danh-sach", course=replace(course, project=project)).split("<section")[1:]


def heads(sheet: str) -> list[str]:
    return [words(cell) for cell in re.findall(r"<th[^>]*>(.*?)</th>", sheet)]


def test_each_day_has_a_sheet_with_a_column_for_each_session():
    first, second, *_ = sheets(CLASS)

    assert "Thứ Hai, 4-10-2021" in words(first) and "Thứ Ba, 5-10-2021" in words(second)
    assert heads(first) == ["TT", "Họ và tên", "Chức vụ, đơn vị", "Sáng", "Chiều"]
    assert heads(second)[3:] == ["Sáng"]
    assert "1 Đỗ Thị Hoà Bí thư, Xã A" in words(first) and "2 Lê Văn C Sở B" in words(first)


def test_groups_have_a_column_where_there_are_any():
    grouped = replace(CLASS, roster=(Learner(name="A B", group="1"), Learner(name="C D", group="1")))

    assert "Tổ" in heads(sheets(grouped)[0]) and "Tổ" not in heads(sheets(CLASS)[0])


def test_days_that_are_not_known_share_a_sheet_with_a_blank_date():
    [sheet] = sheets(replace(CLASS, sessions=()))

    assert "Thứ, ngày:" in words(sheet) and heads(sheet)[3:] == ["Sáng", "Chiều"]


def test_a_class_nobody_knows_yet_has_blank_lines():
    [sheet] = sheets()

    assert "Lớp:" in words(sheet)
    assert sheet.count("<tr>") > 20
