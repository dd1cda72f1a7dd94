"""Slides: the short forms of a module for the screen, in order, each with its source and its place in the book."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from giaotrinh.model.course import Module
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import error
from giaotrinh.model.document import Block, Inline
from giaotrinh.model.edition import Reader
from giaotrinh.model.span import Span
from giaotrinh.model.view import short_forms
from giaotrinh.render.blocks.inline import set_inlines
from giaotrinh.render.blocks.nodes import Node, set_blocks
from giaotrinh.render.blocks.places import cite
from giaotrinh.render.blocks.targets import source_note
from giaotrinh.render.blocks.typography import set_text
from giaotrinh.render.composition import Composition

KIND = "slide"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide ready to be drawn."""

    id: str
    number: int
    """From 1, in the module: what "SL 12" in the instructor's book counts."""
    title: Markup
    children: tuple[Node, ...]
    source: Markup
    """Where its statements come from, without "Nguồn:"; empty where it states nothing of a source."""
    page: str
    """Label of the page of the learner's book it belongs to; "" while unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideChange:
    """A slide and the block of the book at which it comes on the screen."""

    block: Block
    number: int
    after: str
    """Id of that block; "" for the slides before any."""


def slides(composition: Composition, page_of: Callable[[str], str]) -> tuple[Slide, ...]:
    """Return the slides of the composition's module; none is an error, reported where the module begins."""
    module = composition.module
    if module is None:
        return ()
    changes = slide_changes(composition.curriculum, module)
    if not changes:
        composition.found.append(error("slides-missing", Span(file=module.file, line=1, column=1), module=module.id))
    return tuple(_slide(change, composition, page_of(change.after or module.id)) for change in changes)


def slide_changes(curriculum: Curriculum, module: Module) -> tuple[SlideChange, ...]:
    """Return the slides of a module in order; one that names no block comes with the slide before it."""
    changes: list[SlideChange] = []
    blocks = short_forms(module, KIND, Reader.LEARNER, curriculum.course.audience)
    for number, block in enumerate(blocks, start=1):
        named = block.options.get("after", "")
        before = changes[-1].after if changes else ""
        after = curriculum.named(named, module) if named else before
        changes.append(SlideChange(block=block, number=number, after=after or before))
    return tuple(changes)


def _slide(change: SlideChange, composition: Composition, page: str) -> Slide:
    block = change.block
    composition.shown.append(block.id)
    return Slide(
        id=block.id,
        number=change.number,
        title=set_inlines(block.title, composition),
        children=set_blocks(tuple(_without_sources(block.children)), composition),
        source=_source(block, composition),
        page=page,
    )


def _source(block: Block, composition: Composition) -> Markup:
    """Return the places its own source lines cite; where it cites nothing, those of the figures it shows."""
    curriculum = composition.curriculum
    cited = [word.text for item in _source_items(block) for word in _inlines_of(item) if word.kind == "cite"]
    if cited:
        return set_text("; ".join(cite(curriculum, addresses) for addresses in cited), ranges=False)
    words = [word for part in block.walk() for word in part.words()]
    names = [word.text.strip() for word in words if word.kind == "value"]
    figures = [curriculum.figures[name] for name in names if name in curriculum.figures]
    shown_elsewhere = any(word.kind == "cite" for word in words)
    return Markup("") if shown_elsewhere or not figures else source_note(curriculum, figures)


def _without_sources(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        kept = tuple(child for child in block.children if not _is_source(child))
        if not _is_source(block) and (kept or not block.children):
            yield replace(block, children=kept)


def _source_items(block: Block) -> Iterator[Block]:
    for child in block.children:
        if _is_source(child):
            yield child
        else:
            yield from _source_items(child)


def _is_source(block: Block) -> bool:
    """Return whether an item or paragraph holds citations and nothing else."""
    inlines = [inline for inline in _inlines_of(block) if inline.kind != "text" or inline.text.strip(" ;,.")]
    return block.kind in ("item", "paragraph") and bool(inlines) and all(inline.kind == "cite" for inline in inlines)


def _inlines_of(block: Block) -> tuple[Inline, ...]:
    """Return the words of a block that has no others below it: its own, or those of an item's one paragraph."""
    if block.kind == "item" and len(block.children) == 1 and block.children[0].kind == "paragraph":
        return () if block.inlines else block.children[0].inlines
    return () if block.children else block.inlines
