"""Words of a text with their places, and where two wordings first part.

Quotation marks, dashes, blanks, normal form and the place of a tone mark are typography; every letter and digit is
wording.
"""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from giaotrinh.model.text import fold, mend_look_alikes, nfc

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+\d*|%")
_NOTE = re.compile(r"\[\^[^\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a text."""

    folded: str
    cased: str
    """With its letter case, otherwise folded."""
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """Where a wording first parts from the source's."""

    found: tuple[int, int]
    """Words of the quotation from, up to; empty where words were dropped."""
    expected: str
    """What the source says there; "" where words were added."""
    alike: float
    """Share of the quotation's words that stand in the source in this order."""


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order; footnote marks are left out, their place kept."""
    clear = _NOTE.sub(lambda match: " " * len(match.group()), text)
    found = []
    for match in _WORD.finditer(clear):
        word = match.group()
        cased = mend_look_alikes(nfc(word))
        found.append(Word(folded=fold(word), cased=cased, start=match.start(), end=match.end()))
    return tuple(found)


def find_run(whole: Sequence[str], part: Sequence[str], start: int = 0) -> int:
    """Return the place of a run of words in a text, -1 where it does not stand there."""
    if not part:
        return start
    first, length = part[0], len(part)
    for place in range(start, len(whole) - length + 1):
        if whole[place] == first and list(whole[place : place + length]) == list(part):
            return place
    return -1


def part_ways(whole: Sequence[Word], part: Sequence[Word]) -> Parting:
    """Return where a run of words first parts from the stretch of a text most like it."""
    text = [word.folded for word in whole]
    quoted = [word.folded for word in part]
    anchor = difflib.SequenceMatcher(None, text, quoted, autojunk=False).find_longest_match()
    begin = max(0, anchor.a - anchor.b - 2)
    stretch = text[begin : anchor.a + len(quoted) - anchor.b + 4]
    changes = difflib.SequenceMatcher(None, stretch, quoted, autojunk=False).get_opcodes()
    alike = sum(high - low for kind, _, _, low, high in changes if kind == "equal") / max(1, len(quoted))
    inner = [
        change for change in changes if change[0] != "equal" and not _is_outside(change, len(quoted), len(stretch))
    ]
    if not inner:
        return Parting(found=(0, 0), expected="", alike=alike)
    _, low, high, first, last = inner[0]
    if last == len(quoted):
        high = min(high, low + last - first)  # what the source goes on to say is no difference
    expected = " ".join(word.cased for word in whole[begin + low : begin + high])
    return Parting(found=(first, last), expected=expected, alike=alike)


def _is_outside(change: tuple[str, int, int, int, int], length: int, stretch: int) -> bool:
    """Whether a change only drops source words before the quotation begins or after it ends."""
    kind, low, high, first, _ = change
    return kind == "delete" and ((first == 0 and low == 0) or (first == length and high == stretch))
