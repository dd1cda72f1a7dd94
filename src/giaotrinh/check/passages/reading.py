"""Reading the words of a course into passages: modules block by block, then the fields of YAML."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from giaotrinh.check.linking.naming import listed, place
from giaotrinh.check.passages.passage import Address, Passage, Run
from giaotrinh.model.course import Module, Question, Spans
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.document import Block, Inline, plain
from giaotrinh.model.quantity import Figure, Quantities, Quantity
from giaotrinh.model.span import Span
from giaotrinh.model.text import fold

WORDED_OPTIONS = ("alt", "caption", "source", "cut", "reserve", "group", "method", "means")
"""Options whose value is words that print, as against names and numbers."""


def passages_of(curriculum: Curriculum) -> tuple[Passage, ...]:
    """Return every passage of the course in the order of its files."""
    modules = (passage for module in curriculum.project.modules for passage in module_passages(curriculum, module))
    questions = question_passages(curriculum, curriculum.project.questions)
    return (*course_passages(curriculum), *modules, *questions)


def course_passages(curriculum: Curriculum) -> Iterator[Passage]:
    """Yield the passages of the course data."""
    course = curriculum.course
    fields = {"title": course.title, "short_title": course.short_title, "foreword": course.foreword}
    fields |= {f"glossary.{number}.meaning": entry.meaning for number, entry in enumerate(course.glossary)}
    return _fields(fields, course.spans, course.file, course.quantities)


def module_passages(curriculum: Curriculum, module: Module) -> Iterator[Passage]:
    """Yield the passages of a module: its front matter, then its text."""
    yield from _module_fields(module)
    walker = _Walker(curriculum, module)
    for block in module.blocks:
        yield from walker.walk(block, (), "")


def question_passages(curriculum: Curriculum, questions: Iterable[Question]) -> Iterator[Passage]:
    """Yield the passages of questions of the bank; options that are wrong on purpose are left out."""
    for question in questions:
        yield from _question_fields(curriculum, question)


class _Walker:
    """Walks one module and remembers the headings and the paragraph passed last."""

    def __init__(self, curriculum: Curriculum, module: Module) -> None:
        self._curriculum = curriculum
        self._module = module
        self._headings: dict[int, str] = {}

    def walk(self, block: Block, above: tuple[Block, ...], lead: str) -> Iterator[Passage]:
        """Yield the passages of a block and of all inside it."""
        if block.kind == "code":
            return
        if block.title:
            yield self._passage(block, block.title, above, lead, kind="title")
        yield from self._options(block, above)
        own = self._passage(block, block.inlines, above, lead, kind=block.kind) if block.inlines else None
        if own is not None:
            yield own
        if block.kind == "heading" and own is not None:
            self._enter(block, own.text)
        if block.kind == "grid":
            yield from self._grid(block, above, lead)
        else:
            yield from self._children(block, above, lead, own)

    def _children(self, block: Block, above: tuple[Block, ...], lead: str, own: Passage | None) -> Iterator[Passage]:
        around = (*above, block)
        inner = f"{lead} {own.text}".strip() if own is not None else lead
        before = inner
        for child in block.children:
            last = ""
            for passage in self.walk(child, around, before):
                yield passage
                last = passage.text if passage.block is child else last
            if child.kind == "paragraph":
                before = f"{inner} {last}".strip() if block.kind == "item" or last.rstrip().endswith(":") else inner
            elif child.kind not in ("bullets", "numbers", "item"):
                before = inner

    def _grid(self, grid: Block, above: tuple[Block, ...], lead: str) -> Iterator[Passage]:
        heads: list[str] = []
        for number, row in enumerate(grid.children):
            first = ""
            for column, cell in enumerate(row.children):
                head = heads[column] if number and column < len(heads) else ""
                words = " ".join(part for part in (lead, head, first) if part)
                passages = list(self.walk(cell, (*above, grid, row), words))
                yield from passages
                text = " ".join(passage.text for passage in passages)
                first = first or (text if any(char.isalpha() for char in text) else "")
                if not number:
                    heads.append(text)

    def _enter(self, block: Block, text: str) -> None:
        level = int(block.options.get("level", "2") or 2)
        self._headings = {depth: words for depth, words in self._headings.items() if depth < level} | {level: text}

    def _options(self, block: Block, above: tuple[Block, ...]) -> Iterator[Passage]:
        for name in WORDED_OPTIONS:
            text = block.options.get(name, "")
            if text:
                span = block.option_spans.get(name, block.span)
                yield replace(
                    _plain(text, span, name, block.quantities.get(name, ())),
                    kind="option",
                    module=self._module,
                    block=block,
                    above=above,
                    headings=self._heads(),
                )

    def _heads(self) -> tuple[str, ...]:
        return (self._module.title, *(self._headings[level] for level in sorted(self._headings)))

    def _passage(
        self, block: Block, inlines: tuple[Inline, ...], above: tuple[Block, ...], lead: str, *, kind: str
    ) -> Passage:
        flat = _Flat(self._curriculum)
        for inline in inlines:
            flat.add(inline)
        return Passage(
            text="".join(flat.parts),
            runs=tuple(flat.runs),
            span=inlines[0].span if inlines[0].span.file else block.span,
            kind=kind,
            module=self._module,
            block=block,
            above=above,
            quantities=tuple(flat.quantities),
            figures=tuple(flat.figures),
            cites=tuple(flat.cites),
            lead=lead,
            headings=self._heads(),
        )


class _Flat:
    """Flattens inlines: collects words, and where each came from."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.quantities: list[Quantity] = []
        self.figures: list[tuple[Figure, int, int]] = []
        self.cites: list[tuple[Address, int]] = []
        self._length = 0

    def add(self, inline: Inline, kind: str = "text", target: str = "") -> None:
        """Add an inline and all inside it."""
        if inline.kind in ("newline", "ref"):
            self._put(" ")
        elif inline.kind == "cite":
            self._cite(inline)
        elif inline.kind == "value":
            self._value(inline)
        elif inline.kind == "image":
            self._words(inline, plain(inline.children) or inline.text, "text", "")
        elif inline.children:
            role = inline.kind if inline.kind == "from" else kind
            for child in inline.children:
                self.add(child, role, inline.target if role == "from" else target)
        else:
            self._words(inline, inline.text, kind if inline.kind == "text" else _KINDS.get(inline.kind, kind), target)

    def _put(self, text: str) -> int:
        start = self._length
        self.parts.append(text)
        self._length += len(text)
        return start

    def _words(self, inline: Inline, text: str, kind: str, target: str) -> None:
        start = self._put(text)
        self.runs.append(
            Run(
                start=start,
                end=self._length,
                span=inline.span,
                kind=kind,
                target=target or inline.target,
                measures=inline.kind == "text",
            )
        )
        self.quantities += [quantity.moved(start) for quantity in inline.quantities]

    def _cite(self, inline: Inline) -> None:
        start = self._put(" ")
        for address in listed(inline.target or inline.text):
            self.cites.append((self._curriculum.resolve(address), start))

    def _value(self, inline: Inline) -> None:
        figure = self._curriculum.figures.get(inline.target or inline.text)
        if figure is None:
            self._put(" ")
            return
        start = self._put(f"{figure.text} {figure.unit}".strip())
        self.figures.append((figure, start, self._length))
        self.runs.append(
            Run(start=start, end=self._length, span=inline.span, kind="value", target=figure.name, measures=False)
        )


_KINDS = {"from": "from", "code": "code", "term": "term"}


def _plain(text: str, span: Span, name: str, quantities: tuple[Quantity, ...]) -> Passage:
    run = Run(start=0, end=len(text), span=span, measures=False)
    return Passage(text=text, runs=(run,), span=span, kind="field", name=name, quantities=quantities)


def _fields(fields: Mapping[str, str], spans: Spans, file: str, quantities: Quantities) -> Iterator[Passage]:
    for name, text in fields.items():
        if text:
            yield _plain(text, place(spans, name, file), name, quantities.get(name, ()))


def _module_fields(module: Module) -> Iterator[Passage]:
    fields = {"title": module.title, "short_title": module.short_title, "lead_in": module.lead_in}
    fields |= {"method": module.method, "means": module.means}
    fields |= {f"lacks.{number}": text for number, text in enumerate(module.lacks)}
    for passage in _fields(fields, module.spans, module.file, module.quantities):
        yield replace(passage, module=module, headings=(module.title,))


def _question_fields(curriculum: Curriculum, question: Question) -> Iterator[Passage]:
    module = curriculum.modules.get(question.module)
    fields = {"stem": "" if _is_false(question) else question.stem, "answer": question.answer}
    fields |= {f"options.{at}": text for at, text in enumerate(question.options) if is_key(question, at)}
    fields |= {f"guide.{at}.text": step.text for at, step in enumerate(question.guide)}
    for passage in _fields(fields, question.spans, question.span.file, question.quantities):
        cites = tuple((curriculum.resolve(address), 0) for address in question.cites)
        lead = "" if passage.name == "stem" else question.stem
        heads = () if module is None else (module.title,)
        yield replace(passage, module=module, cites=cites, lead=lead, headings=heads)


def _is_false(question: Question) -> bool:
    """Whether a stem is wrong on purpose: a statement of which the key says that it is false."""
    return question.kind == "true-false" and any(
        fold(option) == "sai" and is_key(question, at) for at, option in enumerate(question.options)
    )


def is_key(question: Question, option: int) -> bool:
    """Whether an option is a right answer: named by its letter, its number from 1 or its words."""
    names = {chr(ord("A") + option), chr(ord("a") + option), str(option + 1), question.options[option]}
    return not names.isdisjoint(question.key)
