"""Blanks that a PDF put inside words and numbers: "phức tạ p", "l iên tục", "8 ,5%", "khoá XI V"."""

import re
from collections.abc import Iterable

from giaotrinh.viet.syllable import is_syllable

_BEFORE_COMMA = re.compile(r"(?<=\d) +(?=,\d)")
_BEFORE_SIGN = re.compile(r"(?<=[^\W_]) +(?=[,;.:?!%)\]](?:\s|$))")
_AFTER_BRACKET = re.compile(r"(?<=\() +(?=\w)")
_ROMAN_PAIR = re.compile(
    r"(?<!\w)(?P<lead>(?:[Kk]hoá|[Kk]hóa|Đại hội|lần thứ) )?(?P<first>[XVI]{1,4}) (?P<second>[XVI]{1,4})(?!\w)"
    r"(?P<mark>[.)]?)(?!-)"
)
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})$")
_PAIR = re.compile(r"(?<![\w.,/-])(?P<first>[^\W\d_]{1,6}) (?P<second>[^\W\d_]{1,6})(?![\w/)])")
_LAST_LETTERS = frozenset("aàyoiu")
"""Single letters that end more words than they are: "củ a"."""
_DAMAGED = 5
"""Clear cases from which a text counts as damaged, so that single vowels may be pieces of words too."""


def mend_blanks(text: str, *, damaged: bool) -> tuple[str, int]:
    """Return a paragraph without blanks inside its words and numbers, and how many blanks went.

    Only a piece that cannot be a syllable is joined to its neighbour, and only where both make one. In a damaged
    text the blank before a comma goes too.
    """
    count = 0
    for pattern in (_BEFORE_COMMA, *((_BEFORE_SIGN, _AFTER_BRACKET) if damaged else ())):
        text, found = pattern.subn("", text)
        count += found
    text, words = _join_pieces(text, damaged=damaged)
    text, romans = _ROMAN_PAIR.subn(_joined_roman, text)
    return text, count + words + (romans if damaged else 0)


def is_damaged(texts: Iterable[str]) -> bool:
    """Return whether a text has blanks inside its words in more than a few places."""
    pieces = signs = 0
    for text in texts:
        pieces += _join_pieces(text, damaged=False)[1]
        signs += len(_BEFORE_SIGN.findall(text))
    return pieces >= _DAMAGED or (pieces > 1 and pieces + signs >= _DAMAGED)


def _join_pieces(text: str, *, damaged: bool) -> tuple[str, int]:
    count = place = 0
    while match := _PAIR.search(text, place):
        if _belong_together(match["first"], match["second"], damaged=damaged):
            text = text[: match.end("first")] + text[match.start("second") :]
            count += 1
            place = match.start()
        else:
            place = match.start("second")
    return text, count


def _belong_together(first: str, second: str, *, damaged: bool) -> bool:
    if not second.islower() or (len(first) > 1 and first.isupper()):
        return False
    whole = (first + second).lower()
    if not is_syllable(whole) or len(whole) < 3:
        return False
    if _is_piece(first.lower()) or _is_piece(second):
        return True
    return damaged and len(second) == 1 and second in _LAST_LETTERS


def _is_piece(word: str) -> bool:
    return not is_syllable(word)


def _joined_roman(match: re.Match[str]) -> str:
    whole = match["first"] + match["second"]
    if not _ROMAN.match(whole) or (match["mark"] and not match["lead"]):
        return match.group()
    return f"{match['lead'] or ''}{whole}{match['mark']}"
