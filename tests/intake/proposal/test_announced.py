"""Counts a document announces, found and compared."""

from giaotrinh.intake.proposal.announced import agreed_counts, compare_counts, read_announced
from giaotrinh.model.source import Role
from giaotrinh.outline.tree import read_outline

TEXT = (
    "I. Đại hội xác định 20 chỉ tiêu, ba khâu đột phá và 5 định hướng lớn; rút ra năm bài học kinh nghiệm.\n"
    "II. Thực hiện 14 nhóm nhiệm vụ, giải pháp; một nhiệm vụ mới; trong năm nhiệm vụ còn lại; năm 2025 đạt chỉ tiêu."
)


def test_counts_in_digits_and_words_are_found() -> None:
    found = read_announced(read_outline(TEXT, "text.txt").value or ())
    assert [(one.role, one.count, one.path) for one in found] == [
        (Role.TARGET, 20, "I"),
        (Role.BREAKTHROUGH, 3, "I"),
        (Role.ORIENTATION, 5, "I"),
        (Role.LESSON, 5, "I"),
        (Role.TASK_GROUP, 14, "II"),
    ]
    assert found[1].text == "ba khâu đột phá"


def test_only_statements_that_agree_are_taken() -> None:
    text = "I. Có 20 chỉ tiêu và 3 đột phá.\nII. Trong 21 chỉ tiêu."
    assert agreed_counts(read_announced(read_outline(text, "text.txt").value or ())) == {Role.BREAKTHROUGH: 3}


def test_a_count_that_is_not_met_is_told() -> None:
    announced = read_announced(read_outline(TEXT, "text.txt").value or ())
    (missing, *others) = compare_counts(announced, {Role.TARGET: 18, Role.BREAKTHROUGH: 3, Role.ORIENTATION: 5})
    assert (missing.role, missing.announced, missing.found, missing.path) == (Role.TARGET, 20, 18, "I")
    assert [one.found for one in others] == [0, 0]
