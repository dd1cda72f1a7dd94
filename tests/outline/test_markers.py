"""What stands at the start of a paragraph."""

import pytest

from giaotrinh.outline.markers import read_markers
from giaotrinh.viet.list_places import judge_order, order_place, roman_place


@pytest.mark.parametrize(
    ("line", "kind", "label", "segment"),
    [
        ("Phần thứ nhất: CHUNG", "part", "Phần thứ nhất:", "P1"),
        ("PHẦN II", "part", "PHẦN II", "P2"),
        ("Chương III. A", "chapter", "Chương III.", "C3"),
        ("Điều 12a. B", "article", "Điều 12a.", "D12a"),
        ("Điều 5: C", "article", "Điều 5:", "D5"),
        ("Tiểu mục 2 ĐẤT ĐAI", "subsection", "Tiểu mục 2", "TM2"),
        ("IV- TỔ CHỨC", "roman", "IV-", "IV"),
        ("II/ Mục tiêu", "roman", "II/", "II"),
        ("D. Khác", "capital", "D.", "D"),
        ("12) Khác", "number", "12)", "12"),
        ("01. Khác", "number", "01.", "1"),
        ("1.2.3 Khác", "decimal", "1.2.3", "1.2.3"),
        ("đ) khác", "letter", "đ)", "đ"),
        ("a1) khác", "letter", "a1)", "a1"),
        ("(12) Khác", "paren", "(12)", "12"),
        ("(iv) Khác", "paren", "(iv)", "iv"),
        ("–Mở rộng", "dash", "–", ""),
        ("+ Mở rộng", "plus", "+", ""),
        ("Năm là: khác", "ordinal", "Năm là:", "nam-la"),
        ("Phụ lục số 02", "annex", "Phụ lục số 02", "PL2"),
        ("PHỤ LỤC B", "annex", "PHỤ LỤC B", "PL2"),
        ("| 1.2 | Việc | Bộ |", "decimal", "| 1.2 |", "1.2"),
    ],
)
def test_markers(line: str, kind: str, label: str, segment: str) -> None:
    marker = read_markers(line)[0]
    assert (marker.kind, marker.label, marker.segment) == (kind, label, segment)


@pytest.mark.parametrize(
    "line",
    [
        "Mục tiêu chung",
        "Phần lớn các xã",
        "Phụ lục kèm theo Nghị quyết này",
        "Điều 3 quy định khác",
        "1.000 người",
        "2,5 triệu",
        "12/NQ-CP",
        "35 - 40% dân số",
        "(1), (2) và (3)",
        "----------",
        "* * *",
        "Thứ hai tuần sau",
        "| TT | Việc |",
        "| 1 | 2 | 3 |",
        "Việt Nam",
    ],
)
def test_words_that_are_no_markers(line: str) -> None:
    assert read_markers(line) == ()


def test_places_in_lists() -> None:
    assert [roman_place(number) for number in ("I", "IV", "IX", "XIV", "xlii", "A", "")] == [1, 4, 9, 14, 42, 0, 0]
    assert [order_place(word) for word in ("nhất", "nhì", "bốn", "mười", "nào")] == [1, 2, 4, 10, 0]
    assert judge_order(("a", "b", "c", "d", "đ")).startswith("abcdđ")
    assert judge_order(("a", "b", "c", "d", "e", "f")).startswith("abcdef")
    assert judge_order(("a", "b")).startswith("abcdđ")
