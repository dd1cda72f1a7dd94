"""Digits with their separators."""

from decimal import Decimal

import pytest

from giaotrinh.viet.number import NUMBER_WORDS, number_word_value, read_number, read_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8.300", "8300"),
        ("7.093.800", "7093800"),
        ("20,470", "20.470"),
        ("3.5", "3.5"),
        ("0.125", "0.125"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1,234,567", "1234567"),
        ("05", "5"),
    ],
)
def test_numerals(text: str, value: str) -> None:
    assert read_numeral(text) == Decimal(value)


@pytest.mark.parametrize("text", ["8.5.2025", "1.2.3", "1.23,4,5", "1.2345,6"])
def test_digits_that_are_no_number(text: str) -> None:
    assert read_numeral(text) is None


def test_multipliers_multiply_exactly() -> None:
    found = read_number("tăng 20,470 tỷ USD", 5)
    assert found is not None
    assert (found.value, found.power) == (Decimal("20470000000"), 9)
    rate = read_number("5 tỷ lệ", 0)
    assert rate is not None
    assert rate.power == 0


@pytest.mark.parametrize(
    ("words", "value"), [("ba", 3), ("mười", 10), ("mười lăm", 15), ("hai mươi mốt", 21), ("năm chục", 50)]
)
def test_numbers_in_words(words: str, value: int) -> None:
    match = NUMBER_WORDS.fullmatch(words)
    assert match is not None
    assert number_word_value(match) == value
