"""Blocks -> nodes: what the template of each kind of block draws, with all words already set."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from giaotrinh.model.blocks import DRAWN, OPENING, PRACTISING, RUNS, Drawing
from giaotrinh.model.document import Block
from giaotrinh.render.blocks.inline import set_inlines, set_paragraph
from giaotrinh.render.blocks.pictures import picture_address
from giaotrinh.render.blocks.provisions import draw_provision
from giaotrinh.render.blocks.targets import names_in, source_note, target_table
from giaotrinh.render.blocks.typography import set_text
from giaotrinh.render.blocks.words import CALLOUTS
from giaotrinh.render.charts import SMALLEST, draw_chart
from giaotrinh.render.composition import Composition
from giaotrinh.render.style.large import SMALLEST as LARGE_PRINT

EMPTY = Markup("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A block ready to be drawn by templates/.../blocks/<kind>.html."""

    kind: str
    id: str = ""
    number: str = ""
    title: Markup = EMPTY
    caption: Markup = EMPTY
    """The title, or the option `caption` where there is none."""
    text: Markup = EMPTY
    sources: Markup = EMPTY
    """What a paragraph of a book cites, to stand beside it; elsewhere it ends the text."""
    options: Mapping[str, str] = field(default_factory=dict)
    """As the author wrote them; a template that asks for one that is not there gets ""."""
    children: tuple["Node", ...] = ()
    data: object = None
    """What this kind draws: a table, a chart, a provision."""
    headed: bool = False
    """Of a run: whether the author's own heading stands directly before it."""


def set_blocks(blocks: tuple[Block, ...], composition: Composition) -> tuple[Node, ...]:
    """Return the nodes of blocks, transparent ones opened, neighbours of one kind gathered."""
    return tuple(_gathered([set_block(block, composition) for block in _opened(blocks)]))


def set_block(block: Block, composition: Composition) -> Node:
    """Return the node of a block and note its id as shown."""
    composition.shown.append(block.id)
    # In the order of the page: footnotes are numbered as they are met.
    title = set_inlines(block.title, composition)
    text, sources = set_paragraph(block.inlines, composition)
    if sources and not _has_margin(block, composition):
        text, sources = text + Markup(' <span class="sources-after">{}</span>').format(sources), EMPTY
    children = _children(block, composition)
    if block.kind in DRAWN[Drawing.LED] and not text and children and children[0].kind == "paragraph":
        text, children = children[0].text, children[1:]
    return Node(
        kind=block.kind,
        id=block.id,
        number=block.number,
        title=title,
        caption=title or set_text(block.options.get("caption", "")),
        text=text,
        sources=sources,
        options=defaultdict(str, block.options),
        children=children,
        data=_DATA.get(block.kind, _nothing)(block, composition),
    )


def _has_margin(block: Block, composition: Composition) -> bool:
    """Return whether the column of sources is beside a block: lists and boxes end with their sources instead."""
    return block.kind == "paragraph" and not composition.depth and bool(composition.page.sources)


def _children(block: Block, composition: Composition) -> tuple[Node, ...]:
    if block.kind in DRAWN[Drawing.WHOLE]:
        return ()
    inside = block.kind not in PRACTISING
    composition.depth += inside
    nodes = set_blocks(block.children, composition)
    composition.depth -= inside
    return nodes


def _opened(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if block.kind in DRAWN[Drawing.OPENED]:
            yield from _opened(block.children)
        elif block.kind not in DRAWN[Drawing.NEVER] and block.kind not in OPENING:
            yield block


def _gathered(nodes: list[Node]) -> Iterator[Node]:
    run: list[Node] = []
    before = ""
    for node in [*nodes, Node(kind="")]:
        if run and node.kind != run[0].kind:
            yield Node(kind=RUNS[run[0].kind], children=tuple(run), headed=before == "heading")
            before, run = run[0].kind, []
        if node.kind in RUNS:
            run.append(node)
        elif node.kind:
            before = node.kind
            yield node


def _nothing(block: Block, composition: Composition) -> object:
    return None


def _grid(block: Block, composition: Composition) -> tuple[tuple[Markup, ...], ...]:
    rows = [[_cell_text(cell, composition) for cell in row.children] for row in block.children]
    width = max((len(row) for row in rows), default=0)
    return tuple((*row, *[Markup("")] * (width - len(row))) for row in rows)


def _cell_text(cell: Block, composition: Composition) -> Markup:
    own = set_inlines(cell.inlines, composition)
    return own + Markup(" ").join(set_inlines(child.inlines, composition) for child in cell.children)


def _targets(block: Block, composition: Composition) -> object:
    metrics, horizons = names_in(block.options.get("metrics", "")), names_in(block.options.get("horizons", ""))
    return target_table(composition.curriculum, metrics, horizons)


def _provision(block: Block, composition: Composition) -> object:
    address = block.options.get("path", "") or block.plain_title
    with_children = block.options.get("children", "no") in ("yes", "true")
    return draw_provision(composition.curriculum, address.strip(), with_children=with_children)


def _quote(block: Block, composition: Composition) -> object:
    return draw_provision(composition.curriculum, block.options.get("source", "").strip(), with_children=False)


def _chart(block: Block, composition: Composition) -> object:
    names = names_in(block.options.get("figures", ""))
    figures = tuple(composition.curriculum.figures[name] for name in names if name in composition.curriculum.figures)
    smallest = LARGE_PRINT if composition.page.large else SMALLEST
    chart, found = draw_chart(
        block, figures, composition.measure, composition.page.body_points, composition.tallest, smallest
    )
    composition.found.extend(found)
    return (chart, source_note(composition.curriculum, figures)) if chart else None


def _figure(block: Block, composition: Composition) -> object:
    return picture_address(block.options.get("src", ""), composition)


def _form(block: Block, composition: Composition) -> object:
    columns = tuple(name.strip() for name in block.options.get("columns", "").split("|") if name.strip())
    return {"lines": _count(block, "lines", 0 if columns else 4), "columns": columns, "rows": _count(block, "rows", 4)}


def _callout(block: Block, composition: Composition) -> object:
    kind = block.options.get("kind", "note")
    writes = any(part.kind == "form" for part in block.walk())
    return {"head": CALLOUTS.get(kind, CALLOUTS["note"]), "lines": 0 if writes or kind != "unit" else 3}


def _count(block: Block, name: str, default: int) -> int:
    value = block.options.get(name, "")
    return min(int(value), 60) if value.isdigit() else default


_DATA: Mapping[str, Callable[[Block, Composition], object]] = {
    "grid": _grid,
    "targets": _targets,
    "provision": _provision,
    "quote": _quote,
    "chart": _chart,
    "figure": _figure,
    "form": _form,
    "callout": _callout,
}
