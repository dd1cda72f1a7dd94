import pytest

from giaotrinh.intake.docx.document import read_docx
from giaotrinh.intake.docx.number_formats import in_format, letters
from giaotrinh.viet.number import in_words
from word_files import level, numbering, paragraph, styles, word_file

ARTICLE = level(0, "Điều %1.") + level(1, "%2.") + level(2, "%3)", "lowerLetter")


def lines(*blocks, lists, style=""):
    parts = {"numbering": lists} | ({"styles": styles(style)} if style else {})
    return read_docx(word_file(*blocks, parts=parts)).text.splitlines()


def test_numbers_word_generates_come_back_as_printed():
    lists = numbering({"0": ARTICLE}, {"1": "0"})
    blocks = [("Phạm vi", 0), ("Một", 1), ("Hai", 1), ("a", 2), ("b", 2), ("Đối tượng", 0), ("Ba", 1)]
    found = lines(*(paragraph(text, list_id=1, level=depth) for text, depth in blocks), lists=lists)
    assert found == ["Điều 1. Phạm vi", "1. Một", "2. Hai", "a) a", "b) b", "Điều 2. Đối tượng", "1. Ba"]


def test_a_level_may_go_on_counting_over_the_level_above():
    levels = level(0, "Chương %1", "upperRoman") + level(1, "Điều %2.", more='<w:lvlRestart w:val="0"/>')
    lists = numbering({"0": levels}, {"1": "0"})
    found = lines(*(paragraph("x", list_id=1, level=depth) for depth in (0, 1, 1, 0, 1)), lists=lists)
    assert found == ["Chương I x", "Điều 1. x", "Điều 2. x", "Chương II x", "Điều 3. x"]


def test_a_restart_after_one_level_only():
    levels = level(0, "%1.") + level(1, "%2)") + level(2, "(%3)", more='<w:lvlRestart w:val="1"/>')
    lists = numbering({"0": levels}, {"1": "0"})
    found = lines(*(paragraph("x", list_id=1, level=depth) for depth in (0, 1, 2, 1, 2, 0, 2)), lists=lists)
    assert [line.split()[0] for line in found] == ["1.", "1)", "(1)", "2)", "(2)", "2.", "(1)"]


def test_two_lists_of_one_pattern_go_on_counting():
    lists = numbering({"0": level(0, "%1.")}, {"1": "0", "2": "0"})
    blocks = [paragraph("x", list_id=1), paragraph("giữa"), paragraph("x", list_id=2), paragraph("x", list_id=1)]
    assert lines(*blocks, lists=lists) == ["1. x", "giữa", "2. x", "3. x"]


def test_an_override_starts_a_list_again():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = numbering({"0": level(0, "%1.")}, {"1": "0", "2": ("0", override)})
    blocks = [paragraph("x", list_id=number) for number in (1, 1, 2, 2, 1)]
    assert [line[:2] for line in lines(*blocks, lists=lists)] == ["1.", "2.", "5.", "6.", "7."]


def test_an_override_may_change_the_pattern():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "lowerLetter")}</w:lvlOverride>'
    lists = numbering({"0": level(0, "%1.")}, {"1": ("0", override)})
    assert lines(paragraph("x", list_id=1), lists=lists) == ["a) x"]


def test_decimal_numbers_show_all_levels_and_unused_ones_their_start():
    lists = numbering({"0": level(0, "%1.", "upperRoman", start=2) + level(1, "%1.%2.", more="<w:isLgl/>")}, {"1": "0"})
    found = lines(paragraph("x", list_id=1, level=1), paragraph("x", list_id=1), lists=lists)
    assert found == ["2.1. x", "II. x"]


def test_numbers_come_from_a_style_and_its_level():
    lists = numbering(
        {"0": level(0, "Chương %1", "upperRoman") + level(1, "Điều %2.", more='<w:pStyle w:val="Dieu"/>')}, {"7": "0"}
    )
    style = (
        '<w:style w:type="paragraph" w:styleId="Goc"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:basedOn w:val="Goc"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Goc"/></w:style>'
    )
    blocks = [paragraph("a", style="Con"), paragraph("b", style="Dieu"), paragraph("c", style="Dieu")]
    assert lines(*blocks, lists=lists, style=style) == ["Chương I a", "Điều 1. b", "Điều 2. c"]


def test_list_zero_takes_a_paragraph_out_of_its_style():
    lists = numbering({"0": level(0, "%1.")}, {"7": "0"})
    style = '<w:style w:type="paragraph" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    found = lines(paragraph("a", style="S"), paragraph("b", style="S", list_id=0), lists=lists, style=style)
    assert found == ["1. a", "b"]


def test_a_list_may_draw_with_a_numbering_style():
    linked = {"0": level(0, "Điều %1."), "1": '<w:numStyleLink w:val="Khung"/>'}
    lists = numbering(linked, {"3": "0", "4": "1"})
    style = (
        '<w:style w:type="numbering" w:styleId="Khung"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    )
    assert lines(paragraph("x", list_id=4), lists=lists, style=style) == ["Điều 1. x"]


def test_a_ring_of_styles_ends():
    style = '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style>'
    assert lines(paragraph("x", style="A"), lists=numbering({}, {}), style=style) == ["x"]


@pytest.mark.parametrize(("sign", "printed"), [("-", "-"), ("+", "+"), ("\uf0b7", "•"), ("o", "◦"), ("\uf0a7", "▪")])
def test_bullets_are_printed_as_signs(sign, printed):
    lists = numbering({"0": level(0, sign, "bullet")}, {"1": "0"})
    assert lines(paragraph("x", list_id=1), lists=lists) == [f"{printed} x"]


def test_a_number_of_an_old_font_is_decoded():
    lists = numbering(
        {
            "0": level(0, "§iÒu %1.", more="").replace(
                "</w:lvl>", '<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:lvl>'
            )
        },
        {"1": "0"},
    )
    assert lines(paragraph("x", list_id=1), lists=lists) == ["Điều 1. x"]


def test_nothing_between_number_and_text_where_the_list_says_so():
    lists = numbering({"0": level(0, "Điều %1", more='<w:suff w:val="nothing"/>')}, {"1": "0"})
    assert lines(paragraph(". Phạm vi", list_id=1), lists=lists) == ["Điều 1. Phạm vi"]


def test_an_empty_paragraph_counts_but_prints_no_line():
    lists = numbering({"0": level(0, "%1.")}, {"1": "0"})
    blocks = [paragraph("a", list_id=1), paragraph(" ", list_id=1), paragraph("b", list_id=1)]
    assert lines(*blocks, lists=lists) == ["1. a", "3. b"]


def test_an_unknown_list_prints_nothing():
    assert lines(paragraph("x", list_id=99), lists=numbering({}, {})) == ["x"]


def test_added_numbers_are_in_the_account():
    lists = numbering({"0": level(0, "Điều %1.")}, {"1": "0"})
    extraction = read_docx(word_file(paragraph("x", list_id=1), parts={"numbering": lists}))
    assert extraction.unaccounted() == ({}, {})
    assert sum(extraction.added.values()) == len("Điều1.")


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (5, "lowerLetter", "e"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (21, "vietnameseCounting", "hai mươi mốt"),
        (3, "unknownForm", "3"),
        (99_999, "lowerLetter", "99999"),
    ],
)
def test_number_formats(number, form, printed):
    assert in_format(number, form) == printed


def test_words_and_letters_at_their_edges():
    assert [in_words(number) for number in (0, 10, 15, 25, 40)] == [
        "không",
        "mười",
        "mười lăm",
        "hai mươi lăm",
        "bốn mươi",
    ]
    assert [letters(number) for number in (0, 26, 27, 52, 53)] == ["", "z", "aa", "zz", "aaa"]
