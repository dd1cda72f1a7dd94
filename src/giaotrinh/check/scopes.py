"""Gathering the scopes of passages from the citations of blocks and sections."""

from collections.abc import Iterable

from giaotrinh.check.passage import Address, Passage
from giaotrinh.check.scope import Scope
from giaotrinh.check.subject import Subject
from giaotrinh.model.curriculum import Citation

_WIDE = frozenset({"activity"})
"""Blocks too wide to lend a citation in one corner to a number in another; their sections do."""


_CALLING = frozenset({"question", "quote", "provision", "targets", "chart"})
"""Blocks whose options call provisions."""


class Scopes:
    """The scopes of a course's passages."""

    def __init__(self, subject: Subject) -> None:
        """Gather the citations of every block and section."""
        self._blocks: dict[str, set[Address]] = {}
        self._sections: dict[tuple[str, tuple[str, ...]], set[Address]] = {}
        self._by_people: dict[tuple[str, tuple[str, ...]], set[Address]] = {}
        for module in subject.modules:
            for block in module.walk():
                if block.kind in _CALLING:
                    self._call(block.id, subject.curriculum.by_block.get(block.id, ()))
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

    def _call(self, block: str, citations: Iterable[Citation]) -> None:
        called = {(citation.source, citation.path) for citation in citations if citation.use not in ("cite", "value")}
        if called:
            self._blocks.setdefault(block, set()).update(called)

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
