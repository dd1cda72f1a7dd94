"""Enumerations in the source's own words of which one item is another: other words stand there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from giaotrinh.check.passages.subject import Subject
from giaotrinh.check.words.items import citing_sentences
from giaotrinh.check.words.wording import Word, find_run, words_of
from giaotrinh.model.diagnostic import Diagnostic, warning

ANCHOR = 3
"""Words of each neighbour that find the place in the source, at most."""

FEWEST = 3
"""Words of both neighbours together below which a place is found by chance."""

LONGEST = 12
"""Words of an item; more are a clause of its own."""

REPHRASED = 0.5
"""Share of common words above which an item is the source's in other words."""

_CUT = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")
_ENDS = re.compile(r"[;:.!?()“”\"]\s*|\s{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    start: int
    end: int
    words: tuple[Word, ...]


def replaced(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a doubt for every item between two of the source's items that is not what the source has there."""
    library = subject.knowledge.library
    for passage in subject.passages:
        marks = sum(passage.text.count(mark) for mark in (",", ";", " và "))
        if not passage.cites or passage.kind == "code" or marks < 2:
            continue
        for start, end, cited in citing_sentences(passage):
            known = [address for address in cited if library.is_verbatim(address)]
            texts = {path: words for (_, path), words in library.wordings(known)}
            for before, item, behind in _threes(passage.text, start, end):
                expected, path = _expected(before, item, behind, texts)
                if expected:
                    span, found = passage.place(item.start, item.end), passage.text[item.start : item.end].strip()
                    yield warning("item-replaced", span, found=found, expected=expected, path=path)


def _threes(text: str, start: int, end: int) -> Iterator[tuple[_Item, _Item, _Item]]:
    """Yield every item of a sentence that has a neighbour on both sides."""
    cuts = [start, *(each.end() for each in _ENDS.finditer(text, start, end)), end]
    for first, last in pairwise(cuts):
        found = list(_parted(text, first, last))
        yield from zip(found, found[1:], found[2:], strict=False)


def _parted(text: str, start: int, end: int) -> Iterator[_Item]:
    marks = [(start, start), *((cut.start(), cut.end()) for cut in _CUT.finditer(text, start, end)), (end, end)]
    for (_, first), (last, _) in pairwise(marks):
        yield _Item(start=first, end=last, words=words_of(text[first:last]))


def _expected(before: _Item, item: _Item, behind: _Item, texts: dict[str, tuple[Word, ...]]) -> tuple[str, str]:
    """Return what stands between the neighbours of an item in the source and where; ("", "") where it is the item."""
    lead, own, rest = ([word.folded for word in each.words] for each in (before, item, behind))
    lead, rest = lead[-ANCHOR:], rest[:ANCHOR]
    if not own or len(own) > LONGEST or len(lead) + len(rest) < FEWEST or not lead or not rest:
        return "", ""
    answer = ("", "")
    for path, words in texts.items():
        for gap in _between([word.folded for word in words], lead, rest):
            held = [word for word in words[gap[0] : gap[1]] if word.folded != "và"]
            common = set(own) & {word.folded for word in held}
            if not held or len(common) > REPHRASED * min(len(own), len(held)) or _is_short_for(held, own):
                return "", ""
            answer = answer if answer[0] else (" ".join(word.cased for word in held), path)
    return answer


def _is_short_for(held: Sequence[Word], own: Sequence[str]) -> bool:
    """Whether the source abbreviates an item: "KHCN" of "khoa học công nghệ"."""
    return len(held) == 1 and held[0].cased.isupper() and held[0].folded == "".join(word[0] for word in own)


def _between(text: Sequence[str], lead: Sequence[str], rest: Sequence[str]) -> Iterator[tuple[int, int]]:
    place = find_run(text, lead)
    while place >= 0:
        first = place + len(lead)
        last = find_run(text[: first + LONGEST + len(rest)], rest, first)
        if last >= first:
            yield first, last
        place = find_run(text, lead, place + 1)
