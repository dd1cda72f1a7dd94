"""Characters as a compositor sets them; words and digits never change."""

import re

import pytest

from giaotrinh.render.blocks.typography import set_text, typeset, with_unit

NB = "\u00a0"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Nghị quyết số 57", f"Nghị quyết số{NB}57"),
        ("Điều 3, khoản 2, điểm a", f"Điều{NB}3, khoản{NB}2, điểm{NB}a"),
        ("mục II.1.c và ngày 25", f"mục{NB}II.1.c và ngày{NB}25"),
        ("dự án", "dự án"),
        ("năm nay", "năm nay"),
        ("đạt 20 chỉ tiêu, 8 USD", f"đạt 20{NB}chỉ tiêu, 8{NB}USD"),
        ("kinh tế - xã hội", f"kinh tế{NB}- xã hội"),
        ("3,1 triệu tỷ đồng", f"3,1{NB}triệu{NB}tỷ đồng"),
    ],
)
def test_what_belongs_together_stays_on_one_line(written, printed):
    assert typeset(written) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("8.300-8.500", "8.300–8.500"),
        ("7,5 - 8,0%", "7,5–8,0%"),
        ("7,5%-8%", "7,5–8%"),
        ("5-7 người", f"5–7{NB}người"),
        ("30-35/vạn dân", "30–35/vạn dân"),
        ("từ -3 đến 2", "từ −3 đến 2"),
    ],
)
def test_ranges_of_numbers_take_an_en_dash(written, printed):
    assert typeset(written) == printed


@pytest.mark.parametrize(
    "written", ["nhiệm kỳ 2020-2025", "57-NQ/TW", "02-CTr/TU", "13-10-2020", "thời điểm 12-2020", "25-12", "8-9/2020"]
)
def test_dates_codes_and_spans_of_years_keep_their_hyphen(written):
    assert "–" not in typeset(written)


def test_a_day_and_month_after_the_word_day_is_no_range():
    assert typeset("ngày 10-12") == f"ngày{NB}10-12"
    assert typeset("10-12 ngày") == f"10–12{NB}ngày"


def test_ranges_of_a_source_keep_their_hyphen():
    assert typeset("đạt 7,5-8,0%", ranges=False) == "đạt 7,5-8,0%"


def test_straight_quotation_marks_become_curly():
    assert typeset('"Xanh" và ("một chữ")') == "“Xanh” và (“một chữ”)"


@pytest.mark.parametrize("code", ["57-NQ/TW", "02-CTr/TU", "30/2020/NĐ-CP", "13-10-2020", "8.300–8.500", "II.1.c"])
def test_codes_dates_ranges_and_places_never_break(code):
    assert re.search(rf'<span class="nb">[^<]*{re.escape(code)}', set_text(f"theo {code} thì"))


def test_words_tied_to_a_whole_run_stand_inside_it():
    # WeasyPrint 70 breaks a line after its first word where a no-break space stands before an element.
    assert set_text("họp từ ngày 11-10-2020 đến") == f'họp từ <span class="nb">ngày{NB}11-10-2020</span> đến'


def test_markup_in_the_words_is_escaped():
    assert set_text("a < b & <b>") == "a &lt; b &amp; &lt;b&gt;"


def test_decomposed_letters_are_composed():
    assert typeset("Ho\u0302\u0323i") == "Hội"


@pytest.mark.parametrize(
    ("text", "unit", "printed"),
    [
        ("8.300-8.500", "USD", f"8.300–8.500{NB}USD"),
        ("7,5-8,0", "%/năm", "7,5–8,0%/năm"),
        ("125", "triệu đồng", f"125{NB}triệu đồng"),
        ("16/16", "", "16/16"),
    ],
)
def test_a_figure_is_tied_to_the_first_word_of_its_unit(text, unit, printed):
    assert with_unit(text, unit) == printed


def test_a_word_longer_than_a_column_may_break_after_its_signs():
    assert set_text("VB_NQ_DAIHOI_XVII_BANCHINHTHUC_DAKYSO.pdf").count("<wbr>") == 6
    assert "<wbr>" in set_text("a" * 90)
    assert "<wbr>" not in set_text("Chương trình 03-CTr/TU, 04-CTr/TU của Thành ủy")
