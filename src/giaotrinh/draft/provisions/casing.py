"""Headings printed in capitals, in the letters the source itself uses where it is not shouting.

A name keeps its capitals because the running text of the same document writes it so, next to the same words; what the
running text never writes follows the list of names that every document shares.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from giaotrinh.model.source import Provision, Source
from giaotrinh.model.text import fold as fold_text
from giaotrinh.viet.lexicon import words as listed

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?…:;“\"(]\s*$|^\s*$|^\s*\S{1,5}[.)]\s*$|\s[-–]\s*$")
_NUMBERED = re.compile(r"(?:lần thứ|khóa|khoá|phần|chương|mục)\s+$", re.IGNORECASE)
_ROMAN = re.compile(r"[IVX]+")
_NAMES = listed("bodies", "capitalised")
_BODIES = tuple(name for name in listed("bodies", "names") if len(name.split()) > 2)
"""Names that are nothing else: "văn phòng" is a body or a room."""

fold = lru_cache(maxsize=20_000)(fold_text)
"""Words come again and again."""


@dataclass(frozen=True, kw_only=True)
class Casing:
    """How a text writes its words in the middle of its sentences."""

    after: Mapping[tuple[str, str], Counter[str]]
    """A folded word and the one after it -> how the second is written, with counts."""
    before: Mapping[tuple[str, str], Counter[str]]
    """The same -> how the first is written, where it does not go on with a name: not "Chỉ" of "Ban Chỉ đạo"."""
    words: Mapping[str, Counter[str]]

    def small(self, heading: str) -> str:
        """Return a heading of capitals in small letters, names as the running text writes them; same length."""
        found = list(_WORD.finditer(heading))
        letters = list(heading)
        for at, match in enumerate(found):
            before = found[at - 1].group() if at else ""
            after = found[at + 1].group() if at + 1 < len(found) else ""
            written = self._written(match, before, after)
            letters[match.start() : match.end()] = written[:1].upper() + written[1:] if at == 0 else written
        return _with_names("".join(letters))

    def _written(self, match: re.Match[str], before: str, after: str) -> str:
        word = match.group()
        if _ROMAN.fullmatch(word) and _NUMBERED.search(match.string[: match.start()]):
            return word
        own = fold(word)
        votes = self.after.get((fold(before), own), Counter()) + self.before.get((own, fold(after)), Counter())
        votes = votes or self.words.get(own, Counter())
        form = max(votes, key=lambda each: (votes[each], each)) if votes else word.lower()
        return form if len(form) == len(word) else word.lower()


def readable(source: Source) -> Source:
    """Return the source with first lines of capitals in small letters; places and lengths stay as they are."""
    casing = learnt(part.lines for part in source.walk())
    return replace(source, provisions=tuple(_readable(part, casing) for part in source.provisions))


def learnt(texts: Iterable[Iterable[str]]) -> Casing:
    """Return the casing of the lines that are not capitals alone, words at the beginning of a sentence left out."""
    after: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    before: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    words: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in (line for lines in texts for line in lines if not line.isupper()):
        found = list(_WORD.finditer(line))
        for at, match in enumerate(found):
            if _SENTENCE_END.search(line[: match.start()]):
                continue
            words[fold(match.group())][match.group()] += 1
            if at and not _SENTENCE_END.search(line[: found[at - 1].start()]):
                after[fold(found[at - 1].group()), fold(match.group())][match.group()] += 1
            goes_on = at and found[at - 1].group()[:1].isupper() and match.group()[:1].isupper()
            if at + 1 < len(found) and not goes_on:
                before[fold(match.group()), fold(found[at + 1].group())][match.group()] += 1
    return Casing(after=after, before=before, words=words)


def _readable(part: Provision, casing: Casing) -> Provision:
    children = tuple(_readable(child, casing) for child in part.children)
    words = part.title
    if not words.isupper() or len(words.split()) < 2 or words not in " ".join(part.lines):
        return replace(part, children=children)
    windows = ((at, at + count) for count in range(1, len(part.lines) + 1) for at in range(len(part.lines)))
    number, last = next(window for window in windows if words in " ".join(part.lines[slice(*window)]))
    first = " ".join(part.lines[number:last])
    at = first.rindex(words)
    small = first[:at] + casing.small(words) + first[at + len(words) :]
    lines = (*part.lines[:number], small, *part.lines[last:])
    return replace(part, lines=lines, children=children)


def _with_names(words: str) -> str:
    for name in _NAMES:
        words = re.sub(rf"(?<!\w){re.escape(name.lower())}(?!\w)", name, words)
    for name in _BODIES:
        words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name, words, flags=re.IGNORECASE)
    return words
