"""Quotations that begin behind the word that turns or softens them: "Không để ...", "Từng bước ...", "trên 80%"."""

import re
from collections.abc import Iterator, Sequence

from giaotrinh.check.passages.passage import Address
from giaotrinh.check.words.segment import OMISSION, Segment
from giaotrinh.check.words.wording import Word
from giaotrinh.model.diagnostic import Diagnostic, error, warning

NEGATIONS = frozenset({"không", "chưa", "chẳng", "đừng"})
SOFTENERS = ("từng bước", "bước đầu", "cơ bản", "tối thiểu", "ít nhất", "khoảng", "trên", "dưới", "gần", "hơn")
"""What a quotation may not lose: behind these its words promise more than the source does."""

WHOLE = 4
"""Words from which a quotation that lost its "không" says the opposite; fewer may be the name of a thing."""

_NEGATED = re.compile(r"(?<!\w)(?:không|chưa|chẳng|đừng|chớ)(?!\w)[^.;]{0,30}$", re.IGNORECASE)


def cut_off(segments: Sequence[Segment], standing: Sequence[tuple[Address, Sequence[Word]]]) -> Iterator[Diagnostic]:
    """Yield a finding where every place at which a quotation stands has such a word right before it."""
    first = segments[0]
    if OMISSION.match(first.said.passage.text, first.said.start):
        return
    befores = [before for _, words in standing for before in _before(words, first.folded)]
    lost = [_lost(before, first) for before in befores]
    if not lost or not all(lost):
        return
    before = first.said.passage.text[: first.said.start]
    span, path = first.said.span(), standing[0][0][1]
    if lost[0] in NEGATIONS and len(first.words) >= WHOLE and not _NEGATED.search(before):
        yield error("quotation-cut", span, missing=lost[0], path=path)
    elif lost[0] not in before[-30:].lower() and not (lost[0] in NEGATIONS and _NEGATED.search(before)):
        yield warning("quotation-cut", span, missing=lost[0], path=path)


def _before(words: Sequence[Word], run: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield for every place of a run the one word and the two words before it."""
    text = [word.folded for word in words]
    for place in range(len(text) - len(run) + 1):
        if text[place : place + len(run)] == list(run):
            yield " ".join(text[max(0, place - 1) : place]), " ".join(text[max(0, place - 2) : place])


def _lost(before: tuple[str, str], first: Segment) -> str:
    one, _ = before
    if one in NEGATIONS:
        return one
    is_number = first.words[0].folded[0].isdecimal()
    return next((word for word in SOFTENERS if word in before and (" " in word or is_number)), "")
