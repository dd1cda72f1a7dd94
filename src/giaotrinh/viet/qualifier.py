"""What the words around a number say about it: "ít nhất", "khoảng", "trở lên"."""

import re
from dataclasses import dataclass

from giaotrinh.model.quantity import Qualifier
from giaotrinh.model.text import fold
from giaotrinh.viet.lexicon import any_of, words

_BEFORE = {
    Qualifier(name): any_of(words("qualifiers", name))
    for name in ("at-least", "at-most", "about", "nearly", "below", "above")
}
_AFTER = {"trở lên": Qualifier.AT_LEAST, "trở xuống": Qualifier.AT_MOST}
_FILLING = any_of(words("qualifiers", "filling"))
_ONE = "|".join(f"(?P<{qualifier.name}>{pattern})" for qualifier, pattern in _BEFORE.items())
_ANY = "|".join(_BEFORE.values())
_LAST = re.compile(rf"(?<!\w)(?<!cận )(?:{_ONE})(?P<filling>(?:\s+(?:{_FILLING}))*)\s*$", re.IGNORECASE)
_SYMBOL = re.compile(r"[≥≤<>≈~]|[<>]=")
_FROM = re.compile(r"(?<!\w)từ\s+$", re.IGNORECASE)
_NONE_BELOW = re.compile(r"(?<!\w)không\s+(?:có|để|còn|xã|địa)\b[^.;:\n]{0,70}$", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?P<between>(?:\s+[^\s\d.;:,()\n]+){0,7}?)\s*(?P<words>trở\s+lên|trở\s+xuống)(?!\w)", re.IGNORECASE
)
_RANGE_NOUN = re.compile(r"(?:^|[.:“\"(]\s*)Khoảng\s+$|(?i:một|hai|trong|các|của|cả|mỗi|đủ|những)\s+khoảng\s+$")
_LEVEL = re.compile(r"(?<!\w)(?:cao|thấp|lớn|nhỏ|nhiều|ít|kém)\s+hơn\s+mức\s*$", re.IGNORECASE)
"""A level that something is compared with: "cao hơn mức 68%" says nothing about 68%."""

_WINDOW = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The qualifier of a number and the stretch of text that holds number and qualifier."""

    qualifier: Qualifier
    start: int
    end: int


def read_qualifier(text: str, start: int, end: int) -> Around:
    """Return what the words before and behind a number say; start and end of the number itself where they say nothing.

    "khoảng trên 500" is above: of two words the stricter one counts. "không có tỉnh nào đạt dưới 60%" is at least.
    """
    found, begin = _before(text, start)
    trailing = _TRAILING.match(text, end)
    if trailing:
        begin_from = _FROM.search(text, max(0, begin - 8), begin)
        begin = begin_from.start() if begin_from else begin
        return Around(qualifier=_AFTER[fold(trailing["words"])], start=begin, end=trailing.end())
    return Around(qualifier=found, start=begin, end=end)


def qualifier_before(text: str, place: int) -> Qualifier:
    """Return what the words that end just before a place say; EXACT where they say nothing."""
    return _before(text, place)[0]


def is_called_range(text: str, place: int) -> bool:
    """Whether "khoảng" just before a place is the noun: "một khoảng 8.300-8.500 USD", "Khoảng ... có nghĩa là"."""
    return _RANGE_NOUN.search(text[max(0, place - 24) : place]) is not None


def _before(text: str, start: int) -> tuple[Qualifier, int]:
    begin, found = start, Qualifier.EXACT
    if _LEVEL.search(text, max(0, begin - _WINDOW), begin):
        return found, begin
    while match := _LAST.search(text, max(0, begin - _WINDOW), begin):
        word = next(qualifier for qualifier in _BEFORE if match[qualifier.name])
        found = word if found is Qualifier.EXACT or found is Qualifier.ABOUT else found
        begin = match.start()
    if found is Qualifier.BELOW and _NONE_BELOW.search(text, max(0, begin - 90), begin):
        found = Qualifier.AT_LEAST
    return found, begin
