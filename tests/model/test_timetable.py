"""The sessions of a course, and when those of a class are held."""

from dataclasses import replace
from datetime import date

from giaotrinh.model.course import ClassSession, Module, Periods, TimeRules, TrainingClass
from giaotrinh.model.timetable import calendar, ceremonies, clock, day_of, minutes_of, sessions_of

RULES = TimeRules()


def modules(*periods: int) -> tuple[Module, ...]:
    return tuple(
        Module(
            id=f"m{number}",
            number=number,
            title=f"Bài {number}",
            short_title="",
            periods=Periods(theory=count, self_study=9),
            blocks=(),
            file="",
        )
        for number, count in enumerate(periods, start=1)
    )


def taught(*periods: int) -> list[list[tuple[int, int, bool]]]:
    sessions = sessions_of(modules(*periods), RULES)
    return [[(each.module.number, each.periods, each.goes_on) for each in session] for session in sessions]


def a_class(*sessions: ClassSession, **more: object) -> TrainingClass:
    return TrainingClass(id="k1", title="Khóa 1", sessions=sessions, **more)  # type: ignore[arg-type]  # fields


def test_a_module_of_four_periods_fills_a_session():
    assert taught(4, 4) == [[(1, 4, False)], [(2, 4, False)]]


def test_a_long_module_goes_on_and_the_next_fills_what_is_left():
    assert taught(6, 2, 4) == [[(1, 4, False)], [(1, 2, True), (2, 2, False)], [(3, 4, False)]]


def test_without_modules_there_are_no_sessions():
    assert taught() == []


def test_a_session_lasts_as_long_as_its_periods_and_one_break():
    four, one = sessions_of(modules(4, 1), RULES)

    assert minutes_of(four, RULES) == 195
    assert minutes_of(one, RULES) == 45


def test_sessions_of_a_day_begin_in_turn():
    same = ClassSession(date="2021-10-04")
    held = calendar(a_class(same, same, replace(same, date="2021-10-05")), modules(4, 4, 4), RULES)

    assert [(each.day, each.start) for each in held] == [
        (date(2021, 10, 4), 480),
        (date(2021, 10, 4), 810),
        (date(2021, 10, 5), 480),
    ]


def test_a_start_of_its_own_is_kept():
    assert calendar(a_class(ClassSession(date="2021-10-04", start="09:15")), modules(4), RULES)[0].start == 555


def test_sessions_nobody_has_planned_stay_blank_in_a_class():
    planned, blank = calendar(a_class(ClassSession(date="2021-10-04", lecturer="A")), modules(4, 4), RULES)

    assert (planned.lecturer, blank.day, blank.start, blank.lecturer) == ("A", None, None, "")
    assert blank.lessons


def test_without_a_class_hours_are_those_of_the_course():
    held = calendar(TrainingClass(id="x", title=""), modules(4, 4, 4), RULES)

    assert [(each.day, each.start) for each in held] == [(None, 480), (None, 810), (None, 480)]


def test_sessions_too_many_have_nothing_to_teach():
    assert [len(each.lessons) for each in calendar(a_class(ClassSession(), ClassSession()), modules(4), RULES)] == [
        1,
        0,
    ]


def test_the_hall_of_the_class_holds_where_none_is_given():
    given = a_class(ClassSession(hall="Phòng 2"), ClassSession(), hall="Hội trường A")

    assert [each.hall for each in calendar(given, modules(4, 4), RULES)] == ["Phòng 2", "Hội trường A"]
    assert [each.hall for each in ceremonies(given)] == ["Hội trường A", "Hội trường A"]


def test_things_meet_only_where_their_hours_overlap():
    day = ClassSession(date="2021-10-04", start="08:00")
    for start, meets in (("11:14", True), ("11:15", False), ("07:00", True)):
        first, second = calendar(a_class(day, replace(day, start=start)), modules(4, 4), RULES)
        assert first.meets(second) is second.meets(first) is meets
    first, second = calendar(a_class(day, replace(day, date="2021-10-05")), modules(4, 4), RULES)
    assert not first.meets(second)


def test_what_is_no_day_and_no_hour_is_unknown():
    assert day_of("2021-02-30") is None
    assert day_of("") is None
    assert clock("tám giờ") is None
    assert clock("") is None
