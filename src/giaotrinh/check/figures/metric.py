"""What a number measures, as the words around it say: the basis for comparing like with like.

Words near a number stand in its own clause, words far from it in the rest of its sentence and in what leads into it.
Words are syllables and pairs of syllables of the folded text; words that every figure has (đạt, khoảng, năm) are none.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from giaotrinh.check.passages.passage import Passage
from giaotrinh.model.quantity import Quantity
from giaotrinh.model.text import fold
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.lexicon import words
from giaotrinh.viet.list_places import COUNT_WORDS

FAR = 0.7
"""What a shared word weighs when it stands far from one of the numbers."""

UNHEARD = 0.5
"""Weight of a word no source has."""

EVIDENCE = 0.8
"""Weight of shared words below which likeness is no more than a guess: about one telling word."""

_STOP = frozenset((*words("stop", "around-figures"), *COUNT_WORDS))
"""Syllables that say nothing about what is measured."""

_ENDS = frozenset({"trên", "dưới"})
"""Ends of a range when "cận" stands before them."""

_WEAK = frozenset({"tăng", "giảm", "bình", "quân", "bình quân", "người", "chiếm", "tổng", "thêm", "tăng bình", "đầu"})
"""Words that say how a number moves rather than what it measures; alone they make no clause."""

_SYLLABLE = re.compile(r"[^\W\d_]+\d?|[.,;:()\n|!?/]")
_CUT = re.compile(r"[,;:()\n|!?]|\.(?!\d)|\s-\s|\bvà\b|\bcòn\b", re.IGNORECASE)
_SENTENCE = re.compile(rf"[.!?]\s+(?=[{CAPITALS}\"“(])|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Words around a number."""

    near: frozenset[str]
    far: frozenset[str]


class Weights:
    """How much each word tells figures apart: words few statements have weigh most."""

    def __init__(self, contexts: Sequence[Context]) -> None:
        """Count in how many contexts each word stands."""
        counts = Counter(word for context in contexts for word in context.near | context.far)
        total = max(1, len(contexts))
        self._weights = {word: 1.0 / (1.0 + 6.0 * count / total) for word, count in counts.items()}
        self._totals: dict[frozenset[str], float] = {}
        """Weights of whole contexts, which come again and again."""

    def of(self, word: str) -> float:
        """Return the weight of a word, between 0 and 1; one no source has counts half."""
        return self._weights.get(word, UNHEARD)

    def likeness(self, said: Context, stated: Context) -> float:
        """Return how surely two contexts speak of the same thing: 0 not at all, 1 in the same telling words."""
        found, evidence = self._share(said.near, stated.near, stated.far)
        meant, more = self._share(stated.near, said.near, said.far)
        return (found + meant) / 2 * min(1.0, max(evidence, more) / EVIDENCE)

    def kinship(self, said: Context, stated: Context) -> float:
        """Return the share of their words two contexts have in common, however little these words tell."""
        return (
            self._share(said.near, stated.near, stated.far)[0] + self._share(stated.near, said.near, said.far)[0]
        ) / 2

    def _share(self, words: frozenset[str], near: frozenset[str], far: frozenset[str]) -> tuple[float, float]:
        """Return the share of words that the other context has, and the weight of what is shared."""
        if words not in self._totals:
            self._totals[words] = self.together(words)
        total = self._totals[words]
        shared = self.together(words & near) + self.together((words & far) - near) * FAR
        return (shared / total if total else 0.0), shared

    def together(self, words: frozenset[str]) -> float:
        """Return the weight of words together; sorted, so that the last digit never depends on their order."""
        weight = self._weights.get
        return sum([weight(word, UNHEARD) for word in sorted(words)])


def context_of(text: str, quantities: Sequence[Quantity], at: int, lead: Sequence[str] = ()) -> Context:
    """Return the words around the quantity number `at` of a text; `lead` is what leads into the text."""
    start, end = _bounds(text, quantities[at].start)
    before = quantities[at - 1].end if at else 0
    after = quantities[at + 1].start if at + 1 < len(quantities) else len(text)
    near = _near(text, quantities[at], max(start, before), min(end, after), start)
    far = words_in(_without_numbers(text[start:end], quantities, start)) | _opening(text, start)
    for leading in lead:
        far |= words_in(leading)
    if not near and lead:
        near = words_in(lead[-1])
    return Context(near=near, far=far - near)


def context_in(passage: Passage, start: int) -> Context:
    """Return the words around the number that begins at a place of a passage, its heading and lead included."""
    numbers = passage.numbers
    at = next(at for at, number in enumerate(numbers) if number.number_start == start)
    lead = (*passage.headings[-1:], passage.lead) if passage.lead else passage.headings[-1:]
    return context_of(passage.text, numbers, at, lead)


def clause_of(text: str, place: int) -> str:
    """Return the clause around a place, from semicolon or full stop to semicolon or full stop."""
    start, end = _bounds(text, place)
    return text[start:end]


def clause_before(text: str, place: int) -> str:
    """Return the part of the clause that stands before a place."""
    return text[_bounds(text, place)[0] : place]


def words_in(text: str) -> frozenset[str]:
    """Return the telling syllables of a text and the pairs of those that stand together."""
    found: set[str] = set()
    last = ""
    for match in _SYLLABLE.finditer(text.lower()):
        syllable = _folded(match.group())
        if not syllable[0].isalpha() or syllable in _STOP:
            if last == "cận" and syllable in _ENDS:
                found.add(f"{last} {syllable}")
            last = ""
            continue
        found.add(syllable)
        if last:
            found.add(f"{last} {syllable}")
        last = syllable
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _folded(syllable: str) -> str:
    return fold(syllable) or " "


def _near(text: str, quantity: Quantity, before: int, after: int, sentence: int) -> frozenset[str]:
    """Return the words of the number's own clause: before it, behind it, else back to the number before."""
    left = text[before : quantity.start]
    cuts = [match.end() for match in _CUT.finditer(left)]
    clause = words_in(left[cuts[-1] :] if cuts else left)
    right = text[quantity.end : after]
    cut = _CUT.search(right)
    behind = words_in(quantity.unit) | words_in(right[: cut.start()] if cut else right)
    if not clause | behind <= _WEAK:
        return clause | behind
    return clause | behind | (words_in(left) or words_in(text[sentence : quantity.start]))


def _opening(text: str, clause: int) -> frozenset[str]:
    """Return the words that open a list of clauses, up to its colon, where the clause is one of the list."""
    start, _ = sentence_bounds(text, clause)
    colon = text.find(":", start, clause)
    return words_in(text[start:colon]) if colon >= 0 else frozenset()


def _bounds(text: str, place: int) -> tuple[int, int]:
    """Return where the clause around a place begins and ends: at a semicolon or with its sentence."""
    start, end = sentence_bounds(text, place)
    first, last = text.rfind(";", start, place) + 1, text.find(";", place, end)
    return first or start, last if last >= 0 else end


def sentence_bounds(text: str, place: int) -> tuple[int, int]:
    """Return where the sentence around a place begins and ends."""
    start, end = 0, len(text)
    for match in _SENTENCE.finditer(text):
        if match.end() <= place:
            start = match.end()
        elif match.start() >= place:
            end = match.start()
            break
    return start, end


def _without_numbers(text: str, quantities: Sequence[Quantity], shift: int) -> str:
    characters = list(text)
    for quantity in quantities:
        for place in range(max(0, quantity.start - shift), min(len(text), quantity.end - shift)):
            characters[place] = " "
    return "".join(characters)
