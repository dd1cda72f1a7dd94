"""Numbers as a word processor prints them in lists."""

from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_MOST = 32_767
"""The largest number a list can reach; beyond it the digits are printed."""


def in_format(number: int, form: str) -> str:
    """Return a number in a list format by its name in Word: decimal, upperRoman, lowerLetter, ..."""
    if not 0 <= number <= _MOST:
        return str(number)
    return _FORMATS.get(form, str)(number)


def roman(number: int) -> str:
    """Return a number in capital Roman digits; 0 has none."""
    digits = ""
    for size, digit in _ROMAN:
        digits += digit * (number // size)
        number %= size
    return digits


def letters(number: int) -> str:
    """Return a number in small letters as word processors count: a to z, then aa, bb to zz, then aaa."""
    if number < 1:
        return ""
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(turns + 1, 30)


def in_words(number: int) -> str:
    """Return a number below a hundred in Vietnamese words, digits for others."""
    tens, ones = divmod(number, 10)
    if number < 10:
        return _DIGITS[number]
    if number > 99:
        return str(number)
    first = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    last = {0: "", 1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, _DIGITS[ones])
    return f"{first} {last}".strip()


_FORMATS: dict[str, Callable[[int], str]] = {
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
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
