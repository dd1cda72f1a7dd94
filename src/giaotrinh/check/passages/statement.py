"""Statements: every quantity of every source with what it measures, found again by value or by words."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from giaotrinh.check.figures.metric import Context, Weights, context_of, words_in
from giaotrinh.check.passages.passage import Address
from giaotrinh.check.passages.scope import is_below_any
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.quantity import Figure, Quantity
from giaotrinh.model.source import Provision, Source
from giaotrinh.model.span import Span
from giaotrinh.viet.times import times_in
from giaotrinh.viet.unit import base

MOST_ALIKE = 12
"""Statements compared closely when a number is looked up by its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A quantity a source states."""

    address: Address
    quantity: Quantity
    context: Context
    horizon: str
    span: Span
    text: str = ""
    """The words of its provision, into which the places of its quantity index."""
    beside: tuple[Quantity, ...] = ()
    """All quantities of its provision, its own among them."""

    def is_in(self, addresses: Set[Address]) -> bool:
        """Whether it is of one of some provisions, or of what is below them."""
        return is_below_any(self.address, addresses)


class Statements:
    """All statements of a course's sources."""

    def __init__(self, curriculum: Curriculum) -> None:
        """Collect and index the statements of every source."""
        self.all = tuple(_statements(curriculum))
        self.weights = Weights([statement.context for statement in self.all])
        self._values: dict[tuple[Decimal, Decimal], list[Statement]] = {}
        self._words: dict[str, list[int]] = {}
        self._at: dict[Address, list[Statement]] = {}
        self._below: dict[Address, list[Statement]] = {}
        for number, statement in enumerate(self.all):
            key = (statement.quantity.low, statement.quantity.high)
            self._values.setdefault(key, []).append(statement)
            for word in statement.context.near:
                self._words.setdefault(word, []).append(number)
            self._place(statement)

    def _place(self, statement: Statement) -> None:
        source, path = statement.address
        self._at.setdefault(statement.address, []).append(statement)
        while path:
            self._below.setdefault((source, path), []).append(statement)
            path = path.rpartition(".")[0]

    @property
    def addresses(self) -> Set[Address]:
        """Return the provisions that state something, themselves or by what is below them."""
        return self._below.keys()

    def with_value(self, quantity: Quantity) -> list[Statement]:
        """Return the statements of exactly this value, whatever they measure."""
        return self._values.get((quantity.low, quantity.high), [])

    def at(self, address: Address) -> Sequence[Statement]:
        """Return the statements of a provision's own text."""
        return self._at.get(address, ())

    def below(self, address: Address) -> Sequence[Statement]:
        """Return the statements of a provision and of all below it."""
        return self._below.get(address, ())

    def alike_in(self, addresses: Iterable[Address], said: Iterable[Statement]) -> set[int]:
        """Return the identities of the statements of some provisions that have the value and unit of those said."""
        values = {(each.quantity.low, each.quantity.high, each.quantity.unit) for each in said}
        found = (each for address in addresses for each in self.below(address)) if values else ()
        return {id(each) for each in found if (each.quantity.low, each.quantity.high, each.quantity.unit) in values}

    def stating(self, figure: Figure) -> tuple[Statement, ...]:
        """Return the statements of a named figure's number in its provision."""
        return tuple(each for each in self.at((figure.source, figure.provision)) if _is_of(figure, each.quantity))

    def alike(self, context: Context) -> list[tuple[float, Statement]]:
        """Return the statements whose words are most like these, with their likeness, best first."""
        scores: dict[int, float] = {}
        for words, part in ((context.near, 1.0), (context.far, 0.3)):
            for word in words:
                numbers = self._words.get(word, ())
                weight = self.weights.of(word) * part
                for number in numbers if len(numbers) <= len(self.all) // 4 + 8 else ():
                    scores[number] = scores.get(number, 0.0) + weight
        best = sorted(scores, key=lambda number: (-scores[number], number))[:MOST_ALIKE]
        found = [(self.weights.likeness(context, self.all[number].context), self.all[number]) for number in best]
        return sorted(found, key=lambda pair: (-pair[0], pair[1].address))


def _statements(curriculum: Curriculum) -> Iterator[Statement]:
    for source in curriculum.project.sources:
        figures = _figures_by_path(source.figures)
        for root in source.provisions:
            yield from _of_provision(source, root, (), figures)


def _figures_by_path(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.provision, []).append(figure)
    return found


def _of_provision(
    source: Source, provision: Provision, titles: tuple[str, ...], figures: dict[str, list[Figure]]
) -> Iterator[Statement]:
    for at, quantity in enumerate(provision.quantities):
        context = context_of(provision.text, provision.quantities, at, titles)
        named = next((figure for figure in figures.get(provision.path, ()) if _is_of(figure, quantity)), None)
        if named is not None:
            context = replace(context, near=context.near | words_in(named.metric))
        yield Statement(
            address=(source.id, provision.path),
            quantity=quantity,
            context=context,
            horizon=_horizon(quantity, named, titles),
            span=source.span_of(provision),
            text=provision.text,
            beside=provision.quantities,
        )
    for child in provision.children:
        yield from _of_provision(source, child, (*titles, provision.title), figures)


def _is_of(figure: Figure, quantity: Quantity) -> bool:
    return figure.quantity is not None and (figure.quantity.low, figure.quantity.high) == (quantity.low, quantity.high)


def _horizon(quantity: Quantity, figure: Figure | None, titles: tuple[str, ...]) -> str:
    """Return the horizon of a statement: its figure's, its own, or the one year the nearest title names."""
    if figure is not None and figure.horizon:
        return figure.horizon
    if base(quantity.unit) == "lần":
        return ""  # the year next to it is the one it is compared with
    if quantity.horizon:
        return quantity.horizon
    for title in reversed(titles):
        years = set(times_in(title))
        if years:
            return years.pop() if len(years) == 1 else ""
    return ""
