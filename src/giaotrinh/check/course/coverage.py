"""Coverage: what of each source is taught, practised and tested, against what the school asks for."""

from collections.abc import Iterator
from dataclasses import replace

from giaotrinh.check.course.timing import kind_of
from giaotrinh.check.linking.naming import place
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.blocks import ASIDE, PRACTISING
from giaotrinh.model.coverage import Coverage, Depth, ProvisionCoverage
from giaotrinh.model.curriculum import Citation, Curriculum
from giaotrinh.model.diagnostic import Diagnostic, Severity, info, warning
from giaotrinh.model.document import Block
from giaotrinh.model.source import Provision, Role, Source

BY_NUMBER = "numbered"
"""Key of the policy for numbered provisions whose role it does not name; NONE asks for nothing."""
NONE = "none"
NUMBERED = frozenset(
    {"chapter", "section", "article", "roman", "capital", "number", "decimal", "letter", "paren", "ordinal"}
)
"""Kinds of provisions that people call by number: dashes, rows of tables and paragraphs go with what they stand in."""


def coverage(curriculum: Curriculum) -> Coverage:
    """Return every provision of every source with the places that teach, practise and test it."""
    depths = _depths(curriculum)
    rows: list[ProvisionCoverage] = []
    for source in curriculum.project.sources:
        for root in source.provisions:
            rows += _rows(curriculum, source, root, (), depths)
    return Coverage(provisions=tuple(rows))


def covered(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every provision that falls short of the policy, and every acceptance without need."""
    curriculum = subject.curriculum
    told: set[tuple[str, str]] = set()
    for row in coverage(curriculum).provisions:
        if row.accepted and _is_idle(row):
            span = place(subject.course.spans, f"policy.accepted.{row.path}", subject.course.file)
            yield warning("acceptance-idle", span, source=row.source, path=row.path)
        if not row.meets and row.needed is not None:
            yield from _short(curriculum, row, told)
            told.add((row.source, row.path))


def _short(curriculum: Curriculum, row: ProvisionCoverage, told: set[tuple[str, str]]) -> Iterator[Diagnostic]:
    """Yield that a provision falls short: of what the school asks for its role, or, told once for all that stands in
    it, that a numbered provision is not taught."""
    source, provision = curriculum.sources[row.source], curriculum.provisions[row.source, row.path]
    said = {"source": row.source, "path": row.path, "title": _brief(provision.title)}
    if _asked_by_role(curriculum, row.role) and row.needed:
        reached = row.reached.value if row.reached else "-"
        span = source.span_of(provision)
        yield warning("provision-not-covered", span, **said, needed=row.needed.value, reached=reached)
    elif (row.source, row.path.rpartition(".")[0]) not in told:
        untaught = info("provision-not-taught", source.span_of(provision), **said)
        is_asked = BY_NUMBER in curriculum.course.policy.coverage
        yield replace(untaught, severity=Severity.WARNING) if is_asked else untaught


def _asked_by_role(curriculum: Curriculum, role: Role | None) -> bool:
    return (role or "") in curriculum.course.policy.coverage


def _is_idle(row: ProvisionCoverage) -> bool:
    """Return whether a reason excuses nothing: what is taught, or taught as deep as asked, needs none."""
    return bool(row.places) if row.needed is None else replace(row, accepted="").meets


def _rows(
    curriculum: Curriculum,
    source: Source,
    provision: Provision,
    inherited: tuple[Citation, ...],
    depths: dict[str, Depth],
) -> list[ProvisionCoverage]:
    own = curriculum.by_provision.get((source.id, provision.path), ())
    passed_on = (*inherited, *(citation for citation in own if citation.whole))
    below = [_rows(curriculum, source, child, passed_on, depths) for child in provision.children]
    from_below = [citation for rows in below for citation in (*rows[0].taught, *rows[0].practised, *rows[0].tested)]
    places = {depth: _of_depth((*inherited, *own, *from_below), depth, depths) for depth in Depth}
    row = ProvisionCoverage(
        source=source.id,
        path=provision.path,
        role=provision.role,
        needed=_needed(curriculum, source, provision),
        taught=places[Depth.TAUGHT],
        practised=places[Depth.PRACTISED],
        tested=places[Depth.TESTED],
        accepted=_accepted(curriculum, source.id, provision.path),
    )
    return [row, *(found for rows in below for found in rows)]


def _of_depth(citations: tuple[Citation, ...], depth: Depth, depths: dict[str, Depth]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citation for citation in citations if depths.get(citation.block) is depth))


def _needed(curriculum: Curriculum, source: Source, provision: Provision) -> Depth | None:
    """Return what the policy asks for; it speaks of the main source alone.

    What its role does not say, its number does: a numbered provision is to be taught where the policy is silent.
    """
    policy = curriculum.course.policy.coverage
    is_numbered = provision.kind in NUMBERED and bool(curriculum.modules)
    by_number = policy.get(BY_NUMBER, Depth.TAUGHT) if is_numbered else ""
    word = policy.get(provision.role or "", by_number)
    asked = source.id == curriculum.course.main_source and word in tuple(Depth)
    return Depth(word) if asked else None


def _accepted(curriculum: Curriculum, source: str, path: str) -> str:
    accepted = curriculum.course.policy.accepted
    return next((reason for address, reason in accepted.items() if curriculum.resolve(address) == (source, path)), "")


def _depths(curriculum: Curriculum) -> dict[str, Depth]:
    """Return how deep a citation in each block goes; blocks in which it counts for nothing are left out."""
    depths: dict[str, Depth] = {}
    for module in curriculum.project.modules:
        for block in module.blocks:
            _mark(block, Depth.TAUGHT, depths)
    for question in curriculum.project.questions:
        if question.answer or question.key:
            depths[question.id] = Depth.TESTED
    return depths


def _mark(block: Block, around: Depth, depths: dict[str, Depth]) -> None:
    if block.kind in ASIDE:
        return
    depth = _depth(block, around)
    depths[block.id] = depth
    for child in block.children:
        _mark(child, depth, depths)


def _depth(block: Block, around: Depth) -> Depth:
    if block.kind == "question" and any(part.kind == "answer" for part in block.walk()):
        return Depth.TESTED
    practises = block.kind in PRACTISING or (block.kind == "activity" and kind_of(block) in ("fieldwork", "assessment"))
    return Depth.PRACTISED if practises else around


def _brief(title: str, width: int = 80) -> str:
    return title if len(title) <= width else title[:width].rsplit(" ", 1)[0] + " ..."
