"""Lists against the number that announces them: "ba việc sau:" and three items; "95 = 45 + 15 + 15 + 10"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.document import Block
from giaotrinh.model.quantity import Quantity
from giaotrinh.model.source import Source, Status
from giaotrinh.viet.unit import is_measured

_ANNOUNCING = re.compile(r"(?:\s+[^\s,;:.()]+){0,3}\s*:\s*$")
_DIVIDING = re.compile(r"(?<!\w)(?:chia|thành|mỗi|từng|trong|các)\s*$", re.IGNORECASE)
_MOST = 30


def lists(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every list whose items are not as many as the words before it say."""
    own = [passage for passage in subject.passages if passage.kind in ("paragraph", "heading")]
    passages = {passage.block.id: passage for passage in own if passage.block is not None}
    for module in subject.modules:
        yield from _siblings(module.blocks, passages)
        for block in module.walk():
            yield from _siblings(block.children, passages)
    for source in subject.sources:
        if source.status is Status.COMPLETE:
            yield from _in_source(source)


def _siblings(blocks: Sequence[Block], passages: dict[str, Passage]) -> Iterator[Diagnostic]:
    for before, block in pairwise(blocks):
        passage = passages.get(before.id)
        if passage is None or block.kind not in ("bullets", "numbers"):
            continue
        text = passage.text if before.kind == "paragraph" else f"{passage.text.rstrip()}:"
        said = announced(text, passage.quantities)
        items = len(block.children)
        if said is not None and said.low != items:
            span = passage.place(said.number_start, said.number_end)
            yield warning("list-count-differs", span, block.span, found=items, announced=said.text)


def _in_source(source: Source) -> Iterator[Diagnostic]:
    for provision in source.walk():
        said = announced(provision.text, provision.quantities) if provision.children else None
        if said is not None and said.low != len(provision.children):
            span = source.span_of(provision)
            yield warning("list-count-differs", span, found=len(provision.children), announced=said.text)


def announced(text: str, quantities: Sequence[Quantity]) -> Quantity | None:
    """Return the count of things with which a text that ends in a colon announces a list, None where it has none."""
    if not quantities or not text.rstrip().endswith(":"):
        return None
    said = quantities[-1]
    counts_things = bool(said.unit) and not is_measured(said.unit) and "/" not in said.unit
    whole = said.low == said.high == said.low.to_integral_value() and Decimal(1) < said.low <= _MOST
    before = text[max(0, said.start - 12) : said.start]
    if not counts_things or not whole or _DIVIDING.search(before) or not _ANNOUNCING.match(text, said.end):
        return None
    return said
