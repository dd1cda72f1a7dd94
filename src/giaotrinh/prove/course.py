"""What of a course learners may not read: the words to look for in their files."""

import re
from collections.abc import Iterator, Sequence

from giaotrinh.model.blocks import INSTRUCTOR_ONLY, SHORT_FORMS
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.document import Block, Inline
from giaotrinh.model.text import fold, syllables
from giaotrinh.prove.leaks import RUN, Secrets, Syllables, secrets_of

PLAN_OPTIONS = ("cut", "reserve")
"""Options of an activity whose words only the lesson plan prints."""

_CLAUSE = re.compile(r"[.:;]\s|[“”\"]")

PHRASE = 4
"""Syllables: shorter fixed phrases are ordinary words ("nhiệm vụ") and part nothing."""


def secrets_of_course(curriculum: Curriculum, fixed: Sequence[str] = ()) -> Secrets:
    """Return the words of notes, answers, solutions, lesson plans and the bank, less what learners read anyway.

    `fixed` are phrases of the templates. They, titles that learners read and printed citations, all of which a note may
    well repeat, part the texts they stand in: a run of words across them is nobody's secret, nor is a part of a phrase.
    """
    instructor = [text for module in curriculum.project.modules for text in _texts(module.blocks, curriculum, False)]
    parting = _parting(curriculum, fixed)
    secret = (*instructor, *_plans(curriculum), *_bank(curriculum))
    return secrets_of(
        instructor=[syllables(part) for text in secret for part in parting.split(fold(text))],
        learner=[*_public(curriculum), *map(syllables, fixed)],
        keys=[syllables(text) for text in _keys(curriculum)],
    )


def _parting(curriculum: Curriculum, fixed: Sequence[str]) -> re.Pattern[str]:
    """Return what parts a folded text: a fixed phrase, or a citation such as "tư liệu mẫu, mục ii.1, ii.3"."""
    long = {fold(phrase) for phrase in (*fixed, *_titles(curriculum)) if len(syllables(phrase)) >= PHRASE}
    names = {fold(source.cite_as) for source in curriculum.sources.values()}
    # Nothing empty may stand here: it would part every text into words, and no run would be left to look for.
    phrases = "|".join(re.escape(phrase) for phrase in sorted((long | names) - {""}, key=len, reverse=True)) or "(?!)"
    label = r"(?:[ivxlc]+|\d+|[a-zđ])(?:[.~+-]\w+)*\b"  # "mục ii.1", never "mục tiêu"
    places = rf"(?:mục|ý|điều|khoản|điểm|phụ lục) {label}(?:(?:,|;| và) {label})*"
    return re.compile(rf"\b(?:{phrases})\b|\b{places}")


def _titles(curriculum: Curriculum) -> Iterator[str]:
    for module in curriculum.project.modules:
        yield from (module.title, module.short_title)
        yield from (
            _words(block.title, curriculum).strip() for block in module.blocks if block.kind not in INSTRUCTOR_ONLY
        )


def instructor_only_ids(curriculum: Curriculum) -> frozenset[str]:
    """Return the ids of every block that no learner may receive, those inside others included."""
    return frozenset(block.id for module in curriculum.project.modules for block in _secret_blocks(module.blocks))


def _secret_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if block.kind in INSTRUCTOR_ONLY:
            yield from block.walk()
        else:
            yield from _secret_blocks(block.children)


def _public(curriculum: Curriculum) -> Iterator[Syllables]:
    """Yield what a learner reads anyway: the learner's blocks, the sources, the data of the course."""
    for module in curriculum.project.modules:
        yield syllables(f"{module.title} {module.short_title}")
        for text in (*_texts(module.blocks, curriculum, True), *module.lacks):
            yield syllables(text)
        for block in module.walk():
            if block.kind in SHORT_FORMS:
                # Its few short lines are read as one: each alone would be no run of words.
                yield syllables(" ".join(_texts((block,), curriculum, True)))
    for provision in curriculum.provisions.values():
        yield syllables(provision.text)
    for figure in curriculum.figures.values():
        yield syllables(f"{figure.metric} {figure.text} {figure.unit} {figure.origin}")
    for entry in curriculum.course.glossary:
        yield syllables(f"{entry.term} {entry.meaning}")
    for reference in curriculum.course.references:
        yield syllables(reference.text)
    yield syllables(curriculum.course.foreword)


def _texts(blocks: tuple[Block, ...], curriculum: Curriculum, for_learners: bool) -> Iterator[str]:
    """Yield the words of the blocks learners may see, or of those they may not, one text for each run of words."""
    for block in blocks:
        if (block.kind in INSTRUCTOR_ONLY) != for_learners:
            yield _words(block.title, curriculum)
            yield _words(block.inlines, curriculum)
        if block.kind not in INSTRUCTOR_ONLY:
            yield from _texts(block.children, curriculum, for_learners)
        elif not for_learners:
            for inner in block.children:
                for part in inner.walk():
                    yield _words(part.title, curriculum)
                    yield _words(part.inlines, curriculum)


def _words(inlines: tuple[Inline, ...], curriculum: Curriculum) -> str:
    return "".join(_word(inline, curriculum) for inline in inlines)


def _word(inline: Inline, curriculum: Curriculum) -> str:
    if inline.kind == "value" and inline.text in curriculum.figures:
        figure = curriculum.figures[inline.text]
        return f"{figure.text} {figure.unit}"
    if inline.kind in ("cite", "ref"):
        return " "
    if inline.kind == "newline":
        return " "
    return _words(inline.children, curriculum) if inline.children else inline.text


def _plans(curriculum: Curriculum) -> Iterator[str]:
    """Yield what only the lesson plan prints: opening words, what to cut and what to hold in reserve."""
    for module in curriculum.project.modules:
        yield module.lead_in
        for block in module.walk():
            yield from (block.options[name] for name in PLAN_OPTIONS if name in block.options)


def _bank(curriculum: Curriculum) -> Iterator[str]:
    """Yield answers and marking guides clause by clause, sealed questions whole.

    An answer sets what the source says side by side, as tables and lists that learners read do too: what runs from one
    clause into the next is nobody's secret.
    """
    for question in curriculum.project.questions:
        for text in (question.answer, *(step.text for step in question.guide)):
            yield from _CLAUSE.split(text)
        if question.sealed:
            yield question.stem
            yield from question.options


def _keys(curriculum: Curriculum) -> Iterator[str]:
    """Yield answers too short to hold a run of eight syllables."""
    answers = [_answer(block, curriculum) for module in curriculum.project.modules for block in module.walk()]
    answers += [question.answer for question in curriculum.project.questions]
    yield from (answer for answer in answers if len(syllables(answer)) < RUN)


def _answer(block: Block, curriculum: Curriculum) -> str:
    if block.kind not in ("answer", "solution"):
        return ""
    return " ".join(_words(part.inlines, curriculum) for part in block.walk())
