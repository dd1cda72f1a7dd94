"""Parts of a module, objectives, timing, coverage."""

import pytest

from check.small_course import COURSE, MODULE, TEXT, checked, line_of
from giaotrinh.check import coverage
from giaotrinh.model.coverage import Depth

WHOLE = """\
:::{objectives}
:kind: knowledge

- Trình bày được nội dung.
:::

:::{objectives}
:kind: skills

- Xây dựng được kế hoạch.
:::

:::{objectives}
:kind: attitude

- Có ý thức trách nhiệm.
:::

:::{activity} Giảng
:minutes: 135
:step: teaching

Nội dung.
:::

:::{discussion} Thảo luận
:minutes: 25

Câu hỏi.
:::

:::{exercise} Bài tập
:minutes: 20

Bài.
:::

:::{keypoints}

1. Ý một {cite}`II.1`.
:::

::::{question}
:kind: essay

Hỏi?

:::{answer}
Đáp.
:::
::::

:::{reading}
:kind: required

- Tài liệu.
:::
"""
PERIODS = {"periods": {"theory": 3, "discussion": 1}}


def all_codes(body, **changes):
    return [each.code for each in checked(body, **changes).found]


def test_whole_module_has_no_findings():
    assert set(all_codes(WHOLE, front=PERIODS)) == {
        "provision-not-taught"
    }  # its source has more than one module teaches


@pytest.mark.parametrize(
    "part", ["knowledge", "skills", "attitude", "keypoints", "discussion", "exercise", "question", "reading"]
)
def test_missing_part_is_named(part):
    if part in ("knowledge", "skills", "attitude"):
        body = WHOLE.replace(f":kind: {part}", ":kind: knowledge" if part != "knowledge" else ":kind: skills")
    else:
        body = WHOLE.replace(f"{{{part}}}", "{callout}").replace(":minutes:", ":id:") if part == "x" else _without(part)
    found = [each for each in checked(body, front=PERIODS).found if each.code == "module-part-missing"]

    assert [dict(each.arguments)["part"].split()[-1] for each in found] == [part]
    assert found[0].span.file == MODULE


def _without(part: str) -> str:
    blocks = WHOLE.split("\n\n:::")
    kept = [block for block in blocks if not block.lstrip(":").startswith(f"{{{part}}}")]
    return "\n\n:::".join(kept)


def test_module_of_assessment_alone_needs_no_lesson():
    body = ":::{activity} Kiểm tra\n:minutes: 180\n:step: assessment\n\nLàm bài.\n:::"
    parts = [
        each for each in checked(body, front={"periods": {"assessment": 4}}).found if each.code == "module-part-missing"
    ]

    assert len(parts) == 3  # the objectives


def test_question_without_answer_and_key_point_without_source():
    body = "::::{question}\n:kind: essay\n\nHỏi?\n::::\n\n:::{keypoints}\n\n1. Ý không nguồn.\n:::"
    result = checked(body)

    assert result.place("question-without-answer") == (MODULE, line_of(result, "{question}"))
    assert result.place("keypoint-without-citation") == (MODULE, line_of(result, "không nguồn"))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Hiểu được nội dung", "objective-not-measurable"),
        ("Nắm được các chỉ tiêu", "objective-not-measurable"),
        ("Nắm vững quan điểm", "objective-not-measurable"),
        ("Xanh hóa được đơn vị", "objective-start-unusual"),
    ],
)
def test_objective_begins_with_what_can_be_seen(words, code):
    result = checked(f":::{{objectives}}\n:kind: knowledge\n\n- Trình bày được nội dung.\n- {words}.\n:::")

    assert result.codes() == [code]
    assert result.place(code) == (MODULE, line_of(result, words))


def test_minutes_are_compared_with_periods_kind_by_kind():
    body = WHOLE.replace(":minutes: 135", ":minutes: 130").replace(":minutes: 20", ":minutes: 30")
    found = [each for each in checked(body, front=PERIODS).found if each.code == "minutes-do-not-add-up"]

    assert [(dict(each.arguments)["kind"], dict(each.arguments)["difference"]) for each in found] == [
        ("theory", "-5"),
        ("discussion", "+10"),
    ]
    assert found[0].span.file == MODULE


def test_missing_minutes_are_said_once_and_not_as_a_wrong_sum():
    result = checked(WHOLE.replace(":minutes: 135\n", ""), front=PERIODS)

    assert result.place("minutes-missing") == (MODULE, line_of(result, "{activity}"))
    assert "minutes-do-not-add-up" not in [each.code for each in result.found]


def test_module_fills_whole_sessions():
    found = checked(WHOLE, front={"periods": {"theory": 3, "discussion": 2}}).one("session-not-filled")

    assert dict(found.arguments)["left"] == "1"


def test_another_audience_has_its_own_time():
    body = WHOLE.replace(":minutes: 25\n", ":minutes: 25\n:audience: khac\n")
    course = {"audiences": {"hoc-vien": "Học viên", "khac": "Khác"}}
    found = checked(body, front=PERIODS, course=course).one("minutes-do-not-add-up")

    assert dict(found.arguments)["difference"] == "-25"


POLICY = {
    "policy": {"coverage": {"breakthrough": "tested", "numbered": "none"}, "accepted": {"III.3": "học ở lớp khác"}}
}


def untaught(**course):
    """Return the paths told as not taught, with the word for how grave that is."""
    found = checked("Dịch vụ chiếm 65% {cite}`IV.1`. Một, hai, ba {cite}`III.1, III.2, III.3`.", course=course).found
    told = [each for each in found if each.code == "provision-not-taught"]
    return [(dict(each.arguments)["path"], each.severity.value) for each in told]


SECOND = [("II", "info"), ("IV.2", "info"), ("IV.3", "info")]


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        ({}, [("I", "info"), ("II", "info"), ("IV.2", "info"), ("IV.3", "info")]),
        ({"coverage": {"numbered": "none"}}, []),
        ({"coverage": {"numbered": "taught"}}, [(p, "warning") for p in ("I", "II", "IV.2", "IV.3")]),
        (
            {"accepted": {"I": "x"}},
            [*((f"I.{n}", "info") for n in range(1, 7)), ("II", "info"), ("IV.2", "info"), ("IV.3", "info")],
        ),
        ({"accepted": {"IV.2": "x", "IV.3": "x"}}, [("I", "info"), ("II", "info")]),
        ({"coverage": {"target": "taught"}}, [("I", "info"), ("II", "info"), ("IV.2", "info"), ("IV.3", "info")]),
    ],
    ids=["silent", "off", "asked for", "one accepted", "two accepted", "another role asked for"],
)
def test_numbered_provisions_are_to_be_taught_where_the_policy_is_silent(policy, told):
    assert untaught(policy=policy) == told


def test_coverage_asks_for_what_the_policy_says():
    body = "Một {cite}`III.1`.\n\n::::{question}\n:cites: III.1\n\nHỏi?\n\n:::{answer}\nĐáp.\n:::\n::::"
    result = checked(body, course=POLICY)
    found = result.one("provision-not-covered")

    assert (found.span.file, found.span.line) == (TEXT, line_of(result, "Hoàn thiện thể chế", TEXT))
    assert dict(found.arguments)["reached"] == "-"
    rows = {row.path: row for row in coverage(result.curriculum).asked}
    assert rows["III.1"].reached is Depth.TESTED
    assert rows["III.3"].accepted == "học ở lớp khác"
    assert [row.path for row in coverage(result.curriculum).missing] == ["III.2"]


def test_citing_in_notes_teaches_nobody_and_practice_is_not_a_test():
    body = (
        ":::{notes}\n:kind: stress\n\nXem {cite}`III.1`.\n:::\n\n"
        ":::{discussion} Bàn\n:minutes: 20\n\nBàn {cite}`III.2`.\n:::\n\nDạy {cite}`II.1`."
    )
    rows = {row.path: row for row in coverage(checked(body).curriculum).provisions if row.source == "nq"}

    assert rows["III.1"].reached is None
    assert rows["III.2"].reached is Depth.PRACTISED
    assert rows["II.1"].reached is Depth.TAUGHT
    assert rows["II"].reached is Depth.TAUGHT
    assert [row.path for row in coverage(checked(body).curriculum).cited] == ["II", "II.1", "III", "III.2"]


def test_drawn_provision_covers_what_is_below_it():
    rows = coverage(checked(":::{provision} III\n:children: yes\n:::").curriculum).provisions

    assert {row.path for row in rows if row.reached is Depth.TAUGHT} == {"III", "III.1", "III.2", "III.3"}


def test_reason_that_is_not_needed_is_a_finding():
    course = {"policy": {"coverage": {"target": "taught"}, "accepted": {"I.1": "lý do"}}}

    taught = checked("Văn bản nêu bối cảnh {cite}`I.1`.", course=course)
    left_out = checked(course=course)

    assert taught.one("acceptance-idle").span.file == COURSE
    assert "acceptance-idle" not in {found.code for found in left_out.found}
