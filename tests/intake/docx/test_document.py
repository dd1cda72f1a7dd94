import io
import re
import zipfile
from xml.etree import ElementTree

import pytest

from giaotrinh.intake.carrier.characters import Mending, tally
from giaotrinh.intake.carrier.extraction import Reason, Refused
from giaotrinh.intake.docx.document import read_docx
from giaotrinh.intake.docx.package import W
from word_files import SPACES, level, numbering, packed, paragraph, run, table, word_file


def read(*blocks, **options):
    extraction = read_docx(word_file(*blocks, **options))
    assert extraction.unaccounted() == ({}, {})
    return extraction


def lines(*blocks, **options):
    return read(*blocks, **options).text.splitlines()


def left_out(extraction):
    return [(part.text, part.reason) for part in extraction.left_out]


def test_paragraphs_keep_their_typed_markers_and_order():
    assert lines(paragraph("I- CHUNG"), paragraph("1. Một"), paragraph("- ý")) == ["I- CHUNG", "1. Một", "- ý"]


def test_words_cut_over_runs_are_joined():
    assert lines(paragraph(run("V") + run("ề các cơ ch") + run("ế"))) == ["Về các cơ chế"]


def test_a_table_becomes_rows_and_merged_cells_are_not_repeated():
    wide = ("Chung", '<w:gridSpan w:val="2"/>')
    down, on = ("Nhóm", '<w:vMerge w:val="restart"/>'), ("", "<w:vMerge/>")
    found = lines(table([["TT", "Chỉ tiêu", "Số"], ["1", wide], [down, "a", "2"], [on, "b|c", "3"]]))
    assert found == ["| TT | Chỉ tiêu | Số |", "| 1 | Chung | |", "| Nhóm | a | 2 |", "| | b\\|c | 3 |"]


def test_text_in_a_covered_cell_is_reported():
    extraction = read(table([["a", ("x", '<w:vMerge w:val="restart"/>')], ["b", ("ẩn", "<w:vMerge/>")]]))
    assert left_out(extraction) == [("ẩn", Reason.HIDDEN)]


def test_a_letterhead_in_two_columns_becomes_lines():
    head = paragraph(run("BAN CHẤP HÀNH TRUNG ƯƠNG") + "<w:r><w:br/></w:r>" + run("VĂN PHÒNG"))
    rows = [[head, paragraph("ĐẢNG CỘNG SẢN VIỆT NAM")], ["Số: 36-HD/VPTW", "Hà Nội, ngày 03 tháng 4 năm 2018"]]
    assert lines(table(rows)) == [
        "BAN CHẤP HÀNH TRUNG ƯƠNG",
        "VĂN PHÒNG",
        "Số: 36-HD/VPTW",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Hà Nội, ngày 03 tháng 4 năm 2018",
    ]


def test_a_marker_alone_in_a_cell_without_lines_joins_its_text():
    assert lines(table([["a)", "Một"], ["b)", "Hai"]], bordered=False)) == ["a) Một", "b) Hai"]


def test_a_table_in_a_table_is_not_lost():
    inner = table([["x", "y"]])
    assert lines(table([["1", inner + paragraph("z")], ["2", "t"]])) == ["| 1 | x y z |", "| 2 | t |"]


def test_a_numbered_column_of_a_table_is_computed():
    lists = numbering({"0": level(0, "%1")}, {"1": "0"})
    rows = [[paragraph(" " + name, list_id=1), "5"] for name in ("GRDP", "Rừng")]
    assert lines(table(rows), parts={"numbering": lists}) == ["| 1 GRDP | 5 |", "| 2 Rừng | 5 |"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Quyết định", "của Thành ủy", ["Quyết định của Thành ủy"]),
        ("Mở đầu:", "a) Một", ["Mở đầu:", "a) Một"]),
        ("NGHỊ QUYẾT", "Về phát triển", ["NGHỊ QUYẾT", "Về phát triển"]),
        ("MỘT SỐ CƠ CHẾ", "THÁO GỠ KHÓ KHĂN", ["MỘT SỐ CƠ CHẾ THÁO GỠ KHÓ KHĂN"]),
        ("Hết câu.", "Câu sau", ["Hết câu.", "Câu sau"]),
    ],
)
def test_a_line_break_begins_a_paragraph_only_where_the_text_says_so(first, second, expected):
    assert lines(paragraph(run(first) + "<w:r><w:br/></w:r>" + run(second))) == expected


def test_tracked_insertions_stay_and_deletions_are_reported():
    changes = (
        run("Đạt ")
        + '<w:del w:id="1"><w:r><w:delText>7</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2">{run("8")}</w:ins>'
        + run("%")
    )
    extraction = read(paragraph(changes))
    assert extraction.text == "Đạt 8%\n"
    assert left_out(extraction) == [("7", Reason.DELETED)]


def test_moved_text_stands_in_its_new_place():
    extraction = read(
        paragraph(f"<w:moveTo>{run('sau')}</w:moveTo>"), paragraph(f"<w:moveFrom>{run('trước')}</w:moveFrom>")
    )
    assert extraction.text == "sau\n"
    assert left_out(extraction) == [("trước", Reason.DELETED)]


def test_a_deleted_paragraph_end_joins_two_paragraphs():
    deleted = paragraph("Một ", properties="<w:rPr><w:del/></w:rPr>")
    assert lines(deleted, paragraph("hai")) == ["Một hai"]
    assert lines(deleted) == ["Một"]


def test_a_deleted_row_is_reported():
    row = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("cũ") + "</w:tc></w:tr>"
    extraction = read(table([["a", "b"], ["c", "d"]]).replace("</w:tbl>", row + "</w:tbl>"))
    assert extraction.text == "| a | b |\n| c | d |\n"
    assert left_out(extraction) == [("cũ", Reason.DELETED)]


def test_footnotes_follow_the_paragraph_that_calls_them():
    notes = f"<w:footnotes {SPACES}>" + "".join(
        f'<w:footnote w:id="{name}">{paragraph(text)}</w:footnote>'
        for name, text in ((1, "Theo báo cáo."), (2, "Không gọi."))
    )
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    extraction = read(paragraph(run("Tăng 8%") + call), paragraph("Sau"), parts={"footnotes": notes + "</w:footnotes>"})
    assert extraction.text.splitlines() == ["Tăng 8%[^1]", "[^1]: Theo báo cáo.", "Sau"]
    assert left_out(extraction) == [("Không gọi.", Reason.HIDDEN)]


def test_the_text_of_a_box_follows_its_paragraph_once():
    box = f"<w:pict><v:textbox><w:txbxContent>{paragraph('Trong khung')}</w:txbxContent></v:textbox></w:pict>"
    ways = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{ways}</mc:AlternateContent></w:r>"
    extraction = read(paragraph(run("Ngoài") + both))
    assert extraction.text.splitlines() == ["Ngoài", "Trong khung"]
    assert extraction.paragraphs[1].place.part == "text-box"


def test_heads_feet_comments_and_watermarks_are_reported():
    mark = '<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'
    parts = {
        "header1": f"<w:hdr {SPACES}>{paragraph('Công báo')}{paragraph(mark)}</w:hdr>",
        "footer1": f"<w:ftr {SPACES}>{paragraph('Trang 1')}</w:ftr>",
        "comments": f"<w:comments {SPACES}><w:comment>{paragraph('Xem lại')}</w:comment></w:comments>",
    }
    extraction = read(paragraph("Thân"), parts=parts)
    assert extraction.text == "Thân\n"
    assert set(left_out(extraction)) == {
        ("Công báo", Reason.HEADER),
        ("DỰ THẢO", Reason.WATERMARK),
        ("Trang 1", Reason.FOOTER),
        ("Xem lại", Reason.COMMENT),
    }


def field(code, result, *, separate=True):
    middle = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run(result) if separate else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>{middle}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_gives_its_result():
    assert lines(paragraph(run("Xem trang ") + field("PAGEREF x", "5"))) == ["Xem trang 5"]


def test_a_table_of_contents_is_left_out():
    extraction = read(paragraph(field("TOC \\o", "Chương I 3")), paragraph("Chương I"))
    assert extraction.text == "Chương I\n"
    assert left_out(extraction) == [("Chương I 3", Reason.CONTENTS)]


def test_a_field_without_a_result_is_reported():
    extraction = read(paragraph(field("AUTONUM", "", separate=False) + run("Một")))
    assert [(part.reason, part.place.part) for part in extraction.left_out] == [(Reason.EMPTY_FIELD, "AUTONUM")]


def test_content_controls_are_read_and_their_prompts_are_not():
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    extraction = read(
        control.format("", paragraph("Nội dung")), paragraph(control.format("<w:showingPlcHdr/>", run("Bấm vào đây")))
    )
    assert extraction.text == "Nội dung\n"
    assert left_out(extraction) == [("Bấm vào đây", Reason.PLACEHOLDER)]


def test_hidden_text_is_reported_and_capitals_are_printed():
    extraction = read(paragraph(run("quy định", properties="<w:caps/>") + run("ẩn", properties="<w:vanish/>")))
    assert extraction.text == "QUY ĐỊNH\n"
    assert left_out(extraction) == [("ẩn", Reason.HIDDEN)]


def test_old_fonts_are_decoded_run_by_run():
    extraction = read(
        paragraph(run("®iÒu ", font=".VnTimeH") + run("Uû ban ", font=".VnTime") + run("Hà Nội", font="Arial"))
    )
    assert extraction.text == "ĐIỀU Uỷ ban Hà Nội\n"
    assert extraction.mended[Mending.TCVN3] > 0
    assert extraction.paragraphs[0].mended == (Mending.TCVN3,)


def test_old_letters_without_their_font_are_decoded():
    extraction = read(
        *(paragraph(text) for text in ("Uû ban nh©n d©n", "thµnh phè Hµ Néi", "c¸c cÊp uû §¶ng", "plain"))
    )
    assert extraction.text.splitlines() == ["Uỷ ban nhân dân", "thành phố Hà Nội", "các cấp uỷ Đảng", "plain"]


def test_decomposed_letters_are_composed():
    extraction = read(paragraph("Đô\u0309i mơ\u0301i"))
    assert extraction.text == "Đổi mới\n"
    assert Mending.NFC in extraction.mended


def test_drawn_strokes_are_reported():
    assert left_out(read(paragraph("______"), paragraph("*"), paragraph("- ý"))) == [
        ("______", Reason.RULE),
        ("*", Reason.RULE),
    ]


def test_pages_are_those_of_the_last_printing():
    broken = paragraph("<w:r><w:lastRenderedPageBreak/></w:r>" + run("Hai"))
    extraction = read(paragraph("Một"), broken)
    assert [part.place.page for part in extraction.paragraphs] == [1, 2]
    assert extraction.pages == 2


def test_a_strict_document_is_read():
    content = word_file(paragraph("Một"))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        files = {name: package.read(name).decode() for name in package.namelist()}
    strict = {
        name: text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, text in files.items()
    }
    assert read_docx(packed(strict)).text == "Một\n"


def test_every_text_node_of_the_file_is_accounted_for():
    blocks = [
        paragraph(run("Một") + "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"),
        table([["a", "b"], ["c", table([["d", "e"]])]]),
        paragraph(field("TOC", "mục lục")),
        paragraph(run("ẩn", properties="<w:vanish/>") + run("hiện")),
    ]
    root = ElementTree.fromstring(f"<x {SPACES}>{''.join(blocks)}</x>")
    nodes = [node.text or "" for node in root.iter() if node.tag in (W + "t", W + "delText")]
    assert tally(nodes) == read(*blocks).held


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a zip",
        packed({"a.txt": "x"}),
        packed({"word/document.xml": "<w:document"}),
        packed({"word/document.xml": "<a/>"})[:60],
    ],
)
def test_what_is_no_document_is_refused(content):
    with pytest.raises(Refused) as refused:
        read_docx(content)
    assert refused.value.refusal.code in ("source-unreadable", "source-empty")


def test_messages_of_refusals_name_no_python():
    with pytest.raises(Refused) as refused:
        read_docx(b"PK\x03\x04 torn")
    assert not re.search("Traceback|object at", str(refused.value.refusal.arguments))


def test_struck_words_are_left_out_and_told():
    struck = run("70%", properties="<w:strike/>") + run("75%", properties="<w:dstrike/>")
    extraction = read(
        paragraph(run("Tỷ lệ đạt ") + struck + run(" 80%", properties='<w:strike w:val="0"/>')),
        table([("1", paragraph(run("Bỏ dòng này 5%", properties="<w:strike/>")))]),
    )
    assert extraction.text.splitlines() == ["Tỷ lệ đạt 80%", "1"]
    assert left_out(extraction) == [("70%75%", Reason.DELETED), ("Bỏ dòng này 5%", Reason.DELETED)]


@pytest.mark.parametrize(
    "properties", ['<w:vertAlign w:val="superscript"/>', '<w:position w:val="8"/>', '<w:rStyle w:val="cao"/>']
)
def test_figures_above_the_line_stay_there(properties):
    sheet = (
        f'<w:styles {SPACES}><w:style w:type="character" w:styleId="cao"><w:rPr>'
        '<w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
    )
    above = [run(text, properties=properties) for text in ("1", "6", "2", "(3)", "er")]
    text = run("2025") + above[0] + run(", 10") + above[1] + run(" cây, m") + above[2] + run(", 120") + above[3]
    assert lines(paragraph(text + run(" xã, 1") + above[4]), parts={"styles": sheet}) == [
        "2025¹, 10⁶ cây, m², 120⁽³⁾ xã, 1er"
    ]


def test_a_figure_at_the_line_or_below_it_is_an_ordinary_one():
    below = run("2", properties='<w:vertAlign w:val="subscript"/>') + run("3", properties='<w:position w:val="-6"/>')
    assert lines(paragraph(run("CO") + below)) == ["CO23"]


def math(inside):
    return f'<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{inside}</m:oMath>'


def said(text):
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (f"<m:f><m:num>{said('2')}</m:num><m:den>{said('3')}</m:den></m:f>", "2/3"),
        (f"<m:f><m:num>{said('a + b')}</m:num><m:den>{said('3')}</m:den></m:f>", "(a + b)/3"),
        (f"<m:sSup><m:e>{said('10')}</m:e><m:sup>{said('6')}</m:sup></m:sSup>", "10⁶"),
        (f"<m:sSub><m:e>{said('K')}</m:e><m:sub>{said('1')}</m:sub></m:sSub>", "K1"),
        (f"<m:rad><m:deg/><m:e>{said('16')}</m:e></m:rad>", "√16"),
        (f"<m:rad><m:deg>{said('3')}</m:deg><m:e>{said('8')}</m:e></m:rad>", "³√8"),
    ],
)
def test_formulas_are_read_in_one_line(formula, expected):
    assert lines(paragraph(run("ít nhất ") + math(formula) + run(" tổng số"))) == [f"ít nhất {expected} tổng số"]


def test_a_formula_that_stands_for_itself_is_a_paragraph():
    assert lines(paragraph("Công thức:"), math(said("T = 25%"))) == ["Công thức:", "T = 25%"]


def sign(code, font):
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (sign("F0B3", "Symbol"), "≥"),
        (sign("F0A3", "Symbol"), "≤"),
        (sign("F0A8", "Symbol"), "♦"),
        (sign("F0A8", "Wingdings"), "☐"),
        (sign("2265", "Arial"), "≥"),
        (run("³", font="Symbol"), "≥"),
        (run("\uf0b3", font="Symbol"), "≥"),
        (run("³", font="Arial"), "³"),
        (sign("XYZ", "Symbol"), "\ufffd"),
        (sign("D800", "Symbol"), "\ufffd"),
    ],
)
def test_inserted_signs(inside, expected):
    assert lines(paragraph(inside + run(" 80%"))) == [f"{expected} 80%"]


def test_a_deleted_cell_leaves_those_after_it_in_their_columns():
    extraction = read(table([("TT", "2025", "2030"), ("1", ("7%", "<w:cellDel/>"), ("8%", "<w:cellIns/>"))]))
    assert extraction.text.splitlines() == ["| TT | 2025 | 2030 |", "| 1 | | 8% |"]
    assert left_out(extraction) == [("7%", Reason.DELETED)]


def test_the_old_place_of_a_moved_item_does_not_count():
    lists = numbering({"0": level(0, "%1.")}, {"1": "0"})
    moved = paragraph(f"<w:moveFrom>{run('hai')}</w:moveFrom>", list_id=1, properties="<w:rPr><w:moveFrom/></w:rPr>")
    items = [paragraph("một", list_id=1), moved, paragraph("ba", list_id=1)]
    assert lines(*items, parts={"numbering": lists}) == ["1. một", "2. ba"]
