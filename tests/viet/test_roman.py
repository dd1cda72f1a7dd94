"""Roman numbers, one reading for lists, page labels, congresses and quarters."""

import pytest

from giaotrinh.viet.list_places import roman_place
from giaotrinh.viet.roman import in_roman, read_roman


def test_what_is_written_is_read_back() -> None:
    assert [read_roman(in_roman(number)) for number in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize("text", ["", "IIII", "IIX", "ivx", "VV", "A", "0"])
def test_letters_that_make_no_number(text: str) -> None:
    assert read_roman(text) == 0


def test_a_letter_of_a_list_is_no_hundred() -> None:
    assert [roman_place(text) for text in ("C", "D", "xvii", "XLIX", "L")] == [0, 0, 17, 49, 0]
