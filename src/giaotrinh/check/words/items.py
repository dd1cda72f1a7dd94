"""Items of an enumeration beside the cited provision: one that does not stand there among others that do, an order.

Enumerations are looked at in sentences that cite: counted ones ("ba đột phá: thể chế, nhân lực, hạ tầng"), numbered
ones ("thứ nhất ..., thứ hai ..."). Those in the source's own words are compared in `replaced`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from giaotrinh.check.figures.metric import words_in
from giaotrinh.check.passages.passage import Address, Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.source import Provision
from giaotrinh.model.text import syllables
from giaotrinh.viet.capitals import CAPITALS

FEWEST = 3
"""Items that make an enumeration."""

LONGEST = 12
"""Syllables of an item; more are a clause of its own."""

HELD = 0.9
"""Share of an item's words that stand in the provision for the item to be the provision's."""

STRANGE = 0.45
"""Share up to which an item is not the provision's."""

MOST = 0.6
"""Share of the items that must be the provision's for the rest to be strange among them."""

HEAD = 18
"""Syllables at the beginning of a provision that say what it is about."""

_SENTENCE = re.compile(rf"[.!?]\s+(?=[{CAPITALS}\"“])|\n")
_OPENS = re.compile(r":\s+|(?<!\w)(?:gồm|bao gồm|đó là|như|gồm có|lần lượt là)(?:\s+có)?:?\s+")
_COUNT = re.compile(
    r"(?<!\w)(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|[2-9]|1\d)(?!\w)(?:\s+[^\W\d_]+){1,6}[^\w]*$", re.IGNORECASE
)
_PARTS = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")
_CLOSES = re.compile(r"[.;:()!?]|\s–\s")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NTH = re.compile(
    r"(?<!\w)(?:[Tt]hứ\s+(nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|([Mm]ột|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu)\s+là)(?!\w)"
    r"\s*(?:là)?[:,]?\s*"
)
_COUNTED = {"một": 0, "hai": 1, "ba": 2, "bốn": 3, "năm": 4, "sáu": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    text: str
    start: int
    words: frozenset[str]


def items(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a doubt for every strange item of an enumeration, and for items in each other's place."""
    for passage in subject.passages:
        if passage.cites and passage.kind != "code" and passage.inside.isdisjoint({"exercise", "form"}):
            for start, end, cited in citing_sentences(passage):
                for listed in _listed(passage.text, start, end):
                    yield from _strange(subject.curriculum, passage, listed, cited)
            yield from _ordered(subject.curriculum, passage)


def citing_sentences(passage: Passage) -> Iterator[tuple[int, int, list[Address]]]:
    """Yield the sentences of a passage that cite, from and up to, with what they cite."""
    cuts = [0, *(match.end() for match in _SENTENCE.finditer(passage.text)), len(passage.text)]
    for start, end in pairwise(cuts):
        cited = [address for address, place in passage.cites if start <= place <= end]
        if cited:
            yield start, end, cited


def _listed(text: str, start: int, end: int) -> Iterator[list[_Item]]:
    """Yield the enumerations of a sentence: short items behind a colon or "gồm", to the end of the clause."""
    for opening in _OPENS.finditer(text, start, end):
        if not _COUNT.search(text[start : opening.start()]):
            continue
        close = _CLOSES.search(text, opening.end(), end)
        last = close.start() if close is not None else end
        found = list(_parted(text, opening.end(), last))
        if len(found) >= FEWEST and all(0 < len(syllables(each.text)) <= LONGEST for each in found):
            yield found


def _parted(text: str, start: int, end: int) -> Iterator[_Item]:
    cuts = [(start, start), *((cut.start(), cut.end()) for cut in _PARTS.finditer(text, start, end)), (end, end)]
    for (_, first), (last, _) in pairwise(cuts):
        words = text[first:last].strip()
        if words:
            yield _Item(text=words, start=first, words=words_in(words))


def _strange(
    curriculum: Curriculum, passage: Passage, listed: Sequence[_Item], cited: Sequence[Address]
) -> Iterator[Diagnostic]:
    parts = [curriculum.provisions[address] for address in cited if address in curriculum.provisions]
    known = [each for each in listed if each.words]
    if not parts or len(known) < FEWEST:
        return
    shares = _shares(parts, known)
    if sum(share >= HELD for share in shares) < MOST * len(known):
        return
    for item, share in zip(known, shares, strict=True):
        if share <= STRANGE and not any(char.isdigit() for char in item.text):
            yield _doubt(passage, item, parts, known)


def _shares(parts: Sequence[Provision], known: Sequence[_Item]) -> list[float]:
    """Return which share of each item's words stands in the provisions.

    In the beginnings of what stands below them where there are as many as items and most items stand there.
    """
    children = [child for part in parts for child in part.children]
    if len(children) == len(known):
        heads = [_head(child) for child in children]
        shares = [max(_share(each.words, head) for head in heads) for each in known]
        if sum(share >= HELD for share in shares) >= MOST * len(known):
            return shares
    whole = words_in("\n".join(part.full_text() for part in parts))
    return [_share(each.words, whole) for each in known]


def _doubt(passage: Passage, item: _Item, parts: Sequence[Provision], known: Sequence[_Item]) -> Diagnostic:
    span = passage.place(item.start, item.start + len(item.text))
    missing = _missing([child for part in parts for child in part.children], known)
    return warning("item-not-in-provision", span, found=item.text, path=parts[0].path, missing=missing)


def _missing(children: Sequence[Provision], known: Sequence[_Item]) -> str:
    """Return the beginning of the one child of a provision that no item of an enumeration is about, "" for others."""
    if len(children) != len(known):
        return ""
    left = [child for child in children if not any(_share(item.words, _head(child)) >= HELD for item in known)]
    return " ".join(left[0].text.split()[:10]) if len(left) == 1 else ""


def _head(provision: Provision) -> frozenset[str]:
    return words_in(" ".join(provision.text.split()[:HEAD]))


def _share(words: frozenset[str], held: frozenset[str]) -> float:
    return len(words & held) / len(words) if words else 0.0


def _ordered(curriculum: Curriculum, passage: Passage) -> Iterator[Diagnostic]:
    """Yield a doubt for items numbered in words that stand under another number in the cited provision."""
    marks = [match for match, rank in zip(_NTH.finditer(passage.text), count(), strict=False) if _rank(match) == rank]
    if len(marks) < 2:
        return
    children = _children(curriculum, passage)
    if len(children) < len(marks):
        return
    heads = [_head(child) for child in children]
    said = [_behind(passage.text, match.end()) for match in marks]
    meant = [_place(item.words, heads) for item in said]
    for rank, (item, place) in enumerate(zip(said, meant, strict=True)):
        if place >= 0 and place != rank and place < len(marks) and meant[place] != place:
            span = passage.place(item.start, item.start + len(item.text))
            path = children[place].path
            yield warning("item-out-of-order", span, found=item.text, said=rank + 1, expected=place + 1, path=path)


def _rank(match: re.Match[str]) -> int:
    return _ORDINALS.index(match[1]) if match[1] else _COUNTED[match[2].lower()]


def _children(curriculum: Curriculum, passage: Passage) -> list[Provision]:
    """Return what is numbered: the children of the one cited provision, or the provisions cited one after the other."""
    cited = [curriculum.provisions[address] for address, _ in passage.cites if address in curriculum.provisions]
    return list(cited[0].children) if len(cited) == 1 else cited


def _behind(text: str, start: int) -> _Item:
    close = re.compile(r"[.;,:(]|\s\s").search(text, start)
    words = text[start : close.start() if close is not None else len(text)].strip()
    return _Item(text=words, start=start, words=words_in(words))


def _place(words: frozenset[str], heads: Sequence[frozenset[str]]) -> int:
    """Return the one head that holds an item's words, -1 where none or several do."""
    held = [at for at, head in enumerate(heads) if words and _share(words, head) >= HELD]
    return held[0] if len(held) == 1 else -1
