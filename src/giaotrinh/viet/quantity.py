"""Quantities in prose: number or range, unit, qualifier and the time they are for.

Years, dates, document numbers, places in documents, labels and telephone numbers are never quantities.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.model.text import nfc
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.dates import DAY_AND_MONTH, is_year
from giaotrinh.viet.flattening import Flat, flatten
from giaotrinh.viet.horizon import Horizons
from giaotrinh.viet.lexicon import any_of, words
from giaotrinh.viet.number import (
    COUNT,
    NUMBER_WORDS,
    NUMERAL,
    Number,
    multiplied,
    number_word_value,
    read_number,
)
from giaotrinh.viet.qualifier import read_qualifier
from giaotrinh.viet.references import mask
from giaotrinh.viet.unit import SPANS, Unit, is_part_of, named_unit, read_unit

_TO = re.compile(r"\s*-\s*|\s+(?:đến|tới)\s+", re.IGNORECASE)
_TO_LESS = re.compile(
    r"\s+(?:đến|tới)\s+(?:dưới|trên|chưa\s+đủ|chưa\s+đến|không\s+quá|hết)\s+(?P<second>\d)", re.IGNORECASE
)
"""Between the two ends of "từ 70 đến dưới 90 điểm", which are two quantities: the second is not reached."""
_AGAIN = re.compile(r"\s*\((?:\s*\d{1,4}\s*|[^()\d]{2,40})\)(?=\s+[a-zà-ỹđ%])", re.IGNORECASE)
"""The number once more, in the other writing: "01 (một) bộ hồ sơ"."""
_SPELLED = re.compile(rf"(?<!\w)(?:{COUNT})\s+\(\s*(?P<digits>\d{{1,4}})\s*\)(?=\s)", re.IGNORECASE)
"""A number in words with its digits behind it: "một (01) năm"."""
_SMALL_PARTS = 12
"""Up to this many equal parts a stretch of time is divided into: "1/2 ngày", "3/4 năm"."""
_CAPITAL_BEFORE = re.compile(rf"(?P<before>\S+)\s+(?P<name>[{CAPITALS}][\w-]*)\s+$")
_NAME_NUMBER = 99
"""The largest number that is part of a name: "Nội Bài 2", "A Lưới 5"."""
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
    reaches_up: bool = False
    """Whether it is the lower end of "từ 70 đến dưới 90 điểm": at least so much."""


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
    said = 0
    for quantity in quantities:
        explicit = quantity.qualifier is not Qualifier.EXACT
        linked = before is not None and _AND.fullmatch(text, before.end, quantity.start) is not None
        said = (said if linked else 0) + explicit
        # Who says "tối thiểu" of each of two means the third, without it, as it stands; and all is not "at least all".
        if before and linked and not explicit and said < 2 and not _is_whole(quantity):
            quantity = replace(quantity, qualifier=before.qualifier)
        before = quantity
        yield quantity


def _is_whole(quantity: Quantity) -> bool:
    return quantity.unit.startswith("%") and quantity.low == 100


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
        qualifier=Qualifier.AT_LEAST if found.reaches_up else around.qualifier,
        horizon=horizons.of(found.start, found.end),
        of_which=_OF_WHICH.search(flat.text, before, begin) is not None and before > 0,
        start=start,
        end=end,
        number_start=number_start,
        number_end=number_end,
    )


def _scan(text: str, masked: str) -> Iterator[_Found]:
    patterns = ((NUMERAL, masked), (NUMBER_WORDS, masked), (_SPELLED, text))
    numbers = (match.start() for pattern, where in patterns for match in pattern.finditer(where))
    place = 0
    for start in sorted(numbers):
        if start >= place and (found := _read_at(text, masked, start)):
            place = found.end
            yield found


def _read_at(text: str, masked: str, start: int) -> _Found | None:
    if not masked[start].isdigit():
        return _spelled(text, start) or _in_words(text, masked, start)
    if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return None
    return _ratio(text, masked, start) or _range_or_number(text, masked, start)


def _spelled(text: str, start: int) -> _Found | None:
    match = _SPELLED.match(text, start)
    unit = read_unit(text, match.end()) if match else None
    if match is None or unit is None:
        return None
    value = Decimal(match["digits"])
    return _Found(low=value, high=value, unit=unit.name, start=start, end=unit.end)


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
    part, whole = Decimal(match["part"]), Decimal(match["whole"])
    if unit and unit.name in SPANS and part < whole <= _SMALL_PARTS:
        return _Found(low=part / whole, high=part / whole, unit=unit.name, start=start, end=unit.end)
    name = f"/{match['whole']}" + (f" {unit.name}" if unit else "")
    value = part
    return _Found(low=value, high=value, unit=name, start=start, end=unit.end if unit else match.end())


def _range_or_number(text: str, masked: str, start: int) -> _Found | None:
    first = read_number(masked, start)
    if first is None:
        return None
    again = _AGAIN.match(text, first.end)
    unit = (read_unit(text, again.end()) if again else None) or read_unit(text, first.end)
    if unit is None and (shared := _first_of_two(text, masked, first)):
        return shared
    found = _range(text, masked, first, unit) or _single(text, first, unit)
    return found if found and found.unit else _with_unit_before(text, masked, first) or found


def _first_of_two(text: str, masked: str, first: Number) -> _Found | None:
    """Read the lower end of "từ 70 đến dưới 90 điểm" with the unit that stands behind the upper one."""
    link = _TO_LESS.match(masked, first.end)
    second = read_number(masked, link.start("second")) if link else None
    unit = read_unit(text, second.end) if second else None
    if unit is None:
        return None
    return _Found(low=first.value, high=first.value, unit=unit.name, start=first.start, end=first.end, reaches_up=True)


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
    is_name = unit is None and (_ends_a_name(text, number) or _is_version(text, number))
    if is_name or (unit is None and not _stands_for_something(text, number, end)):
        return None
    if _may_be_year(number) and (unit is None or unit.name in ("", "năm")):
        return None
    name = unit.name if unit else ""
    value = number.value * 1000 if unit and unit.whole and _is_grouped_by_comma(text, number) else number.value
    return _Found(low=value, high=value, unit=name, start=number.start, end=end)


def _is_grouped_by_comma(text: str, number: Number) -> bool:
    """Return whether digits read "68,457": of things that come whole that is no decimal but a thousand."""
    return re.fullmatch(r"\d{1,3},\d{3}", text[number.start : number.end]) is not None


def _is_version(text: str, number: Number) -> bool:
    """Return whether digits read "3.0": a dot groups thousands, so with one digit behind it the number is a name's."""
    return re.fullmatch(r"\d{1,2}\.\d{1,2}", text[number.start : number.end]) is not None


def _ends_a_name(text: str, number: Number) -> bool:
    """Return whether a small bare number follows a word with a capital inside a sentence: "huyện A Lưới 2"."""
    if number.grouped or number.digits > _NAME_NUMBER:
        return False
    before = _CAPITAL_BEFORE.search(text, max(0, number.start - 40), number.start)
    return before is not None and before["before"][-1] not in ".:!?…;" and not before["name"].isupper()


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
