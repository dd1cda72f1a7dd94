"""Texts of every numbering scheme become trees with addresses."""

import unicodedata

import pytest

from giaotrinh.model.source import Provision, to_text
from giaotrinh.model.text import nfc
from giaotrinh.outline.tree import read_outline


def read(text: str) -> tuple[Provision, ...]:
    return read_outline(text, "text.txt").value or ()


def paths(text: str) -> list[str]:
    return [part.path for root in read(text) for part in root.walk()]


def codes(text: str) -> list[tuple[str, int]]:
    return [(found.code, found.span.line) for found in read_outline(text, "text.txt").diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I. Một\n1. Hai\na) Ba\n- Bốn\n+ Năm", ["I", "I.1", "I.1.a", "I.1.a.-1", "I.1.a.-1.+1"]),
        ("A- Một\nI- Hai\n1- Ba\n1.1- Bốn\na) Năm\nB- Sáu", ["A", "A.I", "A.I.1", "A.I.1.1", "A.I.1.1.a", "B"]),
        ("I- A\n1. B\n1.1. C\n1.1.1. D\n1.1.2. E\n1.2. G", ["I", "I.1", "I.1.1", "I.1.1.1", "I.1.1.2", "I.1.2"]),
        ("Điều 1. A\n1. B\na) C\nĐiều 2. D\n1. E", ["D1", "D1.1", "D1.1.a", "D2", "D2.1"]),
        ("Điều 1. A\nI. B\n1. C\nII. D\nĐiều 2. E", ["D1", "D1.I", "D1.I.1", "D1.II", "D2"]),
        ("I- A\nĐiều 1. B\n1- C\nII- D\nĐiều 2. E", ["I", "D1", "D1.1", "II", "D2"]),
        ("Chương I\nA B\nĐiều 1. C\nChương II\nD\nĐiều 2. E", ["C1", "D1", "C2", "D2"]),
        (
            "Phần thứ nhất\nChương I. A\nMục 1. B\nTiểu mục 1. C\nĐiều 1. D",
            ["P1", "P1.C1", "P1.C1.M1", "P1.C1.M1.TM1", "D1"],
        ),
        ("Điều 2. A\n2.1. B\n2.2. C", ["D2", "D2.2.1", "D2.2.2"]),
        ("Điều 1. A\n2. B\n2.1. C", ["D1", "D1.2", "D1.2.1"]),
        ("II. A\n(1) B\n(2)-C\n(i) D", ["II", "II.1", "II.2", "II.2.i"]),
        ("1. A\nMột là, B\nHai là, C", ["1", "1.mot-la", "1.hai-la"]),
        ("1. A\nThứ nhất, B\nThứ nhì, C\nThứ tư: D", ["1", "1.thu-nhat", "1.thu-nhi"]),
        ("1. A\n- B\n– C\n* D\n• E", ["1", "1.-1", "1.-2", "1.-2.*1", "1.-2.*2"]),
        ("I.A\n1.B\na.C", ["I", "I.1", "I.1.a"]),
        ("I QUAN ĐIỂM CHỈ ĐẠO\n1. B\nII. MỤC TIÊU\n1. C", ["I", "I.1", "II", "II.1"]),
        ("Phụ lục I\nDanh mục\n1. A\nPhụ lục II\n1. B", ["PL1", "PL1/1", "PL2", "PL2/1"]),
        ("PHỤ LỤC\nDANH MỤC\n| TT | Việc |\n| I | Nhóm |\n| 1 | Làm |", ["PL1", "PL1/I", "PL1/I.1"]),
        ("Phụ lục\nĐiều 1. A\n1. B", ["PL1", "PL1/D1", "PL1/D1.1"]),
        (
            "Điều 1. A\n1. B\na) C:\na1) D\na2) E\nb) F:\nb1) G\nc) H",
            [
                "D1",
                "D1.1",
                "D1.1.a",
                "D1.1.a.a1",
                "D1.1.a.a2",
                "D1.1.b",
                "D1.1.b.b1",
                "D1.1.c",
            ],
        ),
        ("Điều 1. A\n1. B\na) C;\na1) D;\nb) E", ["D1", "D1.1", "D1.1.a", "D1.1.a1", "D1.1.b"]),
    ],
)
def test_addresses_of_numbering_schemes(text: str, expected: list[str]) -> None:
    assert paths(text) == expected


HEADED = """\
1. Tầm nhìn
Quan điểm chỉ đạo:
- Giữ vững ổn định.
- Phát huy nội lực.
Mục tiêu cụ thể:
- Đến năm 2030: là xã khá.
Chỉ tiêu chủ yếu:
Về kinh tế: tăng trưởng khoảng 7%/năm.
Nhiệm vụ trọng tâm:
(1) Xây dựng Đảng.
(2) Giảm nghèo.
Các đột phá:
(1) Về thể chế.
2. Tổ chức"""


def test_headings_without_numbers_open_groups_beside_each_other() -> None:
    groups = [f"1.p{number}" for number in range(1, 6)]
    assert [path for path in paths(HEADED) if path.count(".") == 1] == groups
    assert paths(HEADED) == [
        "1", "1.p1", "1.p1.-1", "1.p1.-2", "1.p2", "1.p2.-1", "1.p3", "1.p4", "1.p4.1", "1.p4.2", "1.p5", "1.p5.1", "2",
    ]  # fmt: skip
    third = next(part for root in read(HEADED) for part in root.walk() if part.path == "1.p3")
    assert third.lines == ("Chỉ tiêu chủ yếu:", "Về kinh tế: tăng trưởng khoảng 7%/năm.")
    assert to_text(read(HEADED)) == HEADED + "\n"


@pytest.mark.parametrize(
    "words",
    [
        "Cụ thể như sau:",
        "Trong đó:",
        "Các cơ quan được hỗ trợ bao gồm:",
        "Các đơn vị thực hiện các việc sau:",
        "viết thường:",
        "Một câu có dấu chấm.",
        "Bảng 1 Chỉ tiêu chủ yếu",
        "Một dòng không có dấu ở cuối mà dài hơn mười bốn chữ thì là câu bị mất dấu chấm",
        "Một câu rất dài " * 8 + "nói về nhiều việc:",
    ],
)
def test_what_only_leads_over_to_a_list_heads_nothing(words: str) -> None:
    assert paths(f"1. Tầm nhìn\nLời dẫn.\n{words}\n- Một.\n- Hai.") == ["1", "1.-1", "1.-2"]


def test_a_list_that_begins_again_is_another_list_however_it_is_led_to() -> None:
    text = "5. Nhiệm vụ\n(1) Một.\n(2) Hai.\nCác đột phá: cần tập trung vào những nội dung sau đây:\n(1) Ba.\n(2) Bốn."
    assert paths(text) == ["5", "5.1", "5.2", "5.p1", "5.p1.1", "5.p1.2"]


def test_what_leads_over_to_the_clauses_of_an_article_is_no_heading() -> None:
    assert paths("Điều 4. Tổ chức\nHội đồng nhân dân giao:\n1. A.\n2. B.") == ["D4", "D4.1", "D4.2"]


def test_vietnamese_letters_are_in_order_and_latin_ones_too() -> None:
    assert paths("1. A\n" + "\n".join(f"{letter}) X" for letter in "abcdđeghik"))[-1] == "1.k"
    assert codes("1. A\n" + "\n".join(f"{letter}) X" for letter in "abcdđeghik")) == []
    assert codes("1. A\n" + "\n".join(f"{letter}) X" for letter in "abcdefghij")) == []


def test_a_missing_letter_is_reported_in_the_order_of_the_list() -> None:
    assert codes("1. A\na) A\nb) B\nd) D") == [("outline-gap", 4)]
    assert codes("1. A\na) A\nb) B\nc) C\nd) D\ne) E") == []


def test_a_missing_and_a_repeated_number_are_reported_and_kept() -> None:
    text = "1. A\n2. B\n4. D\n4. E"
    assert paths(text) == ["1", "2", "4", "4~2"]
    assert codes(text) == [("outline-gap", 3), ("outline-repeated", 4)]


def test_letters_that_are_roman_numbers_too_are_judged_by_their_list() -> None:
    capitals = read("\n".join(f"{letter}- X" for letter in "ABC"))
    assert [root.kind for root in capitals] == ["capital", "capital", "capital"]
    assert [part.path for part in read("\n".join(f"{letter}) X" for letter in "ghi"))] == ["g", "h", "i"]
    assert [part.kind for part in read("i) A\nii) B")] == ["paren", "paren"]


def test_a_heading_may_stand_in_two_paragraphs() -> None:
    (chapter,) = read("Chương II\nQUY ĐỊNH CHUNG")
    assert chapter.lines == ("Chương II", "QUY ĐỊNH CHUNG")
    assert chapter.title == "QUY ĐỊNH CHUNG"
    assert read("Chương II QUY ĐỊNH CHUNG")[0].title == "QUY ĐỊNH CHUNG"


def test_paragraphs_without_a_marker_belong_to_the_provision_before_them() -> None:
    (first, second) = read("1. A\nthêm\n- B\nnữa\n2. C")
    assert first.lines == ("1. A", "thêm")
    assert first.children[0].lines == ("- B", "nữa")
    assert second.line == 5


def test_a_heading_may_be_glued_to_its_marker() -> None:
    assert paths("I-QUAN ĐIỂM\n1.Nâng cao\n-Mở rộng") == ["I", "I.1", "I.1.-1"]


def test_references_and_numbers_at_the_start_of_a_paragraph_are_no_markers() -> None:
    others = ("Điều 5 Luật Đất đai", "12/NQ-CP là số", "57-NQ/TW là số", "2026 - 2030 là kỳ", "---", "2,5%", "C. Mác")
    text = "\n".join(("Điều 1. A", *others))
    assert paths(text) == ["D1"]
    assert len(read(text)[0].lines) == 8


def test_the_preamble_and_the_closing_stand_apart() -> None:
    text = "CHÍNH PHỦ\nNGHỊ QUYẾT\n- Căn cứ Luật;\nQUYẾT NGHỊ:\nĐiều 1. A\nNơi nhận:\n- Lưu: VT.\nTM. CHÍNH PHỦ"
    preamble, article, closing = read(text)
    assert (preamble.path, preamble.kind, len(preamble.lines)) == ("mo-dau", "preamble", 4)
    assert article.path == "D1"
    assert (closing.path, closing.kind, len(closing.lines)) == ("ket-thuc", "paragraph", 3)


def test_a_text_attached_to_a_decision_begins_anew() -> None:
    text = (
        "Điều 1. A\nĐiều 2. B\nNơi nhận:\n- Lưu.\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nTHỰC HIỆN NGHỊ QUYẾT\n"
        "(Ban hành kèm theo Nghị quyết số 9/NQ-CP)\nI. C\n1. D\nPHỤ LỤC\n(Kèm theo Nghị quyết số 9/NQ-CP)\n1. E"
    )
    assert paths(text) == ["D1", "D2", "ket-thuc", "mo-dau", "I", "I.1", "PL1", "PL1/1"]


def test_after_a_closing_decimals_begin_a_text_again_and_dashes_do_not() -> None:
    text = "Điều 1. A\nNơi nhận:\n- Lưu: VT.\n1.1. Nội dung kèm theo\n1.2. Nội dung khác"
    assert paths(text) == ["D1", "ket-thuc", "1.1", "1.2"]


def test_an_example_of_a_letterhead_does_not_end_the_list_it_stands_in() -> None:
    text = "1. A\n1.1. Ví dụ:\nĐẢNG CỘNG SẢN VIỆT NAM\n1.2. Ví dụ:\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n1.3. Hết"
    assert paths(text) == ["1", "1.1", "1.2", "1.3"]
    assert read(text)[0].children[1].lines[1:] == ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")


def test_a_second_list_announced_by_a_paragraph_stands_beside_the_first() -> None:
    text = "1. A\n(1) B\n(2) C\nCác đột phá:\n(1) D\n(2) E\n2. G"
    assert paths(text) == ["1", "1.1", "1.2", "1.p1", "1.p1.1", "1.p1.2", "2"]
    assert read(text)[0].children[2].line == 4


def test_a_list_of_the_same_kind_below_a_colon_is_nested() -> None:
    assert paths("1. A\n- B gồm:\n1. C\n2. D\n2. E") == ["1", "1.-1", "1.-1.1", "1.-1.2", "2"]
    assert paths("1. A\na) B gồm:\n1. C\nb) D\n2. E") == ["1", "1.a", "1.a.1", "1.b", "2"]


def test_dashes_alone_are_provisions() -> None:
    assert paths("- A\n- B") == ["-1", "-2"]


def test_an_empty_text_is_an_error() -> None:
    reading = read_outline(" \n\n", "text.txt")
    assert reading.value is None
    assert [found.code for found in reading.diagnostics] == ["outline-empty"]


def test_decomposed_letters_are_read_as_composed_ones() -> None:
    text = "Điều 1. Đổi mới\nđ) Ừ"
    assert read(unicodedata.normalize("NFD", text)) == read(text)
    assert to_text(read(unicodedata.normalize("NFD", text))) == nfc(text) + "\n"


def test_provisions_quoted_from_another_text_are_no_provisions_of_this_one() -> None:
    text = "Điều 1. Sửa đổi:\n1. Sửa đổi Điều 5:\n“Điều 5. A\n1. B\na) C”.\n2. Bãi bỏ Điều 6.\nĐiều 2. D"
    assert paths(text) == ["D1", "D1.1", "D1.2", "D2"]
    assert paths(text.replace("”", "")) == ["D1", "D1.1", "D1.1~2", "D1.1~2.a", "D1.2", "D2"]


def test_sub_letters_are_no_repetition() -> None:
    assert codes("1. A\na) B\na1) C\na2) D\nb) E") == []


BARE = """\
1. Mục tiêu
Mục tiêu tổng quát
Là tỉnh khá.
Mục tiêu cụ thể
- Đến năm 2030: 8%.
- Đến năm 2035: 9%.
Về nhân lực
+ Đào tạo nghề.
2. Tổ chức"""


def test_headings_without_numbers_need_no_colon() -> None:
    assert paths(BARE) == ["1", "1.p1", "1.p2", "1.p2.-1", "1.p2.-2", "1.p3", "1.p3.+1", "2"]


@pytest.mark.parametrize("named", ["Chương I", "Phụ lục 1"])
def test_the_title_below_a_named_heading_is_its_own(named: str) -> None:
    tree = read(f"{named}\nDANH MỤC NHIỆM VỤ\n1. Một.\n2. Hai.")
    assert [len(root.children) for root in tree] == [2]
