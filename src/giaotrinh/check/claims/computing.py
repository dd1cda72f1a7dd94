"""Numbers an author worked out from others: whether they follow, and whether what is written as a sum comes out.

Differences, sums, products, shares, ratios, growth over years and percents of percents are recomputed, ends of ranges
apart. A result may be rounded as far as its own digits and its "khoảng" say.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext
from itertools import permutations

from giaotrinh.model.quantity import Qualifier, Quantity

Ends = tuple[Decimal, Decimal]
"""Low and high end of a number or a range."""

_REASONING = re.compile(
    r"(?<!\w)(?:tức|nghĩa\s+là|như\s+(?:vậy|thế)|(?-i:Vậy)|vậy\s+(?:là|thì|nên)|cộng|trừ\s+(?:đi|\d)|chênh|còn\s+lại|gấp|thêm|bớt|thiếu|"
    r"tính|nhân(?!\s+(?:lực|dân|tài|tố|khẩu|viên|sự|loại|đạo|văn))|chia|tương\s+(?:đương|ứng)|cách\s+nhau|hơn\s+(?:kém\s+)?nhau|quy\s+ra|"
    r"suy\s+ra|nhẩm|mũ|tổng\s+cộng|(?:phần|chỉ)\s+(?:ngoài|còn)|(?-i:Lấy)|hiệu\s+số|ít\s+hơn|nhiều\s+hơn|bình\s+quân\s+mỗi)(?!\w)|"
    r"[=≈×+÷]|\d\s[-–]\s\d",
    re.IGNORECASE,
)
_LOOSE = frozenset({Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.ABOVE, Qualifier.BELOW, Qualifier.AT_LEAST})
_EXACTLY = Decimal("0.0005")
_ABOUT = Decimal("0.03")
"""Share of a result by which "khoảng", "gần", "hơn" may round it."""

_RESULT = re.compile(
    r"(?<!\w)(?:tức(?:\s+là)?|cộng\s+lại(?:\s+(?:là|được))?|tính\s+ra(?:\s+là)?|nghĩa\s+là|chênh(?:\s+nhau)?|còn\s+lại\s*,?|"
    r"như\s+vậy[^.;\d]{0,48}(?:bằng|chiếm|là))\s*$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?<!\w)(?:chênh\s+lệch|khoảng\s+cách|tăng\s+thêm|mức\s+tăng|phải\s+tăng|hiệu\s+số)(?!\w)", re.IGNORECASE
)
_NEAR = Decimal("0.35")
"""Share by which a result may be off and still be recognised as the one that was meant."""

_FEW = 10
_MOST_OPERANDS = 40
_MOST_YEARS = 30
_HUNDRED, _ONE = Decimal(100), Decimal(1)


def follows(said: Quantity, operands: Sequence[Quantity]) -> bool:
    """Whether a number can be worked out from others in one step, or in two where they are a share of a share."""
    ends = [(each.low, each.high) for each in operands][:_MOST_OPERANDS]
    wanted = (said.low, said.high)
    with localcontext() as context:
        context.prec = 12
        return any(_is_result(said, wanted, got) for got in _results(ends))


def nearest(said: Quantity, operands: Sequence[Quantity]) -> Decimal | None:
    """Return the result of one step from the operands that is nearest to a number, None where none is near it."""
    ends = [(each.low, each.high) for each in operands][:_FEW]
    with localcontext() as context:
        context.prec = 12
        results = {low for one, two in permutations(ends, 2) for low, _ in _simple(one, two) if low > 0}
        apart = {result: abs(result - said.low) / said.low for result in results if said.low > 0}
    best = min(apart, key=lambda result: (apart[result], result), default=None)
    return best if best is not None and apart[best] <= _NEAR else None


def _simple(one: Ends, two: Ends) -> Iterator[Ends]:
    yield (one[0] + two[0], one[1] + two[1])
    yield _ordered(one[0] - two[0], one[1] - two[1])
    if two[0]:
        yield (one[0] / two[0] * _HUNDRED, one[1] / two[0] * _HUNDRED)


def is_result(before: str) -> bool:
    """Whether the words right before a number call it the result of what stands before: "tức", "cộng lại là"."""
    return _RESULT.search(before) is not None


def is_reasoned(sentence: str) -> bool:
    """Whether a sentence speaks of working something out."""
    return _REASONING.search(sentence) is not None


def computes(head: str) -> bool:
    """Whether the head of a column says that its numbers are worked out from those beside them."""
    return _HEAD.search(head) is not None


def _is_result(said: Quantity, wanted: Ends, got: Ends) -> bool:
    slack = _slack(said)
    if wanted[0] == wanted[1] and got[0] != got[1]:  # one number for a range: within it, or either end
        return got[0] - slack <= wanted[0] <= got[1] + slack
    return abs(wanted[0] - got[0]) <= slack and abs(wanted[1] - got[1]) <= slack


def _slack(said: Quantity) -> Decimal:
    """Return how far a result may be from the number that was written."""
    digits = said.high.normalize().as_tuple()
    step = Decimal(1).scaleb(digits.exponent if isinstance(digits.exponent, int) else 0)
    rough = _ABOUT if said.qualifier in _LOOSE else _EXACTLY
    return max(abs(said.high) * rough, min(step / 2, abs(said.high) * _ABOUT))


def _results(ends: Sequence[Ends]) -> Iterator[Ends]:
    for one in ends:
        yield (_HUNDRED - one[1], _HUNDRED - one[0])
        yield from _grown(one)
    for one, two in permutations(ends, 2):
        yield (one[0] + two[0], one[1] + two[1])
        yield _ordered(one[0] - two[0], one[1] - two[1])
        yield _ordered(one[0] - two[1], one[1] - two[0])
        yield (one[0] * two[0], one[1] * two[1])
        yield (one[0] * two[0] / _HUNDRED, one[1] * two[1] / _HUNDRED)
        yield from _ratios(one, two)


def _ratios(one: Ends, two: Ends) -> Iterator[Ends]:
    try:
        ratio = _ordered(one[0] / two[0], one[1] / two[1])
    except (DivisionByZero, InvalidOperation):
        return
    yield ratio
    yield (ratio[0] * _HUNDRED, ratio[1] * _HUNDRED)
    yield _ordered((ratio[0] - 1) * _HUNDRED, (ratio[1] - 1) * _HUNDRED)
    yield _ordered((1 - ratio[0]) * _HUNDRED, (1 - ratio[1]) * _HUNDRED)
    scaled = (ratio[0] * 10_000, ratio[1] * 10_000)
    yield scaled  # of ten thousand people


def _grown(rate: Ends) -> Iterator[Ends]:
    """Yield what one grows to in some years at a yearly rate in hundredths, and by how much."""
    if not _ONE <= rate[1] <= _HUNDRED:
        return
    low = high = _ONE
    for _ in range(_MOST_YEARS):
        low, high = low * (1 + rate[0] / _HUNDRED), high * (1 + rate[1] / _HUNDRED)
        yield (low, high)
        yield ((low - 1) * _HUNDRED, (high - 1) * _HUNDRED)


def _ordered(one: Decimal, two: Decimal) -> Ends:
    return (min(one, two), max(one, two))
