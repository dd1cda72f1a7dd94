"""The content of a lesson as its plan goes: for each step the headings, what is shown, and the lecturer's own words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from giaotrinh.model.blocks import IN_LESSON, TIMED, Lesson
from giaotrinh.model.document import Block
from giaotrinh.render.blocks.inline import set_inlines
from giaotrinh.render.blocks.nodes import EMPTY, Node, set_block
from giaotrinh.render.blocks.typography import typeset
from giaotrinh.render.blocks.words import CALLOUTS, NOTES
from giaotrinh.render.composition import Composition
from giaotrinh.render.papers.plan import PlanRow, lesson_plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A step of the lesson."""

    row: PlanRow
    pages: str
    """Pages of the learner's book it goes through, "31" or "31–35"; "" while unknown."""
    children: tuple[Node, ...]
    """Nodes of what a lesson holds in full, and "pointer" nodes with the name of what it points at as their title."""


def stages(composition: Composition, page_of: Callable[[str], str]) -> tuple[Stage, ...]:
    """Return the steps of the module's lesson in the order of its plan, breaks left out."""
    module = composition.module
    if module is None:
        return ()
    timed = {block.id: block for block in composition.view.walk(module.id) if block.kind in TIMED}
    rows = (row for row in lesson_plan(composition).rows if not row.is_break)
    return tuple(_stage(timed[row.id], row, composition, page_of) for row in rows)


def _stage(block: Block, row: PlanRow, composition: Composition, page_of: Callable[[str], str]) -> Stage:
    known = [page for part in block.walk() if (page := page_of(part.id))]
    pages = "–".join(dict.fromkeys((known[0], known[-1]))) if known else ""
    composition.shown.append(block.id)
    return Stage(row=row, pages=pages, children=tuple(_nodes(block.children, composition)))


def _nodes(blocks: tuple[Block, ...], composition: Composition) -> Iterator[Node]:
    for block in blocks:
        if block.kind == "notes":
            yield note_node(block, composition)
        elif block.kind in IN_LESSON[Lesson.IN_FULL]:
            yield set_block(block, composition)
        elif block.kind in IN_LESSON[Lesson.POINTED_AT]:
            yield _pointer(block, composition)
            # What is said about a box or a form stands inside it.
            yield from _nodes(tuple(child for child in block.children if child.kind == "notes"), composition)
        else:
            yield from _nodes(block.children, composition)


def note_node(block: Block, composition: Composition) -> Node:
    """Return a note with what it is for ("Chuyển ý") as its data."""
    node = set_block(block, composition)
    kind = block.options.get("kind", "stress")
    return Node(kind="notes", id=node.id, title=node.title, children=node.children, data=NOTES.get(kind, kind))


def _pointer(block: Block, composition: Composition) -> Node:
    label = composition.label(block) if block.number else CALLOUTS.get(block.options.get("kind", ""), "")
    title = set_block(block, composition).text if block.kind == "question" else EMPTY
    return Node(kind="pointer", id=block.id, title=set_inlines(block.title, composition) or title, data=typeset(label))
