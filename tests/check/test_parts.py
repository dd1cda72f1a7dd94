"""The small parts: comparing values and units, words around numbers, times, wordings, codes, passages."""

from decimal import Decimal

import pytest

from check.small_course import checked
from giaotrinh.check.figures.comparison import Value, compare_values, is_same_unit, power_apart
from giaotrinh.check.figures.metric import Context, Weights, clause_of, context_of, words_in
from giaotrinh.check.linking.naming import listed, repeated
from giaotrinh.check.passages.reading import passages_of
from giaotrinh.check.words.wording import find_run, part_ways, words_of
from giaotrinh.model.nearest import nearest
from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.viet.codes import codes_in
from giaotrinh.viet.dates import dates_in, printed_date
from giaotrinh.viet.qualifier import qualifier_before
from giaotrinh.viet.quantity import read_quantities
from giaotrinh.viet.times import time_before, time_behind, times_agree, times_in
from giaotrinh.viet.unit import base


def number(low, high=None, unit=""):
    return Quantity(text="", low=Decimal(low), high=Decimal(high or low), unit=unit)


@pytest.mark.parametrize(
    ("said", "stated", "value"),
    [
        (number("8.0"), number("8"), Value.SAME),
        (number("7.5", "8"), number("7.5", "8.0"), Value.SAME),
        (number("7.5"), number("7.5", "8"), Value.ONE_END),
        (number("7.4"), number("7.39"), Value.ROUNDED),
        (number("5400"), number("5420"), Value.ROUNDED),
        (number("7.38"), number("7.39"), Value.OTHER),
        (number("5000"), number("5420"), Value.OTHER),
        (number("8", "7.5"), number("7.5", "8"), Value.OTHER),
    ],
)
def test_values(said, stated, value):
    assert compare_values(said, stated) is value


@pytest.mark.parametrize(
    ("said", "stated", "same"),
    [
        ("usd", "usd/người", True),
        ("%", "%/năm", True),
        ("%", "điểm %", False),
        ("usd", "đồng", False),
        ("nhóm", "nhóm nhiệm vụ", True),
        ("người", "cán bộ", True),
        ("hộ", "xã", False),
        ("/16 chỉ tiêu", "/16", True),
        ("/16 chỉ tiêu", "/17 chỉ tiêu", False),
        ("", "%", True),
    ],
)
def test_units(said, stated, same):
    assert is_same_unit(said, stated) is same


def test_base_of_a_unit_and_powers_of_ten():
    assert base("%/năm") == "%"
    assert base("m2 sàn/người") == "m2"
    assert base("điểm %/năm") == "điểm %"
    assert power_apart(number("20470"), number("20.470")) == 3
    assert power_apart(number("7"), number("8")) == 0


def test_context_is_the_numbers_own_clause():
    text = "Cơ cấu GRDP: dịch vụ 65%, công nghiệp và xây dựng 23%; nông nghiệp 12%."
    quantities = read_quantities(text)
    near = [context_of(text, quantities, at).near for at in range(3)]

    assert "dịch vụ" in near[0]
    assert "nghiệp" not in near[0]
    assert "xây dựng" in near[1]
    assert "dịch" not in near[1]
    assert "nông nghiệp" in near[2]
    assert "grdp" in context_of(text, quantities, 0).far


def test_number_before_its_noun():
    text = "Phấn đấu 100% số xã đạt chuẩn, 40% số xã nâng cao."
    quantities = read_quantities(text)

    assert "nâng cao" in context_of(text, quantities, 1).near
    assert "chuẩn" not in context_of(text, quantities, 1).near


def test_likeness_weighs_telling_words():
    common = Context(near=words_in("GRDP bình quân đầu người"), far=frozenset())
    rare = Context(near=words_in("kinh tế số"), far=frozenset())
    weights = Weights([common] * 9 + [rare])

    assert weights.of("kinh tế") > weights.of("grdp")
    assert weights.likeness(rare, rare) == pytest.approx(1.0)
    assert weights.likeness(rare, common) == 0.0


def test_clause_ends_at_semicolon_and_full_stop():
    text = "Một là A; hai là B 7,5%. Ba là C."

    assert clause_of(text, text.index("7,5")).strip() == "hai là B 7,5%"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Đến năm 2030, tỷ lệ đạt ", "2030"),
        ("Giai đoạn 2021-2025 tăng ", "2021-2025"),
        ("Năm 2025 bằng 1,5 lần năm 2020, đạt ", ""),
        ("Năm 2020 đạt 5%, cao hơn mức ", ""),
        ("So với năm 2015 tăng ", ""),
        ("Mức gốc (ước 2020), đích ", ""),
        ("Nếu năm 2021 đạt được thì phần khó là ", ""),
    ],
)
def test_time_before_a_number(text, time):
    taken = [text.index("%") + 1] if "%" in text else []

    assert time_before(text, len(text), taken) == time


def test_time_behind_a_number_and_agreement():
    assert time_behind("55 triệu đồng (năm 2020) lên", 13) == "2020"
    assert time_behind("20 chỉ tiêu chủ yếu đến năm 2025", 2) == "2025"
    assert times_agree("2025", "2021-2025")
    assert times_agree("2025-12-31", "2025")
    assert times_agree("", "2030")
    assert not times_agree("2021", "2021-2025")
    assert times_in("từ 2021-2025 đến năm 2030") == ("2021-2025", "2030")


def test_qualifier_before_a_place():
    assert qualifier_before("chiếm trên ", 11) is Qualifier.ABOVE
    assert qualifier_before("đạt ít nhất ", 12) is Qualifier.AT_LEAST
    assert qualifier_before("đạt ", 4) is Qualifier.EXACT


def test_words_and_where_wordings_part():
    whole, part = words_of("Giữ vững ổn định chính trị - xã hội[^1] 7,5%"), words_of("giữ vững ổn định chính quyền")
    parting = part_ways(whole, part)

    assert [word.folded for word in whole][-2:] == ["7,5", "%"]
    assert parting.found == (5, 6)
    assert parting.expected == "trị"
    assert find_run(["a", "b", "a", "c"], ["a", "c"]) == 2
    assert find_run(["a", "b"], ["b", "a"]) == -1


def test_codes_and_dates():
    (code,) = codes_in("Quyết định số 6140/QĐ-UBND, ngày 05 tháng 3 năm 2020 của UBND")

    assert (code.number, code.parts, code.date) == (6140, ("QĐ", "UBND"), "2020-03-05")
    assert [code.key for code in codes_in("198/2025/QH15 và 57-NQ/TƯ")] == [
        (198, ("2025", "QH15")),
        (57, ("NQ", "TW")),
    ]
    assert list(codes_in("giai đoạn 2021-2025, 30-35%, 7,5-8,0%, 11-10-2020")) == []
    assert [date for date, _, _ in dates_in("13/10/ 2020, 8.5.2025, 2021-2025, 368/382")] == [
        "2020-10-13",
        "2025-05-08",
    ]
    assert printed_date("2021-03-17") == "17-3-2021"


def test_names():
    assert nearest("grdp-2026", ["grdp-2025", "papi"]) == "grdp-2025"
    assert nearest("xyz", ["grdp"]) == ""
    assert listed("II.1.c, tom-tat:2 ; ") == ("II.1.c", "tom-tat:2")
    assert repeated(["a", "b", "a", "a"]) == ("a",)


def test_passages_flatten_mark_up_and_keep_places():
    body = "Đạt **8.300-8.500 USD** {cite}`II.1`\nvà {value}`grdp-2025`, {from}`3,98% <bao>`."
    (passage,) = [each for each in passages_of(checked(body).curriculum) if each.kind == "paragraph"]
    first = passage.quantities[0]

    assert passage.text[first.number_start : first.number_end] == "8.300-8.500 USD"
    assert (passage.place(first.number_start).column, passage.cites[0][0]) == (7, ("nq", "II.1"))
    assert passage.text.count("8.300-8.500 USD") == 2
    assert passage.place(passage.text.index("3,98%")).line == passage.span.line + 1


def test_passage_of_a_cell_knows_its_heads():
    table = "Bảng sau:\n\n| Chỉ tiêu | Năm 2025 |\n|---|---|\n| GRDP | 8.300-8.500 USD |"
    (cell,) = [each for each in passages_of(checked(table).curriculum) if each.quantities]

    assert "Năm 2025" in cell.lead
    assert "GRDP" in cell.lead
