"""Markdown in a text: bold, headings, escapes, links. What stands for looks leaves the words and is accounted for."""

import re
from dataclasses import dataclass

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_STRONG = re.compile(r"\*\*+|__+(?=\S)|(?<=\S)__+")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<=\w)\*(?=\w)")
_HEADING = re.compile(r"#{1,6}\s+|#+\s*$")
_QUOTE = re.compile(r"(?:>\s?)+")
_IMAGE = re.compile(r"!\[(?P<words>[^\]]*)\](?P<target>\([^)\s]*\))")
_LINK = re.compile(r"\[(?P<words>[^\]^][^\]]*)\](?P<target>\((?:https?:|mailto:|#|/)[^)\s]*\))")
_CODE = re.compile(r"`+")
_SIGNS = re.compile(r"^#{1,6} |\*\*\S|^\s*\\[-+*]|\\[.]|^\s*\*[^*\s]", re.MULTILINE)
_HOLD = 0xE800
"""Escaped signs wait at private places while the others are taken out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """A line without its signs."""

    text: str
    signs: str
    """What was taken out, in order."""
    heading: bool
    open_bold: bool
    """Whether the bold print it begins or goes on with is still open at its end."""


def is_markdown(text: str) -> bool:
    """Return whether a text uses Markdown: more than a stray sign."""
    return len(_SIGNS.findall(text)) >= 3


def bare(line: str, *, open_bold: bool = False) -> Bare:
    """Return a line of Markdown without bold, heading, quote, link and escape signs; bullets stay."""
    taken: list[str] = []
    held = _ESCAPE.sub(lambda match: taken.append("\\") or chr(_HOLD + ord(match[1])), line)
    quote = _QUOTE.match(held.lstrip())
    if quote:
        taken.append(quote.group())
        held = held.lstrip()[quote.end() :]
    heading = _HEADING.match(held.lstrip())
    if heading:
        taken.append(heading.group())
        held = held.lstrip()[heading.end() :]
    marks = _STRONG.findall(held)
    for pattern in (_IMAGE, _LINK):
        held = pattern.sub(lambda match: taken.append(_around(match)) or match["words"], held)
    for pattern in (_STRONG, _EMPHASIS, _CODE):
        held = pattern.sub(lambda match: taken.append(match.group()) or "", held)
    still_open = open_bold != bool(sum(_toggles(mark) for mark in marks) % 2)
    words = "".join(chr(ord(char) - _HOLD) if _HOLD <= ord(char) < _HOLD + 128 else char for char in held)
    return Bare(text=words, signs="".join(taken), heading=heading is not None, open_bold=still_open)


def _toggles(mark: str) -> int:
    return len(mark) // 2


def _around(match: re.Match[str]) -> str:
    whole = match.group()
    return whole[: match.start("words") - match.start()] + whole[match.end("words") - match.start() :]
