import unicodedata

import pytest

from giaotrinh.read.data import text_file
from giaotrinh.read.data.text_file import read_text
from reading_cases import argument, expected, placed, unmark


def test_text_is_composed_without_mark_or_carriage_returns():
    written = "\ufeffNghị quyết\r\nĐảng bộ\rthành phố"
    reading = read_text(unicodedata.normalize("NFD", written).encode(), "a.md")

    assert reading.value == "Nghị quyết\nĐảng bộ\nthành phố"
    assert reading.diagnostics == ()


def test_columns_count_composed_characters():
    text, places = unmark("Nghị quyết ¦Ðảng bộ")
    reading = read_text(unicodedata.normalize("NFD", text).encode(), "a.md")

    assert placed(reading.diagnostics) == expected(["look-alike-letter"], places)


@pytest.mark.parametrize(("letter", "meant"), [("Ð", "Đ"), ("ð", "đ"), ("Ɖ", "Đ"), ("ɖ", "đ"), ("Ƣ", "Ư"), ("ƣ", "ư")])
def test_a_look_alike_is_told_and_read_as_meant(letter, meant):
    reading = read_text(f"a {letter}b {letter}\nc {letter}".encode(), "a.md")

    assert reading.value == f"a {meant}b {meant}\nc {meant}"
    assert placed(reading.diagnostics) == ["look-alike-letter 1:3", "look-alike-letter 2:3"]
    assert argument(reading.diagnostics[0], "meant") == meant


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\uffff"])
def test_a_control_character_is_told_and_read_as_a_blank(char):
    reading = read_text(f"một\nhai {char}ba".encode(), "a.md")

    assert reading.value == "một\nhai  ba"
    assert placed(reading.diagnostics) == expected(["control-character"], ["2:5"])


def test_bytes_that_are_not_utf8_are_placed():
    reading = read_text("một\nđường ".encode() + b"\xff\xfe", "a.md")

    assert reading.value is None
    assert placed(reading.diagnostics) == expected(["text-not-utf8"], ["2:7"])
    assert argument(reading.diagnostics[0], "byte") == "FF"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_called_by_its_name(encoding):
    reading = read_text("\ufeffmột".encode(encoding), "a.md")

    assert reading.value is None
    assert placed(reading.diagnostics) == expected(["text-utf16"], ["1:1"])


def test_too_large_a_file_is_not_read(monkeypatch):
    monkeypatch.setattr(text_file, "SIZE_LIMIT", 10)

    assert placed(read_text(b"x" * 11, "a.md").diagnostics) == expected(["text-too-large"], ["0:0"])
    assert read_text(b"x" * 10, "a.md").value == "x" * 10
