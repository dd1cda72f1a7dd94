"""Quantities in every written form, and the numbers that are none."""

import unicodedata
from decimal import Decimal

import pytest

from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.viet.quantity import read_quantities


def only(text: str, horizon: str = "") -> Quantity:
    (quantity,) = read_quantities(text, horizon)
    return quantity


def bounds(text: str) -> list[tuple[str, str, str]]:
    return [(f"{one.low.normalize():f}", f"{one.high.normalize():f}", one.unit) for one in read_quantities(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("7,5-8,0%", "7.5", "8", "%"),
        ("7,5 - 8%/năm", "7.5", "8", "%/năm"),
        ("7,5% - 8,0%", "7.5", "8", "%"),
        ("7%-7,5%", "7", "7.5", "%"),
        ("từ 7,5% đến 8%", "7.5", "8", "%"),
        ("65–65,5%", "65", "65.5", "%"),
        ("8.300-8.500 USD", "8300", "8500", "usd"),
        ("8.300 — 8.500 USD", "8300", "8500", "usd"),
        ("12.000-13.000USD", "12000", "13000", "usd"),
        ("8.100-8.300 USD/người", "8100", "8300", "usd/người"),
        ("3,1-3,2 triệu tỷ đồng", "3100000000000000", "3200000000000000", "đồng"),
        ("622,7 nghìn tỷ đồng", "622700000000000", "622700000000000", "đồng"),
        ("622,7 ngàn tỉ đồng", "622700000000000", "622700000000000", "đồng"),
        ("130.000 tỷ đồng", "130000000000000", "130000000000000", "đồng"),
        ("20,470 tỷ USD", "20470000000", "20470000000", "usd"),
        ("500 triệu - 1 tỷ đồng", "500000000", "1000000000", "đồng"),
        ("1.405 nghìn tỷ", "1405000000000000", "1405000000000000", ""),
        ("45 vạn", "450000", "450000", ""),
        ("35-39 triệu lượt khách", "35000000", "39000000", "lượt khách"),
        ("08-10 nhóm", "8", "10", "nhóm"),
        ("02 chuyên đề", "2", "2", "chuyên đề"),
        ("10.000 người", "10000", "10000", "người"),
        ("68,457 hồ sơ", "68457", "68457", "hồ sơ"),
        ("1,234,567 đồng", "1234567", "1234567", "đồng"),
        ("30-35/vạn dân", "30", "35", "/vạn dân"),
        ("30-35 giường bệnh/vạn dân", "30", "35", "giường/vạn dân"),
        ("11 người trên một vạn dân", "11", "11", "người/vạn dân"),
        ("29,5m2 sàn/người", "29.5", "29.5", "m2 sàn/người"),
        ("29,5 m² sàn/người", "29.5", "29.5", "m2 sàn/người"),
        ("từ 3,5m2 đến 04m2/người dân", "3.5", "4", "m2/người dân"),
        ("16/16 chỉ tiêu", "16", "16", "/16 chỉ tiêu"),
        ("gấp 1,8 lần", "1.8", "1.8", "lần"),
        ("1 - 1,5 điểm %/năm", "1", "1.5", "điểm %/năm"),
        ("01 lần trong năm", "1", "1", "lần/năm"),
        ("HDI đạt 0,8", "0.8", "0.8", ""),
        ("ICOR 4,5 - 4,8", "4.5", "4.8", ""),
        ("500 tỉ đô la Mỹ (USD)", "500000000000", "500000000000", "usd"),
        ("ba khâu đột phá", "3", "3", "khâu đột phá"),
        ("Năm định hướng lớn", "5", "5", "định hướng"),
        ("mười bốn nhóm nhiệm vụ", "14", "14", "nhóm nhiệm vụ"),
        ("Tuổi thọ trung bình (tuổi): 75,5", "75.5", "75.5", "tuổi"),
        ("Thu ngân sách (triệu tỷ đồng) 16,4", "16400000000000000", "16400000000000000", "đồng"),
        ("200 đồng chí", "200", "200", "đồng chí"),
        ("định kỳ 6 tháng", "6", "6", "tháng"),
        ("8 ,5%", "8.5", "8.5", "%"),
        ("tính bằng 1/2 ngày", "0.5", "0.5", "ngày"),
        ("một (01) năm", "1", "1", "năm"),
        ("ba mươi (30) ngày", "30", "30", "ngày"),
        ("01 (một) bộ hồ sơ", "1", "1", "bộ hồ sơ"),
        ("1.313 trường hợp", "1313", "1313", "trường hợp"),
        ("300 tủ racks", "300", "300", "tủ racks"),
        ("02 tờ bản đồ", "2", "2", "tờ bản đồ"),
        ("khổ 1.435 mm", "1435", "1435", "mm"),
        ("tăng 2.5%", "2.5", "2.5", "%"),
    ],
)
def test_values_and_units(text: str, low: str, high: str, unit: str) -> None:
    assert bounds(text) == [(low, high, unit)]


def test_equal_values_written_apart_are_equal() -> None:
    assert (only("7,5-8%").low, only("7,5-8%").high) == (only("7,5-8,0%").low, only("7,5-8,0%").high)
    assert only("8,0%").low == only("8%").low == Decimal(8)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết 15",
        "Nghị quyết số 57-NQ/TW",
        "02-CTr/TU",
        "6140/QĐ-UBND",
        "57/2014/QH13",
        "ngày 25-12",
        "13/10/ 2020",
        "8.5.2025",
        "ngày 05 tháng 3 năm 2020",
        "từ ngày 11-10 đến ngày 13-10-2020",
        "14-15/5/2025",
        "tháng 3/2021",
        "quý II/2026",
        "năm 2025",
        "giai đoạn 2021-2025",
        "(2011 - 2025)",
        "đến 2030",
        "mục 2",
        "khoản 3 Điều 5",
        "các điểm 1, 2 và 3",
        "Điều 3",
        "Phụ lục 2",
        "lần thứ 17",
        "lần thứ XVII",
        "khóa 17",
        "thế kỷ 21",
        "quốc lộ 32 đoạn qua",
        "Điện thoại: 024.3825.1234",
        "0912 345 678",
        "1. Tăng cường",
        "2.1. Tăng cường",
        "(1) Tăng cường",
        "Covid-19",
        "mạng 5G",
        "nhà ga T3",
        "khí CO2",
        "ghi chú [1]",
        "trong năm nhiệm vụ còn lại",
        "thứ hai nhiệm vụ",
        "hai bên sông",
        "24/7",
        "lễ 30/4",
        "tại https://hanoi.gov.vn/a%20%C4%90%E1%BA%A1i.pdf trên cổng",
        "xem www.hanoi.gov.vn/2/30% và",
        "gửi về phong2.30@hanoi.gov.vn",
        "(Bằng chữ: Ba nghìn bảy trăm chín mươi tỷ đồng)",
        "cơ bản không còn hộ nghèo",
        "theo các khoản 2, 3 và 4 Điều này",
        "các khoản 1, 2, 3, 4, 5, 6 và 7 Điều 2",
        "các Phụ lục 1, 2 và 3 ban hành",
        "tăng trưởng “2 con số” trong",
        "kiến trúc điện tử 3.0.",
        "Hội nghị Trung ương 6 khóa XII",
        "lấy ngày thế giới 7/4 hằng năm",
        "đường Vành đai 2,5 của thành phố",
        "chính quyền địa phương 2 cấp",
        "tại huyện A Lưới 2, huyện A Lưới 3",
    ],
)
def test_numbers_that_are_no_quantities(text: str) -> None:
    assert read_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "qualifier", "words"),
    [
        ("đạt 80%", Qualifier.EXACT, "80%"),
        ("khoảng 35%", Qualifier.ABOUT, "khoảng 35%"),
        ("ước đạt 3,98%", Qualifier.ABOUT, "ước đạt 3,98%"),
        ("gần 19%", Qualifier.NEARLY, "gần 19%"),
        ("trên 16%", Qualifier.ABOVE, "trên 16%"),
        ("hơn 36.000 USD", Qualifier.ABOVE, "hơn 36.000 USD"),
        ("> 55%", Qualifier.ABOVE, "> 55%"),
        ("dưới 20%", Qualifier.BELOW, "dưới 20%"),
        ("ít nhất là 30%", Qualifier.AT_LEAST, "ít nhất là 30%"),
        ("tối thiểu có 5 doanh nghiệp", Qualifier.AT_LEAST, "tối thiểu có 5 doanh nghiệp"),
        ("phấn đấu ≥10%", Qualifier.AT_LEAST, "≥10%"),
        ("8% trở lên", Qualifier.AT_LEAST, "8% trở lên"),
        ("từ 10%/năm trở lên", Qualifier.AT_LEAST, "từ 10%/năm trở lên"),
        ("02 đơn vị hành chính cấp tỉnh trở lên", Qualifier.AT_LEAST, "02 đơn vị hành chính cấp tỉnh trở lên"),
        ("10% trở xuống", Qualifier.AT_MOST, "10% trở xuống"),
        ("không quá 20 tỷ đồng", Qualifier.AT_MOST, "không quá 20 tỷ đồng"),
        ("không được quá 01 lần", Qualifier.AT_MOST, "không được quá 01 lần"),
        ("chậm nhất là 60 ngày", Qualifier.AT_MOST, "chậm nhất là 60 ngày"),
        ("khoảng trên 500 tỉ USD", Qualifier.ABOVE, "khoảng trên 500 tỉ USD"),
        ("trên khoảng 500 tỉ USD", Qualifier.ABOVE, "trên khoảng 500 tỉ USD"),
        ("từ đủ 15 tuổi", Qualifier.AT_LEAST, "từ đủ 15 tuổi"),
        ("chưa đủ 18 tuổi", Qualifier.BELOW, "chưa đủ 18 tuổi"),
        ("vượt quá 120%", Qualifier.ABOVE, "vượt quá 120%"),
        ("ít nhất mỗi năm 1 lần", Qualifier.AT_LEAST, "ít nhất mỗi năm 1 lần"),
        ("không được ít hơn 01 công trình", Qualifier.AT_LEAST, "không được ít hơn 01 công trình"),
        ("không có tỉnh, thành phố đạt dưới 60%", Qualifier.AT_LEAST, "dưới 60%"),
    ],
)
def test_qualifiers(text: str, qualifier: Qualifier, words: str) -> None:
    quantity = only(text)
    assert (quantity.qualifier, quantity.text) == (qualifier, words)


def test_the_two_ends_of_a_span_that_is_not_reached_are_two() -> None:
    found = [(str(one.low), one.unit, one.qualifier) for one in read_quantities("từ 70 đến dưới 90 điểm")]
    assert found == [("70", "điểm", Qualifier.AT_LEAST), ("90", "điểm", Qualifier.BELOW)]


def test_who_repeats_the_qualifier_means_the_bare_number_as_it_stands() -> None:
    text = "tối thiểu 70% đối với giáo viên, tối thiểu 30% đối với nhân viên và 90% đối với người khác"
    assert [one.qualifier for one in read_quantities(text)][2] is Qualifier.EXACT
    text = "tối thiểu 70% đối với giáo viên và 100% đối với người khác"
    assert [one.qualifier for one in read_quantities(text)][1] is Qualifier.EXACT


def test_an_enumeration_shares_its_qualifier() -> None:
    both = read_quantities("ít nhất 6.000 nghiên cứu sinh, 20.000 người học")
    assert [one.qualifier for one in both] == [Qualifier.AT_LEAST, Qualifier.AT_LEAST]
    apart = read_quantities("ít nhất 35%, đạt 24%")
    assert [one.qualifier for one in apart] == [Qualifier.AT_LEAST, Qualifier.EXACT]


def test_a_part_of_the_figure_before_is_marked() -> None:
    whole, part = read_quantities("35-39 triệu lượt khách, trong đó 8-9 triệu lượt khách quốc tế")
    assert (whole.of_which, part.of_which) == (False, True)


@pytest.mark.parametrize(
    ("text", "horizons"),
    [
        ("đến năm 2025 đạt 8.300 USD, đến năm 2030 đạt 12.000 USD", ["2025", "2030"]),
        ("giai đoạn 2021-2025 tăng 7,5%; giai đoạn 2026-2030 tăng 8%", ["2021-2025", "2026-2030"]),
        ("đạt 1,5% vào năm 2015, trên 2% vào năm 2020 và khoảng 3% vào năm 2030", ["2015", "2020", "2030"]),
        ("Đến năm 2020, đóng góp 35%. Giá trị đạt 40%.", ["2020", "2020"]),
        ("Đào tạo 10.000 giám đốc đến năm 2030", ["2030"]),
        ("tăng 20% so với năm 2020", [""]),
        ("Chi phí logistics so với GDP đến năm 2030 (%) 12 - 15", ["2030"]),
        ("Chậm nhất ngày 31 tháng 12 năm 2025, giảm 30% chi phí", ["2025-12-31"]),
        ("kế hoạch 5 năm (2026 - 2030)", ["2026-2030"]),
        ("Cương lĩnh (bổ sung năm 2011), 35 năm đổi mới", [""]),
        ("có 20% (năm 2025 là 15%)", ["", "2025"]),
    ],
)
def test_horizons(text: str, horizons: list[str]) -> None:
    assert [one.horizon for one in read_quantities(text)] == horizons


def test_a_model_commune_is_no_form_with_a_number() -> None:
    [share] = read_quantities("xã nông thôn mới kiểu mẫu 20 điểm %")

    assert (share.text, share.unit) == ("20 điểm %", "điểm %")


def test_the_heading_gives_the_horizon_where_the_text_names_none() -> None:
    assert only("đạt 80%", "2030").horizon == "2030"
    assert only("năm 2045 đạt 80%", "2030").horizon == "2045"
    assert only("17 hiệp định đã ký kết", "2030").horizon == ""


def test_places_index_into_the_text_as_given() -> None:
    text = "GRDP đạt khoảng 8.300\u20118.500\u00a0USD vào năm 2025"
    quantity = only(text)
    assert text[quantity.start : quantity.end] == "khoảng 8.300\u20118.500\u00a0USD"
    assert text[quantity.number_start : quantity.number_end] == "8.300\u20118.500\u00a0USD"


def test_decomposed_text_is_read_and_placed() -> None:
    text = unicodedata.normalize("NFD", "tỷ lệ đạt khoảng 3,1 triệu tỷ đồng trở lên")
    quantity = only(text)
    assert quantity.unit == "đồng"
    assert text[quantity.number_start : quantity.number_end] == unicodedata.normalize("NFD", "3,1 triệu tỷ đồng")
    assert quantity.qualifier is Qualifier.AT_LEAST


def test_years_lists_and_ranges_apart() -> None:
    assert bounds("có 2.000 người") == [("2000", "2000", "người")]
    assert bounds("tăng từ 70% lên 80%") == [("70", "70", "%"), ("80", "80", "%")]
    assert bounds("51 phường và 75 xã") == [("51", "51", "phường"), ("75", "75", "xã")]
    assert bounds("28 Bộ Công Thương") == []


@pytest.mark.parametrize("text", ["cao hơn mức 68%", "thấp hơn mức 68%"])
def test_a_level_that_is_compared_with_is_exact(text: str) -> None:
    assert only(text).qualifier is Qualifier.EXACT
