"""Which parts of a page are the document: sections side by side, letterheads, annexes, notes, comments."""

from giaotrinh.intake.carrier.extraction import Reason
from giaotrinh.intake.web.page import read_html

TASK = "Đẩy mạnh phát triển kinh tế, nâng cao đời sống nhân dân trên địa bàn. "


def read(body, head=""):
    extraction = read_html(f'<!doctype html><meta charset="utf-8">{head}<body>{body}'.encode())
    assert extraction.unaccounted() == ({}, {})
    return extraction


def lines(body, head=""):
    return read(body, head).text.splitlines()


def paragraphs(count, start=1):
    return "".join(f"<p>{number}. {TASK}</p>" for number in range(start, start + count))


def test_sections_side_by_side_are_one_document_however_long_one_of_them_is():
    body = (
        f"<main><h1>NGHỊ QUYẾT</h1><section><h2>I. QUAN ĐIỂM</h2>{paragraphs(1)}</section>"
        f"<section><h2>II. NHIỆM VỤ</h2>{paragraphs(20)}</section>"
        f"<section><h2>III. TỔ CHỨC</h2>{paragraphs(1)}</section>"
    )
    found = lines(body)
    assert found[:2] == ["NGHỊ QUYẾT", "I. QUAN ĐIỂM"]
    assert [line for line in found if line.startswith("I")] == ["I. QUAN ĐIỂM", "II. NHIỆM VỤ", "III. TỔ CHỨC"]


def test_sections_without_numbers_are_known_by_being_alike():
    body = (
        f"<main><section><h2>Mục tiêu</h2>{paragraphs(1)}</section><section><h2>Nhiệm vụ</h2>{paragraphs(20)}</section>"
    )
    assert [line for line in lines(body) if line in ("Mục tiêu", "Nhiệm vụ")] == ["Mục tiêu", "Nhiệm vụ"]


def test_sections_of_word_keep_annexes_and_notes():
    body = (
        f"<div class=WordSection1><p>NGHỊ QUYẾT</p>{paragraphs(12)}</div>"
        "<div class=WordSection2><p>PHỤ LỤC</p>"
        "<table border=1><tr><td>1</td><td>Chỉ tiêu</td><td>5%</td></tr></table></div>"
        '<div style="mso-element:footnote-list"><div style="mso-element:footnote" id=ftn1>'
        '<p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Số liệu điều tra.</p></div></div>'
    )
    assert lines(body)[-3:] == ["PHỤ LỤC", "| 1 | Chỉ tiêu | 5% |", "[^1]: Số liệu điều tra."]


def test_a_letterhead_outside_the_box_of_the_text_belongs_to_the_document():
    letterhead = "<p>HỘI ĐỒNG NHÂN DÂN</p><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Số: 12/NQ-HĐND</p>"
    site = '<div class="menu"><a href="/">Trang chủ</a> Văn bản</div>'
    body = f'{site}<div class="top">{letterhead}</div><div class="content">{paragraphs(15)}</div>'
    found = read(body)
    assert found.text.splitlines()[:3] == ["HỘI ĐỒNG NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/NQ-HĐND"]
    assert [(part.text, part.reason) for part in found.left_out] == [("Trang chủ Văn bản", Reason.SITE)]


def test_comments_of_readers_are_no_part_of_the_document():
    comments = "<div class='box'><h3>Bình luận</h3><p>Bài rất hay, tăng trưởng 8% là cao.</p></div>"
    named = '<div id="comment-list"><p>Tôi đồng ý 100%.</p></div>'
    found = read(f"<main>{paragraphs(3)}{comments}{named}</main>")
    assert "8%" not in found.text and "100%" not in found.text
    assert [part.reason for part in found.left_out] == [Reason.SITE, Reason.SITE]


def test_a_part_that_is_called_like_one_of_the_site_and_holds_articles_stays():
    body = (
        f'<div class="related"><p>Điều 1. Phạm vi</p>{paragraphs(2)}</div><div class="tab"><p>Điều 2. Áp dụng</p></div>'
    )
    assert [line for line in lines(body) if line.startswith("Điều")] == ["Điều 1. Phạm vi", "Điều 2. Áp dụng"]
