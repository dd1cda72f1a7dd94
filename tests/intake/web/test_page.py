import pytest

from giaotrinh.intake.carrier.characters import Mending
from giaotrinh.intake.carrier.extraction import Reason, Refused
from giaotrinh.intake.web.page import read_html

LONG = "Nghị quyết này quy định một số cơ chế, chính sách để phát triển năng lượng quốc gia giai đoạn 2026 - 2030. " * 6


def read(body, coding="utf-8"):
    extraction = read_html(f'<!doctype html><meta charset="{coding}"><title>x</title><body>{body}'.encode(coding))
    assert extraction.unaccounted() == ({}, {})
    return extraction


def lines(body):
    return read(body).text.splitlines()


def left_out(extraction):
    return [(part.text, part.reason) for part in extraction.left_out]


def test_blocks_become_paragraphs_and_inlines_are_joined():
    body = "<div><p>V<span>ề các cơ ch</span><b>ế</b></p>Rời<h2>Chương I</h2><p>&nbsp;</p></div>"
    assert lines(body) == ["Về các cơ chế", "Rời", "Chương I"]


def test_the_site_around_the_document_is_left_out():
    site = '<header><a href="/">Trang chủ</a></header><div id="side">Mục lục<ul><li>Điều 1</li></ul></div>'
    extraction = read(
        f'{site}<main><div class="content"><p>Điều 1. A</p><p>{LONG}</p></div></main><footer>Liên hệ</footer>'
    )
    assert extraction.text.splitlines() == ["Điều 1. A", LONG.strip()]
    assert left_out(extraction) == [
        ("Trang chủ", Reason.SITE),
        ("Mục lục Điều 1", Reason.SITE),
        ("Liên hệ", Reason.SITE),
    ]


def test_menus_inside_the_document_are_left_out():
    links = "".join(f'<li><a href="/{index}">Văn bản liên quan {index}</a></li>' for index in range(5))
    extraction = read(f"<p>{LONG}</p><ul>{links}</ul><nav>Trước</nav><p>Hết.</p>")
    assert extraction.text.splitlines() == [LONG.strip(), "Hết."]
    assert {reason for _, reason in left_out(extraction)} == {Reason.SITE}


def test_a_copy_of_the_headings_is_left_out():
    headings = [f"Điều {number}. Nội dung {number}" for number in range(1, 8)]
    copy = "".join(f"<p>{heading}</p>" for heading in headings)
    text = "".join(f"<p>{heading}</p><p>{number}. {LONG}</p>" for number, heading in enumerate(headings))
    extraction = read(f"<div>{copy}{text}</div>")
    assert sum(line.startswith("Điều") for line in extraction.text.splitlines()) == 7
    assert [reason for _, reason in left_out(extraction)] == [Reason.OUTLINE_COPY] * 7


def test_what_is_hidden_or_never_drawn():
    extraction = read(
        '<p style="display: none">ẩn</p><p hidden>cũng ẩn</p><script>var a="x"</script><style>p{}</style><p>Hiện</p>'
    )
    assert extraction.text == "Hiện\n"
    assert left_out(extraction) == [("ẩn", Reason.HIDDEN), ("cũng ẩn", Reason.HIDDEN)]


def test_line_breaks_are_judged():
    assert lines("<p>Mở đầu:<br>a) Một<br>của hai</p><p>MỘT SỐ<br>CƠ CHẾ</p>") == [
        "Mở đầu:",
        "a) Một của hai",
        "MỘT SỐ CƠ CHẾ",
    ]


def test_list_numbers_are_those_the_page_draws():
    ordered = '<ol start="3"><li>ba</li><li value="7">bảy</li><li>tám</li></ol>'
    body = f'{ordered}<ol type="a"><li>x</li></ol><ul><li>y</li></ul>'
    assert lines(body) == ["3. ba", "7. bảy", "8. tám", "a. x", "- y"]


def test_typed_markers_in_a_list_are_not_doubled():
    assert lines("<ol><li>1. Một</li><li>2. Hai</li></ol><ul style='list-style: none'><li>z</li></ul>") == [
        "1. Một",
        "2. Hai",
        "z",
    ]


def test_tables_become_rows_with_merged_cells_once():
    body = (
        '<table border="1"><tr><th>TT</th><th colspan="2">Số</th></tr>'
        '<tr><td rowspan="2">1</td><td>a</td><td>b</td></tr>'
        "<tr><td>c|d</td><td></td></tr></table>"
    )
    assert lines(body) == ["| TT | Số | |", "| 1 | a | b |", "| | c\\|d | |"]


def test_a_letterhead_table_becomes_lines():
    right = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do"
    body = f"<table><tr><td>QUỐC HỘI<br>-------</td><td>{right}</td></tr></table>"
    assert lines(body + f"<p>{LONG}</p>")[:3] == ["QUỐC HỘI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do"]


def test_a_huge_span_is_cut():
    found = lines(
        '<table border=1><tr><td colspan="100000">a</td><td rowspan=99999999>b</td></tr><tr><td>c</td></tr></table>'
    )
    assert all(line.count("|") < 110 for line in found)


def test_notes_keep_their_marks():
    body = (
        '<p>Tăng 8%<a href="#_ftn1">[1]</a>.</p><div><p><a href="#_ftnref1">[1]</a> Theo báo cáo.</p></div>'
        '<p>Xem <a href="/x">văn bản</a></p>'
    )
    assert lines(body) == ["Tăng 8%[^1].", "[^1]: Theo báo cáo.", "Xem văn bản"]


def test_decomposed_letters_and_other_codings():
    assert Mending.NFC in read("<p>Đô\u0309i mơ\u0301i</p>").mended
    assert read("<p>Đổi mới</p>", coding="utf-16").text == "Đổi mới\n"
    assert read_html("<p>Ngày Đại hội</p>".encode("cp1258", "ignore")).text.startswith("Ngày Đ")


@pytest.mark.parametrize("tag", ["div", "ul"])
def test_boxes_in_boxes_are_refused(tag):
    with pytest.raises(Refused) as refused:
        read_html(f"<{tag}>".encode() * 500)
    assert refused.value.refusal.arguments["what"] == "depth"


def test_inlines_nobody_closed_are_harmless():
    assert read_html(b"<font>" * 900 + "<p>Một</p>".encode()).text == "Một\n"


def test_a_page_without_words_is_refused():
    with pytest.raises(Refused) as refused:
        read_html(b"<html><body><img src=x></body></html>")
    assert refused.value.refusal.code == "source-empty"
