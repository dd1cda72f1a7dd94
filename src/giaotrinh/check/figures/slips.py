"""Slips: a provision cited near has the number, but for its power of ten, one end, its unit, its count of things."""

from giaotrinh.check.figures.comparison import Value, compare_values, is_same_unit, power_apart
from giaotrinh.check.figures.management import CLASS_UNITS, measures_facts
from giaotrinh.check.figures.metric import Context
from giaotrinh.check.figures.outcome import Finding, Outcome
from giaotrinh.check.passages.scope import Scope
from giaotrinh.check.passages.statement import Statement, Statements
from giaotrinh.model.quantity import Quantity
from giaotrinh.viet.unit import GENERAL, is_measured

SLIP = 0.05
"""Likeness from which the same digits with another power of ten are a slip."""

FAR_FETCHED = {Outcome.UNIT: 0.5, Outcome.ROUNDED: 0.9}
"""Slips that are supposed only of what the passage itself cites, or says in much the same words: likeness needed."""

VERBATIM = 0.9
"""Likeness from which a passage says what a provision says, almost word for word."""


def slipped(statements: Statements, said: Quantity, context: Context, scope: Scope) -> Finding | None:
    """Return the finding that a provision cited nearby has the number, but for a slip; nearer ones come first.

    A slip is another power of ten, one end of a range, a rounding, another unit, another count of the same things.
    """
    for rings in (scope.own | scope.around, scope.section):
        near = {id(each): each for address in sorted(rings) for each in statements.below(address)}.values()
        for each in near:
            likeness = statements.weights.likeness(context, each.context)
            outcome = _slip(said, each, likeness)
            if outcome is not None and likeness < FAR_FETCHED.get(outcome, 0.0) and not each.is_in(scope.own):
                continue
            if outcome is not None:
                return Finding(outcome=outcome, statement=each)
        same_things = [each for each in near if _counts_the_same(said, each)]
        if len(same_things) == 1 and compare_values(said, same_things[0].quantity) is Value.OTHER:
            return Finding(outcome=Outcome.DIFFERENT, statement=same_things[0])
    return None


def _slip(said: Quantity, statement: Statement, likeness: float) -> Outcome | None:
    stated = statement.quantity
    value = compare_values(said, stated)
    if not is_same_unit(said.unit, stated.unit):
        is_range = said.low != said.high
        measures = is_range or "/" in stated.unit or (measures_facts(said.unit) and measures_facts(stated.unit))
        return Outcome.UNIT if measures and value is Value.SAME else None
    if likeness >= SLIP and (power_apart(said, stated) or _shares_one_end(said, stated)):
        return Outcome.DIFFERENT
    if not is_measured(said.unit):
        return None
    return {Value.ONE_END: Outcome.ONE_END, Value.ROUNDED: Outcome.ROUNDED}.get(value)


def _shares_one_end(said: Quantity, stated: Quantity) -> bool:
    """Whether two ranges have one end in common: 7,0-7,6 and 7,0-7,5."""
    ranges = said.low != said.high and stated.low != stated.high
    return ranges and is_measured(said.unit) and (said.low == stated.low) != (said.high == stated.high)


def _counts_the_same(said: Quantity, statement: Statement) -> bool:
    """Whether a statement counts the very things a number counts, and things a class does not run on."""
    unit = said.unit
    counts = bool(unit) and not is_measured(unit) and unit not in GENERAL | CLASS_UNITS and "/" not in unit
    return counts and statement.quantity.unit == unit
