"""What an author tells learners of an answer: by form, in the learner's own blocks."""

import pytest

from check.small_course import checked

QUESTION = """::::{{question}}
:id: cau-1
:kind: essay
:cites: III.1

Vì sao chọn khâu ấy?

{before}
:::{{answer}}
{answer}
:::
::::

{after}
"""
ANSWER = "Vì nút thắt ấy kéo chậm mọi việc khác của các quận ven đô."


def told(answer=ANSWER, before="", after=""):
    body = QUESTION.format(answer=answer, before=before, after=after)
    return [code for code in checked(body).codes() if code.startswith(("answer-", "reference-to"))]


def test_answer_in_its_block_is_left_alone():
    assert told() == []


def test_answer_that_the_lesson_teaches_may_stand_in_a_handout():
    assert told(after=f"{ANSWER}\n\n:::{{handout}}\n\n{ANSWER}\n:::") == []


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ({"answer": ""}, "answer-empty"),
        ({"after": "Đáp án: hai khâu."}, "answer-outside-block"),
        ({"after": "Đáp án câu 3: B."}, "answer-outside-block"),
        ({"after": "Lời giải: lấy 100 trừ 35."}, "answer-outside-block"),
        ({"after": "1A 2C 3B 4D"}, "answer-outside-block"),
        ({"after": "1-A, 2-C, 3-B"}, "answer-outside-block"),
        ({"before": f":::{{hint}}\n{ANSWER}\n:::\n"}, "answer-repeated"),
        ({"answer": "Vì nút thắt.", "before": ":::{hint}\nGợi ý: vì nút thắt.\n:::\n"}, "answer-repeated"),
        ({"after": f":::{{handout}}\n\n{ANSWER}\n:::"}, "answer-repeated"),
        ({"after": f":::{{table}} Bảng\n:caption: {ANSWER}\n\n| A |\n|---|\n| b |\n:::"}, "answer-repeated"),
        ({"after": ":::{callout} Ô\n:id: dap-an-cau-1\n:kind: note\n\nLời.\n:::"}, "answer-in-name"),
        ({"after": "Xem [trang này](https://vi.du/loi-giai.html)."}, "answer-in-name"),
        ({"answer": ":::{table} Bảng điểm\n:id: bang\n\n| A |\n|---|\n| b |\n:::", "after": "Xem {ref}`bang`."}, ""),
    ],
)
def test_answers_outside_their_block_are_found(where, code):
    if not code:
        where = where | {"answer": where["answer"].replace(":::{table}", ":::{table}")}
        body = QUESTION.replace(":::{{answer}}", "::::{{answer}}").replace("{answer}\n:::", "{answer}\n::::")
        body = body.replace("::::{{question}}", ":::::{{question}}").replace("\n::::\n\n{after}", "\n:::::\n\n{after}")
        result = checked(body.format(before="", **where))
        assert "reference-to-hidden" in result.codes()
        return
    assert told(**where) == [code]


@pytest.mark.parametrize(
    "words",
    [
        "Câu hỏi: vì sao? Trả lời: vì hạ tầng là nút thắt.",
        "Tổ 1A và 2C họp ở phòng B.",
        "Bảng đáp án do giảng viên giữ.",
        "Giảng viên phát đáp án sau giờ học.",
        "Đáp án: ..............",
    ],
)
def test_words_about_answers_are_none(words):
    assert told(after=words) == []


def test_sealed_stem_in_a_learners_paper():
    stem = "Vì sao Thành phố chọn hạ tầng làm khâu đột phá đầu tiên?"
    question = {"id": "q1", "kind": "essay", "module": "01-mot", "stem": stem, "cites": ["III.1"], "answer": ANSWER}

    sealed = checked(f"Câu hỏi: {stem}", questions=[question | {"sealed": True}])
    open_ = checked(f"Câu hỏi: {stem}", questions=[question])

    assert sealed.one("question-sealed-shown").severity == "error"
    assert open_.one("question-of-bank-shown").severity == "warning"
    assert checked(f":::{{notes}}\n:kind: stress\n\n{stem}\n:::", questions=[question | {"sealed": True}]).codes() == []
