"""Text runs of a PDF that came out one a line: put together to words again, judged by the shape of syllables."""

import re
from collections.abc import Sequence

from giaotrinh.intake.plain.draft_lines import Line
from giaotrinh.viet.syllable import is_syllable

_SHORT_RUN = 20
_FEW = 200
_BITS_SHARE = 0.1
"""Share of the lines that hold one or two letters: print set letter by letter."""
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_NO_BLANK_BEFORE = re.compile(r"[,.;:!?)\]%/”]|-\S")
_NO_BLANK_AFTER = re.compile(r"[(\[“/]")
_WORD_LENGTH = 12
"""Letters no syllable has more of."""
_PIECES = 4
"""Runs a word may be spread over, beyond its first."""


def are_runs(lines: Sequence[Line]) -> bool:
    """Return whether the lines of a text are runs of print rather than lines: many, and most of them a word or less."""
    lengths = sorted(len(line.text.strip()) for line in lines)
    bits = sum(len(words) <= 2 and words.isalpha() for line in lines if (words := line.text.strip()))
    return len(lengths) > _FEW and lengths[len(lengths) // 2] < _SHORT_RUN and bits > _BITS_SHARE * len(lengths)


def join_runs(lines: Sequence[Line]) -> str:
    """Return the runs as one stretch of text.

    A blank line is a blank. Two runs that touch are one word where they make a syllable and one of them is none, or is
    a single letter set in another font.
    """
    text = ""
    for index, line in enumerate(lines):
        words = line.text.strip()
        text += ("" if not text or _touches(text, lines, index) else " ") + words
    return text


def _touches(text: str, lines: Sequence[Line], index: int) -> bool:
    words = lines[index].text.strip()
    if _NO_BLANK_BEFORE.match(words) or _NO_BLANK_AFTER.match(text[-1:]):
        return True
    if lines[index].gap:
        return False
    return (text[-1:].isdigit() and words[:1].isdigit()) or _is_one_word(text, lines, index)


def _is_one_word(text: str, lines: Sequence[Line], index: int) -> bool:
    left = _LAST_WORD.search(text[-_WORD_LENGTH:])
    if left is None:
        return False
    word, pieces = left.group(), []
    for place in range(index, min(index + _PIECES, len(lines))):
        run = lines[place].text.strip()
        first = _FIRST_WORD.match(run)
        if first is None or (place > index and lines[place].gap):
            return False
        word += first.group()
        pieces.append(first.group() if first.end() < len(run) else run)
        if is_syllable(word) and _is_torn([left.group(), *pieces]):
            return True
        if first.end() < len(run):
            return False
    return False


def _is_torn(pieces: Sequence[str]) -> bool:
    return any(len(piece) == 1 or not is_syllable(piece) for piece in pieces)
