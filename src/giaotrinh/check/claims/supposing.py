"""Numbers that are said of no fact: supposed for an example, shown as wrong, told of other times and places."""

import re

from giaotrinh.check.figures.metric import sentence_bounds
from giaotrinh.check.passages.passage import Passage
from giaotrinh.model.blocks import INVENTING

_SUPPOSING = re.compile(
    r"(?<!\w)(?:giả\s+sử|giả\s+định|giả\s+thiết|giả\s+dụ|ví\s+dụ|thí\s+dụ|chẳng\s+hạn|cứ\s+cho\s+(?:là|rằng)|hình\s+dung|"
    r"tưởng\s+tượng|đặt\s+trường\s+hợp|lấy\s+một|thử\s+(?:tính|lấy|hình|đặt)|ta\s+hãy\s+tính|số\s+(?:liệu\s+)?giả\s+định|"
    r"bài\s+toán|tình\s+huống)(?!\w)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?<!\w)(?:nếu|giá\s+(?:như|mà)|trường\s+hợp|xã\s+nào|tỉnh\s+nào|đơn\s+vị\s+nào)(?!\w)", re.IGNORECASE
)
_LAID_DOWN = re.compile(r"(?<!\w)(?:nếu|giả\s+sử|giá\s+như)(?!\w)(?:(?!\sthì\s)[^,;:])*$", re.IGNORECASE)
_PLACE = re.compile(r"(?<!\w)(?-i:(?:xã|phường|huyện|tỉnh|thành\s+phố|Xã|Phường|Huyện|Tỉnh|Thành\s+phố)\s+[A-Z](?!\w))")
"""A place with a letter for a name is made up: "xã A"."""

_WRONG_BEFORE = re.compile(
    r"(?<!\w)(?:nhầm|lẫn|(?:là|viết|nói|ghi|đọc)\s+sai|sai\s+(?:thành|là)|hiểu\s+lầm|chứ\s+không\s+phải|không\s+phải(?:\s+là)?|chứ\s+không|khác\s+với|"
    r"không\s+(?:được|nên|thể)?\s*(?:viết|ghi|nói|đọc|hiểu|gọi)(?:\s+là|\s+thành)?|mà\s+không\s+(?:viết|ghi|nói))"
    r"[^.;!?]{0,60}$",
    re.IGNORECASE,
)
_OPEN_QUOTE = re.compile(r"[“\"«][^”\"»]{0,30}$")
_CLOSE_QUOTE = re.compile(r"^[^“\"«]{0,12}[”\"»]")


def is_supposed(passage: Passage, place: int) -> bool:
    """Whether a number belongs to an example: its block is one, or words before it in its paragraph say so."""
    if not passage.inside.isdisjoint(INVENTING):
        return True
    first, last = sentence_bounds(passage.text, place)
    before = passage.text[:place]
    sentence = passage.text[first:last]
    return (
        _SUPPOSING.search(before) is not None
        or _PLACE.search(sentence) is not None
        or _CONDITION.search(passage.text, first, place) is not None
    )


def is_condition(passage: Passage, place: int) -> bool:
    """Whether a number stands in what a sentence lays down with "nếu", before anything follows from it."""
    first, _ = sentence_bounds(passage.text, place)
    return _LAID_DOWN.search(passage.text[first:place]) is not None


def is_mentioned(passage: Passage, start: int, end: int) -> bool:
    """Whether a number is shown rather than said: in quotation marks with few words, or as a mistake."""
    before, behind = passage.text[max(0, start - 90) : start], passage.text[end : end + 20]
    quoted = _OPEN_QUOTE.search(before) is not None and _CLOSE_QUOTE.search(behind) is not None
    return quoted or _WRONG_BEFORE.search(before) is not None
