"""Vietnamese typography: characters as a compositor would set them, and runs that a line must not break.

Takes plain text, returns plain text (`typeset`) or safe HTML (`set_text`). Words and digits never change.
"""

import re
from functools import lru_cache

from markupsafe import Markup, escape

from giaotrinh.model.text import nfc
from giaotrinh.viet.codes import CODE
from giaotrinh.viet.dates import is_year

LONGEST = 30
"""Characters of a word that every column holds."""
_WORDS = re.compile(r"(\s+)")
_LONG = re.compile(rf"\S{{{LONGEST + 1}}}")
_SIGN = re.compile(r"(?:[_/.?&=-]+(?=\w)|[^\W_]{20})")
"""After what a long word may break: its signs, else every twenty letters."""

NO_BREAK = "\u00a0"
EN_DASH = "\u2013"
MINUS = "\u2212"

LABEL_WORD = re.compile(
    r"điều|khoản|điểm|mục|ý|phần|chương|lục|số|ngày|tháng|năm|quý|khóa|đề|bảng|hình|đồ|mẫu|trang|tr\.|thứ|câu|tiết|"
    r"buổi|nhóm|bước|trình|quyết|định|hoạch|hạng|hội"
)
"""Words that stay on the line of the number, letter or Roman numeral after them; of longer names the last word."""

UNIT_WORDS = (
    "USD|VND|đồng|tỷ|tỉ|triệu|nghìn|ngàn|vạn|km|km²|m|m2|m²|ha|tấn|kg|lít|MW|"
    "người|học viên|tiết|phút|giờ|buổi|ngày|tháng|năm|trang|điểm|chỉ tiêu|nhóm|khâu|lượt|xã|huyện|quận|"
    "giường|bác sĩ|bậc|lần|câu|ý|dòng"
)
"""Words that stay on the line of the number before them."""

_NUMBER = r"\d+(?:[.,]\d+)*"
_DIGIT = re.compile(r"\d")
_BEFORE_NUMERAL = re.compile(r"(?<=[\w.]) (?=\d|[IVXLC]+\b|[a-zđ]\b)")
_BEFORE_UNIT = re.compile(rf"(?<=\d) (?=(?:{UNIT_WORDS})\b|%)")
_MONEY = re.compile(r"\b(nghìn|triệu) (?=(?:tỷ|tỉ)\b)")
_RANGE = re.compile(rf"(?<![\w.,/\-–])({_NUMBER})(%?)( ?)[-–]( ?)({_NUMBER})(?![\w\-–]|/\d)(%?)")
_AFTER_DAY = re.compile(r"ngày $")
_MINUS = re.compile(r"(?<![^\s(])-(?=\d)")
_SPACED_HYPHEN = re.compile(r"(?<=\S) ([-–])(?= \S)")
_OPENING = re.compile(r'(^|[\s(\[“‘/–-])"')
_DATE = r"\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{1,2}[-/]\d{4}|\d{1,2}[-/]\d{1,2}(?![\d])"
_SPAN = rf"{_NUMBER}%?[-–]{_NUMBER}%?(?:/\w+)?"
_PLACE = r"[IVXLC]+(?:\.[\wđ-]+)+"
_RATE = r"[\w%.,]+(?:/[\w²³]+)+"
_WHOLE = rf"(?<!\w)(?:{CODE}|{_DATE}|{_SPAN}|{_PLACE}|{_RATE})(?!\w)"
_MAYBE_WHOLE = re.compile(r"\d|/|[IVXLC]\.")
_UNBROKEN = re.compile(rf"(?:[^\s(“‘]+{NO_BREAK})*(?:{_WHOLE})(?:{NO_BREAK}[^\s.,;:)]+)*")
"""A run that a line must not break, with the words that no-break spaces tie to it: WeasyPrint 70 breaks a line after
its first word where its text ends in a no-break space before an element."""


def typeset(text: str, *, ranges: bool = True) -> str:
    """Return the text with typographic spaces, quotation marks and dashes.

    `ranges=False` keeps the hyphens of number ranges, for words of a source.
    """
    text = _quotes(nfc(text))
    if _DIGIT.search(text):
        if ranges:
            text = _MINUS.sub(MINUS, _RANGE.sub(_dash, text))
        text = _BEFORE_UNIT.sub(NO_BREAK, _MONEY.sub(rf"\1{NO_BREAK}", text))
    text = _BEFORE_NUMERAL.sub(_tied, text)
    return _SPACED_HYPHEN.sub(rf"{NO_BREAK}\1", text)


@lru_cache(maxsize=16384)
def set_text(text: str, *, ranges: bool = True) -> Markup:
    """Return the typeset text as HTML, with codes, dates, places and ranges kept whole."""
    ready = typeset(text, ranges=ranges)
    if not _MAYBE_WHOLE.search(ready):
        return _breakable(ready)
    pieces: list[str] = []
    end = 0
    for match in _UNBROKEN.finditer(ready):
        run = match.group()
        is_long = len(run) > LONGEST and not run.count(NO_BREAK)
        whole = _breakable(run) if is_long else Markup('<span class="nb">{}</span>').format(run)
        pieces += [_breakable(ready[end : match.start()]), whole]
        end = match.end()
    return Markup("").join([*pieces, _breakable(ready[end:])])


def _breakable(text: str) -> Markup:
    """Return a text as HTML in which names of files and addresses longer than a column may break after their signs."""
    if len(text) <= LONGEST or not _LONG.search(text):
        return escape(text)
    pieces = (_SIGN.sub(r"\g<0>\n", word) if len(word) > LONGEST else word for word in _WORDS.split(text))
    return Markup("").join(escape(piece).replace("\n", Markup("<wbr>")) for piece in pieces)


def with_unit(text: str, unit: str) -> str:
    """Return a figure tied to the first word of its unit: "8.300–8.500 USD", "125 triệu đồng", "7,5–8,0%/năm"."""
    number = typeset(text)
    if not unit:
        return number
    return number + ("" if unit.startswith("%") else NO_BREAK) + nfc(unit)


def _tied(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    word = before[max(before.rfind(" "), before.rfind(NO_BREAK)) + 1 :].lstrip("([“‘").lower()
    return NO_BREAK if LABEL_WORD.fullmatch(word) else " "


def _dash(match: re.Match[str]) -> str:
    """Return a range with an en dash; dates ("25-12", "ngày 10-12"), months and spans of years keep their hyphen."""
    low, low_percent, before, after, high, high_percent = match.groups()
    if _is_year(high) and (_is_year(low) or (low.isdigit() and int(low) <= 12)):
        return match.group()
    if (
        low.isdigit()
        and high.isdigit()
        and (int(low) >= int(high) or _AFTER_DAY.search(match.string, 0, match.start()))
    ):
        return match.group()
    if (before or after) and not ({*".,"} & {*low, *high} or high_percent):
        return match.group()
    return f"{low}{low_percent if low_percent and not high_percent else ''}{EN_DASH}{high}{high_percent}"


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdigit() and is_year(int(digits))


def _quotes(text: str) -> str:
    if '"' not in text:
        return text
    return _OPENING.sub(r"\1“", text).replace('"', "”")
