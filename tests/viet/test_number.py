"""Digits with their separators."""

import re
from decimal import Decimal

import pytest

from giaotrinh.viet.number import (
    COUNT,
    NUMBER_WORDS,
    count_value,
    in_words,
    number_word_value,
    read_number,
    read_numeral,
    written,
)
from giaotrinh.viet.spelled import spelled_quantities, spelled_value


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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.500", "0.5"),  # a whole number has no leading zero, so the dot groups nothing: it is a decimal point
        ("0.075", "0.075"),
        ("1234.567", "1234.567"),  # four digits before the dot are no group of thousands
        ("1.500", "1500"),  # one to three digits before it, three behind: Vietnamese grouping
        ("1.2.3", None),  # a label or a version: no sum may count it, neither as 123 nor as 1.23
    ],
)
def test_readings_of_a_dot_that_once_disagreed(text: str, value: str | None) -> None:
    assert read_numeral(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(("number", "text"), [("20470000000", "20.470.000.000"), ("7.50", "7,5"), ("0.8", "0,8")])
def test_numbers_are_written_as_vietnamese_writes_them(number: str, text: str) -> None:
    assert written(Decimal(number)) == text


def test_a_count_in_words_is_read_as_it_is_written() -> None:
    spelled = [in_words(number) for number in range(1, 100)]

    assert [count_value(words) for words in spelled if re.fullmatch(COUNT, words)] == list(range(1, 100))
    assert [spelled_value(words) for words in spelled] == list(range(1, 100))  # speech is read by the same words
    assert [count_value(words) for words in ("tư", "bẩy", "hai mươi tư", "12")] == [4, 7, 24, 12]


@pytest.mark.parametrize("text", ["tổng đầu tư xã hội", "vật tư lớp học", "lăm xã"])
def test_a_syllable_that_only_ends_a_number_begins_none(text: str) -> None:
    assert spelled_quantities(text) == ()


def test_the_same_syllable_ends_one() -> None:
    assert [each.low for each in spelled_quantities("hai mươi tư xã")] == [24]
