"""What the front and back of a book list: sections, framework, glossary, sources, exemptions."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from giaotrinh.model.course import GlossaryEntry
from giaotrinh.model.snapshot import digest_of
from giaotrinh.model.source import Source, Status, Wording, to_text
from giaotrinh.model.text import sort_key
from giaotrinh.render.blocks.inline import set_inlines
from giaotrinh.render.composition import Composition
from giaotrinh.viet.dates import printed_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A numbered section in the contents."""

    id: str
    number: str
    title: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow:
    """A row of the framework table: the numbers in the order of its columns, the total first."""

    number: int
    title: str
    periods: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source as the colophon names it."""

    title: str
    facts: tuple[str, ...]
    lacks: tuple[str, ...]
    digest: str


def sections(composition: Composition, module: str) -> tuple[Section, ...]:
    """Return the numbered first-level sections of a module."""
    headings = (block for block in composition.view.walk(module) if block.kind == "heading")
    return tuple(
        Section(id=block.id, number=block.number, title=set_inlines(block.inlines, composition))
        for block in headings
        if block.options.get("level", "2") == "2"
    )


def framework(composition: Composition) -> tuple[tuple[PeriodRow, ...], tuple[int, ...]]:
    """Return the rows of the framework table and the sums of its columns."""
    counts = composition.curriculum.course.time.counts_self_study
    rows = tuple(
        PeriodRow(
            number=module.number,
            title=module.title,
            periods=(
                module.periods.total(with_self_study=counts),
                module.periods.theory,
                module.periods.discussion,
                module.periods.fieldwork,
                module.periods.self_study,
                module.periods.assessment,
            ),
        )
        for module in composition.curriculum.project.modules
    )
    return rows, tuple(sum(column) for column in zip(*(row.periods for row in rows), strict=True))


def glossary(composition: Composition, *, abbreviations: bool) -> tuple[GlossaryEntry, ...]:
    """Return the entries in Vietnamese order: the abbreviations, or all others."""
    entries = (entry for entry in composition.curriculum.course.glossary if entry.abbreviation is abbreviations)
    return tuple(sorted(entries, key=lambda entry: sort_key(entry.term)))


def source_rows(composition: Composition) -> tuple[SourceRow, ...]:
    """Return the sources with what they are and the digest of their text."""
    return tuple(
        SourceRow(
            title=source.title,
            facts=tuple(_facts(source)),
            lacks=source.lacks,
            digest=digest_of((to_text(source.provisions).encode(),))[:16],
        )
        for source in composition.curriculum.project.sources
    )


def exemptions(composition: Composition) -> tuple[tuple[int, str], ...]:
    """Return (number of the chuyên đề, reason) of every exemption this reader's pages hold."""
    found: dict[tuple[int, str], None] = {}
    for module in composition.curriculum.project.modules:
        for reason in module.allow.values():
            found[(module.number, reason)] = None
        for block in composition.view.walk(module.id):
            for _, reason in block.allowed:
                found[(module.number, reason)] = None
    return tuple(found)


def _facts(source: Source) -> Iterator[str]:
    if source.number:
        yield f"Số {source.number}"
    if source.date:
        yield f"ngày {printed_date(source.date)}"
    if source.issuer:
        yield source.issuer
    yield "văn bản đầy đủ" if source.status is Status.COMPLETE else "tư liệu mẫu, chưa đầy đủ"
    yield "nguyên văn" if source.wording is Wording.VERBATIM else "tóm lược, không phải nguyên văn"
