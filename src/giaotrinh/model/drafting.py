"""What drafting takes and gives: a plan that a school can write, and the files of a drafted course."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from giaotrinh.model.course import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedModule:
    """A place in a plan: the provisions it takes and how a session of it is divided."""

    kind: str = "content"
    """content, workshop (from the resolution to a programme of one's own) or review (closing test)."""
    title: str
    short_title: str
    takes: tuple[str, ...] = ()
    """Roles of the provisions it teaches; "rest" takes what no other place of the plan takes."""
    theory: int = 3
    discussion: int = 1
    assessment: int = 0
    """Tiết of one session (buổi) by kind; together they fill it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPlan:
    """A plan (kế hoạch) of a course, before anything is known of the resolution."""

    id: str
    """From the file name: "5-ngay"."""
    title: str
    sessions: int
    """Buổi that the course fills."""
    modules: tuple[PlannedModule, ...]
    audiences: Mapping[str, str] = field(default_factory=dict)
    """Audience id -> name as printed; the first is taken where none is asked for."""
    file: str = ""
    spans: Spans = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedCourse:
    """The files of a drafted course; nothing is written yet."""

    files: Mapping[str, str]
    """Path in the project -> text."""
    modules: tuple[str, ...]
    """Ids of the modules in the order of the course."""
