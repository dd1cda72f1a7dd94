import pytest

from giaotrinh.intake.carrier.extraction import Lost, Reason, Refused
from giaotrinh.intake.pdf.document import read_pdf
from pdf_files import locked, printed, scanned, turned, without_letters

SENTENCE = (
    "Nghị quyết này quy định một số cơ chế, chính sách tháo gỡ khó khăn, vướng mắc trong tổ chức thi hành Luật Đất đai "
    "số 31/2024/QH15 đã được sửa đổi, bổ sung một số điều theo Luật số 43/2024/QH15 và Luật số 47/2024/QH15"
)


def read(body, style=""):
    extraction = read_pdf(printed(body, style))
    assert extraction.unaccounted() == ({}, {})
    return extraction


def lines(body, style=""):
    return read(body, style).text.splitlines()


def left_out(extraction, reason):
    return [part.text for part in extraction.left_out if part.reason is reason]


def test_lines_become_paragraphs_again():
    written = [f"{SENTENCE}.", f"1. {SENTENCE};", "2. Ngắn.", f"a) {SENTENCE}."]
    assert lines("".join(f"<p>{text}</p>" for text in written)) == written


def test_a_wrapped_line_that_begins_like_a_marker_is_none():
    text = f"1. {SENTENCE} theo khoản 3. Điều 111 của Luật và khoản 3 Điều 5 quy định tại điểm a) khoản này."
    for width in range(100, 160, 7):
        assert lines(f"<p>{text}</p><p>2. Hai.</p>", f"body {{ width: {width}mm }}") == [text, "2. Hai."]


@pytest.mark.parametrize(
    "style", ["p { text-indent: 0; margin-bottom: 8pt }", "p { padding-left: 8mm; text-indent: -8mm }"]
)
def test_other_ways_to_set_paragraphs(style):
    written = [f"a) {SENTENCE};", f"b) {SENTENCE}.", f"Đoạn không đánh số: {SENTENCE}."]
    assert lines("".join(f"<p>{text}</p>" for text in written), style) == written


def test_a_paragraph_goes_on_over_the_page():
    written = [f"{number}. {SENTENCE}; {SENTENCE}; {SENTENCE}." for number in range(1, 16)]
    extraction = read("".join(f"<p>{text}</p>" for text in written))
    assert extraction.text.splitlines() == written
    assert extraction.pages > 1
    assert extraction.paragraphs[-1].place.page == extraction.pages


def test_a_centred_title_in_lines_is_one_paragraph():
    body = (
        '<p class="mid bold">NGHỊ QUYẾT</p><p class="mid bold">Quy định một số cơ chế, chính sách tháo gỡ khó khăn,<br>'
        'vướng mắc trong tổ chức thi hành Luật</p><p class="mid">Chương II</p>'
        '<p class="mid">QUY ĐỊNH VỀ CƠ CHẾ, CHÍNH SÁCH VÀ<br>TỔ CHỨC THI HÀNH</p>' + f"<p>{SENTENCE}.</p>"
    )
    assert lines(body) == [
        "NGHỊ QUYẾT",
        "Quy định một số cơ chế, chính sách tháo gỡ khó khăn, vướng mắc trong tổ chức thi hành Luật",
        "Chương II",
        "QUY ĐỊNH VỀ CƠ CHẾ, CHÍNH SÁCH VÀ TỔ CHỨC THI HÀNH",
        f"{SENTENCE}.",
    ]


def test_a_letterhead_is_read_column_by_column():
    head = (
        '<table width="100%"><tr style="vertical-align: top">'
        '<td style="width: 35%"><p class="mid">CHÍNH PHỦ</p><p class="mid">Số: 109/NQ-CP</p></td>'
        '<td><p class="mid">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="mid">Độc lập - Tự do - Hạnh phúc</p>'
        '<p class="mid">Hà Nội, ngày 16 tháng 4 năm 2026</p></td></tr></table>'
    )
    assert lines(head + f"<p>{SENTENCE}.</p>")[:5] == [
        "CHÍNH PHỦ",
        "Số: 109/NQ-CP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày 16 tháng 4 năm 2026",
    ]


def test_two_columns_of_text_are_read_one_after_the_other():
    items = [f"{number}. {SENTENCE}." for number in range(1, 9)]
    body = "".join(f"<p>{text}</p>" for text in items)
    found = lines(f"<div>{body}</div>", "div { columns: 2; column-gap: 12mm } body { font-size: 11pt }")
    assert found == items


def test_page_numbers_and_running_heads_are_left_out():
    style = '@page { @top-center { content: counter(page) } @bottom-right { content: "Công báo số 12" } }'
    written = [f"{number}. {SENTENCE}; {SENTENCE}." for number in range(1, 40)]
    extraction = read("".join(f"<p>{text}</p>" for text in written), style)
    assert extraction.text.splitlines() == written
    assert left_out(extraction, Reason.PAGE_NUMBER) == [str(page + 1) for page in range(extraction.pages)]
    assert left_out(extraction, Reason.RUNNING_HEAD) == ["Công báo số 12"] * extraction.pages


def test_heads_of_a_gazette_are_left_out_whatever_side_the_number_stands_on():
    style = (
        '@page :left { @top-left { content: counter(page) " CÔNG BÁO/Số 11 + 12/Ngày 10-8-2025" } }'
        '@page :right { @top-right { content: "CÔNG BÁO/Số 11 + 12/Ngày 10-8-2025 " counter(page) } }'
    )
    written = [f"{number}. {SENTENCE}; {SENTENCE}." for number in range(1, 25)]
    extraction = read("".join(f"<p>{text}</p>" for text in written), style)
    assert extraction.text.splitlines() == written
    assert len(left_out(extraction, Reason.RUNNING_HEAD)) == extraction.pages >= 2


def test_headings_of_articles_at_the_top_of_pages_are_kept():
    articles = [f"<h1>Điều {number}</h1><p>{SENTENCE}.</p>" for number in range(1, 6)]
    extraction = read("".join(articles), "h1 { break-before: page; font-size: 1em }")
    assert [line for line in extraction.text.splitlines() if line.startswith("Điều")] == [
        f"Điều {n}" for n in range(1, 6)
    ]


def test_signature_lines_are_left_out():
    extraction = read(f'<p class="flat">Ký bởi: VĂN PHÒNG<br>Ngày ký: 29/4/2026</p><p>{SENTENCE}.</p>')
    assert extraction.text.splitlines() == [f"{SENTENCE}."]
    assert len(left_out(extraction, Reason.SIGNATURE)) == 2


def table(rows):
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<table class="ruled">{body}</table>'


def test_a_ruled_table_is_read_cell_by_cell():
    rows = [["TT", "Chỉ tiêu", "Mục tiêu"], ["1", f"Tốc độ tăng GRDP; {SENTENCE}", "7,5 - 8"], ["2", "Rừng", "42"]]
    assert lines("<p>Bảng:</p>" + table(rows)) == ["Bảng:", *("| " + " | ".join(row) + " |" for row in rows)]


def test_merged_cells_are_not_repeated():
    body = (
        '<table class="ruled"><tr><td>TT</td><td colspan="2">Số liệu</td></tr>'
        '<tr><td rowspan="2">1</td><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>'
    )
    assert lines(body + "<p>Hết.</p>") == ["| TT | Số liệu | |", "| 1 | a | b |", "| | c | d |", "Hết."]


def test_the_head_of_a_table_is_kept_once():
    rows = "".join(f"<tr><td>{number}</td><td>{SENTENCE.lower()}</td></tr>" for number in range(40))
    body = f'<table class="ruled"><thead><tr><td>TT</td><td>Nội dung</td></tr></thead><tbody>{rows}</tbody></table>'
    extraction = read(body)
    assert sum(line == "| TT | Nội dung |" for line in extraction.text.splitlines()) == 1
    assert len(left_out(extraction, Reason.REPEATED_HEAD)) == extraction.pages - 1
    assert len(extraction.paragraphs) == 41


def test_footnotes_follow_the_paragraph_that_calls_them():
    body = f"<p>{SENTENCE} tăng 8%<sup>1</sup> so với năm trước.</p><p>Rộng 29,5 m<sup>2</sup>.</p>"
    note = (
        '<p class="flat" style="font-size: 9pt; position: absolute; bottom: 0"><sup>1</sup> Theo báo cáo năm 2020.</p>'
    )
    assert lines(body + note) == [
        f"{SENTENCE} tăng 8%[^1] so với năm trước.",
        "[^1]: Theo báo cáo năm 2020.",
        "Rộng 29,5 m².",
    ]


def test_lost_letters_are_placed_and_not_guessed():
    content = without_letters(printed(f"<p>{SENTENCE}.</p>"), "ã")
    extraction = read_pdf(content)
    assert "QH15 đ\ufffd được" in extraction.text
    assert [(place.kind, place.text) for place in extraction.damaged] == [(Lost.LETTER, "đ\ufffd")]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_turned_pages_are_read_upright(angle):
    body = f"<p>{SENTENCE}.</p>" + table([["1", "Rừng", "42"], ["2", "Nước", "5"]])
    assert read_pdf(turned(printed(body), angle)).text == read_pdf(printed(body)).text


def test_text_running_up_the_page_is_read_too():
    style = "div { transform: rotate(-90deg); position: absolute; width: 100mm; left: 40mm; top: 60mm }"
    assert lines("<div><p>1. Một hai ba.</p><p>2. Bốn năm sáu.</p></div>", style) == [
        "1. Một hai ba.",
        "2. Bốn năm sáu.",
    ]


def test_a_slanting_watermark_is_left_out():
    mark = '<div style="position: absolute; top: 90mm; transform: rotate(-40deg)">DỰ THẢO</div>'
    extraction = read(f"<p>{SENTENCE}.</p>{mark}")
    assert extraction.text == f"{SENTENCE}.\n"
    assert left_out(extraction, Reason.WATERMARK) == ["DỰ THẢO"]


def test_wide_set_letters_are_one_word():
    assert lines('<p class="mid" style="letter-spacing: 4pt">QUYẾT NGHỊ</p><p>Một hai.</p>')[0] == "QUYẾT NGHỊ"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (scanned(), "source-scanned"),
        (locked(printed("<p>Một</p>")), "source-protected"),
        (b"%PDF-1.7 torn", "source-unreadable"),
        (b"", "source-empty"),
        (printed("<p></p>"), "source-scanned"),
    ],
)
def test_what_cannot_be_read_is_refused(content, code):
    with pytest.raises(Refused) as refused:
        read_pdf(content)
    assert refused.value.refusal.code == code
