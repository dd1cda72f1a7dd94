"""What a reader of the paper does not see is not read, and is told."""

import pikepdf
import pytest

from giaotrinh.intake.carrier.extraction import Reason
from giaotrinh.intake.pdf.document import read_pdf
from pdf_files import annotated, cropped, in_layer, painted, printed, read_by_machine

TASK = "Đẩy mạnh phát triển kinh tế, nâng cao đời sống vật chất và tinh thần của nhân dân trên địa bàn thành phố."
BODY = "".join(f"<p>{number}. {TASK}</p>" for number in range(1, 9))


def read(content):
    extraction = read_pdf(content)
    assert extraction.unaccounted() == ({}, {})
    return extraction


def left_out(extraction):
    return [(part.text, part.reason) for part in extraction.left_out]


def test_letters_of_a_layer_that_is_off_are_left_out():
    assert left_out(read(in_layer(printed(BODY), "9. Ty le 55%", on=False))) == [("9. Ty le 55%", Reason.HIDDEN)]
    assert "9. Ty le 55%" in read(in_layer(printed(BODY), "9. Ty le 55%", on=True)).text


@pytest.mark.parametrize(
    ("operators", "reason"),
    [
        (b"3 Tr", Reason.HIDDEN),
        (b"1 1 1 rg", Reason.HIDDEN),
        (b"0.8 g 4 0 0 4 -270 -900 Tm", Reason.WATERMARK),
        (b"0.8 g", None),
        (b"0 Tr", None),
        (b"0 g 4 0 0 4 -270 -900 Tm", None),
    ],
    ids=["invisible", "white", "pale-and-large", "pale", "plain", "large"],
)
def test_letters_that_leave_no_mark_on_paper_are_left_out(operators, reason):
    found = read(painted(printed(BODY), "Ty le 66%", operators))
    assert left_out(found) == ([("Ty le 66%", reason)] if reason else [])
    assert ("Ty le 66%" in found.text) == (reason is None)


def test_white_letters_on_a_dark_ground_are_seen():
    style = "td { background: #7a1f1f; color: white }"
    found = read(printed(f"{BODY}<table class=ruled><tr><td>Chỉ tiêu</td><td>8%</td></tr></table>", style))
    assert "Chỉ tiêu" in found.text and "8%" in found.text


def test_letters_outside_the_part_of_the_page_that_is_shown_are_left_out():
    found = read(cropped(painted(printed(BODY), "SLUG 999%", b""), [0, 400, 595, 842]))
    assert left_out(found) == [("SLUG 999%", Reason.HIDDEN)]


@pytest.mark.parametrize("line", ["line-through", "underline"])
def test_words_with_a_line_through_them_are_left_out(line):
    found = read(printed(f'{BODY}<p>Tỷ lệ đạt <span style="text-decoration: {line}">70%</span> 80%.</p>'))
    struck = line == "line-through"
    assert found.text.splitlines()[-1] == ("Tỷ lệ đạt 80%." if struck else "Tỷ lệ đạt 70% 80%.")
    assert left_out(found) == ([("70%", Reason.DELETED)] if struck else [])


def test_an_unseen_layer_over_a_picture_is_marked_as_read_by_a_machine():
    words = "NGHI QUYET cua Ban Chap hanh Dang bo tinh " * 6
    found = read(read_by_machine(words))
    assert found.text == f"{words.strip()}\n"
    assert found.by_machine
    assert found.damaged_share() == 0
    assert not read(printed(BODY)).by_machine


def test_values_of_fields_and_notes_on_the_page_are_told():
    note = {"Subtype": pikepdf.Name.FreeText, "Contents": "Sửa 70% thành 80%"}
    value = {"Subtype": pikepdf.Name.Widget, "FT": pikepdf.Name.Tx, "V": "123-NQ/TU"}
    empty = {"Subtype": pikepdf.Name.Link}
    assert left_out(read(annotated(printed(BODY), note, value, empty))) == [
        ("Sửa 70% thành 80%", Reason.COMMENT),
        ("123-NQ/TU", Reason.FORM),
    ]


def test_figures_above_the_line_that_call_no_note_stay_there():
    assert read(printed(f"{BODY}<p>Trồng 10<sup>6</sup> cây.</p>")).text.splitlines()[-1] == "Trồng 10⁶ cây."


def test_notes_called_from_a_table_follow_it():
    table = (
        "<table class=ruled><tr><td>1</td><td>66-NQ/TW<sup>1</sup></td></tr><tr><td>2</td><td>Khác</td></tr></table>"
    )
    note = '<p class="flat" style="font-size: 9pt; position: absolute; bottom: 0"><sup>1</sup> Về pháp luật.</p>'
    assert read(printed(f"{BODY}{table}{note}")).text.splitlines()[-3:] == [
        "| 1 | 66-NQ/TW[^1] |",
        "| 2 | Khác |",
        "[^1]: Về pháp luật.",
    ]
