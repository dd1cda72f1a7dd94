"""Structure: what every module must hold, and what its parts must hold."""

from collections.abc import Iterator

from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.course import Module
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.document import Block, plain
from giaotrinh.model.span import Span
from giaotrinh.viet.times import times_in

OBJECTIVES = ("knowledge", "skills", "attitude")
"""Kinds of objectives: about knowledge, skills, and attitude and conviction (tư tưởng)."""


def structure(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every part a module lacks, every question without answer, every key point without source."""
    for module in subject.modules:
        blocks = tuple(module.walk())
        yield from _missing_parts(module, blocks)
        for block in blocks:
            if block.kind == "question" and not _holds(block, "answer"):
                yield warning("question-without-answer", block.span, number=block.number)
            if block.kind == "keypoints":
                yield from _key_points(subject, block)
            if block.kind == "timeline":
                yield from _milestones(block)


def _missing_parts(module: Module, blocks: tuple[Block, ...]) -> Iterator[Diagnostic]:
    kinds = {block.kind for block in blocks}
    span = Span(file=module.file, line=1)
    stated = {block.options.get("kind", "") for block in blocks if block.kind == "objectives"}
    for kind in OBJECTIVES:
        if kind not in stated:
            yield warning("module-part-missing", span, module=module.number, part=f"objectives {kind}")
    for part in _needed(module):
        if part not in kinds:
            yield warning("module-part-missing", span, module=module.number, part=part)


def _needed(module: Module) -> tuple[str, ...]:
    """Return the blocks a module needs; one that is all test or field study needs no lesson."""
    taught = ("keypoints", "question", "reading") if module.periods.theory else ()
    practised = ("discussion", "exercise") if module.periods.discussion else ()
    return (*taught, *practised)


def _key_points(subject: Subject, block: Block) -> Iterator[Diagnostic]:
    for item in block.walk():
        if item.kind != "item" or any(child.kind == "item" for child in item.walk() if child is not item):
            continue
        leaning = any(subject.curriculum.by_block.get(part.id) for part in item.walk())
        calls = any(inline.kind in ("cite", "from") for part in item.walk() for inline in part.words())
        if not leaning and not calls:
            yield warning("keypoint-without-citation", item.span)


def _milestones(block: Block) -> Iterator[Diagnostic]:
    """Yield a finding for every line of a timeline that does not begin with its time in strong type."""
    items = [part for part in block.walk() if part.kind == "item"]
    for item in items or [block]:
        first = next((inline for part in item.walk() for inline in part.inlines), None)
        if first is None or first.kind != "strong" or not times_in(plain(first.children)):
            yield warning("timeline-without-time", item.span)


def _holds(block: Block, kind: str) -> bool:
    return any(part.kind == kind for part in block.walk())
