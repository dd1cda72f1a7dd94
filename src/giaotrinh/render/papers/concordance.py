"""Provisions and the pages that use them: the concordance of a book, and the coverage table for instructors."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from giaotrinh.model.blocks import PRACTISING
from giaotrinh.model.curriculum import Citation
from giaotrinh.model.source import Provision, Source, Status
from giaotrinh.outline.places import place_of
from giaotrinh.render.blocks.places import name_of
from giaotrinh.render.blocks.provisions import head_of
from giaotrinh.render.blocks.typography import NO_BREAK, set_text
from giaotrinh.render.blocks.words import ROLES
from giaotrinh.render.composition import Composition

PageOf = Callable[[str], str]
"""Id of a block, module or part -> label of the page on which it begins, "" while unknown."""

TESTED = frozenset({"question"})
TITLE_WORDS = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionRow:
    """A provision with the pages on which it is used."""

    place: str
    title: Markup
    role: str
    uses: str
    """"CĐ 1: 5, 7; CĐ 3: 41"."""
    taught: str
    practised: str
    tested: str
    accepted: str
    """Why it need not be taught, "" where no reason is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """The provisions of one source."""

    title: str
    head: str
    """The line that marks a summary; "" for the document's own words."""
    rows: tuple[ProvisionRow, ...]


def concordance(composition: Composition, page_of: PageOf) -> tuple[SourceTable, ...]:
    """Return, for each source, the provisions the pages of this reader use, and where."""
    return _tables(composition, page_of, composition.view.ids, only_used=True)


def coverage(composition: Composition, page_of: PageOf, pages_of_all: frozenset[str]) -> tuple[SourceTable, ...]:
    """Return, for each source, every provision with a role or a use: where it is taught, practised, tested.

    `pages_of_all` holds the ids of the blocks everyone sees: what stands only in notes is not taught.
    """
    return _tables(composition, page_of, pages_of_all, only_used=False)


def _tables(
    composition: Composition, page_of: PageOf, seen: frozenset[str], *, only_used: bool
) -> tuple[SourceTable, ...]:
    tables = (
        SourceTable(
            title=_heading(source),
            head=head_of(source),
            rows=tuple(
                _row(composition, source, provision, uses, page_of)
                for provision, uses in _used(composition, source, seen)
                if uses or (not only_used and provision.role is not None)
            ),
        )
        for source in composition.curriculum.project.sources
    )
    return tuple(table for table in tables if table.rows)


def _used(
    composition: Composition, source: Source, seen: frozenset[str]
) -> Iterator[tuple[Provision, tuple[Citation, ...]]]:
    """Yield each provision with its visible citations, those that draw a provision above it as a whole included."""

    def below(provision: Provision, above: tuple[Citation, ...]) -> Iterator[tuple[Provision, tuple[Citation, ...]]]:
        cited = composition.curriculum.by_provision.get((source.id, provision.path), ())
        own = tuple(citation for citation in cited if citation.block in seen)
        yield provision, (*above, *own)
        for child in provision.children:
            yield from below(child, (*above, *(citation for citation in own if citation.whole)))

    for root in source.provisions:
        yield from below(root, ())


def _heading(source: Source) -> str:
    # The places of a sample must not read as places of the resolution.
    return source.title if source.status is Status.COMPLETE else f"{name_of(source)} (tóm lược theo {source.title})"


def _row(
    composition: Composition, source: Source, provision: Provision, found: tuple[Citation, ...], page_of: PageOf
) -> ProvisionRow:
    purposes = [(citation, _purpose(composition, citation)) for citation in found]
    accepted = composition.curriculum.course.policy.accepted

    def on(wanted: str) -> str:
        return _by_module(composition, (citation for citation, purpose in purposes if purpose == wanted), page_of)

    return ProvisionRow(
        place=place_of(provision.path),
        title=set_text(_shortened(provision.title), ranges=False),
        role=ROLES.get(provision.role or "", ""),
        uses=_by_module(composition, found, page_of),
        taught=on("taught"),
        practised=on("practised"),
        tested=on("tested"),
        accepted=accepted.get(f"{source.id}:{provision.path}", accepted.get(provision.path, "")),
    )


def _by_module(composition: Composition, found: Iterable[Citation], page_of: PageOf) -> str:
    pages: dict[str, dict[str, None]] = {}
    for citation in sorted(found, key=lambda each: (each.module, each.span)):
        label = page_of(citation.block) or page_of(citation.module)
        pages.setdefault(citation.module, {})[label] = None
    modules = composition.curriculum.modules
    return "; ".join(
        f"CĐ{NO_BREAK}{modules[name].number}:{NO_BREAK}{', '.join(filter(None, labels))}"
        for name, labels in pages.items()
        if name in modules
    )


def _purpose(composition: Composition, citation: Citation) -> str:
    kinds = {block.kind for block in composition.ancestry(citation.block)}
    return "tested" if kinds & TESTED else "practised" if kinds & PRACTISING else "taught"


def _shortened(title: str) -> str:
    words = title.split()
    return title if len(words) <= TITLE_WORDS else " ".join(words[:TITLE_WORDS]).rstrip(",;:") + f"{NO_BREAK}…"
