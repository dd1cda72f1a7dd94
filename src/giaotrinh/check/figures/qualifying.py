"""Qualifiers that stand outside the run of text a number was read in: "trên **36.000 USD**"."""

import re

from giaotrinh.model.quantity import Qualifier

_WORDS = {
    Qualifier.AT_LEAST: r"ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn",
    Qualifier.AT_MOST: r"không quá|tối đa|nhiều nhất|chậm nhất|không vượt quá",
    Qualifier.BELOW: r"dưới|thấp hơn|ít hơn|chưa đến|chưa tới",
    Qualifier.ABOVE: r"trên|hơn|vượt|cao hơn",
    Qualifier.ABOUT: r"khoảng|ước|ước tính|xấp xỉ|chừng",
    Qualifier.NEARLY: r"gần",
}
_BEFORE = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{name.name}>{words})" for name, words in _WORDS.items())
    + r")(?:\s+(?:đạt|là))?\s*$",
    re.IGNORECASE,
)


_RANGE_NOUN = re.compile(r"(?:^|[.:“\"(]\s*)Khoảng\s+$|(?i:một|hai|trong|các|của|cả|mỗi|đủ|những)\s+khoảng\s+$")


def is_called_range(text: str, place: int) -> bool:
    """Whether "khoảng" just before a place is the noun: "một khoảng 8.300-8.500 USD", "Khoảng ... có nghĩa là"."""
    return _RANGE_NOUN.search(text[max(0, place - 24) : place]) is not None


def qualifier_before(text: str, place: int) -> Qualifier:
    """Return the qualifier that ends just before a place of a text; EXACT where there is none."""
    match = _BEFORE.search(text[max(0, place - 30) : place])
    if match is None:
        return Qualifier.EXACT
    return next(name for name in _WORDS if match[name.name])
