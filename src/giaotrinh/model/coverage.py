"""What of the sources is taught, practised and tested, and where: the coverage and the concordance."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from giaotrinh.model.curriculum import Citation
from giaotrinh.model.source import Role


class Depth(StrEnum):
    """How far a course goes with a provision; each asks for what stands before it."""

    TAUGHT = "taught"
    """Cited in the text of a module."""
    PRACTISED = "practised"
    """Cited in a discussion, an exercise or a field study."""
    TESTED = "tested"
    """Cited by a question, with an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionCoverage:
    """One provision of a source and the places of the course that lean on it."""

    source: str
    path: str
    role: Role | None
    needed: Depth | None
    """What the school's policy asks for; None where it asks for nothing."""
    taught: tuple[Citation, ...] = ()
    practised: tuple[Citation, ...] = ()
    tested: tuple[Citation, ...] = ()
    accepted: str = ""
    """The reason why it need not be taught, "" where none is given."""

    @property
    def reached(self) -> Depth | None:
        """Return the deepest of taught, practised, tested that holds; None where nothing cites it."""
        if self.tested:
            return Depth.TESTED
        if self.practised:
            return Depth.PRACTISED
        return Depth.TAUGHT if self.taught else None

    @property
    def meets(self) -> bool:
        """Whether the policy is met, by teaching or by an accepted reason."""
        if self.needed is None or self.accepted:
            return True
        found = {Depth.TAUGHT: self.taught, Depth.PRACTISED: self.practised, Depth.TESTED: self.tested}
        return bool(found[self.needed]) and bool(self.taught or self.practised)

    @property
    def places(self) -> tuple[Citation, ...]:
        """Return every citation of it, in the order of the course, without repeats of a block."""
        return _first_of_each_block((*self.taught, *self.practised, *self.tested))


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The coverage of every source of a course, provisions in the order of their texts."""

    provisions: tuple[ProvisionCoverage, ...]

    @property
    def cited(self) -> tuple[ProvisionCoverage, ...]:
        """Return the provisions the course leans on: the rows of the concordance."""
        return tuple(row for row in self.provisions if row.places)

    @property
    def asked(self) -> tuple[ProvisionCoverage, ...]:
        """Return the provisions the policy asks for."""
        return tuple(row for row in self.provisions if row.needed is not None)

    @property
    def missing(self) -> tuple[ProvisionCoverage, ...]:
        """Return the provisions that fall short of the policy."""
        return tuple(row for row in self.provisions if not row.meets)


def _first_of_each_block(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    first: dict[tuple[str, str], Citation] = {}
    for citation in citations:
        first.setdefault((citation.module, citation.block), citation)
    return tuple(first.values())
