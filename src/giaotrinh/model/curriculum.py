"""A course linked to its sources, with an index in both directions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from giaotrinh.model.course import Course, GlossaryEntry, Module, Question, Reference, TrainingClass
from giaotrinh.model.document import Block
from giaotrinh.model.quantity import Figure
from giaotrinh.model.source import Provision, Source
from giaotrinh.model.span import Span

GRAVITY = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")
"""Marks of secrecy, the gravest last (Law on the protection of state secrets, article 8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything that was read, not yet linked."""

    course: Course
    sources: tuple[Source, ...]
    modules: tuple[Module, ...]
    questions: tuple[Question, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)
    """Path below course/images -> bytes."""
    classes: tuple[TrainingClass, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A place of the course that leans on a provision."""

    module: str
    block: str
    """Id of the block in which it stands."""
    source: str
    path: str
    span: Span
    use: str
    """cite, provision, quote, value, targets, chart, question."""
    whole: bool = False
    """Whether it stands for all below the provision too, as a drawn provision with children does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curriculum:
    """A project whose citations, figures, terms and references were resolved."""

    project: Project
    citations: tuple[Citation, ...] = ()
    """Every resolved citation, in the order of modules and pages."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    provisions: Mapping[tuple[str, str], Provision] = field(default_factory=dict)
    """(source id, path) -> provision."""
    figures: Mapping[str, Figure] = field(default_factory=dict)
    blocks: Mapping[str, Block] = field(default_factory=dict)
    modules: Mapping[str, Module] = field(default_factory=dict)
    glossary: Mapping[str, GlossaryEntry] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    """What `{ref}` may call -> id of the block or module; `named` looks into it."""
    by_provision: Mapping[tuple[str, str], tuple[Citation, ...]] = field(default_factory=dict)
    """(source id, path) -> the citations of exactly that provision, in the order of the course."""
    by_block: Mapping[str, tuple[Citation, ...]] = field(default_factory=dict)
    """Block id -> the citations that stand in it itself; a question of the bank counts under its own id."""

    @property
    def course(self) -> Course:
        """Return the course data."""
        return self.project.course

    @property
    def secrecy(self) -> str:
        """Return the mark every page bears because a source is secret ("MẬT"), the gravest of several; "" for none."""
        marks = {source.secrecy for source in self.project.sources if source.secrecy}
        return max(marks, key=lambda mark: (GRAVITY.index(mark) if mark in GRAVITY else 0, mark), default="")

    def named(self, name: str, module: Module | None = None) -> str | None:
        """Return the id of the block or module that `{ref}` calls, None where there is none.

        A name an author gave in the same module comes before the same name elsewhere.
        """
        if module is not None and f"cd-{module.number:02}/{name}" in self.blocks:
            return f"cd-{module.number:02}/{name}"
        return self.names.get(name)

    def resolve(self, address: str) -> tuple[str, str]:
        """Return (source id, path) of an address; without a prefix the main source is meant."""
        source, colon, path = address.strip().partition(":")
        return (source, path) if colon else (self.course.main_source, source)
