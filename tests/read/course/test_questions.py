from decimal import Decimal

import pytest

from giaotrinh.read.course.questions import check_names, read_questions
from reading_cases import expected, placed, unmark

FILE = "course/questions/cd-03.yaml"


def read(text):
    return read_questions(text.encode(), FILE)


def test_questions():
    text = """questions:
  - id: a
    kind: single
    stem: Đạt bao nhiêu?
    cites: [II.1]
    options: ["7,5%", "8%"]
    key: [A]
    points: 0.25
    allow: {figure-differs: phương án sai}
  - {id: b, kind: essay, stem: Phân tích.}
"""
    reading = read(text)
    first, second = reading.value

    assert reading.diagnostics == ()
    assert (first.points, first.key, second.points) == (Decimal("0.25"), ("A",), None)
    assert (str(first.span), str(first.spans["options.1"]), str(second.spans["id"])) == (
        f"{FILE}:2:5",
        f"{FILE}:6:23",
        f"{FILE}:10:10",
    )
    assert "options.1" not in second.spans
    assert "options.1" in first.quantities


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("¦question: []", ["key-unknown", "key-missing"]),
        ("questions: ¦a", ["expected-list"]),
        ("questions: [¦{id: a, kind: essay}]", ["key-missing"]),
        ("questions: [{id: a, kind: ¦eassy, stem: a}]", ["word-unknown"]),
        ("questions: [{id: a, kind: essay, stem: a, points: ¦true}]", ["expected-number"]),
        ("questions: [{id: a, kind: essay, stem: a, allow: {figure-differs: ¦''}}]", ["allow-without-reason"]),
        ("questions: [{id: a, kind: essay, stem: a, ¦span: b}]", ["key-unknown"]),
    ],
)
def test_a_mistake_is_placed(text, codes):
    plain, places = unmark(text)
    places = places * len(codes) if len(places) == 1 else places

    assert sorted(placed(read(plain).diagnostics)) == sorted(expected(codes, places))


def test_an_id_of_the_bank_is_given_once():
    questions = read("questions:\n- {id: a, kind: essay, stem: x}\n- {id: a, kind: essay, stem: y}").value

    [finding] = check_names(questions)
    assert (placed([finding]), str(finding.related[0])) == (["id-repeated 3:8"], f"{FILE}:2:8")
