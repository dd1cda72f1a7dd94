"""Blanks of guided notes: words a learner writes while listening, in handouts alone, short enough for one line."""

from collections.abc import Iterator

from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.document import Block

LONGEST = 36
"""Letters: in large print too a blank of that many fits a line of the sheet."""


def blanks(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for every blank outside a handout and every one too long for a line."""
    for module in subject.modules:
        for block in module.blocks:
            yield from _blanks(block, in_handout=False)


def _blanks(block: Block, *, in_handout: bool) -> Iterator[Diagnostic]:
    in_handout = in_handout or block.kind == "handout"
    for inline in block.words():
        if inline.kind == "blank" and not in_handout:
            yield error("blank-outside-handout", inline.span, words=inline.text)
        elif inline.kind == "blank" and len(inline.text) > LONGEST:
            yield error("blank-too-long", inline.span, words=inline.text, letters=len(inline.text), limit=LONGEST)
    for child in block.children:
        yield from _blanks(child, in_handout=in_handout)
