"""Codes, dates, posts, names, congresses, terms, and what is later than the as-of date."""

import pytest

from check.small_course import MODULE, SOURCE_TEXT, checked, line_of

WRONG = [
    ("document-code-unknown", "Xem Quyết định 99-QĐ/TU ngày 17-3-2021.", "99-QĐ/TU"),
    ("code-issuer-differs", "Xem Chương trình 02-CTr/TW {cite}`I.3`.", "02-CTr/TW"),
    ("code-date-differs", "Chương trình 02-CTr/TU ngày 18-3-2021 {cite}`I.3`.", "18-3-2021"),
    ("code-date-differs", "Nghị quyết 21/NQ-HĐND ngày 23-9-2021.", "23-9-2021"),
    (
        "code-title-differs",
        "Chương trình 02-CTr/TU về xây dựng nông thôn mới và cơ cấu lại ngành nông nghiệp.",
        "02-CTr/TU",
    ),
    ("code-not-cited", "Chương trình 02-CTr/TU nói về nông dân {cite}`I.4`.", "02-CTr/TU"),
    ("code-not-of-reference", "Theo {from}`Nghị quyết 21/NQ-CP <nq12>`.", "21/NQ-CP"),
    ("code-without-term", "Theo Chương trình 02-CTr/TU thì làm ngay.", "02-CTr/TU"),
    ("date-not-in-source", "Hội nghị họp ngày 15-11-2020.", "15-11-2020"),
    ("date-differs", "Đại hội họp từ ngày 12-10-2020 đến ngày 13-10-2020 {cite}`I.5`.", "12-10-2020"),
    ("later-than-as-of", "Ngày 15-11-2021, cấp ủy ban hành chương trình.", "15-11-2021"),
    ("later-than-as-of", "Đạt {from}`75% <nq12>` vào năm 2030.", "75%"),
    ("post-without-date", "Bí thư Thành ủy Trần Văn Bình nêu yêu cầu.", "Bí thư Thành ủy Trần Văn Bình"),
    ("post-without-date", "Theo đồng chí Trần Văn Bình, Bí thư Thành ủy, cần làm ngay.", "đồng chí Trần Văn Bình"),
    ("name-differs", "Văn bản do đồng chí Nguyễn Văn Anh ký.", "Nguyễn Văn Anh"),
    ("term-differs", "Đại hội lần thứ XVI Đảng bộ thành phố Hà Nội, nhiệm kỳ 2020-2025.", "lần thứ XVI"),
    ("term-differs", "Đại hội lần thứ 16 Đảng bộ thành phố Hà Nội, nhiệm kỳ 2020-2025.", "lần thứ 16"),
    ("congress-unknown", "Nghị quyết Đại hội XVI Đảng bộ Thành phố đặt mục tiêu cao.", "Nghị quyết Đại hội XVI"),
    ("date-not-in-source", "Hội nghị họp ngày 26-11 vừa qua.", "26-11"),
    ("term-varied", "Nghị quyết nêu ba mũi đột phá.", "mũi đột phá"),
]


@pytest.mark.parametrize(("code", "body", "words"), WRONG)
def test_wrong_identity_is_found_at_its_place(code, body, words):
    result = checked(body)

    assert code in result.codes()
    assert words in result.words(code)
    assert result.place(code) == (MODULE, line_of(result, body[:24]))


RIGHT = [
    "Chủ tịch Tổng Giám đốc các tập đoàn và Bí thư Ban Chấp hành chịu trách nhiệm.",
    "Quy định áp dụng từ ngày 01 tháng 01 năm 2022 {cite}`I.6`.",
    "Báo cáo gửi ngày 15 tháng 12 {cite}`I.6`.",
    "Nghị quyết Đại hội 17 Đảng bộ Thành phố và Nghị quyết Đại hội XIII của Đảng.",
    "Đại hội bế mạc ngày 13-10 với kết quả tốt.",
    "Chương trình 02-CTr/TU ngày 17-3-2021 về phát triển kinh tế Thủ đô {cite}`I.3`.",
    "Chương trình 02-CTr/TU, ngày 17/3/2021, của Thành ủy.",
    "Nghị quyết 20/NQ-HĐND ngày 23-9-2021 của Hội đồng nhân dân.",
    "Đại hội họp từ ngày 11-10-2020 đến ngày 13-10-2020 {cite}`I.5`.",
    "Phiên trù bị ngày 12-10-2020 {cite}`I.5`.",
    "Bí thư Thành ủy (thời điểm 12-2020) Trần Văn Bình nêu yêu cầu.",
    "Chủ tịch Hồ Chí Minh căn dặn cán bộ.",
    "Bí thư Thành ủy đứng đầu ban chỉ đạo.",
    "Bộ trưởng Bộ Công Thương, Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định.",
    "Văn bản do đồng chí Nguyễn Văn An ký.",
    "Đại hội lần thứ 17 Đảng bộ thành phố Hà Nội, nhiệm kỳ 2020-2025.",
    "Đại hội lần thứ XVI Đảng bộ thành phố Hà Nội, nhiệm kỳ 2015-2020.",
    "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, nhiệm kỳ 2021-2026.",
    "Nghị quyết nêu ba khâu đột phá.",
    "Hoàn thành trước ngày 13-10-2020.",
    ":::{callout} Văn bản sau\n:kind: later\n\nĐạt {from}`75% <nq12>`; ban hành ngày 07-02-2023.\n:::",
    ":::{reading}\n:kind: further\n\n- Quyết định 99-QĐ/TU ngày 01-02-2020.\n:::",
]


@pytest.mark.parametrize("body", RIGHT)
def test_right_identity_is_left_alone(body):
    assert checked(body).codes() == []


def test_source_that_is_later_than_the_as_of_date():
    assert checked("Xem {cite}`tom-tat:1`.", course={"as_of": "2021-09-01"}).codes() == ["later-than-as-of"]


def test_ambiguous_code_is_said_once_a_module():
    result = checked("Theo Chương trình 02-CTr/TU.\n\nLại Chương trình 02-CTr/TU.")

    assert result.codes() == ["code-without-term"]
    assert result.one("code-without-term").severity == "info"


def test_nearest_date_helps():
    found = checked("Đại hội bế mạc ngày 14-10-2020.").one("date-not-in-source")

    assert dict(found.arguments)["nearest"] in ("11-10-2020", "12-10-2020", "13-10-2020")


def test_year_of_a_vision_is_the_sources():
    text = SOURCE_TEXT + "V. TẦM NHÌN ĐẾN NĂM 2045\n1. Thành phố kết nối toàn cầu.\n"
    result = checked("Tầm nhìn đến năm 2040 là thành phố kết nối.", text=text)

    assert result.words("milestone-differs") == "Tầm nhìn đến năm 2040"
    assert checked("Tầm nhìn đến năm 2045 là thành phố kết nối.", text=text).codes() == []


def test_a_date_of_the_world_is_information_a_slip_of_a_known_one_is_to_look_at():
    told = checked("Quân đội thành lập ngày 22/12/1944.").one("date-not-in-source")
    slip = checked("Đại hội họp từ ngày 21-10-2020.").one("date-not-in-source")

    assert (told.severity, slip.severity) == ("info", "warning")


@pytest.mark.parametrize(
    ("body", "severity"),
    [
        ("Chương trình họp bàn ngày 25-6-2018 về kinh tế Thủ đô {cite}`I.3`.", "warning"),
        ("Chậm nhất ngày 25-6-2018 phải họp; bàn về kinh tế Thủ đô {cite}`I.3`.", "warning"),
        ("Ngày 25-6-2018 sông Hồng có lũ; chương trình ấy về kinh tế Thủ đô {cite}`I.3`.", "info"),
        ("Quân đội thành lập ngày 25-6-1944, chương trình ấy về sau {cite}`I.3`.", "info"),
    ],
)
def test_a_date_beside_a_citation_is_of_what_is_cited_unless_it_is_parted_from_it_or_of_history(body, severity):
    assert checked(body).one("date-not-in-source").severity == severity


@pytest.mark.parametrize(("text", "severity"), [("Niên giám thống kê", "info"), ("Quyết định 99-QĐ/TU", "warning")])
def test_a_date_near_that_of_a_numbered_document_may_be_a_slip_near_that_of_a_book_it_is_none(text, severity):
    references = [{"id": "khac", "text": text, "issued": "2023-12-01"}]
    course = {"as_of": "2024-06-30", "references": references}

    assert checked("Luật có hiệu lực ngày 1-7-2023.", course=course).one("date-not-in-source").severity == severity


@pytest.mark.parametrize("lead", ["hạn cuối là ngày", "hạn chót", "chậm nhất là ngày"])
def test_a_deadline_may_lie_behind_the_as_of_date(lead):
    assert "later-than-as-of" not in checked(f"Phải xong, {lead} 31-12-2035.").codes()
    assert "later-than-as-of" in checked("Xong ngày 31-12-2035.").codes()


def test_a_day_near_the_as_of_date_is_no_slip():
    told = checked("Luật có hiệu lực ngày 1-7-2023.", course={"as_of": "2023-12-01"}).one("date-not-in-source")

    assert told.severity == "info"


def test_a_document_may_be_passed_on_another_day_than_it_is_dated():
    text = SOURCE_TEXT + "V. HIỆU LỰC\n1. Nghị quyết được thông qua ngày 12 tháng 10 năm 2020.\n"
    body = "Nghị quyết số 17-NQ/TU được Đại hội thông qua ngày {day} tháng 10 năm 2020."
    source = {"number": "17-NQ/TU"}

    assert "code-date-differs" not in checked(body.format(day=12), text=text, source=source).codes()
    assert "code-date-differs" in checked(body.format(day=15), text=text, source=source).codes()


def test_a_document_dated_by_its_year_alone_is_no_trouble_to_other_dates():
    references = [{"id": "bao", "text": "Báo Nhân Dân ngày 25-12-2020", "issued": "2020"}]

    told = checked("Quân đội thành lập ngày 22/12/1944.", course={"references": references})

    assert told.one("date-not-in-source").severity == "info"
