"""Wrong answers for a number: other numbers of the same source in the same unit, then near values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from giaotrinh.draft.bank.choice import digest
from giaotrinh.draft.bank.clauses import Clause
from giaotrinh.draft.bank.ground import Ground
from giaotrinh.draft.bank.known import context
from giaotrinh.model.quantity import Quantity
from giaotrinh.model.text import fold
from giaotrinh.viet.number import read_numeral

WRONG = 3
"""Wrong answers beside the right one."""

_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
_NEAR = (Decimal("0.4"), Decimal("2.5"))
"""Share of the right value within which another number of the source may pass for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number as written and what it amounts to."""

    words: str
    low: Decimal
    high: Decimal

    def meets(self, other: "Value | Quantity") -> bool:
        """Whether two values have a number in common."""
        return self.low <= other.high and other.low <= self.high


def options_of(ground: Ground, clause: Clause) -> tuple[str, ...]:
    """Return four answers in rising order, the right one among them; nothing where there are not enough wrong ones.

    How many of the wrong ones are smaller is decided by digest, so that the right one stands at every place.
    """
    right = clause.quantity
    shown = tuple(_shown(clause))
    taken: list[Value] = []
    for value in (*_others(ground, clause), *_near(clause)):
        is_apart = not any(value.meets(each) for each in (right, *shown)) and not any(map(value.meets, taken))
        if is_apart and _is_wrong(ground, clause, value):
            taken.append(value)
    return _four(clause, taken)


def _four(clause: Clause, taken: list[Value]) -> tuple[str, ...]:
    """Return the right answer among three wrong ones of which one at least is as long as it is; nothing where there is none.

    How many are smaller is what the digest says, or the nearest that can be.
    """
    right = clause.quantity
    below = [value for value in taken if value.high < right.low]
    above = [value for value in taken if value.low > right.high]
    wanted = digest(clause.text, "rank") % (WRONG + 1)
    for smaller in sorted(range(WRONG + 1), key=lambda rank: abs(rank - wanted)):
        if smaller <= len(below) and WRONG - smaller <= len(above):
            before = sorted(below[:smaller], key=lambda value: value.low)
            after = sorted(above[: WRONG - smaller], key=lambda value: value.low)
            wrong = [value.words for value in (*before, *after)]
            is_longest = len(right.text) > max(map(len, wrong))
            if not is_longest and len({fold(word) for word in (*wrong, right.text)}) == WRONG + 1:
                return (*wrong[:smaller], right.text, *wrong[smaller:])
    return ()


def _shown(clause: Clause) -> Iterator[Quantity]:
    """Yield the numbers that stand in the clause beside the blank."""
    first = clause.quantity.start - clause.start
    for quantity in clause.provision.quantities:
        if first <= quantity.start < first + len(clause.text) and quantity != clause.quantity:
            yield quantity


def _others(ground: Ground, clause: Clause) -> Iterator[Value]:
    """Yield the numbers of the source in the same unit, those of the same fact at another time first."""
    right = clause.quantity
    here = context(clause.provision.text, right)
    role = ground.known.role(clause.provision)
    found: list[tuple[bool, Decimal, Value]] = []
    for number in ground.known.numbers[right.unit]:
        quantity, text = number.quantity, number.provision.text
        if "|" in text or (quantity.low == quantity.high) != (right.low == right.high):
            continue
        same = number.context == here
        near = _NEAR[0] * right.low <= quantity.low <= _NEAR[1] * right.low
        if not same and not (near and ground.known.role(number.provision) is role):
            continue
        words = text[quantity.number_start : quantity.number_end]
        value = Value(words=_put(clause, words), low=quantity.low, high=quantity.high)
        found.append((not same, abs(quantity.low - right.low), value))
    yield from (value for _, _, value in sorted(found, key=lambda each: (*each[:2], each[2].words)))


def _is_wrong(ground: Ground, clause: Clause, value: Value) -> bool:
    """Whether the source nowhere says the same of the value, and a share stays a share, an index an index."""
    right = clause.quantity
    if right.unit.startswith("%") and right.high < 100 <= value.high:
        return False
    if not right.unit and right.high < 1 <= value.high:
        return False
    if fold(clause.with_value(value.words)) in ground.known.folded:
        return False
    here = context(clause.provision.text, right)
    return not any(
        value.meets(number.quantity)
        and (not right.horizon or number.quantity.horizon in ("", right.horizon))
        and number.context == here
        for number in ground.known.numbers[right.unit]
    )


def _put(clause: Clause, number: str) -> str:
    """Return the words of the clause's quantity with another number: its qualifier stays."""
    quantity = clause.quantity
    start, end = quantity.number_start - quantity.start, quantity.number_end - quantity.start
    return f"{quantity.text[:start]}{number}{quantity.text[end:]}"


def _near(clause: Clause) -> Iterator[Value]:
    """Yield values near the right one, written as it is."""
    right = clause.quantity
    number = right.text[right.number_start - right.start : right.number_end - right.start]
    numerals = [match.group() for match in _NUMERAL.finditer(number)]
    shown = [value for numeral in numerals if (value := read_numeral(numeral)) is not None]
    ends = 1 if right.low == right.high else 2
    if len(shown) != ends or not shown[0] or not right.low:
        return
    factor = right.low / shown[0]
    step = _step(shown[0], numerals[0]) + (shown[-1] - shown[0])
    if len({_decimals(numeral) for numeral in numerals}) > 1:
        step = step.to_integral_value(ROUND_CEILING)  # "1 - 1,5" moves by whole numbers: it stays as it is written
    for times in (1, -1, 2, -2, 3, -3):
        moved = [each + times * step for each in shown]
        if moved[0] <= 0:
            continue
        written = iter([_written(each, numeral) for each, numeral in zip(moved, numerals, strict=True)])
        words = _NUMERAL.sub(lambda _, one=written: next(one), number)  # type: ignore[misc]  # bound early on purpose
        yield Value(words=_put(clause, words), low=moved[0] * factor, high=moved[-1] * factor)


def _step(value: Decimal, numeral: str) -> Decimal:
    """Return a step that leaves a number as round as it is: 5 from 45, 10 from 80, 500 from 8.500, 0,5 from 7,5, 0,1 from 0,8."""
    if "," in numeral:
        last = Decimal(1).scaleb(-len(numeral.rpartition(",")[2]))
        return last * (5 if value >= 1 else 1)
    step = Decimal(1)
    while value % (step * 10) == 0 and step * 10 < value:
        step *= 10
    return step * 5 if value % (step * 5) == 0 and step * 5 * 3 < value else step


def _decimals(numeral: str) -> int:
    return len(numeral.rpartition(",")[2]) if "," in numeral else 0


def _written(value: Decimal, like: str) -> str:
    """Return a number in the way another is written: decimals, grouping, leading nought."""
    text = f"{value:.{_decimals(like)}f}"
    whole, _, rest = text.partition(".")
    if "." in like or len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", ".")
    whole = whole.zfill(2) if re.fullmatch(r"0\d", like) else whole
    return f"{whole},{rest}" if rest else whole
