"""Figures of whole sources: horizons from headings, numbers in rows of tables."""

from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.model.source import Provision
from giaotrinh.outline.figures import plan_horizon, read_figures
from giaotrinh.outline.tree import read_outline


def read(text: str) -> tuple[Provision, ...]:
    return read_outline(text, "text.txt").value or ()


def told(quantity: Quantity) -> tuple[str, str, Qualifier, str]:
    return f"{quantity.low.normalize():f}", quantity.unit, quantity.qualifier, quantity.horizon


def test_a_heading_gives_its_time_to_what_stands_below() -> None:
    found = read_figures(
        read("II. MỤC TIÊU\n1. Đến năm 2030\n- Đạt 30%\n2. Tầm nhìn đến năm 2045\nĐạt 50%\n3. Khác\nĐạt 5%")
    )
    assert [found[path][0].horizon for path in ("II.1.-1", "II.2", "II.3")] == ["2030", "2045", ""]


def test_a_year_in_a_long_heading_or_in_two_ways_gives_none() -> None:
    long_heading = "Sắp xếp các đơn vị hành chính " + "của các địa phương " * 6 + "năm 2025"
    assert read_figures(read(f"1. {long_heading}\na) Có 51 phường"))["1.a"][0].horizon == ""
    assert read_figures(read("1. Giai đoạn 2021-2025 và đến năm 2030\na) Có 51 phường"))["1.a"][0].horizon == ""


def test_the_title_of_a_plan_gives_the_time_of_its_figures() -> None:
    assert plan_horizon("Nghị quyết về dự toán ngân sách năm 2017") == "2017"
    assert plan_horizon("Nghị quyết về sắp xếp các xã năm 2025") == ""
    assert plan_horizon("Nghị quyết về kế hoạch đến năm 2030, tầm nhìn đến năm 2045") == ""


ANNEX = """PHỤ LỤC I
CÁC CHỈ TIÊU
| TT | CHỈ TIÊU | MỤC TIÊU 2026 - 2030 | CƠ QUAN |
| I | VỀ KINH TẾ | | |
| 1 | Tăng trưởng bình quân/năm (%) | Phấn đấu ≥ 10,0 | 1. Bộ Tài chính |
| 2 | Thu nhập đến năm 2030 (USD) | 8.500 | Bộ Tài chính |
| 3 | Khách quốc tế (triệu lượt) | 45 - 50 | Bộ Văn hóa |
| | Trong đó: tàu biển | 4 | Bộ Văn hóa |
| 4 | Hệ số ICOR | 4,5 - 4,8 | Bộ Tài chính |
| 5 | Số bác sĩ/vạn dân (người) | 19 | Bộ Y tế |
| 6 | Hộ nghèo | Giảm 1 điểm %/năm | Bộ Nội vụ |
"""


def test_rows_of_targets_take_unit_and_time_from_their_cells() -> None:
    found = read_figures(read(ANNEX))
    rows = {path: [told(quantity) for quantity in quantities] for path, quantities in found.items()}
    assert rows == {
        "PL1/I.1": [("10", "%/năm", Qualifier.AT_LEAST, "2026-2030")],
        "PL1/I.2": [("8500", "usd", Qualifier.EXACT, "2030")],
        "PL1/I.3": [
            ("45000000", "lượt", Qualifier.EXACT, "2026-2030"),
            ("4", "", Qualifier.EXACT, "2026-2030"),
        ],
        "PL1/I.4": [("4.5", "", Qualifier.EXACT, "2026-2030")],
        "PL1/I.5": [("19", "người/vạn dân", Qualifier.EXACT, "2026-2030")],
        "PL1/I.6": [("1", "điểm %/năm", Qualifier.EXACT, "2026-2030")],
    }


def test_places_in_rows_index_into_the_text_of_the_provision() -> None:
    provisions = read(ANNEX)
    parts = {part.path: part for root in provisions for part in root.walk()}
    for path, quantities in read_figures(provisions).items():
        for quantity in quantities:
            assert parts[path].text[quantity.start : quantity.end] == quantity.text


def test_a_column_of_units_is_heeded() -> None:
    rows = ("| 1 | Kinh tế số | % GDP | ≥ 30 |", "| 2 | Công ty | Doanh nghiệp | 5 |")
    text = "\n".join(("Phụ lục", "| TT | Chỉ tiêu | Đơn vị tính | Mục tiêu năm 2030 |", *rows))
    found = read_figures(read(text))
    assert told(found["PL1/1"][0]) == ("30", "%", Qualifier.AT_LEAST, "2030")
    assert told(found["PL1/2"][0]) == ("5", "doanh nghiệp", Qualifier.EXACT, "2030")
