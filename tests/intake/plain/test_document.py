"""Markdown and plain text become paragraphs; what is left out is reported with its reason."""

import pytest

from giaotrinh.intake.carrier.characters import Mending
from giaotrinh.intake.carrier.extraction import Reason
from giaotrinh.intake.plain.document import read_plain
from giaotrinh.outline.tree import read_outline


def lines(text: str) -> list[str]:
    return [paragraph.text for paragraph in read_plain(text).paragraphs]


def left_out(text: str) -> list[tuple[str, Reason]]:
    return [(part.text, part.reason) for part in read_plain(text).left_out]


def paths(text: str) -> list[str]:
    roots = read_outline(read_plain(text).text, "text.txt").value or ()
    return [part.path for root in roots for part in root.walk()]


def test_markdown_signs_leave_the_words() -> None:
    text = "# Nghị quyết\n\n**II- MỤC TIÊU**\n\n1\\. Đến *năm* 2030\n\n\\- Chi R\\&D đạt 2% [GDP](https://a.vn/b)\n"
    assert lines(text) == ["Nghị quyết", "II- MỤC TIÊU", "1. Đến năm 2030", "- Chi R&D đạt 2% GDP"]
    assert {reason for _, reason in left_out(text)} == {Reason.MARKUP}
    assert read_plain(text).carrier == "markdown"


def test_bold_print_that_ends_early_or_is_split_is_put_together() -> None:
    assert lines("**2- **Những hạn chế\n\n**6****.** Giáo dục\n\n**Điều ****2****. Hiệu lực**") == [
        "2- Những hạn chế",
        "6. Giáo dục",
        "Điều 2. Hiệu lực",
    ]


def test_a_heading_broken_inside_bold_print_is_one_paragraph() -> None:
    text = "**IV. TỔ\nCHỨC THỰC HIỆN**\n\n**I.\nQUAN ĐIỂM**\n\n**a** **b**"
    assert lines(text)[:2] == ["IV. TỔ CHỨC THỰC HIỆN", "I. QUAN ĐIỂM"]


WRAPPED = """1. Bảo vệ môi trường phải có sự tham gia của mọi tầng lớp, gắn với trách nhiệm
của các cấp ủy đảng, chính quyền, cộng đồng, cá nhân, hộ gia đình, doanh nghiệp
- xã hội và mọi người dân theo quy định tại khoản
2. Điều này, phấn đấu đạt trên
50% vào năm 2030.
2. Nhà nước xây dựng chính sách quản lý chất thải theo vòng đời sản phẩm, áp dụng
các công cụ khoa học và công nghệ.
a) Rà soát quy hoạch;
b) Hoàn thiện tiêu chuẩn, bảo đảm nguồn lực đầu tư hạ tầng kỹ thuật đồng bộ cho
phân loại.
"""


def test_lines_broken_in_the_middle_of_sentences_are_joined() -> None:
    assert [line[:12] for line in lines(WRAPPED)] == ["1. Bảo vệ mô", "2. Nhà nước ", "a) Rà soát q", "b) Hoàn thiệ"]
    assert "khoản 2. Điều này, phấn đấu đạt trên 50% vào" in lines(WRAPPED)[0]


def test_two_sentences_broken_in_a_text_of_whole_paragraphs_are_joined() -> None:
    text = "Điều 1. Thực hiện công hợp\nlý, hiệu quả.\nĐiều 2. Có hiệu lực.\nđ) Khác"
    assert lines(text) == ["Điều 1. Thực hiện công hợp lý, hiệu quả.", "Điều 2. Có hiệu lực.", "đ) Khác"]


def test_front_matter_and_page_marks_are_reported_and_do_not_cut_a_sentence() -> None:
    text = (
        "---\ntitle: Nghị quyết\nlanguage: vi\n---\n\nI- A\n\n1. Một nền giáo dục\n\n<!-- page: 2 -->\n\ntiên tiến.\n"
    )
    assert lines(text) == ["I- A", "1. Một nền giáo dục tiên tiến."]
    assert [reason for _, reason in left_out(text)] == [Reason.NOTES] * 4 + [Reason.PAGE_NUMBER]
    assert read_plain(text).pages == 2


def page(number: int) -> str:
    body = "\n".join(f"Dòng {number}.{line} của trang này nói về một việc khác hẳn" for line in range(20))
    return f"CÔNG BÁO/Số 259/Ngày 30-04-2026\n{number}\n\n{body}\n"


def test_running_heads_and_their_page_numbers_are_left_out() -> None:
    text = "\n".join(page(number) for number in range(24, 28))
    assert "CÔNG BÁO" not in read_plain(text).text
    reasons = [reason for _, reason in left_out(text)]
    assert reasons.count(Reason.RUNNING_HEAD) == reasons.count(Reason.PAGE_NUMBER) == 4


def test_cells_that_come_again_and_again_are_no_running_heads() -> None:
    row = "Các đơn vị có liên\nquan.\n{0}\nViệc thứ {0}\nvị có liên quan"
    text = "\n".join(row.format(number) for number in range(3, 9))
    assert not [words for words, reason in left_out(text) if reason is Reason.RUNNING_HEAD]


@pytest.mark.parametrize(
    "heading", ["**Điều {0}**", "Điều {0}", "## Điều {0}", "Chương {0}", "**Mục {0}**", "Phụ lục {0}"]
)
def test_a_heading_that_comes_again_with_another_number_is_kept(heading: str) -> None:
    items = "\n\n".join(f"{number}. Việc thứ {number} của đơn vị." for number in range(1, 10))
    text = "\n\n".join(f"{heading.format(number)}\n\n{items}" for number in range(1, 5))

    assert [words for words, reason in left_out(text) if reason is not Reason.MARKUP] == []
    assert sum(line.startswith(("Điều", "Chương", "Mục", "Phụ lục")) for line in lines(text)) == 4


def test_page_numbers_alone_inside_sentences_are_left_out_and_row_numbers_kept() -> None:
    prose = "\n".join(f"dòng {number} của một câu dài chưa hết ý còn đi tiếp sang dòng sau" for number in range(30))
    text = "\n".join(f"{prose}\n\n{page}\n\ntiếp theo của câu ấy" for page in range(2, 6))
    assert [words for words, reason in left_out(text) if reason is Reason.PAGE_NUMBER] == ["2", "3", "4", "5"]
    rows = "\n".join(f"{row}\nViệc thứ {row} là việc lớn.\n" + "Nói thêm về việc ấy.\n" * 30 for row in range(2, 6))
    assert [words for words, reason in left_out(rows) if reason is Reason.PAGE_NUMBER] == []


def test_rules_and_signature_lines_are_left_out() -> None:
    text = "HỘI ĐỒNG NHÂN DÂN --------\n_____\nĐiều 1. A\nKý bởi: B\nNgày ký: 2026"
    assert lines(text) == ["HỘI ĐỒNG NHÂN DÂN", "Điều 1. A"]
    assert [reason for _, reason in left_out(text)] == [Reason.SIGNATURE, Reason.SIGNATURE, Reason.RULE, Reason.RULE]


def test_tables_become_rows_and_letterheads_lines() -> None:
    text = (
        "CHÍNH PHỦ\n------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        "Số: 12/NQ-CP | Hà Nội, ngày 07 tháng 02 năm 2023\n\n"
        "TT | Nhiệm vụ | Cơ quan\n\n1 | Báo cáo | Bộ Tư pháp"
    )
    assert lines(text) == [
        "CHÍNH PHỦ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 12/NQ-CP",
        "Hà Nội, ngày 07 tháng 02 năm 2023",
        "| TT | Nhiệm vụ | Cơ quan |",
        "| 1 | Báo cáo | Bộ Tư pháp |",
    ]


def test_cells_on_lines_between_strokes_become_rows() -> None:
    text = "**PHỤ LỤC**\n\n|\n**TT**\n|\n**Tên**\n|\n|\n1\n|\nĐề án\nmột\n|\n|\n2\n|\nĐề án hai\n|\n"
    assert lines(text) == ["PHỤ LỤC", "| TT | Tên |", "| 1 | Đề án một |", "| 2 | Đề án hai |"]
    assert paths(text) == ["PL1", "PL1/1", "PL1/2"]


def test_cells_one_below_the_other_become_rows_by_their_numbers() -> None:
    head = "TT\nCHỈ TIÊU\nMỤC TIÊU\n"
    text = (
        f"Phụ lục I\n{head}I\nVỀ KINH TẾ\n1\nTăng trưởng (%)\n10\n2\nThu nhập (USD)\n8.500\n{head}3\nĐô thị hóa\n28\n"
    )
    assert lines(text)[1:] == [
        "| TT | CHỈ TIÊU MỤC TIÊU |",
        "| I | VỀ KINH TẾ |",
        "| 1 | Tăng trưởng (%) 10 |",
        "| 2 | Thu nhập (USD) 8.500 |",
        "| 3 | Đô thị hóa 28 |",
    ]
    assert [reason for _, reason in left_out(text)] == [Reason.REPEATED_HEAD] * 3


PAGES = (
    "ĐẠI HỘI ĐẠI BIỂU * ĐẢNG CỘNG SẢN VIỆT NAM ____________ Hà Nội, ngày 23 tháng 01 năm 2026 NGHỊ QUYẾT QUYẾT NGHỊ "
    "I- Tán thành kết quả. Cụ thể là: 1. Kết quả thực hiện Nghị quyết Kinh tế ổn định, phát triển mạnh toàn diện. "
    + "Các nguồn lực được huy động và sử dụng hiệu quả hơn trước. " * 40
    + "2. Về đổi mới Công cuộc đổi mới là đúng đắn.",
    "a.doc 2 II- Tầm nhìn 1. Quan điểm chỉ đạo (1) Kiên định mục tiêu. (2) Phát huy sức mạnh. 2. Mục tiêu 5 năm "
    "2026 - 2030 - Về kinh tế : Phấn đấu đạt 8 ,5%/năm; phức tạ p , l iên tục ; khoá XI V. "
    "- Về xã hội: Bảo đảm an sinh. " + "Hết. " * 250,
    "a.doc 3 III- Giao tổ chức thực hiện kinh tế - xã hội. " + "Tiếp tục thực hi ện nghiêm túc củ a mọi cấp. " * 40,
    "a.doc 4 IV- Kêu gọi toàn Đảng. " + "Đoàn kết một lòng. " * 80,
)


def test_pages_that_are_one_line_each_are_cut_at_their_markers() -> None:
    text = "\n".join(PAGES)
    assert paths(text)[1:] == [
        "I",
        "I.1",
        "I.2",
        "II",
        "II.1",
        "II.1.1",
        "II.1.2",
        "II.2",
        "II.2.-1",
        "II.2.-2",
        "III",
        "IV",
    ]
    heads = [words for words, reason in left_out(text) if reason is Reason.RUNNING_HEAD]
    assert heads == ["a.doc 2", "a.doc 3", "a.doc 4"]


def test_blanks_inside_words_and_numbers_are_mended_and_counted() -> None:
    extraction = read_plain("\n".join(PAGES))
    assert "8,5%/năm; phức tạp, liên tục; khoá XIV." in extraction.text
    assert "của mọi cấp" in extraction.text
    assert extraction.mended[Mending.BLANK] > 5


def test_a_blank_in_sound_text_stays() -> None:
    assert lines("Ủy ban ở a b c và kg x hội 5 ,") == ["Ủy ban ở a b c và kg x hội 5 ,"]


def runs() -> str:
    words = "Qu|y| |đ|ị|nh| |chung|\n|Điều 1.|\n|Ph|ạ|m vi| |đi|ề|u ch|ỉ|nh|\n|1. Ngh|ị| quy|ế|t này.|\n|"
    words += "2. Ng|ư|ờ|i dân.|\n"
    return "\n".join(part if part.strip() else "" for part in (words * 12).split("|"))


def test_runs_of_print_one_a_line_become_words() -> None:
    text = read_plain(runs()).text
    assert "Phạm vi điều chỉnh" in text
    assert "2. Người dân." in text


def test_a_star_before_an_item_with_its_own_marker_is_a_sign_of_markdown() -> None:
    text = "**I.** A\n\n**1.** B\n\n**2.** C\n\n* a) D\n* b) E\n"
    assert paths(text) == ["I", "I.1", "I.2", "I.2.a", "I.2.b"]


@pytest.mark.parametrize("heading", ["**Điều 1. Chính sách**", "## Điều 1. Chính sách"])
def test_one_marked_heading_makes_a_text_markdown(heading):
    assert read_plain(f"{heading}\n\n1. Áp dụng.\n").text == "Điều 1. Chính sách\n1. Áp dụng.\n"
