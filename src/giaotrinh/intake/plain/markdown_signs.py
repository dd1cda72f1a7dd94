"""Markdown in a text: bold, headings, escapes, links. What stands for looks leaves the words and is accounted for."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from giaotrinh.outline.markers import read_markers
from giaotrinh.viet.syllable import is_syllable

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_STRONG = re.compile(r"\*\*+|__+(?=\S)|(?<=\S)__+")
_NEXT_BOLD = re.compile(r"(?P<before>[^\W\d_]+)\*{4}(?P<after>[^\W\d_]+)")
"""One piece of bold print just behind another: a line that was broken, or a word whose letters were set apart."""
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<=\w)\*(?=\w)")
_HEADING = re.compile(r"^#{1,6}\s+|^#+\s*$")
_QUOTE = re.compile(r"^(?:>\s?)+")
_IMAGE = re.compile(r"!\[(?P<words>[^\]]*)\](?P<target>\([^)\s]*\))")
_LINK = re.compile(r"\[(?P<words>[^\]^][^\]]*)\](?P<target>\((?:https?:|mailto:|#|/)[^)\s]*\))")
_CODE = re.compile(r"`+")
_SIGNS = re.compile(r"^#{1,6} |\*\*\S|^\s*\\[-+*]|\\[.]|^\s*\*[^*\s]", re.MULTILINE)
_BOLD_LINE = re.compile(r"^(?:\*\*[^*\n]+\*\*|#{1,6} \S[^\n]*)\s*$", re.MULTILINE)
_BULLET = re.compile(r"\s*(?P<bullet>[*+-])\s+")
_HOLD = 0xE800
"""Escaped signs wait at private places while the others are taken out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """A line without its signs."""

    text: str
    signs: str
    """What was taken out, in order."""
    rank: int
    """Rank of the heading it is marked as, from 1; 0 for other lines."""
    open_bold: bool
    """Whether the bold print it begins or goes on with is still open at its end."""


def is_markdown(text: str) -> bool:
    """Return whether a text uses Markdown: a line all in bold or marked as a heading, or more than a stray sign."""
    return _BOLD_LINE.search(text) is not None or len(_SIGNS.findall(text)) >= 3


def bare(line: str, *, open_bold: bool = False) -> Bare:
    """Return a line of Markdown without bold, heading, quote, link and escape signs; bullets stay."""
    signs = _Signs()
    words = signs.take(_ESCAPE, line, lambda match: chr(_HOLD + ord(match[1])), sign="\\")
    words = signs.take(_QUOTE, words.lstrip() if _QUOTE.match(words.lstrip()) else words)
    heading = _HEADING.match(words.lstrip())
    words = signs.take(_HEADING, words.lstrip() if heading else words)
    words = signs.take(_NEXT_BOLD, words, _parted, sign="****")
    toggles = sum(len(mark) // 2 for mark in _STRONG.findall(words))
    for pattern in (_IMAGE, _LINK):
        words = signs.take(pattern, words, lambda match: match["words"])
    for pattern in (_STRONG, _EMPHASIS, _CODE):
        words = signs.take(pattern, words)
    still_open = open_bold != bool(toggles % 2)
    rank = heading.group().count("#") if heading else 0
    return Bare(text=_released(words), signs=_released("".join(signs.taken)), rank=rank, open_bold=still_open)


def _parted(match: re.Match[str]) -> str:
    """Return two words with a blank, or the one word that they make together."""
    joined = match["before"] + match["after"]
    return joined if is_syllable(joined) else f"{match['before']} {match['after']}"


def double_marker(line: str) -> tuple[str, str]:
    """Return (bullet, words) of a line: the bullet of a Markdown list where the item brings its own marker, else ""."""
    match = _BULLET.match(line)
    if match is None or not read_markers(line[match.end() :]):
        return "", line
    return match["bullet"], line[match.end() :]


@dataclass(slots=True)
class _Signs:
    """Collects what is taken out of a line."""

    taken: list[str] = field(default_factory=list)

    def take(
        self, pattern: re.Pattern[str], text: str, keep: Callable[[re.Match[str]], str] = lambda _: "", sign: str = ""
    ) -> str:
        """Return the text with each match replaced by what is kept of it; the rest of the match is noted."""

        def replaced(match: re.Match[str]) -> str:
            kept = keep(match)
            self.taken.append(sign or match.group().replace(kept, "", 1))
            return kept

        return pattern.sub(replaced, text)


def _released(text: str) -> str:
    return "".join(chr(ord(char) - _HOLD) if _HOLD <= ord(char) < _HOLD + 128 else char for char in text)
