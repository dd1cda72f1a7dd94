"""Clauses of a provision: the stretch of a sentence that states a number, with what it is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.draft.bank.ground import Ground
from giaotrinh.model.quantity import Quantity
from giaotrinh.model.source import Provision, Role
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.dates import YEAR

LEAST, MOST = 6, 60
"""Words of a clause: fewer say nothing, more are not read in an examination."""

BLANK = "......"

_STOP = re.compile(rf"(?<=[.!?…])\s+(?=[{CAPITALS}\d\"“(])|;\s*|\n")
_LEANING = re.compile(r"(?:trong đó|riêng|trong số đó|tương ứng|đồng thời|và|còn|nhưng|theo đó|nếu|trường hợp)\b", re.I)
_HEAD = re.compile(r"^(?:Về|Đối với) [^:]{2,60}:\s+")
_LIMITED = re.compile(r"(?:thời hạn|thời gian|không quá|tối đa|tối thiểu|ít nhất|chậm nhất)[\w\s,]{0,20}$", re.I)
_DURATIONS = ("năm", "tháng", "ngày", "ngày làm việc", "tuổi", "tuần", "giờ")
_REFERENCE = re.compile(r"(?:Điều|khoản|điểm|mục|số|Phụ lục|lần thứ|khóa|khoá)\s*$", re.I)
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_DATED = frozenset({Role.TARGET, Role.GOAL, Role.VISION})
"""Roles of which a number says nothing without the year it is for."""
_TAIL = re.compile(r"[\s,:;]+(?:gồm|bao gồm|như sau|trong đó|cụ thể)$")
_OF_WHOM = re.compile(r"\s*(?:đối với|với|cho|ở|tại)\b")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch of a provision's text and one quantity in it."""

    provision: Provision
    text: str
    quantity: Quantity
    start: int
    """Place of the quantity's words in `text`, in characters."""
    end: int

    @property
    def blanked(self) -> str:
        """Return the clause with a blank for the quantity."""
        return f"{self.text[: self.start]}{BLANK}{self.text[self.end :]}"

    def with_value(self, words: str) -> str:
        """Return the clause with other words for the quantity."""
        return f"{self.text[: self.start]}{words}{self.text[self.end :]}"

    horizon: str
    """"mốc năm 2030" or "giai đoạn 2026-2030" where the clause itself names no year; else ""."""

    @property
    def time(self) -> str:
        """Return the horizon in brackets, to stand in a stem; "" where the clause names it."""
        return f" ({self.horizon})" if self.horizon else ""


def clauses(ground: Ground) -> Iterator[Clause]:
    """Yield the clauses of the module's provisions that state a number a reader can be asked for."""
    for provision in ground.provisions:
        if not ground.known.repeats[provision.path]:
            yield from clauses_of(ground, provision)


def clauses_of(ground: Ground, provision: Provision) -> Iterator[Clause]:
    """Yield the clauses of a provision, one for each quantity that says of what it is and for when."""
    text = provision.text
    dated = ground.known.role(provision) in _DATED
    for quantity in provision.quantities:
        start, end = around(text, quantity.start, quantity.end)
        if not _asks(provision, quantity):
            continue
        words = _TAIL.sub("", text[start:end].rstrip(" .;,:/"))
        clause = Clause(
            provision=provision,
            text=words,
            quantity=quantity,
            start=quantity.start - start,
            end=quantity.end - start,
            horizon=_horizon(ground, provision, quantity, words),
        )
        named = bool(clause.horizon) or _YEAR.search(words) is not None
        stands = not _leans(clause) and _says_enough(clause)
        if stands and (named or not dated) and not _echoes(clause, start):
            yield clause


def _horizon(ground: Ground, provision: Provision, quantity: Quantity, words: str) -> str:
    years = re.findall(r"\d{4}", quantity.horizon)
    if years and years[0] not in words:
        return f"mốc năm {years[0]}" if len(years) == 1 else f"giai đoạn {quantity.horizon}"
    if years or _YEAR.search(words) or ground.known.role(provision) not in _DATED:
        return ""
    return ground.known.time(provision)


def _echoes(clause: Clause, start: int) -> bool:
    """Whether the same number stands in the clause a second time and gives the answer away."""
    asked = clause.quantity
    return any(
        start <= other.start < start + len(clause.text)
        and other.start != asked.start
        and (other.low, other.high, other.unit) == (asked.low, asked.high, asked.unit)
        for other in clause.provision.quantities
    )


def around(text: str, first: int, last: int) -> tuple[int, int]:
    """Return the bounds of the clause that holds a stretch of a text."""
    # One character more than the stretch begins at, so that a sentence that begins with it is seen to begin.
    stops = [match.end() for match in _STOP.finditer(text, 0, first + 1) if match.end() <= first]
    after = _STOP.search(text, last)
    end = after.start() if after else len(text)
    while stops and _LEANING.match(text, stops[-1]):
        stops.pop()
    start = stops[-1] if stops else 0
    head = _HEAD.match(text[start:first])
    return start + (head.end() if head else 0), end


def _asks(provision: Provision, quantity: Quantity) -> bool:
    """Whether a number is something to be asked for: not an age, a number of an article, a length of time as such."""
    before = provision.text[max(0, quantity.start - 40) : quantity.start]
    if _REFERENCE.search(before):
        return False
    if quantity.unit in _DURATIONS:
        return _LIMITED.search(before + quantity.text[: quantity.number_start - quantity.start]) is not None
    return bool(quantity.unit) or provision.role is Role.TARGET


def _leans(clause: Clause) -> bool:
    """Whether a clause begins with its number and leaves what is measured to the clause before."""
    cut = clause.end > len(clause.text)
    return cut or (clause.start == 0 and _OF_WHOM.match(clause.text, clause.end) is not None)


def _says_enough(clause: Clause) -> bool:
    return says_enough(clause.text, clause.text[: clause.start] + clause.text[clause.end :])


def says_enough(text: str, rest: str) -> bool:
    """Whether a clause says what is asked for: words enough beside the blank, brackets whole, no note mark."""
    whole = text.count("(") == text.count(")") and text[:1] not in ",)" and "[" not in text and "Bằng chữ" not in text
    return LEAST <= len(text.split()) <= MOST and len(_LETTERS.findall(rest)) >= LEAST - 1 and whole
