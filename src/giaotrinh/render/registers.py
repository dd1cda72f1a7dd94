"""What the front and back of a book list: contents, framework, glossary, concordance, coverage, sources."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from giaotrinh.model.course import GlossaryEntry
from giaotrinh.model.curriculum import Citation
from giaotrinh.model.snapshot import digest_of
from giaotrinh.model.source import Provision, Source, Status, Wording, to_text
from giaotrinh.model.text import sort_key
from giaotrinh.render.composition import Composition
from giaotrinh.render.inline import set_inlines
from giaotrinh.render.places import name_of, place_of
from giaotrinh.render.provisions import head_of
from giaotrinh.render.typography import set_text
from giaotrinh.render.words import ROLES, date_in_words

PageOf = Callable[[str], str]
"""Id of a block, module or part -> label of the page on which it begins, "" while unknown."""

TESTED = frozenset({"question"})
PRACTISED = frozenset({"discussion", "exercise", "form"})
TITLE_WORDS = 14


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
class ProvisionRow:
    """A provision with the pages on which it is used."""

    place: str
    title: Markup
    role: str
    uses: tuple[tuple[int, str], ...]
    """(number of the chuyên đề, pages)."""
    practised: str = ""
    tested: str = ""
    accepted: str = ""
    """Why it need not be taught."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """The provisions of one source."""

    title: str
    head: str
    """The line that marks a summary; "" for the document's own words."""
    rows: tuple[ProvisionRow, ...]


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


def concordance(composition: Composition, page_of: PageOf) -> tuple[SourceTable, ...]:
    """Return, for each source, the provisions this reader meets and where."""
    return _tables(composition, page_of, only_used=True)


def coverage(composition: Composition, page_of: PageOf) -> tuple[SourceTable, ...]:
    """Return, for each source, every provision with a role: where it is taught, practised, tested."""
    return _tables(composition, page_of, only_used=False)


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
        yield f"ngày {date_in_words(source.date)}"
    if source.issuer:
        yield source.issuer
    yield "văn bản đầy đủ" if source.status is Status.COMPLETE else "tư liệu mẫu, chưa đầy đủ"
    yield "nguyên văn" if source.wording is Wording.VERBATIM else "tóm lược, không phải nguyên văn"


Uses = dict[tuple[str, str], list[Citation]]


def _uses(composition: Composition) -> Uses:
    uses: Uses = {}
    for citation in composition.curriculum.citations:
        if composition.sees(citation.block):
            uses.setdefault((citation.source, citation.path), []).append(citation)
    return uses


def _tables(composition: Composition, page_of: PageOf, *, only_used: bool) -> tuple[SourceTable, ...]:
    uses = _uses(composition)
    tables = (
        SourceTable(
            title=_heading(source),
            head=head_of(source),
            rows=tuple(_rows(composition, source, uses, page_of, only_used=only_used)),
        )
        for source in composition.curriculum.project.sources
    )
    return tuple(table for table in tables if table.rows)


def _heading(source: Source) -> str:
    # The places of a sample must not read as places of the resolution.
    return source.title if source.status is Status.COMPLETE else f"{name_of(source)} (tóm lược theo {source.title})"


def _rows(
    composition: Composition, source: Source, uses: Uses, page_of: PageOf, *, only_used: bool
) -> Iterator[ProvisionRow]:
    for provision in source.walk():
        found = uses.get((source.id, provision.path), [])
        if found or (not only_used and provision.role is not None):
            yield _row(composition, source, provision, found, page_of)


def _row(
    composition: Composition, source: Source, provision: Provision, found: list[Citation], page_of: PageOf
) -> ProvisionRow:
    kinds = {citation.block: _purpose(composition, citation) for citation in found}
    modules = dict.fromkeys(citation.module for citation in found)
    accepted = composition.curriculum.course.policy.accepted
    return ProvisionRow(
        place=place_of(provision.path),
        title=set_text(_shortened(provision.title), ranges=False),
        role=ROLES.get(provision.role or "", ""),
        uses=tuple(
            (composition.curriculum.modules[name].number, _pages([c for c in found if c.module == name], page_of))
            for name in modules
            if name in composition.curriculum.modules
        ),
        practised=_pages([citation for citation in found if kinds[citation.block] == "practised"], page_of),
        tested=_pages([citation for citation in found if kinds[citation.block] == "tested"], page_of),
        accepted=accepted.get(f"{source.id}:{provision.path}", accepted.get(provision.path, "")),
    )


def _pages(found: list[Citation], page_of: PageOf) -> str:
    labels = dict.fromkeys(page_of(citation.block) or page_of(citation.module) for citation in found)
    return ", ".join(label for label in labels if label)


def _purpose(composition: Composition, citation: Citation) -> str:
    kinds = {block.kind for block in composition.ancestry(citation.block)}
    return "tested" if kinds & TESTED else "practised" if kinds & PRACTISED else "taught"


def _shortened(title: str) -> str:
    words = title.split()
    return title if len(words) <= TITLE_WORDS else " ".join(words[:TITLE_WORDS]).rstrip(",;:") + " …"
