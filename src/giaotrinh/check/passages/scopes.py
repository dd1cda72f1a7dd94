"""Gathering the scopes of passages from the citations of blocks and sections."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from giaotrinh.check.passages.passage import Address, Passage
from giaotrinh.check.passages.scope import Scope
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.blocks import CALLING
from giaotrinh.model.curriculum import Citation

_WIDE = frozenset({"activity"})
"""Blocks too wide to lend a citation in one corner to a number in another; their sections do."""

_Section = tuple[str, tuple[str, ...]]
"""Id of a module and the headings a passage stands under."""


@dataclass
class _Gathered:
    """Citations by block, section and module."""

    blocks: dict[str, set[Address]] = field(default_factory=dict)
    sections: dict[_Section, set[Address]] = field(default_factory=dict)
    modules: dict[str, set[Address]] = field(default_factory=dict)

    def call(self, module: str, block: str, called: Iterable[Address]) -> None:
        """Add what the options of a block call."""
        self.blocks.setdefault(block, set()).update(called)
        self.modules.setdefault(module, set()).update(called)

    def add(self, passage: Passage, cited: Iterable[Address]) -> None:
        """Add what a passage cites to every block around it."""
        section = _section(passage)
        self.sections.setdefault(section, set()).update(cited)
        self.modules.setdefault(section[0], set()).update(cited)
        if passage.block is not None:
            for block in (passage.block, *passage.above):
                self.blocks.setdefault(block.id, set()).update(cited)

    def scope(self, passage: Passage, cited: Iterable[Address]) -> Scope:
        """Return the scope of a passage that cites some provisions."""
        own = set(cited)
        around: set[Address] = set()
        if passage.block is not None:
            own |= self.blocks.get(passage.block.id, set())
            rows = [block for block in passage.above if block.kind in ("row", "item")]
            own |= self.blocks.get(rows[-1].id, set()) if rows else set()
        for block in passage.above:
            if block.kind not in _WIDE:
                around |= self.blocks.get(block.id, set())
        section = _section(passage)
        return Scope(
            own=frozenset(own),
            around=frozenset(around),
            section=frozenset(self.sections.get(section, ())),
            module=frozenset(self.modules.get(section[0], ())),
        )


class Scopes:
    """The scopes of a course's passages."""

    def __init__(self, subject: Subject) -> None:
        """Gather the citations of every block, section and module."""
        self._all, self._by_people = _Gathered(), _Gathered()
        for module in subject.modules:
            for block in module.walk():
                called = _called(subject.curriculum.by_block.get(block.id, ())) if block.kind in CALLING else ()
                if called:
                    self._all.call(module.id, block.id, called)
                    self._by_people.call(module.id, block.id, called)
        for passage in subject.passages:
            cited = _cited(passage)
            if cited:
                self._all.add(passage, cited)
                self._by_people.add(passage, _cited_by_people(passage))

    def of(self, passage: Passage) -> Scope:
        """Return the scope of a passage: what people cite, and what figures printed by {value} lean on."""
        return self._all.scope(passage, _cited(passage))

    def by_people(self, passage: Passage) -> Scope:
        """Return the scope of a passage as people cite, as against what figures printed by {value} lean on."""
        return self._by_people.scope(passage, _cited_by_people(passage))


def _called(citations: Iterable[Citation]) -> tuple[Address, ...]:
    return tuple((citation.source, citation.path) for citation in citations if citation.use not in ("cite", "value"))


def _cited_by_people(passage: Passage) -> tuple[Address, ...]:
    return tuple(address for address, _ in passage.cites)


def _cited(passage: Passage) -> tuple[Address, ...]:
    return (*_cited_by_people(passage), *((figure.source, figure.provision) for figure, _, _ in passage.figures))


def _section(passage: Passage) -> _Section:
    return (passage.module.id if passage.module else "", passage.headings)
