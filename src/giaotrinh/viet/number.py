"""Numbers as Vietnamese texts write them: "8.300", "20,470", "3,1 triệu tỷ", "ba", "mười hai"."""

import re
from dataclasses import dataclass
from decimal import Decimal

NUMERAL = re.compile(r"\d+(?: ?,\d+|\.\d+)*")
"""Digits with their separators, no sign; a blank before a comma is damage of a copy: "8 ,5"."""

_MULTIPLIER = re.compile(
    r"\s?(?P<first>nghìn|ngàn|vạn|trăm|chục|triệu|tỷ|tỉ)(?!\w)(?!\s+(?:lệ|trọng|suất|số|giá)\b)"
    r"(?:\s+(?P<second>nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)(?!\s+(?:lệ|trọng|suất|số|giá)\b))?",
    re.IGNORECASE,
)
POWERS = {"chục": 1, "trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9}

_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TEN = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}
DIGIT_WORDS = {word: value for value, word in enumerate(_UNITS) if value} | _AFTER_TEN
"""Word for one to nine, in any spelling and place -> its value."""

_ONES = "|".join((*_UNITS[1:], *_AFTER_TEN))
NUMBER_WORDS = re.compile(
    rf"(?<!\w)(?:(?P<tens>{'|'.join(_UNITS[2:])})\s+(?:mươi|chục)(?:\s+(?P<ones>{_ONES}))?"
    rf"|mười(?:\s+(?P<teens>{_ONES}))?|(?P<unit>{'|'.join(_UNITS[2:])}))(?!\w)",
    re.IGNORECASE,
)
"""Numbers from two to ninety-nine in words; "một" is left out, it is mostly an article."""

COUNT = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(_UNITS[2:])})\s+(?:mươi|chục)(?:\s+(?:{_ONES}))?|mười(?:\s+(?:{_ONES}))?"
    rf"|{'|'.join(_UNITS[1:])}|(?<=thứ\s)tư|bẩy)"
)
"""Pattern of a count in digits or words, "một" too; what stands behind it is the caller's to ask.

"tư" counts behind "thứ" only: elsewhere it is a syllable of "đầu tư", "vật tư".
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A numeral with its multiplier, at a place of a text."""

    digits: Decimal
    power: int
    """Of ten; 0 where no multiplier is written."""
    start: int
    end: int
    grouped: bool = False
    """Whether it has separators or a multiplier: no year, ordinal or label has."""

    @property
    def value(self) -> Decimal:
        """Return the number multiplied out."""
        return multiplied(self.digits, self.power)


def multiplied(digits: Decimal, power: int) -> Decimal:
    """Return the digits times a power of ten, exactly: 20,470 stays 20.470."""
    return digits * Decimal(10**power)


def read_numeral(text: str) -> Decimal | None:
    """Return the value of digits with separators; None where they are no number (1.2.3, 8.5.2025).

    A dot groups thousands and a comma opens decimals (8.300; 20,470 is 20.47); a single dot not followed by three
    digits opens decimals too (3.5), and two or more commas group thousands (1,234,567).
    """
    dots, commas = text.count("."), text.count(",")
    if dots and commas:
        return _mixed(text)
    if commas > 1:
        return _grouped(text, ",")
    if dots > 1:
        return _grouped(text, ".")
    if dots:
        grouped = _grouped(text, ".")
        return grouped if grouped is not None else Decimal(text)
    return Decimal(text.replace(",", "."))


def read_number(text: str, start: int) -> Number | None:
    """Return the number that begins at a place, multiplier included; None where none does."""
    match = NUMERAL.match(text, start)
    digits = read_numeral(match.group().replace(" ", "")) if match else None
    if match is None or digits is None:
        return None
    multiplier = _MULTIPLIER.match(text, match.end())
    power = _power(multiplier) if multiplier else 0
    end = multiplier.end() if multiplier else match.end()
    grouped = bool(multiplier) or not match.group().isdigit()
    return Number(digits=digits, power=power, start=start, end=end, grouped=grouped)


def in_words(number: int) -> str:
    """Return a number below a hundred in Vietnamese words, digits for others."""
    tens, ones = divmod(number, 10)
    if number < 10:
        return _UNITS[number]
    if number > 99:
        return str(number)
    first = "mười" if tens == 1 else f"{_UNITS[tens]} mươi"
    last = {0: "", 1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, _UNITS[ones])
    return f"{first} {last}".strip()


def written(number: Decimal) -> str:
    """Return a number as Vietnamese writes it: dots between thousands, a decimal comma, no idle zeros."""
    plain = f"{number.normalize():,f}"
    return plain.translate(str.maketrans(",.", ".,"))


def count_value(text: str) -> int:
    """Return the value of a match of COUNT: "12" and "mười hai" are 12."""
    if text.isdecimal():
        return int(text)
    match = NUMBER_WORDS.fullmatch(text)
    return number_word_value(match) if match else _word_value(text)


def number_word_value(match: re.Match[str]) -> int:
    """Return the value of a match of NUMBER_WORDS."""
    if match["unit"]:
        return _word_value(match["unit"])
    if match["tens"]:
        return _word_value(match["tens"]) * 10 + _word_value(match["ones"])
    return 10 + _word_value(match["teens"])


def _word_value(word: str | None) -> int:
    if word is None:
        return 0
    lowered = word.lower()
    return _AFTER_TEN.get(lowered) or _UNITS.index(lowered)


def _power(match: re.Match[str]) -> int:
    second = match["second"]
    return POWERS[match["first"].lower()] + (POWERS[second.lower()] if second else 0)


def _grouped(text: str, separator: str) -> Decimal | None:
    first, *groups = text.split(separator)
    if len(first) > 3 or first.startswith("0") or any(len(group) != 3 for group in groups):
        return None
    return Decimal(first + "".join(groups))


def _mixed(text: str) -> Decimal | None:
    decimal = "," if text.rfind(",") > text.rfind(".") else "."
    grouping = "." if decimal == "," else ","
    whole, _, fraction = text.rpartition(decimal)
    if decimal in whole or not fraction.isdigit():
        return None
    grouped = _grouped(whole, grouping)
    return None if grouped is None else grouped + Decimal(f"0.{fraction}")
