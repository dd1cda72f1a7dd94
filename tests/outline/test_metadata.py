"""Number, date, issuer, place, signer and title out of heads and closings."""

from giaotrinh.outline.metadata import Metadata, read_metadata
from giaotrinh.outline.tree import read_outline


def read(text: str) -> Metadata:
    return read_metadata(read_outline(text, "text.txt").value or ())


GOVERNMENT = """CHÍNH PHỦ
Số: 9/NQ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 07 tháng 02 năm 2023
NGHỊ QUYẾT
Về phát triển đô thị
CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
QUYẾT NGHỊ:
Điều 1. A
TM. CHÍNH PHỦ
THỦ TƯỚNG
Nguyễn Văn An
"""


def test_a_government_letterhead() -> None:
    assert read(GOVERNMENT) == Metadata(
        title="Nghị quyết về phát triển đô thị",
        number="9/NQ-CP",
        date="2023-02-07",
        issuer="Chính phủ",
        place="Hà Nội",
        signer_role="TM. CHÍNH PHỦ, THỦ TƯỚNG",
        signer_name="Nguyễn Văn An",
    )


def test_a_party_letterhead_with_everything_in_cells() -> None:
    found = read(
        "| BAN CHẤP HÀNH TRUNG ƯƠNG | ĐẢNG CỘNG SẢN VIỆT NAM |\n| Số 5-NQ/TW | Hà Nội, ngày 1 tháng 11 năm 2012 |\n"
        "NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ về đột phá phát triển y tế\nI- A\nT/M BỘ CHÍNH TRỊ\nTỔNG BÍ THƯ\nTrần Văn Ba"
    )
    assert (found.number, found.date, found.issuer, found.place) == ("5-NQ/TW", "2012-11-01", "Bộ Chính trị", "Hà Nội")
    assert (found.signer_role, found.signer_name) == ("T/M BỘ CHÍNH TRỊ, TỔNG BÍ THƯ", "Trần Văn Ba")


def test_a_closing_line_gives_the_date_and_the_issuer_where_the_head_is_lost() -> None:
    found = read(
        "NGHỊ QUYẾT\nVề kinh tế tư nhân\nQUỐC HỘI\nQUYẾT NGHỊ:\nĐiều 1. A\n"
        "Nghị quyết này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV thông qua "
        "ngày 17 tháng 5 năm 2025."
    )
    assert (found.title, found.date, found.issuer) == ("Nghị quyết về kinh tế tư nhân", "2025-05-17", "Quốc hội")
    assert found.number == ""


def test_a_caption_of_an_annex_stands_in_for_a_lost_head() -> None:
    found = read(
        "NGHỊ QUYẾT\nVề rác\nCHÍNH PHỦ\nI. A\nPHỤ LỤC\n(Kèm theo Nghị quyết số 9/NQ-CP ngày 03 tháng 12 năm 2025)"
    )
    assert (found.number, found.date) == ("9/NQ-CP", "2025-12-03")


def test_a_sentence_that_presents_the_document_tells_date_issuer_and_subject() -> None:
    found = read(
        "Nghị quyết số 7-NQ/TW\nĐã ban hành Nghị quyết số 7-NQ/TW (ngày 22/12/2024) của Bộ Chính trị về y tế.\nI- A"
    )
    assert (found.number, found.date, found.issuer) == ("7-NQ/TW", "2024-12-22", "Bộ Chính trị")
    assert found.title == "Nghị quyết của Bộ Chính trị về y tế"


def test_a_provincial_council() -> None:
    found = read(
        "HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ YÊN\nSố: 5/NQ-HĐND\nPhú Yên, ngày 16 tháng 12 năm 2016\nNGHỊ QUYẾT\nVỀ DỰ TOÁN\n"
        "Điều 1. A\nNghị quyết này đã được Hội đồng nhân dân tỉnh Phú Yên khóa VII thông qua ngày 15/12/2016.\n"
        "CHỦ TỊCH     Lê Văn Tư"
    )
    assert (found.issuer, found.place, found.date) == ("Hội đồng nhân dân tỉnh Phú Yên", "Phú Yên", "2016-12-16")
    assert (found.signer_role, found.signer_name) == ("CHỦ TỊCH", "Lê Văn Tư")


def test_a_text_without_a_head_tells_nothing() -> None:
    assert read("I. A\n1. B") == Metadata()


def test_the_term_of_a_council_is_no_part_of_its_name() -> None:
    found = read(
        "Số: 35/NQ-HĐND\nNGHỊ QUYẾT\nVề kế hoạch năm 2026\nĐiều 1. A\n"
        "Nghị quyết này được Hội đồng nhân dân tỉnh An Hòa Khóa XI, Kỳ họp thứ 8 thông qua ngày 09 tháng 12 năm 2025./."
    )
    assert found.issuer == "Hội đồng nhân dân tỉnh An Hòa"


def test_a_heading_that_tells_everything_in_one_line() -> None:
    found = read("NGHỊ QUYẾT SỐ 26-NQ/TU NGÀY 05/12/2025 CỦA TỈNH ỦY AN HÒA VỀ NHIỆM VỤ NĂM 2026\nI. A\n1. B")
    assert (found.number, found.date, found.issuer) == ("26-NQ/TU", "2025-12-05", "Tỉnh ủy An Hòa")
    assert found.title == "Nghị quyết về nhiệm vụ năm 2026"


def test_a_document_cited_by_the_heading_does_not_lend_its_number() -> None:
    found = read(
        "CHƯƠNG TRÌNH HÀNH ĐỘNG SỐ 104-CTr/TU NGÀY 30/8/2026 CỦA TỈNH ỦY AN HÒA — bản chép\n"
        "CHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Kết luận số 75-KL/TW ngày 28/7/2026 của Bộ Chính trị về y tế\nI. A\n1. B"
    )
    assert (found.number, found.date, found.issuer) == ("104-CTr/TU", "2026-08-30", "Tỉnh ủy An Hòa")


def test_the_body_is_named_by_the_line_below_the_kind() -> None:
    found = read(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nSố: 10-NQ/TW\nNGHỊ QUYẾT\nCỦA BỘ CHÍNH TRỊ VỀ KHOÁNG SẢN ĐẾN NĂM 2030\nI. A\n1. B"
    )
    assert (found.issuer, found.title) == ("Bộ Chính trị", "Nghị quyết của Bộ Chính trị về khoáng sản đến năm 2030")


def test_bodies_of_a_level_in_the_title_are_no_issuer() -> None:
    found = read(
        "ỦY BAN THƯỜNG VỤ QUỐC HỘI\nNGHỊ QUYẾT\nQUY ĐỊNH SỐ LƯỢNG ĐẠI BIỂU\nHỘI ĐỒNG NHÂN DÂN CẤP TỈNH CHUYÊN TRÁCH\n"
        "ỦY BAN THƯỜNG VỤ QUỐC HỘI\nCăn cứ Hiến pháp;\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. A"
    )
    assert found.title == "Nghị quyết quy định số lượng đại biểu Hội đồng nhân dân cấp tỉnh chuyên trách"
    assert found.issuer == "Ủy ban Thường vụ Quốc hội"
