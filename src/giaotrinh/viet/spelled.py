"""Numbers spelled in words as people say them: "bốn mươi lăm phần trăm", "hai phần ba", "một nửa", "gấp đôi".

`quantity` reads the counts that documents spell ("ba khâu đột phá"); speech spells shares, multiples, ranks and lengths
of time as well. A share is given in hundredths with the unit "%", a multiple with the unit "lần".
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.viet.lexicon import any_of, words
from giaotrinh.viet.number import DIGIT_WORDS, POWERS
from giaotrinh.viet.qualifier import read_qualifier
from giaotrinh.viet.unit import read_unit

_TENS = ("mươi", "chục")
_SCALES = {word: 10**power for word, power in POWERS.items() if word not in _TENS}
_WORD = "|".join((*DIGIT_WORDS, "mười", *_TENS, *_SCALES, "linh", "lẻ"))
_NUMBER = rf"(?:{_WORD})(?:\s+(?:{_WORD})(?!\w))*"
_SPELLED = re.compile(rf"(?<!\w)(?P<number>{_NUMBER})(?!\w)(?P<half>\s+rưỡi)?", re.IGNORECASE)
_PARTS = re.compile(
    rf"(?<!\w)(?P<part>{_NUMBER})\s+phần\s+(?P<whole>(?:{_WORD})(?:\s+(?:mươi|trăm)(?!\w))?)(?!\w)", re.IGNORECASE
)
_HALF = re.compile(
    r"(?<!\w)(?:một\s+)?nửa(?!\w)(?P<scale>\s+(?:triệu|tỷ|tỉ|vạn|nghìn))?"
    r"(?!\s+(?:đầu|cuối|sau|trước|năm|tháng|ngày|buổi|giờ|nhiệm|thế|vời|là|chặng|đường|trang|tiếng))",
    re.IGNORECASE,
)
_GLYPH = re.compile(r"[¼½¾⅐-⅞]")
_DIGITS_OF = re.compile(r"(?<![\w/.,])(?P<part>\d{1,2})/(?P<whole>\d{1,2})(?![\w/.,%])(?!\s*%)")
_TIMES = re.compile(
    r"(?<!\w)gấp\s+(?P<number>đôi|rưỡi|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)(?:\s+lần)?", re.IGNORECASE
)
_BESIDE_YEAR = re.compile(
    r"(?<!\w)(?:thứ|tháng|mỗi|hằng|hàng|nửa|cuối|đầu|giữa|những|nhiều|trong|từng|qua|cả|một|lần|vào|các|của|từ|đến|tới|"
    r"hết|cùng|theo|cho|ngay|suốt|kịp|trước|là)\s+$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?<!\w)(?:thứ|tháng|ngày|mồng|mùng|điều|khoản|bài|lớp|quý|câu|mục|tổ|tập)\s+$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:)]|$)|\s\s")
_COUNTED = re.compile(rf"\s+(?:{any_of(words('units', 'things-in-speech'))})(?!\w)", re.IGNORECASE)
_NEVER_FIRST = ("mốt", "tư", "lăm", "nhăm")
"""Said behind a ten or another word only; alone they are syllables of others: "đầu tư xã hội"."""
_WHOLE = Decimal(100)


def spelled_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the shares, multiples, amounts and counts that a text spells in words, in order, none overlapping."""
    found: list[Quantity] = []
    for quantity in sorted(_all(text), key=lambda each: (each.number_start, -each.number_end)):
        if not found or quantity.number_start >= found[-1].number_end:
            found.append(quantity)
    return tuple(found)


def spelled_value(words: str) -> int | None:
    """Return the value of a number in words up to thousands of millions, None where the words make none."""
    total, group, last = 0, 0, 0
    for word in words.lower().split():
        if word in DIGIT_WORDS:
            last = DIGIT_WORDS[word]
            group += last
        elif word == "mười":
            last, group = 0, group + 10
        elif word in _TENS:
            group, last = group + last * 9, 0
        elif word == "trăm":
            group, last = group + (last or 1) * 99 + (0 if last else 1), 0
        elif word in _SCALES:
            total, group, last = total + (group or 1) * _SCALES[word], 0, 0
    return (total + group) or None


def _all(text: str) -> Iterator[Quantity]:
    yield from _shares(text)
    yield from _glyphs(text)
    yield from _halves(text)
    yield from _multiples(text)
    yield from _counts(text)


def _shares(text: str) -> Iterator[Quantity]:
    for match in _PARTS.finditer(text):
        part, whole = spelled_value(match["part"]), spelled_value(match["whole"])
        if part is not None and whole is not None and whole > 1 and (part < whole or whole == _WHOLE):
            yield _quantity(text, match.start(), match.end(), _WHOLE * part / whole, "%")


def _glyphs(text: str) -> Iterator[Quantity]:
    """Yield shares in one sign, and those in digits behind a word that says how far: "không dưới 2/5"."""
    for match in _GLYPH.finditer(text):
        yield _quantity(
            text, match.start(), match.end(), _WHOLE * Decimal(str(unicodedata.numeric(match.group()))), "%"
        )
    for match in _DIGITS_OF.finditer(text):
        part, whole = int(match["part"]), int(match["whole"])
        if 0 < part < whole and _is_qualified(text, match.start(), match.end()):
            yield _quantity(text, match.start(), match.end(), _WHOLE * part / whole, "%")


def _halves(text: str) -> Iterator[Quantity]:
    for match in _HALF.finditer(text):
        scale = match["scale"]
        if scale:
            unit = read_unit(text, match.end())
            end = unit.end if unit else match.end()
            yield _quantity(
                text, match.start(), end, Decimal(_SCALES[scale.strip().lower()]) / 2, unit.name if unit else ""
            )
        else:
            yield _quantity(text, match.start(), match.end(), _WHOLE / 2, "%")


def _multiples(text: str) -> Iterator[Quantity]:
    for match in _TIMES.finditer(text):
        word = match["number"].lower()
        value = {"đôi": Decimal(2), "rưỡi": Decimal("1.5")}.get(word) or Decimal(spelled_value(word) or 0)
        yield _quantity(text, match.start(), match.end(), value, "lần")


def _counts(text: str) -> Iterator[Quantity]:
    for match in _SPELLED.finditer(text):
        start, end = _trimmed(text, match)
        value = spelled_value(text[start:end])
        if text[start:end].lower().split()[0] in _NEVER_FIRST:
            continue
        if value is None or value < 2 or _ORDINAL.search(text[max(0, start - 12) : start]):
            continue
        is_five = text[start:end].lower() == "năm"
        if is_five and _BESIDE_YEAR.search(text[max(0, start - 12) : start]) and not _is_qualified(text, start, end):
            continue
        amount = Decimal(value)
        if match["half"] and end == match.end("number"):
            amount, end = _and_a_half(amount), match.end()
        unit = read_unit(text, end)
        if unit is None and not (_is_qualified(text, start, end) and _ENDS.match(text, end)):
            continue
        if unit is not None and is_five and not _COUNTED.match(text, end):
            continue
        yield _quantity(text, start, unit.end if unit else end, amount, unit.name if unit else "")


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the place of a number without the "năm" behind it that means years: "mười lăm năm", "năm năm"."""
    start, end = match.span("number")
    words = text[start:end].split()
    if len(words) > 1 and words[-1].lower() == "năm" and words[-2].lower() not in ("linh", "lẻ"):
        end = start + text[start:end].rstrip().rfind(words[-1])
        end = start + len(text[start:end].rstrip())
    return start, end


def _and_a_half(amount: Decimal) -> Decimal:
    """Return an amount and half of its last step: "tám rưỡi" is 8.5, "hai triệu rưỡi" 2.5 million."""
    step = next((Decimal(scale) for scale in sorted(_SCALES.values(), reverse=True) if amount >= scale), Decimal(1))
    return amount + step / 2


def _is_qualified(text: str, start: int, end: int) -> bool:
    return read_qualifier(text, start, end).qualifier is not Qualifier.EXACT


def _quantity(text: str, start: int, end: int, value: Decimal, unit: str) -> Quantity:
    around = read_qualifier(text, start, end)
    return Quantity(
        text=text[around.start : around.end],
        low=value,
        high=value,
        unit=unit,
        qualifier=around.qualifier,
        start=around.start,
        end=around.end,
        number_start=start,
        number_end=end,
    )
