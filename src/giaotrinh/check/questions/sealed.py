"""Questions of the bank that a learner's paper already shows: what is kept for an examination is known beforehand."""

from collections.abc import Iterator

from giaotrinh.check.linking.naming import place
from giaotrinh.check.passages.memory import Memory
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.blocks import INSTRUCTOR_ONLY
from giaotrinh.model.course import Module, Question
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.document import Block, plain
from giaotrinh.model.span import Span
from giaotrinh.model.text import syllables

SHORTEST = 6
"""Syllables: shorter stems ("Nêu ba khâu đột phá") are asked everywhere."""

_shown: Memory[tuple[tuple[str, Span], ...]] = Memory(256)


def sealed(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for a sealed stem that a learner's block repeats, a doubt for another stem of the bank."""
    stems = {
        f" {' '.join(words)} ": question
        for question in subject.curriculum.project.questions
        if len(words := syllables(question.stem)) >= SHORTEST
    }
    for module in subject.curriculum.project.modules if stems else ():
        for text, span in shown_texts(module):
            yield from (_found(question, span) for stem, question in stems.items() if stem in text)


def _found(question: Question, span: Span) -> Diagnostic:
    stem = place(question.spans, "stem", question.span.file, question.span)
    if question.sealed:
        return error("question-sealed-shown", span, stem, name=question.id)
    return warning("question-of-bank-shown", span, stem, name=question.id)


def shown_texts(module: Module) -> tuple[tuple[str, Span], ...]:
    """Return the joined syllables of every text of a module that a learner may read, each with its place."""
    return _shown.get((module,), lambda: tuple(_texts(module.blocks)))


def _texts(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Span]]:
    for block in blocks:
        if block.kind not in INSTRUCTOR_ONLY:
            words = syllables(plain((*block.title, *block.inlines)))
            if len(words) >= SHORTEST:
                yield f" {' '.join(words)} ", block.span
            yield from _texts(block.children)
