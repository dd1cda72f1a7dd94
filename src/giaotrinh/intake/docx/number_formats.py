"""Numbers as a word processor prints them in lists."""

from collections.abc import Callable

from giaotrinh.viet.number import in_words
from giaotrinh.viet.roman import in_roman

_MOST = 32_767
"""The largest number a list can reach; beyond it the digits are printed."""


def in_format(number: int, form: str) -> str:
    """Return a number in a list format by its name in Word: decimal, upperRoman, lowerLetter, ..."""
    if not 0 <= number <= _MOST:
        return str(number)
    return _FORMATS.get(form, str)(number)


def letters(number: int) -> str:
    """Return a number in small letters as word processors count: a to z, then aa, bb to zz, then aaa."""
    if number < 1:
        return ""
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(turns + 1, 30)


_FORMATS: dict[str, Callable[[int], str]] = {
    "upperRoman": in_roman,
    "lowerRoman": lambda number: in_roman(number).lower(),
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
    "decimalZero": lambda number: f"{number:02}",
    "vietnameseCounting": in_words,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "none": lambda number: "",
}
