"""What a module and the question bank call by name: provisions, figures, terms, blocks, references, pictures."""

from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

from giaotrinh.check.linking.naming import is_counted, listed, nearest_path, place
from giaotrinh.check.linking.pictures import unprintable
from giaotrinh.model.course import Module, Question
from giaotrinh.model.curriculum import Citation, Curriculum
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.document import Block, Inline
from giaotrinh.model.nearest import nearest
from giaotrinh.model.quantity import Figure
from giaotrinh.model.span import Span

Found = Citation | Diagnostic


def calls_of_module(curriculum: Curriculum, module: Module) -> Iterator[Found]:
    """Yield a citation for every provision the module leans on, an error for every name that is unknown."""
    for block in module.walk():
        for inline in block.words():
            if inline.kind in _ROLES:
                yield from _ROLES[inline.kind](curriculum, module, block, inline)
            elif inline.kind == "image":
                yield from _image(curriculum, inline.target, inline.span)
        if block.options or block.kind == "provision":
            yield from _options(curriculum, module, block)


def calls_of_bank(curriculum: Curriculum, questions: Iterable[Question]) -> Iterator[Found]:
    """Yield the citations and unknown names of questions of the bank; their block is the question's id."""
    for question in questions:
        file = question.span.file
        for number, address in enumerate(question.cites):
            span = place(question.spans, f"cites.{number}", file, question.span)
            yield cited(curriculum, address, span, module=question.module, block=question.id, use="question")
        if question.module and question.module not in curriculum.modules:
            span = place(question.spans, "module", file, question.span)
            known = nearest(question.module, curriculum.modules)
            yield error("module-not-in-course", span, name=question.module, nearest=known)


def cited(
    curriculum: Curriculum, address: str, span: Span, *, module: str, block: str, use: str, whole: bool = False
) -> Found:
    """Return the citation an address makes, or the error that says which part of it is unknown."""
    source, path = curriculum.resolve(address)
    if (source, path) in curriculum.provisions:
        return Citation(module=module, block=block, source=source, path=path, span=span, use=use, whole=whole)
    if source not in curriculum.sources:
        return error("source-unknown", span, name=source, nearest=nearest(source, curriculum.sources))
    return error("citation-unresolved", span, path=path, source=source, nearest=nearest_path(curriculum, source, path))


def named_figure(curriculum: Curriculum, name: str, span: Span) -> Figure | Diagnostic:
    """Return the figure of a name, or an error with the nearest name."""
    figure = curriculum.figures.get(name)
    return figure or error("figure-unknown", span, name=name, nearest=nearest(name, curriculum.figures))


def _cite(curriculum: Curriculum, module: Module, block: Block, inline: Inline) -> Iterator[Found]:
    for address in listed(inline.target or inline.text):
        yield cited(curriculum, address, inline.span, module=module.id, block=block.id, use="cite")


def _value(curriculum: Curriculum, module: Module, block: Block, inline: Inline) -> Iterator[Found]:
    figure = named_figure(curriculum, inline.target or inline.text, inline.span)
    yield from _leaning(curriculum, module, block, (figure,), inline.span, "value")


def _term(curriculum: Curriculum, module: Module, block: Block, inline: Inline) -> Iterator[Found]:
    name = inline.target or inline.text
    if name not in curriculum.glossary:
        yield error("term-unknown", inline.span, name=name, nearest=nearest(name, curriculum.glossary))


def _ref(curriculum: Curriculum, module: Module, block: Block, inline: Inline) -> Iterator[Found]:
    name = inline.target or inline.text
    if curriculum.named(name, module) is None:
        yield error("reference-unresolved", inline.span, name=name, nearest=nearest(name, _given(curriculum)))


def _from(curriculum: Curriculum, module: Module, block: Block, inline: Inline) -> Iterator[Found]:
    name = inline.target
    if name not in curriculum.references and name not in curriculum.sources:
        known = nearest(name, (*curriculum.references, *curriculum.sources))
        yield error("document-unknown", inline.span, name=name, nearest=known)


_Call = Callable[[Curriculum, Module, Block, Inline], Iterator[Found]]

_ROLES: dict[str, _Call] = {"cite": _cite, "value": _value, "term": _term, "ref": _ref, "from": _from}


def _leaning(
    curriculum: Curriculum, module: Module, block: Block, figures: Iterable[Figure | Diagnostic], span: Span, use: str
) -> Iterator[Found]:
    for figure in figures:
        if isinstance(figure, Diagnostic):
            yield figure
        elif (figure.source, figure.provision) in curriculum.provisions:
            yield Citation(
                module=module.id, block=block.id, source=figure.source, path=figure.provision, span=span, use=use
            )


def _options(curriculum: Curriculum, module: Module, block: Block) -> Iterator[Found]:
    options = _BLOCKS.get(block.kind)
    if options is not None:
        yield from options(curriculum, module, block)
    audience = block.options.get("audience", "")
    if audience and audience not in curriculum.course.audiences:
        known = nearest(audience, curriculum.course.audiences)
        yield error("audience-unknown", _at(block, "audience"), name=audience, nearest=known)


def _quote(curriculum: Curriculum, module: Module, block: Block) -> Iterator[Found]:
    for address in listed(block.options.get("source", "")):
        yield cited(curriculum, address, _at(block, "source"), module=module.id, block=block.id, use="quote")


def _provision(curriculum: Curriculum, module: Module, block: Block) -> Iterator[Found]:
    address = block.options.get("path", "") or block.plain_title.strip()
    whole = block.options.get("children", "") == "yes"
    where = {"module": module.id, "block": block.id}
    yield cited(curriculum, address, _at(block, "path"), **where, use="provision", whole=whole)


def _question(curriculum: Curriculum, module: Module, block: Block) -> Iterator[Found]:
    for address in listed(block.options.get("cites", "")):
        yield cited(curriculum, address, _at(block, "cites"), module=module.id, block=block.id, use="question")


def _targets(curriculum: Curriculum, module: Module, block: Block) -> Iterator[Found]:
    figures = tuple(curriculum.figures.values())
    horizons = set(listed(block.options.get("horizons", "")))
    metrics = listed(block.options.get("metrics", ""))
    known = {figure.metric_id for figure in figures}
    for name in metrics:
        if name not in known:
            yield error("metric-unknown", _at(block, "metrics"), name=name, nearest=nearest(name, known))
    drawn = [figure for figure in figures if figure.metric_id in metrics]
    for name in sorted(horizons - {figure.horizon for figure in drawn}):
        seen = ", ".join(sorted({figure.horizon for figure in drawn}))
        yield error("horizon-unknown", _at(block, "horizons"), name=name, known=seen)
    shown = [figure for figure in drawn if not horizons or figure.horizon in horizons]
    yield from _leaning(curriculum, module, block, shown, _at(block, "metrics"), "targets")


def _chart(curriculum: Curriculum, module: Module, block: Block) -> Iterator[Found]:
    span = _at(block, "figures")
    figures = [named_figure(curriculum, name, span) for name in listed(block.options.get("figures", ""))]
    yield from _leaning(curriculum, module, block, figures, span, "chart")


def _figure(curriculum: Curriculum, module: Module, block: Block) -> Iterator[Found]:
    yield from _image(curriculum, block.options.get("src", ""), _at(block, "src"))


def _short_form(curriculum: Curriculum, module: Module, block: Block) -> Iterator[Found]:
    for option in ("after", "shows"):
        name = block.options.get(option, "")
        if name and curriculum.named(name, module) is None:
            known = nearest(name, _given(curriculum))
            yield error("reference-unresolved", _at(block, option), name=name, nearest=known)


def _slide(curriculum: Curriculum, module: Module, block: Block) -> Iterator[Found]:
    yield from _short_form(curriculum, module, block)
    if "figure" in block.options:
        span = _at(block, "figure")
        figure = named_figure(curriculum, block.options["figure"].strip(), span)
        yield from _leaning(curriculum, module, block, (figure,), span, "value")
    kind = block.options.get("kind", "text")
    lacking = _SLIDE_NEEDS[kind](curriculum, module, block) if kind in _SLIDE_NEEDS else ""
    if lacking:
        yield error("slide-incomplete", _at(block, "kind"), kind=kind, lacking=lacking)


def _lacks_figure(curriculum: Curriculum, module: Module, block: Block) -> str:
    return "" if block.options.get("figure") else ":figure:"


def _lacks_columns(curriculum: Curriculum, module: Module, block: Block) -> str:
    return "" if sum(child.kind in _LISTS for child in block.children) == 2 else "- ... (2)"


def _lacks_shown(curriculum: Curriculum, module: Module, block: Block) -> str:
    """Return what a slide of a chart, table or picture lacks: a block of that kind, its own or one it shows."""
    fitting = _SHOWN[block.options["kind"]]
    shown = curriculum.blocks.get(curriculum.named(block.options.get("shows", ""), module) or "")
    return "" if any(part.kind in fitting for part in (*block.walk(), *((shown,) if shown else ()))) else ":shows:"


_LISTS = frozenset({"bullets", "numbers"})
_SHOWN = {
    "chart": frozenset({"chart"}),
    "table": frozenset({"table", "targets", "grid"}),
    "picture": frozenset({"figure", "image"}),
}
"""Kind of slide -> the kinds of blocks it may be of."""
_SLIDE_NEEDS: dict[str, Callable[[Curriculum, Module, Block], str]] = {
    "number": _lacks_figure,
    "columns": _lacks_columns,
    **dict.fromkeys(_SHOWN, _lacks_shown),
}


def _given(curriculum: Curriculum) -> list[str]:
    """Return the names people gave to blocks and modules."""
    return [name for name in curriculum.names if not is_counted(name)]


_BLOCKS: dict[str, Callable[[Curriculum, Module, Block], Iterator[Found]]] = {
    "quote": _quote,
    "provision": _provision,
    "question": _question,
    "targets": _targets,
    "chart": _chart,
    "figure": _figure,
    "slide": _slide,
    "handout": _short_form,
}


def _image(curriculum: Curriculum, name: str, span: Span) -> Iterator[Found]:
    images = curriculum.project.images
    file = next((each for each in (name.removeprefix("images/"), unquote(name)) if each in images), "")
    if not file:
        yield error("picture-missing", span, name=name)
    elif found := unprintable(file, images[file], span):
        yield found


def _at(block: Block, option: str) -> Span:
    return block.option_spans.get(option, block.span)
