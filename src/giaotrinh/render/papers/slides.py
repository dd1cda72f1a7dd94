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
from giaotrinh.render.blocks.figures import figure_words
from giaotrinh.render.blocks.inline import set_inlines
from giaotrinh.render.blocks.nodes import Node, set_block, set_blocks
from giaotrinh.render.blocks.places import cite
from giaotrinh.render.blocks.targets import figures_of, places_in_words, source_note
from giaotrinh.render.blocks.typography import set_text, typeset
from giaotrinh.render.composition import Composition

KIND = "slide"
LISTS = frozenset({"bullets", "numbers"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideFigure:
    """The one figure of a slide: what the room reads from its last row."""

    number: Markup
    unit: str
    """A unit that is a word; signs such as % stand behind the number."""
    metric: str
    horizon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide ready to be drawn."""

    id: str
    number: int
    """From 1, in the module: what "SL 12" in the instructor's book counts."""
    kind: str
    """text, number, chart, table, columns, question or picture."""
    title: Markup
    children: tuple[Node, ...]
    columns: tuple[tuple[Node, ...], ...]
    """Of a slide of the kind columns, its children in two: each a list with what stands before it."""
    figure: SlideFigure | None
    """Of a slide of the kind number."""
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


def slides(composition: Composition, page_of: Callable[[str], str], width: float = 0) -> tuple[Slide, ...]:
    """Return the slides of the composition's module; none is an error, reported where the module begins.

    `width` is that of the frame in millimetres, where it is narrower than the page.
    """
    module = composition.module
    if module is None:
        return ()
    composition.frame_width = width
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
    shown = _shown(block, composition)
    own = set_blocks(tuple(_without_sources(block.children)), composition)
    return Slide(
        id=block.id,
        number=change.number,
        kind=block.options.get("kind", "text"),
        title=set_inlines(block.title, composition),
        children=(*own, *(drawn_again(each, composition) for each in shown)),
        columns=_columns(own),
        figure=_figure(block, composition),
        source=_source(block, composition),
        page=page,
    )


def _shown(block: Block, composition: Composition) -> tuple[Block, ...]:
    """Return the block of the book that a slide shows; one of instructors' alone is no learner's slide."""
    found = composition.find(block.options.get("shows", ""))
    return (found,) if found is not None and composition.sees(found.id) else ()


def _columns(nodes: tuple[Node, ...]) -> tuple[tuple[Node, ...], ...]:
    columns: list[list[Node]] = [[]]
    for node in nodes:
        if columns[-1] and columns[-1][-1].kind in LISTS:
            columns.append([])
        columns[-1].append(node)
    return tuple(tuple(column) for column in columns)


def drawn_again(block: Block, composition: Composition) -> Node:
    """Return the node of a block of the book for another paper: the same matter without its id and number."""
    shown = len(composition.shown)
    node = set_block(block, composition)
    del composition.shown[shown:]
    return replace(node, id="", number="")


def _figure(block: Block, composition: Composition) -> SlideFigure | None:
    figure = composition.curriculum.figures.get(block.options.get("figure", "").strip())
    if figure is None:
        return None
    sign = figure.unit if figure.unit.startswith("%") else ""
    return SlideFigure(
        number=set_text(figure_words(figure) + sign),
        unit="" if sign else typeset(figure.unit),
        metric=typeset(figure.metric),
        horizon=typeset(figure.horizon),
    )


def _source(block: Block, composition: Composition) -> Markup:
    """Return the places its own source lines cite; where it cites nothing, those of the figures it shows.

    A block of the book has its origins under it there: the slide names it with its places.
    """
    curriculum = composition.curriculum
    shown = _shown(block, composition)
    if shown:
        named = [composition.label(each) for each in shown if each.number]
        places = [places_in_words(curriculum, figures_of(each, curriculum)) for each in shown]
        return set_text("; ".join(filter(None, (*named, *places))), ranges=False)
    cited = [word.text for item in _source_items(block) for word in _inlines_of(item) if word.kind == "cite"]
    if cited:
        return set_text("; ".join(cite(curriculum, addresses) for addresses in cited), ranges=False)
    words = [word for part in block.walk() for word in part.words()]
    names = [word.text.strip() for word in words if word.kind == "value"] + [block.options.get("figure", "").strip()]
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
