"""Quotations: word for word, the first different word shown; typography does not count."""

import pytest

from check.small_course import MODULE, SOURCE_TEXT, TEXT, checked, line_of

TRUE = "Hoàn thiện thể chế, nâng cao hiệu lực quản lý nhà nước; chăm lo đời sống Nhân dân."


def quoted(words, source="III.2"):
    return f":::{{quote}}\n:source: {source}\n\n{words}\n:::"


def marked(words, source="III.2"):
    return f"Nghị quyết nêu: “{words}” {{cite}}`{source}`."


@pytest.mark.parametrize("write", [quoted, marked])
@pytest.mark.parametrize(
    ("words", "found", "expected"),
    [
        (TRUE.replace("hiệu lực", "hiệu quả"), "quả", "lực"),
        (TRUE.replace("nhà nước", "nhà nước hiện đại"), "hiện đại", ""),
        (TRUE.replace("nâng cao ", ""), "", "nâng cao"),
    ],
    ids=["changed", "added", "dropped"],
)
def test_first_different_word_is_shown(write, words, found, expected):
    result = checked(write(words))
    arguments = dict(result.one("quotation-differs").arguments)

    assert result.codes() == ["quotation-differs"]
    assert result.place("quotation-differs")[0] == MODULE
    assert arguments["path"] == "III.2"
    assert found.split()[:1] == arguments["found"].replace(",", "").split()[:1]
    assert expected.split()[:1] == arguments["expected"].split()[:1]
    assert [(span.file, span.line) for span in result.one("quotation-differs").related] == [
        (TEXT, line_of(result, "Hoàn thiện thể chế", TEXT))
    ]


@pytest.mark.parametrize("write", [quoted, marked])
@pytest.mark.parametrize(
    "words",
    [
        TRUE,
        TRUE.replace("Hoàn", "hoàn"),
        "Hoàn thiện thể chế , nâng cao  hiệu lực quản lý nhà nước",
        "Hoàn thiện thể chế […] chăm lo đời sống Nhân dân",
        "Hoàn thiện thể chế, ... chăm lo đời sống Nhân dân",
        "Hoàn thiện [hơn nữa] thể chế, nâng cao hiệu lực quản lý nhà nước",
    ],
    ids=["whole", "first letter", "blanks", "omission", "dots", "insertion"],
)
def test_typography_omissions_and_insertions_are_understood(write, words):
    assert checked(write(words)).codes() == []


def test_place_of_the_tone_mark_and_dashes_do_not_count():
    text = SOURCE_TEXT.replace("3. Phát triển nguồn", "3. Giữ hòa bình, kinh tế - xã hội ổn định; phát triển nguồn")

    assert checked(marked("Giữ hoà bình, kinh tế – xã hội ổn định", "III.3"), text=text).codes() == []


def test_swapped_clauses():
    words = TRUE.replace("thể chế, nâng cao hiệu lực", "hiệu lực, nâng cao thể chế")

    assert checked(quoted(words)).codes() == ["quotation-differs"]


def test_number_in_a_quotation():
    result = checked(marked("GRDP bình quân đầu người: 8.300-8.600 USD", "II.1"))

    assert dict(result.one("quotation-differs").arguments)["expected"] == "8.500"


def test_several_provisions_with_their_markers():
    whole = "1. Phát triển kết cấu hạ tầng đồng bộ, hiện đại, nối đô thị trung tâm với ngoại thành.\n\n2. " + TRUE

    assert checked(quoted(whole, "III")).codes() == []


def test_parts_out_of_order():
    assert checked(quoted("chăm lo đời sống Nhân dân […] Hoàn thiện thể chế")).codes() == ["quotation-out-of-order"]


def test_right_words_at_another_address():
    found = checked(marked(TRUE, "III.1")).one("quotation-elsewhere")

    assert dict(found.arguments)["path"] == "III.2"


def test_letter_case_inside_a_quotation():
    found = checked(marked(TRUE.replace("Nhân dân", "nhân dân"))).one("quotation-case")

    assert (dict(found.arguments)["found"], dict(found.arguments)["expected"]) == ("nhân", "Nhân")


def test_summary_cannot_be_quoted():
    words = "Mạng lưới y tế cơ sở được củng cố, mọi xã, phường đều có bác sĩ làm việc thường xuyên tại trạm"

    assert checked(quoted(words, "tom-tat:2")).codes() == ["quotation-of-summary"]
    assert checked(marked(words, "tom-tat:2")).codes() == ["quotation-of-summary"]


def test_quote_block_without_a_source():
    assert "quotation-without-source" in checked(":::{quote}\n:source: ,\n\nLời.\n:::").codes()


@pytest.mark.parametrize(
    "body",
    [
        "Ô “Liên hệ đơn vị tôi” để trống {cite}`III.2`.",
        "Tên là “Nghị quyết Đại hội đại biểu lần thứ XVII Đảng bộ thành phố Hà Nội, nhiệm kỳ 2020-2025” {cite}`I`.",
        "Học viên hỏi: “Nếu đơn vị không có số liệu thì phải làm gì trong báo cáo quý?” Trả lời sau.",
    ],
    ids=["term", "title", "no citation"],
)
def test_what_is_no_quotation_is_left_alone(body):
    assert checked(body).codes() == []


def test_slogan_beside_a_summary_is_compared_all_the_same():
    assert checked(marked("xanh, thông minh, hiện đại", "tom-tat:3")).codes() == []
    assert checked(marked("Xanh - Văn hiến - Văn minh - Hiện đại", "tom-tat:3")).codes() == ["quotation-differs"]
    assert checked(marked("đọc, tính, so sánh", "tom-tat:3")).codes() == []


def test_a_quotation_in_a_question_may_stand_in_any_provision_the_question_cites():
    asked = {"id": "q-1", "kind": "essay", "stem": f"Phân tích “{TRUE}”.", "answer": "Nêu đủ ý."}

    assert checked(questions=[{**asked, "cites": ["III.2", "III.1"]}]).codes() == []
    assert checked(questions=[{**asked, "cites": ["III.3", "III.1"]}]).codes() == ["quotation-elsewhere"]


def test_letter_case_is_right_where_one_of_the_cited_provisions_has_it():
    heading = {"id": "q-1", "kind": "short", "stem": "Nêu “dịch vụ công nghiệp và xây dựng”.", "answer": "Nêu đủ."}
    small = SOURCE_TEXT.replace("1. Dịch vụ: 65%.", "1. Gồm dịch vụ công nghiệp và xây dựng.")
    both = small.replace("3. Nông nghiệp: 12%.", "3. Gồm DỊCH VỤ CÔNG NGHIỆP và xây dựng.")

    assert checked(questions=[{**heading, "cites": ["IV.3", "IV.1"]}], text=both).codes() == []
    assert checked(questions=[{**heading, "cites": ["IV.3"]}], text=both).codes() == ["quotation-case"]


ITEMS = [
    "Phát triển kết cấu hạ tầng đồng bộ, hiện đại, nối đô thị trung tâm với ngoại thành.",
    TRUE,
    "Phát triển nguồn nhân lực chất lượng cao.",
]


@pytest.mark.parametrize("mark", ["", "1. "])
@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ([0, 1, 2], []),
        ([0, 1], []),
        ([0, 2], ["quotation-leaves-out"]),
        ([1, 0, 2], ["quotation-out-of-order"]),
    ],
)
def test_items_of_a_quoted_provision(lines, codes, mark):
    between = "\n" if mark else "\n\n"
    result = checked(quoted(between.join(mark + ITEMS[line] for line in lines), "III"))

    assert result.codes() == codes


@pytest.mark.parametrize("words", [f"{ITEMS[0]} (...)\n\n{ITEMS[2]}", f"{ITEMS[0]}\n\n… {ITEMS[2]}"])
def test_items_left_out_with_dots(words):
    assert checked(quoted(words, "III")).codes() == []


def test_what_is_left_out_is_shown():
    result = checked(quoted(f"{ITEMS[0]}\n\n{ITEMS[2]}", "III"))

    assert dict(result.one("quotation-leaves-out").arguments)["missing"].startswith("Hoàn thiện thể chế nâng cao")
    assert result.words("quotation-leaves-out").startswith("Phát triển nguồn nhân lực")
    assert [span.file for span in result.one("quotation-leaves-out").related] == [TEXT]


LONG = "Phát triển kết cấu hạ tầng đồng bộ, hiện đại, nối đô thị trung tâm với ngoại thành"
"""As III.1 of the small source has it."""


@pytest.mark.parametrize(
    "body",
    [
        'Ông cha ta dạy "không vào hang cọp sao bắt được cọp con" {cite}`III.1`.',
        'Có người bảo "vạn sự khởi đầu nan, gian nan bắt đầu nản" khi đọc {cite}`III.1`.',
        'Nguyễn Trãi viết "phát triển hạ tầng đồng bộ, hiện đại" từ xưa {cite}`III.1`.',
        'Gộp thành "phát triển hạ tầng đồng bộ, hiện đại" là sai {cite}`III.1`.',
        f'Nghị quyết nêu "{LONG}". Các đồng chí đọc lại {{cite}}`III.1`.',
        f'Nhớ câu "{LONG}" của Nghị quyết.',
        'Nhớ câu "chăm lo đời sống Nhân dân" của Nghị quyết. Xem {cite}`III.1`.',
    ],
)
def test_other_peoples_words_are_no_quotations(body):
    assert checked(body).codes() == []


@pytest.mark.parametrize(
    ("body", "severity"),
    [
        (f'Nghị quyết nêu "{LONG.replace("hiện đại", "văn minh")}" {{cite}}`III.1`.', "error"),
        (f'Nghị quyết nêu "{LONG.replace("hiện đại", "văn minh")}". Các đồng chí đọc lại {{cite}}`III.1`.', "warning"),
        (f'Nhớ câu "{LONG.replace("hiện đại", "văn minh")}" của Nghị quyết.', "warning"),
        ('Nghị quyết nêu "hạ tầng đồng đều" {cite}`III.1`.', "warning"),
        ('Nghị quyết nêu "tầng hạ đồng bộ" {cite}`III.1`.', "warning"),
    ],
)
def test_a_changed_word_is_found_wherever_the_citation_stands(body, severity):
    found = checked(body).one("quotation-differs")

    assert found.severity == severity


CUT = (
    SOURCE_TEXT
    + """V. YÊU CẦU
1. Không để ai bị bỏ lại phía sau trong quá trình phát triển; từng bước hoàn thiện mô hình chính quyền đô thị.
2. Cán bộ chưa qua đào tạo không được bổ nhiệm; đạt trên 80% số xã đạt chuẩn.
"""
)


@pytest.mark.parametrize(
    ("body", "missing", "severity"),
    [
        ('Nghị quyết yêu cầu "để ai bị bỏ lại phía sau" {cite}`V.1`.', "không", "error"),
        ('Nghị quyết yêu cầu "hoàn thiện mô hình chính quyền đô thị" {cite}`V.1`.', "từng bước", "warning"),
        ('Nghị quyết yêu cầu "80% số xã đạt chuẩn" {cite}`V.2`.', "trên", "warning"),
    ],
)
def test_a_quotation_that_loses_the_word_before_it(body, missing, severity):
    found = checked(body, text=CUT).one("quotation-cut")

    assert (dict(found.arguments)["missing"], found.severity) == (missing, severity)


@pytest.mark.parametrize(
    "body",
    [
        'Nghị quyết yêu cầu "Không để ai bị bỏ lại phía sau" {cite}`V.1`.',
        'Không thể "để ai bị bỏ lại phía sau" {cite}`V.1`.',
        'Nghị quyết yêu cầu "[…] để ai bị bỏ lại phía sau" {cite}`V.1`.',
        'Phải từng bước "hoàn thiện mô hình chính quyền đô thị" {cite}`V.1`.',
        'Trên "80% số xã đạt chuẩn" {cite}`V.2`.',
    ],
)
def test_a_quotation_whose_sentence_says_the_word_itself(body):
    assert "quotation-cut" not in checked(body, text=CUT).codes()
