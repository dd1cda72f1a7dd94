"""Slides for the one who speaks: the page, what to say with it, and when by the lesson plan."""

from giaotrinh.driver.live import LiveFile
from giaotrinh.model.course import Module
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.document import Block, plain
from giaotrinh.model.edition import Reader
from giaotrinh.model.fragment import PageMap
from giaotrinh.model.view import view_for
from giaotrinh.preview.state import file_id
from giaotrinh.render.blocks.inline import set_inlines
from giaotrinh.render.blocks.words import NOTES
from giaotrinh.render.composition import Composition
from giaotrinh.render.papers.plan import PlanRow, lesson_plan
from giaotrinh.render.papers.slides import slide_changes


def slides_of(curriculum: Curriculum, module: Module, file: LiveFile, book: PageMap | None) -> list[dict[str, object]]:
    """Return the pages of a module's slide file in order, with notes, planned time and page of the book.

    The first page is the title; each further page is a slide.
    """
    view = view_for(curriculum, Reader.INSTRUCTOR)
    composition = Composition(curriculum=curriculum, view=view, page=file.edition.page, module=module)
    changes = slide_changes(curriculum, module)
    titles = len(file.keys) - len(changes)
    starts = lesson_plan(composition).rows
    order = [block.id for block in module.walk()]
    afters = [change.after for change in changes]
    found = []
    for at, key in enumerate(file.keys):
        number = at - titles
        after = afters[number] if 0 <= number < len(changes) else ""
        until = afters[number + 1] if 0 <= number < len(changes) - 1 else ""
        found.append(
            {
                "digest": key,
                "file": file_id(file),
                "index": at,
                "number": number + 1 if number >= 0 else 0,
                "title": plain(changes[number].block.title) if 0 <= number < len(changes) else module.title,
                "notes": _notes(composition, module, _between(order, after, until)),
                "book_page": book.labels.get(after, "") if book and after else "",
                "starts": _time(starts, order, after),
            }
        )
    return found


def _between(order: list[str], after: str, until: str) -> frozenset[str]:
    """Return the blocks from the one at which a slide comes to that of the next slide."""
    if after not in order:
        return frozenset()
    last = order.index(until) if until in order and until != after else len(order)
    return frozenset(order[order.index(after) : last])


def _notes(composition: Composition, module: Module, within: frozenset[str]) -> list[dict[str, str]]:
    """Return the instructor's notes among some blocks; with none, the opening words of the lesson."""
    if not within:
        return [{"kind": NOTES["lead-in"], "text": module.lead_in}] if module.lead_in else []
    return [_note(composition, block) for block in module.walk() if block.kind == "notes" and block.id in within]


def _note(composition: Composition, block: Block) -> dict[str, str]:
    words = (set_inlines((*inner.title, *inner.inlines), composition).striptags() for inner in block.walk())
    return {"kind": NOTES.get(block.options.get("kind", "stress"), ""), "text": " ".join(filter(None, words))}


def _time(rows: tuple[PlanRow, ...], order: list[str], after: str) -> str:
    """Return the clock at which the step of the plan begins that holds a block."""
    if after not in order:
        return rows[0].start if rows else ""
    begun = [row for row in rows if row.id in order and order.index(row.id) <= order.index(after)]
    return begun[-1].start if begun else ""
