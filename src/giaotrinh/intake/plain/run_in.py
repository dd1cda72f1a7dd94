"""Markers in the middle of lines: a PDF page that came out as one line is cut into its paragraphs again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.list_places import roman_place

_CAPITAL = rf"(?=[\"“(]?[{CAPITALS}])"
_MARK = re.compile(
    r"(?<=\s)(?:(?P<roman>[XVI]{1,6})[.-]|(?P<number>\d{1,2})\.|\((?P<paren>\d{1,2})\)|(?P<letter>[a-zđ])\)|"
    r"(?P<article>Điều)\s+(?P<place>\d{1,3})[.:]|(?P<dash>-)|(?P<chapter>Chương|CHƯƠNG)\s+(?P<count>[XVI]{1,6}))"
    r"\s+(?=\S)"
)
_REFERENCE = re.compile(r"(?<!\w)(?:khoản|điểm|điều|mục|phần|chương|số|và|hoặc|tại|từ|đến|,)\s*$", re.IGNORECASE)
_CLOSED = re.compile(r"[.;:!?][\"”)]*\s+$")
_RUN_IN_TITLE = re.compile(rf"\s*[{CAPITALS}][^.;:]{{2,40}}:")
_HEAD_WORD = re.compile(
    r"\s+(?=CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập|NGHỊ QUYẾT\b|QUYẾT NGHỊ|"
    r"QUYẾT ĐỊNH\b|Căn cứ\s|Xét\s|"
    r"(?:Nghị quyết\s+)?[Ss]ố\s*:|(?:QUỐC HỘI|CHÍNH PHỦ|HỘI ĐỒNG NHÂN DÂN [^a-z]{3,60}|"
    r"ỦY BAN THƯỜNG VỤ QUỐC HỘI)\s+Căn cứ)"
)
"""Words that begin a line of a letterhead."""
_TAIL_WORD = re.compile(
    r"(?<=[./])\s+(?=Nghị quyết này\s+(?:đã\s+)?được\s)|\s+(?=(?:TM\.|KT\.|T/M|(?:PHÓ )?CHỦ TỊCH|Nơi nhận\s*:))"
)
"""Words that begin a line of the closing."""
_SECTION_WORD = re.compile(rf"(?<=[.;]\s)(?=[{CAPITALS}][^.;:]{{4,60}}:\s[^(]{{0,120}}\(1\)\s)")
_ORDER = ("chapter", "roman", "article", "number", "letter", "paren", "dash")


@dataclass(slots=True)
class _Lists:
    """The last place of every list that is open."""

    chapter: int = 0
    roman: int = 0
    article: int = 0
    number: int = 0
    letter: int = 0
    paren: int = 0

    def close_below(self, kind: str) -> None:
        for below in _ORDER[_ORDER.index(kind) + 1 : -1]:
            if below != "article":  # Điều are counted over the whole document
                setattr(self, below, 0)


def cut_at_markers(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a stretch of text in which markers stand in the middle.

    A marker counts where it continues its list; a dash where a sentence ends before it or a title in a few words
    follows it. Headings and the sentence behind them stay together: nothing in the text parts them.
    """
    first, *others = _pieces(text)
    head: list[str] = [first] if _MARK.match(" " + first, 1) else _HEAD_WORD.split(first)
    *body, last = [*head, *others]
    tail: list[str] = _TAIL_WORD.split(last)
    return tuple(part for piece in [*body, *tail] for part in _announced(piece))


def _pieces(text: str) -> Iterator[str]:
    lists, start = _Lists(), 0
    padded = " " + text
    for match in _MARK.finditer(padded):
        if _is_marker(padded, match, lists):
            piece = padded[start : match.start()].strip()
            if piece:
                yield piece
            start = match.start()
    yield padded[start:].strip()


def _announced(piece: str) -> Iterator[str]:
    place = 0
    for match in _SECTION_WORD.finditer(piece + " (1) "):
        yield piece[place : match.start()].strip()
        place = match.start()
    yield piece[place:].strip()


def _is_marker(text: str, match: re.Match[str], lists: _Lists) -> bool:
    kind = next(name for name in _ORDER if match[name])
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 60]
    if kind == "dash":
        return _is_dash(before, after)
    value = _value(kind, match)
    expected = getattr(lists, kind) + 1
    if not value or value not in (1, expected) or not _begins_sentence(after) or _REFERENCE.search(before):
        return False
    if kind in ("number", "letter") and value > 1 and before.strip() and not _CLOSED.search(before):
        return False
    setattr(lists, kind, value)
    lists.close_below(kind)
    return True


def _value(kind: str, match: re.Match[str]) -> int:
    if kind in ("roman", "chapter"):
        return roman_place(match["roman"] or match["count"])
    if kind == "letter":
        return "abcdđeghiklmnopqrstuvxy".find(match["letter"]) + 1
    return int(match["place"] or match["number"] or match["paren"])


def _begins_sentence(after: str) -> bool:
    words = after.lstrip('"“( ')
    return words[:1].isupper()


def _is_dash(before: str, after: str) -> bool:
    if not after[:1].isupper():
        return False
    return _CLOSED.search(before) is not None or _RUN_IN_TITLE.match(after) is not None
