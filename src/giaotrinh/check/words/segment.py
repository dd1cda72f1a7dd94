"""What claims to be the source's words, parted where it says that something is left out.

Dots of omission split a quotation, square brackets hold an editor's words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.words.wording import Word, words_of
from giaotrinh.model.span import Span

OMISSION = re.compile(r"\s*[\[(]?(?:\.{3,}|…)[\])]?\s*")
_INSERTION = re.compile(r"\[[^\]^]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A passage and a stretch of it that claims to be the source's words."""

    passage: Passage
    start: int
    end: int

    def span(self, start: int = -1, end: int = -1) -> Span:
        """Return the place of a stretch of the passage, of all that is said where none is given."""
        return self.passage.place(self.start if start < 0 else start, self.end if start < 0 else end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words between two omissions."""

    said: Said
    words: tuple[Word, ...]

    @property
    def folded(self) -> list[str]:
        """Return its words folded."""
        return [word.folded for word in self.words]


def segments_of(said: Said) -> Iterator[Segment]:
    """Yield the stretches of words between omissions and insertions."""
    text = said.passage.text[said.start : said.end]
    place = 0
    cuts = [(match.start(), match.end()) for match in OMISSION.finditer(text)]
    cuts += [
        (match.start(), match.end()) for match in _INSERTION.finditer(text) if not OMISSION.fullmatch(match.group())
    ]
    for start, end in (*sorted(cuts), (len(text), len(text))):
        words = words_of(text[place:start]) if start > place else ()
        shift = said.start + place
        if words:
            moved = (
                Word(folded=word.folded, cased=word.cased, start=word.start + shift, end=word.end + shift)
                for word in words
            )
            yield Segment(said=said, words=tuple(moved))
        place = max(place, end)
