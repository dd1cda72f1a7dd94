"""Quantities written out: each outcome with its code and its place, and what must stay silent."""

import pytest

from check.small_course import MODULE, SOURCE_TEXT, TEXT, checked, line_of

WRONG = [
    ("figure-differs", "GRDP bình quân đầu người đạt 8.100-8.300 USD {cite}`II.1`.", "8.100-8.300 USD"),
    ("figure-differs", "GRDP bình quân đầu người đạt 8.400 USD {cite}`II.1`.", "8.400 USD"),
    ("figure-differs", "Kim ngạch xuất khẩu đạt 20.470 tỷ USD {cite}`II.4`.", "20.470 tỷ USD"),
    ("figure-differs", "Toàn Đảng bộ có hơn 45.000 đảng viên {cite}`II.6`.", "hơn 45.000 đảng viên"),
    ("figure-one-end", "GRDP bình quân đầu người đạt 8.300 USD {cite}`II.1`.", "8.300 USD"),
    ("figure-rounded", "GRDP giai đoạn 2016-2020 tăng trưởng bình quân 7,4%/năm {cite}`I.1`.", "7,4%/năm"),
    ("figure-unit", "GRDP bình quân đầu người đạt 8.300-8.500 euro {cite}`II.1`.", "8.300-8.500 euro"),
    ("figure-qualifier", "Tỷ trọng kinh tế số trong GRDP đạt 30% {cite}`II.2`.", "30%"),
    ("figure-qualifier", "Tỷ lệ thất nghiệp trên 3% {cite}`II.3`.", "trên 3%"),
    ("figure-qualifier", "GRDP bình quân đầu người trên 8.300-8.500 USD {cite}`II.1`.", "trên 8.300-8.500 USD"),
    ("figure-horizon", "GRDP bình quân đầu người đến năm 2030 đạt 8.300-8.500 USD {cite}`II.1`.", "8.300-8.500 USD"),
    ("figures-ungrounded", "Số hóa hồ sơ lưu trữ đạt 63,7% kế hoạch.", "63,7%"),
    ("figure-elsewhere", "GRDP bình quân đầu người đạt 8.300-8.500 USD {cite}`III.1`.", "8.300-8.500 USD"),
    ("figure-uncited", "Cả thành phố có 30-35 giường/vạn dân.", "30-35 giường/vạn dân"),
    ("range-reversed", "GRDP bình quân đầu người đạt 8.500-8.300 USD {cite}`II.1`.", "8.500-8.300 USD"),
    ("number-format", "Tăng trưởng GRDP giai đoạn 2016-2020 đạt 7.39%/năm {cite}`I.1`.", "7.39"),
]


@pytest.mark.parametrize(("code", "body", "words"), WRONG)
def test_wrong_quantity_is_found_at_its_place(code, body, words):
    result = checked(body)

    assert code in result.codes()
    assert words in result.words(code)
    assert result.place(code) == (MODULE, line_of(result, body[:20]))


RIGHT = [
    "GRDP bình quân đầu người đạt 8.300-8.500 USD {cite}`II.1`.",
    "GRDP bình quân đầu người đạt 8.300 – 8.500 USD/người {cite}`II.1`.",
    "Đến năm 2025, GRDP bình quân đầu người đạt **8.300-8.500** USD {cite}`II.1`.",
    "Tăng trưởng GRDP bình quân giai đoạn 2016-2020 là 7,390%/năm {cite}`I.1`.",
    "Toàn Đảng bộ có trên 450.000 đảng viên {cite}`II.6`.",
    "Kim ngạch xuất khẩu đạt 20,47 tỉ USD {cite}`II.4`.",
    "Tỷ lệ đô thị hóa đến năm 2025 đạt 60-62%, đến năm 2030 đạt 65-75% {cite}`II.5`.",
    "Chia lớp thành nhóm 5-7 người, thảo luận 20 phút, đọc trang 31, nêu 3 ý, trả lời 4 câu hỏi.",
    "Số khác: {from}`3,98% <bao>` theo báo.",
    "Tỷ lệ thất nghiệp còn dưới 3% {cite}`II`.",
    "GRDP bình quân đầu người năm 2020 ước đạt 5.420 USD, bằng 1,5 lần năm 2015 {cite}`I.2`.",
]


@pytest.mark.parametrize("body", RIGHT)
def test_right_quantity_is_left_alone(body):
    assert checked(body).codes() == []


def test_the_provision_is_shown_beside_the_finding():
    found = checked("GRDP bình quân đầu người đạt 8.100-8.300 USD {cite}`II.1`.").one("figure-differs")

    assert [(span.file, span.line) for span in found.related] == [(TEXT, 9)]
    assert dict(found.arguments)["stated"] == "8.300-8.500 USD"
    assert dict(found.arguments)["path"] == "II.1"


def test_equal_number_of_another_metric_is_no_proof():
    body = "Cơ cấu GRDP năm 2025: dịch vụ 23%, công nghiệp và xây dựng 65% {cite}`IV`."

    assert checked(body).codes().count("figure-differs") == 2


def test_figures_of_one_metric_at_each_others_time():
    body = "Tỷ lệ đô thị hóa đến năm 2025 đạt 65-75%, đến năm 2030 đạt 60-62% {cite}`II.5`."

    assert checked(body).codes() == ["figure-horizon", "figure-horizon"]


@pytest.mark.parametrize(
    "body",
    [
        "| Chỉ tiêu | Năm 2025 |\n|---|---|\n| GRDP bình quân đầu người {cite}`II.1` | 8.200-8.400 USD |",
        ":::{slide} Chỉ tiêu\n\n- GRDP bình quân đầu người: 8.200-8.400 USD\n- {cite}`II.1`\n:::",
        "::::{question}\n:kind: essay\n:cites: II.1\n\nNêu chỉ tiêu.\n\n:::{answer}\nGRDP bình quân đầu người"
        " 8.200-8.400 USD.\n:::\n::::",
        ":::{notes}\n:kind: stress\n\nNhắc lại: GRDP bình quân đầu người 8.200-8.400 USD {cite}`II.1`.\n:::",
        ":::{table} GRDP bình quân đầu người 8.200-8.400 USD\n\n| A | B |\n|---|---|\n| {cite}`II.1` | x |\n:::",
        ":::{figure} Hình\n:src: hinh.png\n:alt: GRDP bình quân đầu người 8.200-8.400 USD\n:::",
    ],
    ids=["table", "slide", "answer", "notes", "caption", "alt"],
)
def test_every_kind_of_text_is_compared(body):
    assert "figure-differs" in checked(body).codes()


def test_bank_is_compared_but_not_its_distractors():
    question = {
        "id": "q1",
        "kind": "single",
        "stem": "GRDP bình quân đầu người đến năm 2025 là bao nhiêu?",
        "options": ["8.100-8.300 USD", "8.300-8.500 USD", "9.000-9.100 USD"],
        "key": ["B"],
        "cites": ["II.1"],
    }

    assert checked(questions=[question]).codes() == []
    assert "figure-differs" in checked(questions=[question | {"key": ["A"]}]).codes()


def test_number_in_a_made_up_case_is_assumed():
    body = ":::{exercise} Tình huống\n:minutes: 20\n\nĐơn vị giải quyết đúng hạn 95,5% hồ sơ.\n:::"

    assert checked(body).codes() == []


def test_mistakes_may_repeat_a_number_given_to_its_document():
    said = "## Dự thảo\n\nBản dự thảo ghi {from}`8.100-8.300 USD <bao>`."
    again = ":::{notes}\n:kind: misreading\n\nHọc viên viết 8.100-8.300 USD.\n:::"

    assert checked(f"{said}\n\n{again}").codes() == []


def test_number_alone_in_quotation_marks_is_only_mentioned():
    assert checked("Viết lên bảng con số “9,9%” và hỏi lớp.").codes() == []
    assert checked("Báo cáo viết “tăng 9,9%” mà không có nguồn.").codes() == []
    assert checked("Báo cáo viết tăng 9,9% mà không có nguồn.").codes() == ["figures-ungrounded"]


def test_another_count_of_the_things_a_cited_provision_counts():
    text = SOURCE_TEXT.replace("III. KHÂU", "7. Đưa 5 huyện phát triển thành quận.\nIII. KHÂU")
    body = "Có {number} huyện thuộc diện này {{cite}}`II.7`."

    assert "figure-differs" not in checked(body.format(number=5), text=text).codes()
    assert "figure-differs" in checked(body.format(number=8), text=text).codes()


def test_an_undone_range_is_a_noun_not_a_qualifier():
    assert checked("Khoảng 8.300-8.500 USD là GRDP bình quân đầu người {cite}`II.1`.").codes() == []


def test_a_statement_that_is_false_on_purpose_is_no_mistake():
    asked = {"id": "q-1", "kind": "true-false", "options": ["Đúng", "Sai"], "cites": ["II.3"]}
    asked |= {"stem": "Đúng hay sai: tỷ lệ thất nghiệp năm 2025 dưới 5%.", "answer": "Nguồn ghi dưới 3%."}

    assert checked(questions=[{**asked, "key": ["Sai"]}]).codes() == []
    assert "figure-differs" in checked(questions=[{**asked, "key": ["Đúng"]}]).codes()


TABLE = (
    SOURCE_TEXT
    + """V. CHỈ TIÊU PHÂN CÔNG
1. Tăng trưởng bình quân bán lẻ hàng hóa và dịch vụ tiêu dùng (%) 14 - 15 Bộ Công Thương, các địa phương.
2. Tăng trưởng kim ngạch xuất khẩu hàng hóa (%) 15 - 16 Bộ Công Thương, các địa phương.
3. Phổ cập giáo dục mầm non cho trẻ em từ 3 đến 5 tuổi theo lộ trình.
"""
)
ROW = "Tăng trưởng bình quân bán lẻ hàng hóa và dịch vụ tiêu dùng (%) {} Bộ Công Thương, các địa phương."


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"Nội dung ở {{cite}}`V.1`.\n\n{ROW.format('15 - 16')}", "15 - 16"),
        ("Nội dung ở {cite}`II.1`.\n\nGRDP bình quân đầu người 8.300-8.600 USD.", "8.300-8.600 USD"),
    ],
)
def test_the_number_of_another_row_and_one_end_changed_are_found(body, words):
    assert checked(body, text=TABLE).words("figure-differs") == words


def test_the_number_of_the_row_itself_is_left_alone():
    body = f"Nội dung ở {{cite}}`V.1`.\n\n{ROW.format('14 - 15')}"

    assert checked(body, text=TABLE).codes() == []


def test_years_for_years_of_age_are_another_unit():
    body = "Nội dung ở {cite}`V.3`.\n\nPhổ cập giáo dục mầm non cho trẻ em từ 3 đến 5 năm theo lộ trình."

    assert checked(body, text=TABLE).words("figure-unit") == "3 đến 5 năm"


TITLE = "Nghị quyết về bổ sung Kế hoạch năm 2025 với mục tiêu tăng trưởng đạt 8% trở lên"


def test_a_number_of_an_official_title_is_no_figure_of_the_text():
    right = checked(f"{TITLE}: đọc trước {{cite}}`II.1`.", source={"title": TITLE})
    wrong = checked(f"{TITLE.replace('8%', '9%')}: đọc trước {{cite}}`II.1`.", source={"title": TITLE})

    assert not [code for code in right.codes() if code.startswith("figure-")]
    assert wrong.codes() == ["figures-ungrounded"]


def test_a_number_that_shares_the_qualifier_of_the_one_before_needs_none_of_its_own():
    text = SOURCE_TEXT + "V. THỦ TỤC\n1. Thông báo chậm nhất là 60 ngày và 120 ngày với hai loại đất.\n"
    figure = {
        "metric": "Thời hạn",
        "metric_id": "han",
        "text": "120",
        "unit": "ngày",
        "horizon": "",
        "provision": "V.1",
    }
    first = figure | {"metric_id": "han-60", "text": "60"}

    found = checked(text=text, source={"figures": {"han": figure, "han-60": first}}).found

    named = [dict(each.arguments)["name"] for each in found if each.code == "figure-text-without-qualifier"]
    assert named == ["han-60"]


def test_a_decimal_that_lost_its_comma_where_no_unit_follows():
    text = SOURCE_TEXT + "5. Chỉ số phát triển con người: 0,8.\n"
    result = checked("Chỉ số phát triển con người (HDI) 08 do ngành thống kê công bố {cite}`IV.5`.", text=text)

    assert result.codes() == ["figure-differs"]
    assert result.words("figure-differs") == "08"
    assert checked("Chỉ số phát triển con người (HDI) 0,8 do ngành công bố {cite}`IV.5`.", text=text).codes() == []


@pytest.mark.parametrize("second", ["1 cơ sở", "{value}`mot`"])
def test_one_number_given_twice_where_the_provision_has_two(second):
    text = SOURCE_TEXT + "5. Có 8 cơ sở thuộc nhóm đại học hàng đầu châu Á, 1 cơ sở thuộc nhóm hàng đầu thế giới.\n"
    figure = {"metric": "Cơ sở thuộc nhóm hàng đầu thế giới", "metric_id": "mot", "text": "1", "unit": "cơ sở"}
    source = {"figures": {"mot": figure | {"horizon": "", "provision": "IV.5"}}}
    rest = f"cơ sở thuộc nhóm đại học hàng đầu châu Á, {second} thuộc nhóm hàng đầu thế giới {{cite}}`IV.5`."

    assert checked(f"Có 1 {rest}", text=text, source=source).codes() == ["figure-differs"]
    assert checked(f"Có 8 {rest}", text=text, source=source).codes() == []
