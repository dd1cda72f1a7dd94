"""Questions of the bank and of modules: keys, options, answers, and what the cited provisions say of them."""

import pytest

from check.small_course import BANK, MODULE, SOURCE_TEXT, checked

SINGLE = {
    "id": "q1",
    "kind": "single",
    "module": "01-mot",
    "stem": "Tỷ trọng kinh tế số trong GRDP đến năm 2025 là bao nhiêu?",
    "options": ["khoảng 20%", "khoảng 30%", "khoảng 40%"],
    "key": ["B"],
    "cites": ["II.2"],
}
TRUTH = {
    "id": "q1",
    "kind": "true-false",
    "module": "01-mot",
    "stem": "Mệnh đề sau đúng hay sai: chăm lo đời sống Nhân dân (phần III).",
    "options": ["Đúng", "Sai"],
    "key": ["Đúng"],
    "cites": ["III.2"],
}
PAIRS = {
    "id": "q1",
    "kind": "matching",
    "module": "01-mot",
    "stem": "Ghép mỗi ngành với tỷ trọng năm 2025.",
    "options": ["Dịch vụ = 65%", "Công nghiệp và xây dựng = 23%", "Nông nghiệp = 12%"],
    "key": ["A", "B", "C"],
    "cites": ["IV"],
}
ORDER = {
    "id": "q1",
    "kind": "ordering",
    "module": "01-mot",
    "stem": "Xếp các khâu đột phá theo thứ tự của Nghị quyết.",
    "options": ["Phát triển kết cấu hạ tầng đồng bộ", "Hoàn thiện thể chế", "Phát triển nguồn nhân lực chất lượng cao"],
    "key": ["A", "B", "C"],
    "cites": ["III"],
}
GAP = {
    "id": "q1",
    "kind": "gap",
    "module": "01-mot",
    "stem": "Hoàn thiện thể chế, nâng cao hiệu lực ……; chăm lo đời sống Nhân dân.",
    "key": ["quản lý nhà nước"],
    "cites": ["III.2"],
}


@pytest.mark.parametrize("question", [SINGLE, TRUTH, PAIRS, ORDER, GAP], ids=lambda each: each["kind"])
def test_right_questions_are_left_alone(question):
    assert checked("Lời giảng.", questions=[question]).codes() == []


WRONG = [
    (SINGLE | {"key": ["E"]}, "question-key-unknown"),
    (SINGLE | {"key": ["A", "B"]}, "question-key-count"),
    (SINGLE | {"key": []}, "question-key-count"),
    (SINGLE | {"options": ["khoảng 20%", "khoảng 30%", "khoảng 30 %"]}, "question-options-equal"),
    (SINGLE | {"options": ["khoảng 20%", "khoảng 30%", "Khoảng  30%."]}, "question-options-equal"),
    (SINGLE | {"key": ["C"]}, "question-key-ungrounded"),
    (SINGLE | {"answer": "Đáp án: C, theo mục II.2."}, "question-answer-differs"),
    (SINGLE | {"answer": "Nguồn ghi khoảng 20%."}, "question-answer-differs"),
    (SINGLE | {"cites": []}, "question-without-cites"),
    (TRUTH | {"key": ["Sai"]}, "question-truth-differs"),
    (PAIRS | {"key": ["B", "A", "C"]}, "question-pair-differs"),
    (PAIRS | {"key": ["A", "A", "C"]}, "question-key-count"),
    (ORDER | {"key": ["B", "A", "C"]}, "question-order-differs"),
    (GAP | {"key": ["quản lý đô thị"]}, "question-gap-differs"),
    (GAP | {"key": ["quản lý", "nhà nước"]}, "question-key-count"),
]


def test_a_body_is_the_one_the_source_abbreviates():
    text = SOURCE_TEXT + "V. TỔ CHỨC\n1. Quy hoạch Thủ đô: UBND thành phố Hà Nội; Bộ Kế hoạch và Đầu tư, quý II/2023.\n"
    options = ["Bộ Kế hoạch và Đầu tư thẩm định", "Ủy ban nhân dân thành phố Hà Nội", "Bộ Xây dựng"]
    asked = SINGLE | {"stem": "Ai lập Quy hoạch Thủ đô?", "options": options, "cites": ["V.1"]}

    assert "question-key-ungrounded" in checked("Lời giảng.", text=text, questions=[asked | {"key": ["C"]}]).codes()
    assert "question-key-ungrounded" not in checked("Lời giảng.", text=text, questions=[asked]).codes()


def test_an_answer_may_say_which_option_is_wrong():
    answer = "Phương án C sai: nguồn ghi khoảng 30%."

    assert checked("Lời giảng.", questions=[SINGLE | {"answer": answer}]).codes() == []


@pytest.mark.parametrize(("question", "code"), WRONG, ids=lambda each: each if isinstance(each, str) else None)
def test_wrong_questions_are_found(question, code):
    assert code in checked("Lời giảng.", questions=[question]).codes()


def test_finding_names_the_option_and_the_provision():
    arguments = dict(
        checked("Lời giảng.", questions=[SINGLE | {"key": ["C"]}]).one("question-key-ungrounded").arguments
    )

    assert (arguments["key"], arguments["other"], arguments["path"]) == ("C", "B", "II.2")


def test_finding_stands_at_the_key():
    file, line = checked("Lời giảng.", questions=[SINGLE | {"key": ["E"]}]).place("question-key-unknown")

    assert file == BANK
    assert line > 1


def test_options_that_both_stand_are_a_doubt():
    question = SINGLE | {
        "stem": "Nội dung nào thuộc khâu đột phá?",
        "options": ["chăm lo đời sống Nhân dân", "Hoàn thiện thể chế", "phân cấp tài chính"],
        "cites": ["III.2"],
    }

    assert checked("Lời giảng.", questions=[question]).codes() == ["question-options-both-stand"]


MODULE_QUESTION = """::::{{question}}
:id: cau-1
:kind: {kind}
:cites: II.2

Tỷ trọng kinh tế số trong GRDP đến năm 2025 là bao nhiêu?

- A. khoảng 20%
- B. khoảng 30%
- C. khoảng 40%

:::{{answer}}
{answer}
:::
::::
"""


@pytest.mark.parametrize("answer", ["Đáp án: B.", "B", "Chọn B: khoảng 30% {cite}`II.2`."])
def test_right_question_of_a_module_is_left_alone(answer):
    body = MODULE_QUESTION.format(kind="single", answer=answer)

    assert not [code for code in checked(body).codes() if code.startswith("question-")]


@pytest.mark.parametrize(
    ("answer", "code"),
    [("Đáp án: C.", "question-key-ungrounded"), ("Đáp án: E.", "question-key-unknown"), ("A, B", "question-key-count")],
)
def test_question_of_a_module_is_examined_as_one_of_the_bank(answer, code):
    result = checked(MODULE_QUESTION.format(kind="single", answer=answer))

    assert code in result.codes()
    assert result.place(code)[0] == MODULE


def test_lettered_lines_are_options_too():
    body = """::::{question}
:kind: single
:cites: II.2

Tỷ trọng kinh tế số trong GRDP là bao nhiêu?
A. khoảng 20%
B. khoảng 20%
C. khoảng 30%

:::{answer}
C
:::
::::
"""

    assert "question-options-equal" in checked(body).codes()
