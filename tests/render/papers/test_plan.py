"""The running clock of a lesson plan and its sums."""

from giaotrinh.model.edition import Reader
from giaotrinh.model.view import view_for
from giaotrinh.render.composition import Composition
from giaotrinh.render.papers.plan import Plan, lesson_plan
from render.sample import GOALS, changed, curriculum, editions, html, words


def plan(module: str, course=None) -> Plan:
    course = course or curriculum()
    view = view_for(course, Reader.INSTRUCTOR)
    page = editions()["giang-vien"].page
    return lesson_plan(Composition(curriculum=course, view=view, page=page, module=course.modules[module]))


def test_the_clock_runs_on_with_breaks():
    rows = [(row.start, row.end, row.minutes, row.is_break) for row in plan("02-muc-tieu").rows]

    assert rows == [
        ("13:30", "15:00", 90, False),
        ("15:00", "15:15", 15, True),
        ("15:15", "16:00", 45, False),
        ("16:00", "16:45", 45, False),
    ]


def test_a_module_begins_where_the_sessions_before_it_end():
    assert plan("01-vi-tri").rows[0].start == "08:00"
    assert plan("02-muc-tieu").rows[0].start == "13:30"


def test_a_second_session_begins_at_its_own_hour():
    longer = changed(GOALS, ":minutes: 90", ":minutes: 180")

    rows = plan("02-muc-tieu", longer).rows
    assert [(row.start, row.session) for row in rows if not row.is_break] == [("13:30", 1), ("08:00", 2), ("08:45", 2)]


def test_a_break_at_the_end_of_a_long_session_stays_in_it():
    longer = changed(GOALS, ":minutes: 90", ":minutes: 180")

    (pause,) = (row for row in plan("02-muc-tieu", longer).rows if row.is_break)
    assert (pause.start, pause.session) == ("16:30", 1)


def test_sums_leave_breaks_out():
    found = plan("02-muc-tieu")

    assert found.sums == (("Lý thuyết", 90, "2 tiết"), ("Thảo luận", 90, "2 tiết"))
    assert (found.minutes, found.break_minutes) == (180, 15)


def test_minutes_that_fill_no_whole_period_are_said():
    shorter = changed(GOALS, ":minutes: 90", ":minutes: 50")

    assert plan("02-muc-tieu", shorter).sums[0] == ("Lý thuyết", 50, "1 tiết 5 phút")


def test_the_printed_plan_tells_step_method_and_what_to_cut():
    printed = words(html("lesson-plan", "01-vi-tri", edition="giang-vien"))

    assert "08:00 Giảng bài mới Vị trí Cắt nếu thiếu giờ: Cắt phần đầu" in printed
    assert "DÙNG CHO GIẢNG VIÊN" not in printed, "the head is laid over every page"
