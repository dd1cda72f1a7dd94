"""Counts, lists and sums."""

import pytest

from check.small_course import MODULE, SETTINGS, SOURCE_TEXT, SUMMARY_TEXT, TEXT, checked, line_of


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Nghị quyết xác định bốn khâu đột phá.", "bốn khâu đột phá"),
        ("Nghị quyết xác định 2 khâu đột phá.", "2 khâu đột phá"),
        ("Nghị quyết có 5 chỉ tiêu chủ yếu.", "5 chỉ tiêu"),
        ("## Bảy chỉ tiêu chủ yếu", "Bảy chỉ tiêu"),
        ("Bàn về khâu đột phá thứ tư của Thành phố.", "khâu đột phá thứ tư"),
    ],
)
def test_count_that_differs_from_the_resolution(body, words):
    result = checked(body)

    assert result.words("count-differs") == words
    assert result.place("count-differs") == (MODULE, line_of(result, body))


@pytest.mark.parametrize(
    "body",
    [
        "Nghị quyết xác định ba khâu đột phá và 6 chỉ tiêu chủ yếu.",
        "Mỗi nhóm chọn hai chỉ tiêu để phân tích.",
        "Hai chỉ tiêu sau cần chú ý.",
        "Khâu đột phá thứ hai nói về thể chế.",
        "Báo ghi {from}`9 chỉ tiêu <bao>`.",
        "Trong ba khâu đột phá, đơn vị gần với một khâu.",
    ],
)
def test_right_counts_and_parts_of_a_whole(body):
    assert checked(body).codes() == []


def test_announced_count_in_a_complete_source_must_be_met():
    found = checked(source={"announced": {"breakthrough": 3, "target": 7}}).one("count-differs-in-source")

    assert found.span.file == SETTINGS
    assert found.severity == "error"
    assert (dict(found.arguments)["announced"], dict(found.arguments)["found"]) == ("7", "6")


def test_in_a_sample_an_unmet_count_is_information():
    source = {"announced": {"breakthrough": 3, "target": 7}, "status": "sample"}

    assert checked(source=source).one("count-not-met").severity == "info"


def test_sample_with_more_than_announced_is_wrong():
    source = {"announced": {"breakthrough": 2, "target": 6}, "status": "sample"}

    assert "count-differs-in-source" in checked(source=source).codes()


def test_list_has_as_many_items_as_announced():
    result = checked("Cần bốn nội dung sau:\n\n- một;\n- hai;\n- ba.")

    assert result.words("list-count-differs") == "bốn nội dung"
    assert dict(result.one("list-count-differs").arguments)["found"] == "3"
    assert checked("## Bốn nội dung\n\n- một;\n- hai.").codes() == ["list-count-differs"]
    assert checked("Cần ba nội dung sau:\n\n1. một;\n2. hai;\n3. ba.").codes() == []
    assert checked("Chia lớp thành 4 nhóm, mỗi nhóm làm các việc sau:\n\n- một;\n- hai.").codes() == []


def test_list_of_a_complete_source():
    text = SOURCE_TEXT + "V. TỔ CHỨC THỰC HIỆN\n1. Các cấp ủy làm tốt ba nhiệm vụ sau:\na) Một việc.\nb) Hai việc.\n"
    result = checked(text=text)

    assert result.place("list-count-differs") == (TEXT, line_of(result, "ba nhiệm vụ sau", TEXT))


@pytest.mark.parametrize(
    "body",
    ["Môn học có 95 tiết (45 + 15 + 15 + 10).", "Cộng lại 45 + 15 + 15 + 10 = 95 tiết.", "Có 95 = 45+15+15+10."],
)
def test_sum_in_prose(body):
    found = checked(body).one("sum-differs")

    assert (dict(found.arguments)["total"], dict(found.arguments)["sum"]) == ("95", "85")
    assert checked(body.replace("95", "85")).codes() == []


TABLE = """\
| TT | Môn | Tổng số | Lý thuyết | Thảo luận |
|---|---|---|---|---|
| 1 | Một | 10 | 6 | 4 |
| 2 | Hai | 8 | 5 | 3 |
| | Tổng | 18 | 11 | 7 |
"""


def test_rows_and_columns_of_a_table():
    assert checked(TABLE).codes() == []
    row = checked(TABLE.replace("| 1 | Một | 10 |", "| 1 | Một | 11 |"))
    assert row.place("row-sum-differs") == (MODULE, line_of(row, "| 1 | Một"))
    column = checked(TABLE.replace("| 18 | 11 | 7 |", "| 18 | 12 | 7 |"))
    assert dict(column.one("column-sum-differs").arguments) == {"total": "12", "sum": "11"}


def test_shares_of_a_whole():
    text = SOURCE_TEXT.replace("3. Nông nghiệp: 12%.", "3. Nông nghiệp: 9%.")
    result = checked(text=text)

    assert result.place("shares-miss-whole") == (TEXT, line_of(result, "IV. CƠ CẤU", TEXT))
    ranges = "Cơ cấu: dịch vụ 65,0-65,5%, công nghiệp 22,5-23,0%, nông nghiệp 1,4-1,6%, thuế 10,4-10,6%."
    assert "shares-miss-whole" not in checked(ranges).codes()
    assert "shares-miss-whole" in checked(ranges.replace("65,0-65,5", "61,0-61,5")).codes()


def test_a_part_of_a_share_is_no_share_of_the_whole():
    parts = "Cơ cấu: dịch vụ 65%, trong đó thương mại 20%, công nghiệp 17%."

    assert "shares-miss-whole" not in checked(parts).codes()
    assert "shares-miss-whole" in checked(parts.replace("trong đó ", "")).codes()


def test_a_count_of_another_document_is_compared_with_what_is_cited():
    summary = SUMMARY_TEXT + "4. Chương trình có 18 chỉ tiêu.\n"

    right = checked("Chương trình có 18 chỉ tiêu {cite}`tom-tat:4`.", summary=summary)
    wrong = checked("Chương trình có 11 chỉ tiêu {cite}`tom-tat:4`.", summary=summary)
    main = checked("Nghị quyết có 18 chỉ tiêu chủ yếu {cite}`II`.", summary=summary)

    assert right.codes() == []
    assert dict(wrong.one("figure-differs").arguments)["stated"] == "18 chỉ tiêu"
    assert main.words("count-differs") == "18 chỉ tiêu"
