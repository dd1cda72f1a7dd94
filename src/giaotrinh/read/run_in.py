"""Markers in the middle of lines: a PDF page that came out as one line is cut into its paragraphs again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.read.markers import roman_value

_CAPITAL = r"(?=[\"“(]?[^\W\d_a-zà-ỹ])"
_MARK = re.compile(
    r"(?<=\s)(?:(?P<roman>[XVI]{1,6})[.-]|(?P<number>\d{1,2})\.|\((?P<paren>\d{1,2})\)|(?P<letter>[a-zđ])\)|"
    r"(?P<article>Điều)\s+(?P<place>\d{1,3})[.:]|(?P<dash>-))\s+(?=\S)"
)
_CLOSED = re.compile(r"[.;:!?][\"”)]*\s+$")
_RUN_IN_TITLE = re.compile(r"\s*[A-ZĐ][^.;:]{2,40}:")
_SECTION_WORD = re.compile(r"(?<=[.;]\s)(?=[A-ZĐ][^.;:]{4,60}:\s[^(]{0,120}\(1\)\s)")
_ORDER = ("roman", "article", "number", "letter", "paren", "dash")


@dataclass(slots=True)
class _Lists:
    """The last place of every list that is open."""

    roman: int = 0
    article: int = 0
    number: int = 0
    letter: int = 0
    paren: int = 0

    def close_below(self, kind: str) -> None:
        for below in _ORDER[_ORDER.index(kind) + 1 : -1]:
            setattr(self, below, 0)


def cut_at_markers(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a stretch of text in which markers stand in the middle.

    A marker counts where it continues its list; a dash where a sentence ends before it or a title in a few words
    follows it. Headings and the sentence behind them stay together: nothing in the text parts them.
    """
    return tuple(part for piece in _pieces(text) for part in _announced(piece))


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
    kind = next(name for name in ("roman", "number", "paren", "letter", "article", "dash") if match[name])
    after = text[match.end() :]
    if kind == "dash":
        return _is_dash(text[: match.start()], after)
    value = _value(kind, match)
    expected = getattr(lists, kind) + 1
    if not value or value not in (1, expected) or not _begins_sentence(after):
        return False
    if (
        kind in ("number", "letter")
        and not _CLOSED.search(text[: match.start()][-6:])
        and match.start() > 0
        and value > 1
    ):
        return False
    setattr(lists, kind, value)
    lists.close_below(kind)
    return True


def _value(kind: str, match: re.Match[str]) -> int:
    if kind == "roman":
        return roman_value(match["roman"])
    if kind == "letter":
        return "abcdđeghiklmnopqrstuvxy".find(match["letter"]) + 1
    return int(match["place"] or match["number"] or match["paren"])


def _begins_sentence(after: str) -> bool:
    words = after.lstrip('"“( ')
    return words[:1].isupper()


def _is_dash(before: str, after: str) -> bool:
    if not after[:1].isupper():
        return False
    return _CLOSED.search(before[-6:]) is not None or _RUN_IN_TITLE.match(after) is not None
