"""Words of a text with their places, and where two wordings first part.

Quotation marks, dashes, blanks, normal form and the place of a tone mark are typography; every letter and digit is
wording.
"""

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from giaotrinh.model.text import fold, mend_look_alikes, nfc

DISORDER = 0.7
"""What a word counts that stands in another order."""

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
    """Share of the quotation's words that stand there, a word in another order counting DISORDER."""
    ordered: float
    """Share of the quotation's words that stand there in this order."""


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
    start = _likest(text, quoted)
    begin = max(0, start - 2)
    stretch = text[begin : start + len(quoted) + 4]
    changes = difflib.SequenceMatcher(None, stretch, quoted, autojunk=False).get_opcodes()
    in_order = sum(high - low for kind, _, _, low, high in changes if kind == "equal") / max(1, len(quoted))
    alike = max(in_order, _in_any_order(stretch, quoted) * DISORDER)
    inner = [
        change for change in changes if change[0] != "equal" and not _is_outside(change, len(quoted), len(stretch))
    ]
    if not inner:
        return Parting(found=(0, 0), expected="", alike=alike, ordered=in_order)
    _, low, high, first, last = inner[0]
    if last == len(quoted):
        high = min(high, low + last - first)  # what the source goes on to say is no difference
    expected = " ".join(word.cased for word in whole[begin + low : begin + high])
    return Parting(found=(first, last), expected=expected, alike=alike, ordered=in_order)


def _likest(text: Sequence[str], quoted: Sequence[str]) -> int:
    """Return where the stretch of a text begins that has most words of a run, the most of them in their places."""
    size = len(quoted)
    wanted = Counter(quoted)
    missing, held, best, start = Counter(wanted), 0, (-1, -1), 0
    for at, word in enumerate(text):
        held += missing[word] > 0
        missing[word] -= 1
        if at >= size:
            left = text[at - size]
            missing[left] += 1
            held -= missing[left] > 0
        first = max(0, at - size + 1)
        if held >= best[0]:
            placed = sum(one == two for one, two in zip(text[first : at + 1], quoted, strict=False))
            if (held, placed) > best:
                best, start = (held, placed), first
    return start


def _in_any_order(stretch: Sequence[str], quoted: Sequence[str]) -> float:
    return (Counter(stretch) & Counter(quoted)).total() / max(1, len(quoted))


def _is_outside(change: tuple[str, int, int, int, int], length: int, stretch: int) -> bool:
    """Whether a change only drops source words before the quotation begins or after it ends."""
    kind, low, high, first, _ = change
    return kind == "delete" and ((first == 0 and low == 0) or (first == length and high == stretch))
