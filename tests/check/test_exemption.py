"""Exemptions: held back where they stand, counted, complained about when they hold nothing back."""

from check.small_course import MODULE, checked, line_of
from giaotrinh.check import exemptions

WRONG = "GRDP bình quân đầu người đạt 8.100-8.300 USD {cite}`II.1`."


def test_line_before_a_paragraph_holds_its_findings_back():
    result = checked(f'% giaotrinh: allow figure-differs "số của dự thảo"\n\n{WRONG}')
    (granted,) = exemptions(result.curriculum)

    assert result.codes() == []
    assert (granted.code, granted.reason, granted.count) == ("figure-differs", "số của dự thảo", 1)


def test_it_holds_for_its_block_alone():
    result = checked(f'% giaotrinh: allow figure-differs "lý do"\n\n{WRONG}\n\n{WRONG}')

    assert result.codes() == ["figure-differs"]


def test_front_matter_holds_for_the_file():
    result = checked(f"{WRONG}\n\n{WRONG}", front={"allow": {"figure-differs": "bài về bản dự thảo"}})

    assert result.codes() == []
    assert [granted.count for granted in exemptions(result.curriculum)] == [2]


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
