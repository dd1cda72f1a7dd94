"""Scopes: which provisions a passage leans on, from its own citations outwards to those of its section."""

from collections.abc import Iterable
from dataclasses import dataclass

from giaotrinh.check.passage import Address, Passage
from giaotrinh.check.subject import Subject

_WIDE = frozenset({"activity"})
"""Blocks too wide to lend a citation in one corner to a number in another; their sections do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The provisions a passage leans on, nearest first."""

    own: frozenset[Address]
    """Cited in the passage itself, in its row of a table or by the block it is the words of."""
    around: frozenset[Address]
    """Cited in the blocks around it: its list, its table, its box."""
    section: frozenset[Address]
    """Cited anywhere under the same headings."""

    cited: frozenset[Address] = frozenset()
    """What people cite under the same headings, as against what figures printed by {value} lean on."""

    @property
    def all(self) -> frozenset[Address]:
        """Return the provisions of every ring."""
        return self.own | self.around | self.section


class Scopes:
    """The scopes of a course's passages."""

    def __init__(self, subject: Subject) -> None:
        """Gather the citations of every block and section."""
        self._blocks: dict[str, set[Address]] = {}
        self._sections: dict[tuple[str, tuple[str, ...]], set[Address]] = {}
        self._by_people: dict[tuple[str, tuple[str, ...]], set[Address]] = {}
        for citation in subject.curriculum.citations:
            if citation.use not in ("cite", "value"):
                self._blocks.setdefault(citation.block, set()).add((citation.source, citation.path))
        for passage in subject.passages:
            cited = _cited(passage)
            if cited:
                self._gather(passage, cited)

    def of(self, passage: Passage) -> Scope:
        """Return the scope of a passage."""
        own = set(_cited(passage))
        around: set[Address] = set()
        if passage.block is not None:
            own |= self._blocks.get(passage.block.id, set())
            rows = [block for block in passage.above if block.kind in ("row", "item")]
            own |= self._blocks.get(rows[-1].id, set()) if rows else set()
        for block in passage.above:
            if block.kind not in _WIDE:
                around |= self._blocks.get(block.id, set())
        section = self._sections.get(_section(passage), set())
        cited = self._by_people.get(_section(passage), set())
        return Scope(own=frozenset(own), around=frozenset(around), section=frozenset(section), cited=frozenset(cited))

    def _gather(self, passage: Passage, cited: Iterable[Address]) -> None:
        self._sections.setdefault(_section(passage), set()).update(cited)
        self._by_people.setdefault(_section(passage), set()).update(address for address, _ in passage.cites)
        if passage.block is not None:
            for block in (passage.block, *passage.above):
                self._blocks.setdefault(block.id, set()).update(cited)


def _cited(passage: Passage) -> tuple[Address, ...]:
    figures = ((figure.source, figure.provision) for figure, _, _ in passage.figures)
    return (*(address for address, _ in passage.cites), *figures)


def _section(passage: Passage) -> tuple[str, tuple[str, ...]]:
    return (passage.module.id if passage.module else "", passage.headings)
