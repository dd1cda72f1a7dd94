"""Blanks of a handout: the words a learner is to write stand nowhere on the sheet, printed or hidden."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.document import Inline
from giaotrinh.model.text import syllables


def find_told_blanks(
    curriculum: Curriculum, blocks: Collection[str], page_texts: Sequence[str], texts: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Return an error for every blank of the blocks shown in a learner's file whose words the file holds.

    `page_texts` are the words a renderer reads, `texts` those of `texts_by_place`.
    """
    blanks = tuple(_blanks(curriculum, blocks))
    if not blanks:
        return ()
    spaced = tuple(f" {' '.join(syllables(text))} " for text in (*page_texts, *texts.values()))
    return tuple(
        error("blank-told", blank.span, words=blank.text)
        for blank in blanks
        if any(f" {' '.join(syllables(blank.text))} " in text for text in spaced)
    )


def _blanks(curriculum: Curriculum, blocks: Collection[str]) -> Iterator[Inline]:
    shown = (curriculum.blocks[name] for name in sorted(blocks) if name in curriculum.blocks)
    for handout in (block for block in shown if block.kind == "handout"):
        for block in handout.walk():
            yield from (inline for inline in block.words() if inline.kind == "blank")
