"""Quantities in prose: number or range, unit, qualifier and the time they are for.

Years, dates, document numbers, places in documents, labels and telephone numbers are never quantities.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.model.text import nfc
from giaotrinh.viet.dates import DAY_AND_MONTH, is_year
from giaotrinh.viet.flattening import Flat, flatten
from giaotrinh.viet.horizon import Horizons
from giaotrinh.viet.lexicon import any_of, words
from giaotrinh.viet.number import (
    NUMBER_WORDS,
    NUMERAL,
    Number,
    multiplied,
    number_word_value,
    read_number,
)
from giaotrinh.viet.qualifier import read_qualifier
from giaotrinh.viet.references import mask
from giaotrinh.viet.unit import Unit, is_part_of, named_unit, read_unit

_TO = re.compile(r"\s*-\s*|\s+(?:đến|tới)\s+", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_AND = re.compile(r"(?:\s+đối\s+với[^\d.;:]{1,50}?)?(?:,\s+|,?\s+và\s+)", re.IGNORECASE)
_RATIO = re.compile(r"(?P<part>\d{1,5})/(?P<whole>\d{1,5})(?![\d/.,-])")
_WORD = re.compile(r"\s(?P<word>(?-i:[a-zà-ỹđ])\w*)")
_NO_THINGS = frozenset(words("stop", "function-words"))
_STATED = re.compile(r"(?<!\w)(?:là|đạt|bằng|ở\s+mức|còn|lên|chiếm|được)\s*:?\s*$", re.IGNORECASE)
_SAID_BETWEEN = re.compile(
    r"\s*:?\s*(?:(?:phấn đấu|đạt|giảm|tăng|còn|là|trên|dưới|hơn|khoảng|không quá|tối thiểu|tối đa|ít nhất|[≥≤<>])"
    r"\s*){0,3}$",
    re.IGNORECASE,
)
_NAME_LENGTH = 160
_OF_WHICH = re.compile(r"trong\s+đó|riêng|bao\s+gồm|gồm", re.IGNORECASE)
_WORD_THINGS = re.compile(rf"\s+(?:{any_of(words('units', 'things-in-words'))})(?!\w)", re.IGNORECASE)
_TIME_BEFORE = re.compile(
    r"(?<!\w)(?:thứ|tháng|mỗi|hằng|hàng|một|nửa|cuối|đầu|giữa|các|những|nhiều|trong|từng|qua|cả|\d)\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A number or range with its unit, at a place of the flat text."""

    low: Decimal
    high: Decimal
    unit: str
    start: int
    end: int


def read_quantities(text: str, horizon: str = "") -> tuple[Quantity, ...]:
    """Return the quantities of a text in order; their places index into the text as given.

    The horizon is that of the headings above the text; words in the text overrule it.
    """
    flat = flatten(text)
    if not _DIGIT.search(flat.text) and not NUMBER_WORDS.search(flat.text):
        return ()  # most paragraphs: nothing to mask, nothing to place in time
    found = tuple(_scan(flat.text, mask(flat.text)))
    horizons = Horizons(flat.text, tuple(one.start for one in found), horizon)
    ends = (0, *(one.end for one in found))
    quantities = [_quantity(text, flat, one, horizons, before) for one, before in zip(found, ends, strict=False)]
    return tuple(_sharing(text, quantities))


def _sharing(text: str, quantities: list[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities, one qualifier for all of an enumeration: "ít nhất 6.000 học sinh, 20.000 người"."""
    before: Quantity | None = None
    for quantity in quantities:
        if before and quantity.qualifier is Qualifier.EXACT and _AND.fullmatch(text, before.end, quantity.start):
            quantity = replace(quantity, qualifier=before.qualifier)
        before = quantity
        yield quantity


def _quantity(text: str, flat: Flat, found: _Found, horizons: Horizons, before: int) -> Quantity:
    around = read_qualifier(flat.text, found.start, found.end)
    begin = max(around.start, before)
    start, end = flat.original(begin, around.end)
    number_start, number_end = flat.original(found.start, found.end)
    return Quantity(
        text=nfc(text[start:end]),
        low=found.low,
        high=found.high,
        unit=found.unit,
        qualifier=around.qualifier,
        horizon=horizons.of(found.start, found.end),
        of_which=_OF_WHICH.search(flat.text, before, begin) is not None and before > 0,
        start=start,
        end=end,
        number_start=number_start,
        number_end=number_end,
    )


def _scan(text: str, masked: str) -> Iterator[_Found]:
    numbers = (match.start() for pattern in (NUMERAL, NUMBER_WORDS) for match in pattern.finditer(masked))
    place = 0
    for start in sorted(numbers):
        if start >= place and (found := _read_at(text, masked, start)):
            place = found.end
            yield found


def _read_at(text: str, masked: str, start: int) -> _Found | None:
    if not masked[start].isdigit():
        return _in_words(text, masked, start)
    if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return None
    return _ratio(text, masked, start) or _range_or_number(text, masked, start)


def _in_words(text: str, masked: str, start: int) -> _Found | None:
    match = NUMBER_WORDS.match(masked, start)
    if match is None or not is_a_count(text, match):
        return None
    unit = read_unit(text, match.end())
    value = Decimal(number_word_value(match))
    return _Found(
        low=value, high=value, unit=unit.name if unit else "", start=start, end=unit.end if unit else match.end()
    )


def is_a_count(text: str, words: re.Match[str]) -> bool:
    """Return whether a number in words counts things: "năm định hướng", not "trong năm", "thứ hai"."""
    before = text[max(0, words.start() - 12) : words.start()]
    return _WORD_THINGS.match(text, words.end()) is not None and _TIME_BEFORE.search(before) is None


def _ratio(text: str, masked: str, start: int) -> _Found | None:
    match = _RATIO.match(masked, start)
    if match is None:
        return None
    unit = read_unit(text, match.end())
    if unit is None and DAY_AND_MONTH.fullmatch(match.group()) and not _STATED.search(text, max(0, start - 12), start):
        return None
    name = f"/{match['whole']}" + (f" {unit.name}" if unit else "")
    value = Decimal(match["part"])
    return _Found(low=value, high=value, unit=name, start=start, end=unit.end if unit else match.end())


def _range_or_number(text: str, masked: str, start: int) -> _Found | None:
    first = read_number(masked, start)
    if first is None:
        return None
    unit = read_unit(text, first.end)
    found = _range(text, masked, first, unit) or _single(text, first, unit)
    return found if found and found.unit else _with_unit_before(text, masked, first) or found


def _with_unit_before(text: str, masked: str, first: Number) -> _Found | None:
    """Read a number that follows its unit in brackets: "Tuổi thọ trung bình (tuổi): 75,5"."""
    unit = named_unit(_SAID_BETWEEN.sub("", text[max(0, first.start - _NAME_LENGTH) : first.start]))
    if not unit:
        return None
    link = _TO.match(masked, first.end)
    second = read_number(masked, link.end()) if link else None
    end = (second or first).end
    told = text[first.start : end] + " " + unit
    found = _range_or_number(told, told, 0)
    return replace(found, start=first.start, end=end) if found and found.unit else None


def _single(text: str, number: Number, unit: Unit | None) -> _Found | None:
    end = unit.end if unit else number.end
    if unit is None and not _stands_for_something(text, number, end):
        return None
    if _may_be_year(number) and (unit is None or unit.name in ("", "năm")):
        return None
    name = unit.name if unit else ""
    value = number.value * 1000 if unit and unit.whole and _is_grouped_by_comma(text, number) else number.value
    return _Found(low=value, high=value, unit=name, start=number.start, end=end)


def _is_grouped_by_comma(text: str, number: Number) -> bool:
    """Return whether digits read "68,457": of things that come whole that is no decimal but a thousand."""
    return re.fullmatch(r"\d{1,3},\d{3}", text[number.start : number.end]) is not None


def _stands_for_something(text: str, number: Number, end: int) -> bool:
    after = text[end : end + 1]
    if after.isalnum() or after == "_":
        return False
    if number.grouped:
        return True
    word = _WORD.match(text, end)
    if word and word["word"].lower() not in _NO_THINGS:
        return True
    around = read_qualifier(text, number.start, end)
    return around.start != number.start or _STATED.search(text, max(0, number.start - 12), number.start) is not None


def _may_be_year(number: Number) -> bool:
    return not number.grouped and number.digits == int(number.digits) and is_year(int(number.digits))


def _range(text: str, masked: str, first: Number, first_unit: Unit | None) -> _Found | None:
    link = _TO.match(masked, first_unit.end if first_unit else first.end)
    second = read_number(masked, link.end()) if link else None
    if second is None:
        return None
    unit = read_unit(text, second.end)
    if first_unit and not (unit and is_part_of(first_unit.name, unit.name)):
        return None
    low = multiplied(first.digits, first.power or second.power)
    end = unit.end if unit else second.end
    if low > second.value or (unit is None and not _is_range_alone(text, first, second, end)):
        return None
    return _Found(low=low, high=second.value, unit=unit.name if unit else "", start=first.start, end=end)


def _is_range_alone(text: str, first: Number, second: Number, end: int) -> bool:
    if _may_be_year(first) or _may_be_year(second):
        return False
    return first.grouped or _stands_for_something(text, first, end)
