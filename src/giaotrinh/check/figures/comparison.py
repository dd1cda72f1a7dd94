"""Comparing two quantities: value and unit, each by itself."""

import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from giaotrinh.model.quantity import Quantity
from giaotrinh.viet.unit import GENERAL, MEASURES, PEOPLE, base

LARGEST_ROUNDING = Decimal("0.06")
"""Largest share of a number that may be rounded off it."""


class Value(StrEnum):
    """How the value of one quantity stands to another's."""

    SAME = "same"
    ONE_END = "one-end"
    ROUNDED = "rounded"
    OTHER = "other"


def compare_values(said: Quantity, stated: Quantity) -> Value:
    """Return how the value a course gives stands to the value a source gives."""
    if said.low == stated.low and said.high == stated.high:
        return Value.SAME
    single = said.low == said.high
    if single and stated.low != stated.high and said.low in (stated.low, stated.high):
        return Value.ONE_END
    if _is_rounded(said.low, stated.low) and _is_rounded(said.high, stated.high):
        return Value.ROUNDED
    return Value.OTHER


@lru_cache(maxsize=4096)
def is_same_unit(said: str, stated: str) -> bool:
    """Whether two units say the same: one may leave out what follows a stroke or name things more generally.

    What a course says without a unit may be anything.
    """
    if not said or said == stated or is_prefix(said, stated) or is_prefix(stated, said):
        return True
    if ratio_of(said) or ratio_of(stated):
        return ratio_of(said) == ratio_of(stated)
    first, second = base(said), base(stated)
    if first in MEASURES or second in MEASURES:
        return first == second
    if "người" in (first, second):
        return first in PEOPLE and second in PEOPLE
    return first in GENERAL or second in GENERAL


def is_prefix(shorter: str, longer: str) -> bool:
    """Whether a unit begins another: "usd" and "usd/người", "nhóm" and "nhóm nhiệm vụ"."""
    return bool(shorter) and longer.startswith((f"{shorter}/", f"{shorter} "))


@lru_cache(maxsize=4096)
def ratio_of(unit: str) -> str:
    """Return the whole of a ratio, "/16" of "/16 chỉ tiêu"; "" where the unit is none."""
    match = re.match(r"/\d+", unit)
    return match.group() if match else ""


def power_apart(said: Quantity, stated: Quantity) -> int:
    """Return the power of ten between two values with the same digits, 0 where there is none."""
    if not said.low or not stated.low:
        return 0
    powers = (power for power in range(-9, 10) if power)
    return next((power for power in powers if _shifted(stated, power) == (said.low, said.high)), 0)


def _shifted(quantity: Quantity, power: int) -> tuple[Decimal, Decimal]:
    return quantity.low.scaleb(power), quantity.high.scaleb(power)


def _is_rounded(said: Decimal, stated: Decimal) -> bool:
    """Whether a number is another with fewer digits, rounded to the nearest, up or down."""
    if said == stated:
        return True
    step, finer = _step(said), _step(stated)
    return step > finer and abs(said - stated) < step and abs(said - stated) <= abs(stated) * LARGEST_ROUNDING


def _step(number: Decimal) -> Decimal:
    """Return the worth of the last digit that is not zero: 5400 gives 100, 7.39 gives 0.01."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
