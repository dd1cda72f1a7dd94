"""Retelling: a sentence that follows the cited provision word for word, with another word in one place.

Nothing marks such words as a quotation, yet so many of them are the provision's that what stands between them is meant
to be the provision's too: "phần mềm bán hàng dùng chung cho ..." of "phần mềm kế toán dùng chung cho ...". Only what
is as long as the words it stands for is told: who says a thing in words of his own seldom keeps their number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from giaotrinh.check.claims.governing import Nearness, governing
from giaotrinh.check.figures.metric import words_in
from giaotrinh.check.passages.library import Library
from giaotrinh.check.passages.passage import Address, Passage
from giaotrinh.check.passages.scopes import Scopes
from giaotrinh.check.passages.subject import Subject
from giaotrinh.check.words.marked import is_marked
from giaotrinh.check.words.wording import Word, find_run, words_of
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.viet.capitals import CAPITALS

SHARED = 4
"""Words in common beside the words that differ, at least: fewer meet by chance."""

LONGEST = 4
"""Words that differ, at most; more are a clause of its own."""

_SENTENCE = re.compile(rf"[.!?;]\s+(?=[{CAPITALS}\"“])|[;:\n]")
_MARK = re.compile(r"[,.;:!?()\n“”\"«»]")


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that a sentence and a provision share, none left out."""

    here: int
    there: int
    length: int


@dataclass(frozen=True, slots=True)
class _Text:
    """Words of a sentence or a provision."""

    words: tuple[Word, ...]
    folded: tuple[str, ...]
    ends: frozenset[int]
    """Places of words before which a clause or an item ends."""
    pairs: dict[tuple[str, str], list[int]]
    """Two words that stand together -> their places."""


class _Texts:
    """The words of provisions, indexed when they are first asked for."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._library = Library(curriculum)
        self._known: dict[Address, _Text] = {}

    def of(self, address: Address) -> _Text | None:
        """Return the words of a provision, None for a summary's and for one that is not there."""
        provision = self._library.curriculum.provisions.get(address)
        if provision is None or not self._library.is_verbatim(address):
            return None
        if address not in self._known:
            self._known[address] = _text("\n".join(part.text for part in provision.walk()))
        return self._known[address]


def retelling(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a doubt for every word that stands in the place of another amid the words of a cited provision."""
    texts = subject.knowledge.of(_Texts)
    scopes = Scopes(subject)
    for passage in subject.passages:
        if passage.kind in ("code", "field") or "quote" in passage.inside:
            continue
        cuts = [0, *(match.end() for match in _SENTENCE.finditer(passage.text)), len(passage.text)]
        scope = scopes.of(passage)
        for start, end in pairwise(cuts):
            where = governing(passage, start, scope)
            if where.nearness <= Nearness.AROUND and start < end:
                known = ((address[1], texts.of(address)) for address in where.addresses)
                cited = {path: text for path, text in known if text is not None}
                yield from _of_sentence(passage, start, end, cited) if cited else ()


def _of_sentence(passage: Passage, start: int, end: int, cited: dict[str, _Text]) -> Iterator[Diagnostic]:
    said = _text(passage.text[start:end], [place - start for _, place in passage.cites])
    told: set[int] = set()
    for path, text in sorted(cited.items(), key=lambda each: each[0]):
        for first, last, there in _differences(said, text):
            ends = last in said.ends  # else words that come a little later there: an item was left out
            own = said.folded[first - 1 : last] if ends else said.folded[first : last + 1]
            place, stop = start + said.words[first].start, start + said.words[last - 1].end
            known = first in told or any(find_run(each.folded, own) >= 0 for each in cited.values())
            if not known and not is_marked(passage.text, place):  # `quotations` looks after what is in marks
                told.add(first)
                expected = " ".join(word.cased for word in text.words[there : there + last - first])
                found, span = passage.text[place:stop], passage.place(place, stop)
                yield warning("retelling-differs", span, found=found, expected=expected, path=path)


def _text(text: str, stops: Sequence[int] = ()) -> _Text:
    """Return words with their places; at a stop (a citation) a clause ends as at a comma."""
    words = words_of(text)
    pairs: dict[tuple[str, str], list[int]] = {}
    folded = tuple(word.folded for word in words)
    for at, pair in enumerate(pairwise(folded)):
        pairs.setdefault(pair, []).append(at)
    ends = {len(words)}
    for at, (one, two) in enumerate(pairwise(words)):
        if _MARK.search(text, one.end, two.start) or any(one.end <= stop <= two.start for stop in stops):
            ends.add(at + 1)
    return _Text(words, folded, frozenset(ends), pairs)


def _differences(said: _Text, text: _Text) -> Iterator[tuple[int, int, int]]:
    """Yield the words that differ, from and up to, and where those they stand for begin."""
    for run in _runs(said, text):
        here, there = run.here + run.length, run.there + run.length
        for length in range(1, LONGEST + 1):
            if here + length > len(said.folded) or there + length > len(text.folded):
                break
            if _meets(said, text, run, here + length, there + length):
                words = (*said.folded[here : here + length], *text.folded[there : there + length])
                if all(words_in(word) for word in words):
                    yield here, here + length, there
                break
            if here + length in said.ends:
                break


def _meets(said: _Text, text: _Text, run: _Run, here: int, there: int) -> bool:
    """Whether sentence and provision go on alike from two places, or both end a clause there."""
    shared = _length(said.folded, text.folded, here, there)
    if shared > 1 and shared + run.length >= SHARED:
        return True
    if shared == 1 and run.length >= SHARED and words_in(said.folded[here]):
        return True
    return run.length >= SHARED and here in said.ends and there in text.ends


def _runs(said: _Text, text: _Text) -> Iterator[_Run]:
    """Yield the longest runs of two words and more that a sentence and a provision share."""
    for at, pair in enumerate(pairwise(said.folded)):
        for place in text.pairs.get(pair, ()):
            if not (at and place and said.folded[at - 1] == text.folded[place - 1]):
                yield _Run(at, place, _length(said.folded, text.folded, at, place))


def _length(one: Sequence[str], other: Sequence[str], at: int, place: int) -> int:
    length = 0
    while at + length < len(one) and place + length < len(other) and one[at + length] == other[place + length]:
        length += 1
    return length
