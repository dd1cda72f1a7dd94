"""Passages: the words of a course as checks read them, with their places, quantities and citations.

A passage is what a reader takes in as one: a paragraph, a heading, a table cell, a caption, an alt text, a field of
YAML. Mark-up is flattened, so that a number in bold keeps the words around it.
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from giaotrinh.model.course import Module
from giaotrinh.model.document import Block
from giaotrinh.model.quantity import Figure, Quantity
from giaotrinh.model.span import Span

_DIGIT = re.compile(r"\d")

Address = tuple[str, str]
"""Source id and path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a passage that stands on one line of a file."""

    start: int
    end: int
    span: Span
    kind: str = "text"
    """text; or the role whose words these are: value, term, from, code."""
    target: str = ""
    """Of a role, the name it calls."""
    measures: bool = True
    """Whether a place inside it is its column plus the distance from its start."""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Words read as one, flattened."""

    text: str
    runs: tuple[Run, ...]
    span: Span
    kind: str
    """Kind of the block, "title" of a directive, "option" (alt text, caption ...) or "field" of YAML."""
    name: str = ""
    """Name of the option or dotted path of the field."""
    module: Module | None = None
    block: Block | None = None
    """The block whose own words these are; None for a field."""
    above: tuple[Block, ...] = ()
    """The blocks around it, outermost first."""
    quantities: tuple[Quantity, ...] = ()
    """Quantities read in it; places count from the start of `text`."""
    figures: tuple[tuple[Figure, int, int], ...] = ()
    """Figures printed by {value}, with their places."""
    cites: tuple[tuple[Address, int], ...] = ()
    """Citations that stand in it, with their places."""
    lead: str = ""
    """Words that lead into it: head of column and row, the paragraph before a list, the items above."""
    headings: tuple[str, ...] = ()
    """The headings it stands under, outermost first; the module's title is the first."""

    def place(self, start: int, end: int = 0) -> Span:
        """Return the place of a stretch of `text` in the file."""
        for run in self.runs:
            if run.start <= start < run.end:
                return _within(run, start, min(end, run.end))
        return self.span

    @cached_property
    def inside(self) -> frozenset[str]:
        """Return the kinds of the blocks it stands in, its own included."""
        own = () if self.block is None else (self.block.kind,)
        return frozenset((*own, *(block.kind for block in self.above)))

    @cached_property
    def numbers(self) -> tuple[Quantity, ...]:
        """Return its quantities and, each at its place, those that {value} prints, in the order of the text."""
        printed = (_placed(figure.quantity, start, end) for figure, start, end in self.figures if figure.quantity)
        return tuple(sorted((*self.quantities, *printed), key=lambda quantity: quantity.number_start))

    @cached_property
    def has_digits(self) -> bool:
        """Whether there is a digit in it: most checks have nothing to say where there is none."""
        return _DIGIT.search(self.text) is not None

    @property
    def is_about_later(self) -> bool:
        """Whether it stands in a box "Văn bản ban hành sau"."""
        around = (*self.above, self.block) if self.block is not None else self.above
        return any(block.kind == "callout" and block.options.get("kind", "") == "later" for block in around)

    def run_at(self, start: int) -> Run | None:
        """Return the run that holds a place, None between runs."""
        return next((run for run in self.runs if run.start <= start < run.end), None)


def _placed(quantity: Quantity, start: int, end: int) -> Quantity:
    return replace(quantity, start=start, end=end, number_start=start, number_end=end)


def _within(run: Run, start: int, end: int) -> Span:
    if not run.measures or not run.span.column:
        return run.span
    column = run.span.column + start - run.start
    return replace(run.span, column=column, end_column=column + end - start if end > start else 0)
