"""Document numbers, one reading for letterheads, citations, masks and typography."""

import pytest

from giaotrinh.viet.codes import codes_in
from giaotrinh.viet.quantity import read_quantities


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("57-NQ/TW", (57, ("NQ", "TW"))),
        ("02-CTr/TƯ", (2, ("CTR", "TW"))),
        ("198/2025/QH15", (198, ("2025", "QH15"))),
        ("01 / 2020 / TT-BTP", (1, ("2020", "TT", "BTP"))),
        ("57a/NQ-CP", (57, ("A", "NQ", "CP"))),  # a number with a letter is another document
    ],
)
def test_a_code_is_a_code_everywhere(text: str, key: tuple[int, tuple[str, ...]]) -> None:
    assert [code.key for code in codes_in(f"theo {text}, ")] == [key]
    assert read_quantities(f"theo {text}, ") == ()


@pytest.mark.parametrize("text", ["Điều 5 - Hà Nội", "giai đoạn 2021-2025", "5-Người", "3/4 Xã"])
def test_one_capital_makes_no_code(text: str) -> None:
    assert list(codes_in(text)) == []
