"""Answers outside their place: empty, told in a learner's block, repeated word for word, called by a reference.

What a file holds is examined when it is printed (`prove`): a run of words that only instructors' blocks have. What an
author tells a learner in the learner's own block is no such run, and is looked for here by its form alone.
"""

import re
from collections.abc import Iterator, Sequence

from giaotrinh.check.linking.naming import is_counted
from giaotrinh.check.passages.memory import Memory
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.check.questions.asked import answer_text
from giaotrinh.model.blocks import INSTRUCTOR_ONLY
from giaotrinh.model.course import Module
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.document import Block, Inline
from giaotrinh.model.span import Span
from giaotrinh.model.text import slug, syllables

ANSWERS = frozenset({"answer", "solution"})

PLANNED = frozenset({"lead_in", "method", "means", "cut", "reserve", "stem", "answer"})
"""Fields and options that only instructors read."""

ASIDE = frozenset({"hint", "handout", "slide", "form"})
"""Blocks that teach nothing of their own: an answer's sentence in them is told, not taught."""

RUN = 8
"""Syllables from which a sentence of an answer is its own and no ordinary phrase."""

SHORT = 3
"""Syllables from which a whole short answer is looked for in the hint of its own question."""

_TOLD = re.compile(
    r"(?:^|[.;(\[]\s*)(?:\*\*)?(?P<told>(?:gợi ý )?đáp (?:án|số)(?: đúng)?(?: câu \d+)?|"
    r"lời giải|hướng dẫn (?:trả lời|chấm))"
    r"\s*(?::|\blà\b)\s*(?=[^\W_])",
    re.IGNORECASE,
)
_TELLING = ("đáp", "lời giải", "hướng dẫn")
"""One of these stands in whatever _TOLD finds."""

_ROW = re.compile(r"(?<![\w/-])(?:\d{1,2}\s?[-.:)]?\s?[A-E](?!\w)[\s,;|]*){3,}")
_NAMED = re.compile(r"(?:^|-)(?:dap-an|dap-so|loi-giai|dapan|loigiai|answer|solution)(?:-|$)")
_SENTENCE = re.compile(r"[.;:!?]\s+")


_hidden: Memory[frozenset[str]] = Memory(256)


def answers(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every empty answer and for every answer a learner meets outside its block."""
    for module in subject.modules:
        yield from _empty(module)
        yield from _called(subject.curriculum, module)
        yield from _named(module)
    shown = [passage for passage in subject.passages if _is_shown(passage)]
    for passage in shown:
        yield from _told(passage)
    for module in subject.modules:
        yield from _repeated(subject.curriculum, module, [each for each in shown if each.module is module])


def _is_shown(passage: Passage) -> bool:
    """Whether a learner may read a passage."""
    name = passage.name.partition(".")[0]
    of_bank = passage.kind == "field" and name in ("options", "guide")
    return passage.inside.isdisjoint(INSTRUCTOR_ONLY) and name not in PLANNED and not of_bank


def _empty(module: Module) -> Iterator[Diagnostic]:
    for block in module.walk():
        if block.kind in ANSWERS and not any(part.inlines or part.title or part.options for part in block.walk()):
            yield warning("answer-empty", block.span)


def _told(passage: Passage) -> Iterator[Diagnostic]:
    lowered = passage.text.lower()
    match = _TOLD.search(passage.text) if any(word in lowered for word in _TELLING) else None
    if match is not None:
        span = passage.place(match.start("told"), match.end("told"))
        yield warning("answer-outside-block", span, words=passage.text[match.start("told") :][:60].strip())
    elif passage.has_digits and (row := _ROW.search(passage.text)):
        yield warning("answer-outside-block", passage.place(row.start(), row.end()), words=row.group().strip())


def _shown_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if block.kind not in INSTRUCTOR_ONLY:
            yield block
            yield from _shown_blocks(block.children)


def _called(curriculum: Curriculum, module: Module) -> Iterator[Diagnostic]:
    """Yield an error for every reference in a learner's block to a block that no learner receives."""
    for block in _shown_blocks(module.blocks):
        for inline in block.words():
            name = _target(inline)
            if name and _is_hidden(curriculum, curriculum.named(name, module)):
                yield error("reference-to-hidden", inline.span, name=name)


def _is_hidden(curriculum: Curriculum, block: str | None) -> bool:
    return block is not None and any(block in _hidden_ids(module) for module in curriculum.project.modules)


def _hidden_ids(module: Module) -> frozenset[str]:
    return _hidden.get((module,), lambda: frozenset(_hidden_in(module.blocks)))


def _hidden_in(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if block.kind in INSTRUCTOR_ONLY:
            yield from (part.id for part in block.walk())
        else:
            yield from _hidden_in(block.children)


def _target(inline: Inline) -> str:
    if inline.kind == "ref":
        return inline.target or inline.text
    return inline.target.removeprefix("#") if inline.kind == "link" and inline.target.startswith("#") else ""


def _named(module: Module) -> Iterator[Diagnostic]:
    """Yield a finding for ids, pictures and links of a learner's block that are named after an answer."""
    for block in _shown_blocks(module.blocks):
        own = "" if is_counted(block.id) else block.id.rpartition("/")[2]
        names: list[tuple[str, Span]] = [(own, block.option_spans.get("id", block.span))]
        names.append((block.options.get("src", ""), block.option_spans.get("src", block.span)))
        names += [(inline.target, inline.span) for inline in block.words() if inline.kind in ("link", "image")]
        for name, span in names:
            if name and _NAMED.search(slug(name)):
                yield warning("answer-in-name", span, name=name)


def _repeated(curriculum: Curriculum, module: Module, shown: list[Passage]) -> Iterator[Diagnostic]:
    """Yield a finding where a hint, a caption or a handout has a sentence of an answer the lesson has not."""
    sentences = list(_sentences(module))
    aside = [(each, _joined(each.text)) for each in shown if _is_aside(each)] if sentences else []
    for block, sentence in sentences:
        for passage, text in aside:
            if sentence in text and _is_told(curriculum, block, sentence, passage, shown):
                yield warning("answer-repeated", passage.span, block.span, words=sentence.strip())
                break


def _is_aside(passage: Passage) -> bool:
    return not passage.inside.isdisjoint(ASIDE) or passage.kind in ("option", "field")


def _is_told(curriculum: Curriculum, answer: Block, sentence: str, passage: Passage, shown: Sequence[Passage]) -> bool:
    """Whether a passage tells an answer: a hint of the same question does, elsewhere only what is taught nowhere."""
    holder = next((each for each in reversed(passage.above) if each.kind in ("question", "exercise")), None)
    if "hint" in passage.inside and holder is not None and any(part is answer for part in holder.walk()):
        return True
    if len(sentence.split()) < RUN:
        return False
    taught = (_joined(each.text) for each in shown if not _is_aside(each))
    stated = (_joined(part.text) for part in curriculum.provisions.values())
    return not any(sentence in text for text in (*taught, *stated))


def _sentences(module: Module) -> Iterator[tuple[Block, str]]:
    for block in module.walk():
        if block.kind in ANSWERS:
            text = answer_text(block)
            whole = syllables(text)
            if SHORT <= len(whole) < RUN:
                yield block, f" {' '.join(whole)} "
            for sentence in _SENTENCE.split(text):
                words = syllables(sentence)
                if len(words) >= RUN:
                    yield block, f" {' '.join(words)} "


def _joined(text: str) -> str:
    return f" {' '.join(syllables(text))} "
