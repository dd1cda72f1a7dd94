"""Which figure the words around a {value} mean: the named figures of one unit compete for them.

A number written out is known by its digits; the number of a {value} is known by the name that was called, and a wrong
name prints a right number of something else. What a figure has for it: the words of its metric that stand around, how
much else they say, how near its provision is cited, and whether the time that is named is its own.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from giaotrinh.check.figures.metric import FAR, Context, sentence_bounds, words_in
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.scope import OUTSIDE, SECTION, Scope
from giaotrinh.check.passages.statement import Statements
from giaotrinh.model.document import plain
from giaotrinh.model.quantity import Figure, Quantity
from giaotrinh.viet.times import compares, end_of, only_time, times_agree

WIDE = 0.4
"""What a word weighs that stands elsewhere in the passage, in its headings or in the titles around it."""

CITED = (0.3, 0.2, 0.1, -0.1, -0.3)
"""What a figure gains by the ring in which its provision is cited."""

TIMELY, UNTIMELY = 0.15, -0.3
"""What it gains where the time that is named is its own, or is not."""

AHEAD = 0.15
"""How far another figure must be ahead to be the one that is meant."""

AHEAD_OF_COPY = 0.05
"""The same where the passage or the list calls the figure once more: a name that was copied and not changed."""

EXCHANGED = 0.12
"""How much better two figures of one passage must fit in each other's place."""

NAMED = 0.5
"""Share of the words of its metric with which a figure needs no citation."""

UNNAMED = 0.05
"""Share up to which the words around say nothing of it."""

_TURNS = re.compile(r"\s*(?:\([^()]*\))?\W*(?P<way>lên|xuống|đến|tới|rồi|sang)\s+[^.;:\d]{0,20}$", re.IGNORECASE)
"""From one figure to a later one."""

_WITHIN = re.compile(r"^[^.;:]*(?<!\w)nằm trong\s+[^.;:\d]{0,20}$", re.IGNORECASE)
_OF_IT = re.compile(r"^[^.;:]*(?<!\w)trong đó\s+[^.;:\d]{0,20}$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Call:
    """A {value} and what stands around it."""

    figure: Figure
    passage: Passage
    number: Quantity
    """What it prints, at its place in the passage."""
    context: Context
    scope: Scope
    """What people cite around it."""
    time: str
    """The time the words give to it, "" where they give none."""

    @cached_property
    def wide(self) -> frozenset[str]:
        """Return the words of the whole passage, of what leads into it and of the titles around it."""
        titles = (plain(block.title) for block in self.passage.above)
        return words_in("\n".join((self.passage.text, self.passage.lead, *self.passage.headings[1:], *titles)))

    @property
    def list_id(self) -> str:
        """Return the id of the list it stands in, "" where it stands in none."""
        return next((block.id for block in reversed(self.passage.above) if block.kind in ("bullets", "numbers")), "")


class Calling:
    """The named figures of a course, by unit."""

    def __init__(self, figures: Iterable[Figure], statements: Statements) -> None:
        """Take the figures that have a number, with what their provisions say around it."""
        self._weights = statements.weights
        self._words: dict[str, frozenset[str]] = {}
        self._stated: dict[str, tuple[Context, ...]] = {}
        self._by_unit: dict[str, list[Figure]] = {}
        for figure in figures:
            if figure.quantity is not None:
                self._words[figure.name] = words_in(figure.metric)
                self._stated[figure.name] = tuple(each.context for each in statements.stating(figure))
                self._by_unit.setdefault(figure.unit, []).append(figure)
        self._telling = frozenset().union(*self._words.values())

    def meant(self, call: Call, beside: Sequence[Call]) -> Figure | None:
        """Return the figure the words around a call mean, None where that is the called one.

        It has to be cited at least as near. `beside` are the calls of its passage and of its list: one of them is meant
        where the two stand in each other's place; one of its passage has its own words there, else it is not meant.
        """
        timely = self._timely(call)
        if timely is not None:
            return timely
        others = (each for each in beside if each is not call and self._may_be(call, each.figure))
        exchanged = next((each.figure for each in others if self._is_exchanged(call, each)), None)
        if exchanged is not None:
            return exchanged
        likelier = self._likelier(call, beside)
        is_named = likelier is not None and self._named(call, likelier) > self._named(call, call.figure)
        return likelier if is_named else None

    def _likelier(self, call: Call, beside: Sequence[Call]) -> Figure | None:
        taken = {each.figure.name for each in beside if each.passage is call.passage}
        others = [figure for figure in self._by_unit.get(call.figure.unit, ()) if figure.name not in taken]
        best = max((each for each in others if self._may_be(call, each)), key=partial(self._score, call), default=None)
        again = any(each is not call and each.figure is call.figure for each in beside)
        ahead = AHEAD_OF_COPY if again else AHEAD
        return best if best is not None and self._score(call, best) >= self.likelihood(call) + ahead else None

    def _may_be(self, call: Call, figure: Figure) -> bool:
        """Whether another figure may be meant: one of the unit with another number, cited at least as near."""
        one, other = call.figure.quantity, figure.quantity
        if one is None or other is None or figure.unit != call.figure.unit:
            return False
        return (one.low, one.high) != (other.low, other.high) and _ring(call, figure) <= _ring(call, call.figure)

    def _is_exchanged(self, one: Call, other: Call) -> bool:
        """Whether two calls of a passage stand in each other's place: words fit better so, or their order is wrong."""
        exchanged = self._score(one, other.figure) + self._score(other, one.figure)
        if exchanged - self.likelihood(one) - self.likelihood(other) >= EXCHANGED:
            return True
        if one.passage is not other.passage:
            return False
        first, second = sorted((one, other), key=lambda call: call.number.start)
        return _runs_back(first, second) or _exceeds_its_whole(first, second)

    def likelihood(self, call: Call) -> float:
        """Return how well the words around a call fit its figure: about 1.5 in full, below 0 where nothing does."""
        return self._score(call, call.figure)

    def _timely(self, call: Call) -> Figure | None:
        """Return the figure of the same metric for the one time its sentence names, if it calls no other of it."""
        text, metric = call.passage.text, call.figure.metric_id
        start, end = sentence_bounds(text, call.number.start)
        time = "" if compares(text[start : call.number.start]) else only_time(text[start:end])
        beside = [each for each, place, _ in call.passage.figures if start <= place < end and each.metric_id == metric]
        if not time or times_agree(time, call.figure.horizon) or len(beside) > 1:
            return None
        own = [figure for figure in self._by_unit[call.figure.unit] if figure.metric_id == metric and figure.horizon]
        return next((figure for figure in own if times_agree(time, figure.horizon)), None)

    def is_out_of_place(self, call: Call, beside: Sequence[Call]) -> bool:
        """Whether neither the citations nor the words around a call speak of its figure.

        Where the module cites the figure elsewhere, another of its unit has to be cited near before that is said.
        """
        if self._likelier(call, beside) is not None:
            return True
        ring = _ring(call, call.figure)
        if ring <= SECTION or not call.scope.module:
            return False
        named, stated = self._named(call, call.figure), self._stated_alike(call, call.figure)
        if ring == OUTSIDE:
            return max(named, stated) < NAMED
        return (named if self._words[call.figure.name] else stated) < UNNAMED and any(
            _ring(call, figure) <= SECTION for figure in self._by_unit.get(call.figure.unit, ())
        )

    def _score(self, call: Call, figure: Figure) -> float:
        near, named = call.context.near & self._telling, self._named(call, figure)
        said = self._weights.together(near)
        told = self._weights.together(near & self._words[figure.name]) / said if said else named
        score = max((named + told) / 2, self._stated_alike(call, figure)) + CITED[_ring(call, figure)]
        if call.time and figure.horizon:
            score += TIMELY if times_agree(call.time, figure.horizon) else UNTIMELY
        return score

    def _stated_alike(self, call: Call, figure: Figure) -> float:
        """Return the share of words that a call and the provision of a figure have in common around the number."""
        contexts = self._stated[figure.name]
        return max((self._weights.kinship(call.context, context) for context in contexts), default=0.0)

    def _named(self, call: Call, figure: Figure) -> float:
        """Return the share of the words of a metric that stand around a call; far ones count less."""
        words, together = self._words[figure.name], self._weights.together
        near, far = words & call.context.near, words & call.context.far
        rest = (words & call.wide) - near - far
        total = together(words)
        return (together(near) + together(far - near) * FAR + together(rest) * WIDE) / total if total else 0.0


def _ring(call: Call, figure: Figure) -> int:
    return call.scope.ring((figure.source, figure.provision))


def _runs_back(first: Call, second: Call) -> bool:
    """Whether "from ... to ..." goes against the time, up to less or down to more: "từ 2,1% lên 1,6%"."""
    turn = _TURNS.match(_between(first, second))
    if turn is None:
        return False
    one, other = first.figure, second.figure
    if one.metric_id == other.metric_id and one.horizon and other.horizon:
        return end_of(one.horizon) > end_of(other.horizon)
    less, more = second.number.high < first.number.low, second.number.low > first.number.high
    return {"lên": less, "xuống": more}.get(turn["way"].lower(), False)


def _exceeds_its_whole(first: Call, second: Call) -> bool:
    """Whether what is "trong đó", or what lies in another, is more than what it is a part of."""
    part, whole = (second, first) if second.number.low > first.number.high else (first, second)
    return (_OF_IT if part is second else _WITHIN).search(_between(first, second)) is not None and (
        part.number.low > whole.number.high
    )


def _between(first: Call, second: Call) -> str:
    return first.passage.text[first.number.end : second.number.start]
