"""What the words around a number say about it: "ít nhất", "khoảng", "trở lên"."""

import re
from dataclasses import dataclass

from giaotrinh.model.quantity import Qualifier
from giaotrinh.model.text import fold

_BEFORE = {
    Qualifier.AT_LEAST: (
        r"ít\s+nhất|tối\s+thiểu|không\s+dưới|không\s+thấp\s+hơn|không\s+ít\s+hơn|không\s+kém|không\s+nhỏ\s+hơn|"
        r"thấp\s+nhất|≥|>="
    ),
    Qualifier.AT_MOST: (
        r"không\s+(?:được\s+)?(?:quá|vượt\s+quá|vượt|lớn\s+hơn|cao\s+hơn|nhiều\s+hơn|trên)|tối\s+đa|nhiều\s+nhất|"
        r"cao\s+nhất|chậm\s+nhất|≤|<="
    ),
    Qualifier.ABOUT: r"khoảng|ước|ước\s+tính|xấp\s+xỉ|trên\s+dưới|chừng|cỡ|vào\s+khoảng|≈|~",
    Qualifier.NEARLY: r"gần|ngót|sát",
    Qualifier.BELOW: r"dưới|thấp\s+hơn|nhỏ\s+hơn|ít\s+hơn|kém\s+hơn|chưa\s+(?:đến|tới|đầy|quá)|<",
    Qualifier.ABOVE: r"trên|hơn|vượt|cao\s+hơn|lớn\s+hơn|nhiều\s+hơn|>",
}
_AFTER = {"trở lên": Qualifier.AT_LEAST, "trở xuống": Qualifier.AT_MOST}
_FILLING = (
    r"đạt|là|từ|có|ở\s+mức|mức|được|bằng|bình\s+quân|trung\s+bình|thêm|tăng|giảm|còn|đến|tới|hằng\s+năm|hàng\s+năm|"
    r"chiếm|phải|là\s+phải|đạt\s+mức|tổng\s+số|hoàn\s+thành|xây\s+dựng|duy\s+trì"
)
_ONE = "|".join(f"(?P<{qualifier.name}>{pattern})" for qualifier, pattern in _BEFORE.items())
_ANY = "|".join(_BEFORE.values())
_LAST = re.compile(rf"(?<!\w)(?<!cận )(?:{_ONE})(?P<filling>(?:\s+(?:{_FILLING}))*)\s*$", re.IGNORECASE)
_SYMBOL = re.compile(r"[≥≤<>≈~]|[<>]=")
_FROM = re.compile(r"(?<!\w)từ\s+$", re.IGNORECASE)
_NONE_BELOW = re.compile(r"(?<!\w)không\s+(?:có|để|còn|xã|địa)\b[^.;:\n]{0,70}$", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?P<between>(?:\s+[^\s\d.;:,()\n]+){0,7}?)\s*(?P<words>trở\s+lên|trở\s+xuống)(?!\w)", re.IGNORECASE
)
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


def _before(text: str, start: int) -> tuple[Qualifier, int]:
    begin, found = start, Qualifier.EXACT
    while match := _LAST.search(text, max(0, begin - _WINDOW), begin):
        word = next(qualifier for qualifier in _BEFORE if match[qualifier.name])
        found = word if found is Qualifier.EXACT or found is Qualifier.ABOUT else found
        begin = match.start()
    if found is Qualifier.BELOW and _NONE_BELOW.search(text, max(0, begin - 90), begin):
        found = Qualifier.AT_LEAST
    return found, begin
