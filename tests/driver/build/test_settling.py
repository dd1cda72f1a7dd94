"""Exemptions: held back where they stand, counted, complained about when they hold nothing back."""

import pytest

from check.small_course import MODULE, checked, line_of
from giaotrinh.check import check
from giaotrinh.driver.build.settling import settle, settled
from giaotrinh.model.codes import Stage
from giaotrinh.model.diagnostic import Severity, error
from giaotrinh.model.span import Span


def exemptions(result):
    """Return the exemptions of a course with their counts."""
    return settle(result.curriculum, check(result.curriculum), Stage)[1]


WRONG = "GRDP bình quân đầu người đạt 8.100-8.300 USD {cite}`II.1`."


def test_line_before_a_paragraph_holds_its_findings_back():
    result = checked(f'% giaotrinh: allow figure-differs "số của dự thảo"\n\n{WRONG}')
    (granted,) = exemptions(result)

    assert result.codes() == []
    assert (granted.code, granted.reason, granted.count) == ("figure-differs", "số của dự thảo", 1)


def test_it_holds_for_its_block_alone():
    result = checked(f'% giaotrinh: allow figure-differs "lý do"\n\n{WRONG}\n\n{WRONG}')

    assert result.codes() == ["figure-differs"]


def test_front_matter_holds_for_the_file():
    result = checked(f"{WRONG}\n\n{WRONG}", front={"allow": {"figure-differs": "bài về bản dự thảo"}})

    assert result.codes() == []
    assert [granted.count for granted in exemptions(result)] == [2]


def test_question_of_the_bank_holds_for_itself():
    question = {"id": "q", "kind": "essay", "stem": "GRDP bình quân đầu người 8.100-8.300 USD?", "cites": ["II.1"]}

    assert "figure-differs" in checked(questions=[question]).codes()
    assert checked(questions=[question | {"allow": {"figure-differs": "câu hỏi bẫy"}}]).codes() == []


def test_exemption_that_exempts_nothing_is_a_finding():
    result = checked('% giaotrinh: allow figure-differs "lý do"\n\nKhông có số.')

    assert result.codes() == ["exemption-idle"]
    assert result.one("exemption-idle").span.file == MODULE
    assert line_of(result, "giaotrinh") <= result.one("exemption-idle").span.line <= line_of(result, "Không")


def test_exemption_without_a_reason_is_a_finding():
    result = checked(WRONG, front={"allow": {"figure-differs": " "}})

    assert "exemption-without-reason" in result.codes()


def test_policy_changes_and_drops_severities():
    assert (
        checked(WRONG, course={"policy": {"severities": {"figure-differs": "info"}}}).one("figure-differs").severity
        == "info"
    )
    assert checked(WRONG, course={"policy": {"severities": {"figure-differs": "off"}}}).codes() == []


def test_exemption_is_counted_though_the_policy_is_silent():
    off = {"policy": {"severities": {"figure-differs": "off"}}}

    assert checked(f'% giaotrinh: allow figure-differs "lý do"\n\n{WRONG}', course=off).codes() == []


@pytest.mark.parametrize(
    ("body", "code", "other"),
    [
        ("Theo {cite}`IX.9`.", "citation-unresolved", "info"),  # found by linking
        (WRONG, "figure-differs", "warning"),  # by a check
        (":::{figure} Hình\n:src: images/khong-co.png\n:alt: Hình\n:::", "picture-missing", "warning"),
    ],
)
def test_the_school_weighs_findings_of_every_room(body, code, other):
    assert code in checked(body).codes()

    weighed = checked(body, course={"policy": {"severities": {code: other}}})
    silent = checked(body, course={"policy": {"severities": {code: "off"}}})

    assert {found.severity for found in weighed.found if found.code == code} == {Severity(other)}
    assert code not in silent.codes()


def test_an_error_that_breaks_a_promise_is_neither_lowered_nor_held_back():
    curriculum = checked("Không có số.", course={"policy": {"severities": {"leak-on-page": "off"}}}).curriculum
    leak = error("leak-on-page", Span(file=MODULE, line=1))

    assert settled(curriculum, [leak]) == (leak,)


def test_the_narrowest_of_two_exemptions_counts():
    body = f'% giaotrinh: allow figure-differs "đoạn"\n\n{WRONG}'
    result = checked(body, front={"allow": {"figure-differs": "cả tệp"}})

    counts = {granted.reason: granted.count for granted in exemptions(result)}

    assert counts == {"đoạn": 1, "cả tệp": 0}
    assert "exemption-idle" in result.codes()


def test_an_exemption_is_idle_only_when_its_stage_is_over():
    result = checked('% giaotrinh: allow handout-too-long "lý do"\n\nKhông có số.')
    before = settle(result.curriculum, (), [Stage.READING, Stage.CHECKING])[0]
    after = settle(result.curriculum, (), [Stage.LAYING])[0]

    assert [found.code for found in before] == []
    assert [found.code for found in after] == ["exemption-idle"]
