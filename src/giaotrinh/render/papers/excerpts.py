"""What other papers than the book take from a module: its short forms, and blocks of a kind wherever they stand."""

from collections.abc import Iterator
from dataclasses import replace

from giaotrinh.model.document import Block, Inline
from giaotrinh.model.edition import Reader
from giaotrinh.model.view import short_forms
from giaotrinh.render.blocks.nodes import Node, set_block, set_blocks
from giaotrinh.render.composition import Composition


def handout(composition: Composition, *, to_write: bool = False) -> tuple[Node, ...]:
    """Return what the module's `handout` blocks hold for learners; empty where it has none.

    Where learners are `to_write`, blanks are room to write in, and filled room for instructors: the twins have the same
    lines. Elsewhere the words of blanks stand in the text.
    """
    module = composition.module
    if module is None:
        return ()
    blocks = short_forms(module, "handout", Reader.LEARNER, composition.curriculum.course.audience)
    if not to_write:
        return tuple(node for block in blocks for node in set_blocks(_written_out(block).children, composition))
    composition.shown.extend(block.id for block in blocks)
    return tuple(node for block in blocks for node in set_blocks(block.children, composition))


def _written_out(block: Block) -> Block:
    children = tuple(_written_out(child) for child in block.children)
    return replace(block, inlines=tuple(_words(block.inlines)), children=children)


def _words(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for inline in inlines:
        if inline.kind == "blank":
            yield from inline.children
        else:
            yield replace(inline, children=tuple(_words(inline.children)))


def picked(composition: Composition, *kinds: str) -> tuple[Node, ...]:
    """Return the visible blocks of the module that are of these kinds, in the order of the page.

    What stands inside a picked block is part of it.
    """
    if composition.module is None:
        return ()
    found = _outermost(composition.view.modules[composition.module.id], frozenset(kinds))
    return tuple(set_block(block, composition) for block in found)


def _outermost(blocks: tuple[Block, ...], kinds: frozenset[str]) -> Iterator[Block]:
    for block in blocks:
        if block.kind in kinds:
            yield block
        else:
            yield from _outermost(block.children, kinds)
