"""What one reader may see of a course, built before any template runs.

Blocks for others (instructors, another audience) are not hidden: they are absent from the value.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from giaotrinh.model.blocks import INSTRUCTOR_ONLY, SHORT_FORMS
from giaotrinh.model.course import Module
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.document import Block
from giaotrinh.model.edition import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The visible blocks of every module."""

    reader: Reader
    modules: Mapping[str, tuple[Block, ...]]
    """Module id -> its blocks, pruned."""
    parents: Mapping[str, Block]
    """Id of a visible block -> the visible block that holds it."""
    ids: frozenset[str]
    """Ids of all visible blocks."""

    def walk(self, module: str) -> Iterator[Block]:
        """Yield the visible blocks of a module in the order of the page."""
        for block in self.modules[module]:
            yield from block.walk()


def view_for(curriculum: Curriculum, reader: Reader) -> View:
    """Return what the reader may see of a book: no short forms, no blocks for other audiences or readers."""
    return _view(Same(curriculum), reader)


def short_forms(module: Module, kind: str, reader: Reader, audience: str) -> tuple[Block, ...]:
    """Return the module's blocks of one kind of SHORT_FORMS that are for an audience, with what the reader may see."""
    found = (block for block in module.walk() if block.kind == kind and _is_for(block, audience))
    return tuple(replace(block, children=visible(block.children, reader, audience)) for block in found)


def visible(blocks: tuple[Block, ...], reader: Reader, audience: str) -> tuple[Block, ...]:
    """Return the blocks a reader may see, pruned at every depth."""
    kept = (block for block in blocks if _may_see(block, reader, audience))
    return tuple(
        replace(block, children=visible(block.children, reader, audience)) if block.children else block
        for block in kept
    )


def _may_see(block: Block, reader: Reader, audience: str) -> bool:
    if block.kind in SHORT_FORMS or (reader is Reader.LEARNER and block.kind in INSTRUCTOR_ONLY):
        return False
    return _is_for(block, audience)


def _is_for(block: Block, audience: str) -> bool:
    wanted = block.options.get("audience", "")
    return not wanted or audience in {name.strip() for name in wanted.split(",")}


class Same:
    """A key for what is made once of one curriculum: equal where the curriculum is the same object."""

    def __init__(self, curriculum: Curriculum) -> None:
        self.curriculum = curriculum

    def __hash__(self) -> int:
        return id(self.curriculum)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.curriculum is self.curriculum


@lru_cache(maxsize=4)
def _view(key: Same, reader: Reader) -> View:
    audience = key.curriculum.course.audience
    modules = {module.id: visible(module.blocks, reader, audience) for module in key.curriculum.project.modules}
    every = [block for blocks in modules.values() for top in blocks for block in top.walk()]
    return View(
        reader=reader,
        modules=modules,
        parents={child.id: block for block in every for child in block.children},
        ids=frozenset(block.id for block in every),
    )
