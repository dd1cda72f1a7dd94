"""Sums: equations in prose, total rows and columns of tables, shares that must make up a whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.document import Block, plain
from giaotrinh.model.quantity import Quantity
from giaotrinh.model.source import Provision
from giaotrinh.viet.number import read_numeral, written

_NUMBER = r"\d+(?:[.,]\d+)*"
_PARTS = rf"{_NUMBER}(?:\s*\+\s*{_NUMBER})+"
_UNIT = r"(?:\s*%|\s+[^\W\d_]+){0,2}"
_EQUATIONS = (
    re.compile(rf"(?P<total>{_NUMBER}){_UNIT}\s*=\s*(?P<parts>{_PARTS})"),
    re.compile(rf"(?P<parts>{_PARTS}){_UNIT}\s*=\s*(?P<total>{_NUMBER})"),
    re.compile(rf"(?P<total>{_NUMBER}){_UNIT}\s*\(\s*(?P<parts>{_PARTS})"),
)
_TOTAL_HEAD = re.compile(r"tổng(?:\s+(?:số|cộng))?(?:\s+tiết|\s+số\s+tiết)?$", re.IGNORECASE)
_TOTAL_ROW = re.compile(r"(?:tổng|cộng)(?:\s+(?:số|cộng))?(?!\w)", re.IGNORECASE)
_SHARES = re.compile(r"cơ\s+cấu(?!\s+lại)", re.IGNORECASE)
_WHOLE = Decimal(100)
_SLACK = 10
"""Points from 100 within which shares are taken for a whole that should add up."""


def sums(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every sum that its parts do not make."""
    for passage in subject.passages:
        if "+" in passage.text:
            yield from _equations(passage)
        if _SHARES.search(passage.text):
            yield from _shares(passage)
    for module in subject.modules:
        for block in module.walk():
            if block.kind == "grid":
                yield from _table(block)
    for source in subject.sources:
        for provision in source.walk():
            shares = _shares_of(provision)
            if _misses_whole(shares):
                low, high = _ends(shares)
                yield warning("shares-miss-whole", source.span_of(provision), low=written(low), high=written(high))


def _equations(passage: Passage) -> Iterator[Diagnostic]:
    for pattern in _EQUATIONS:
        for match in pattern.finditer(passage.text):
            numerals = (match["total"], *match["parts"].split("+"))
            total, *parts = [value for part in numerals if (value := read_numeral(part.strip())) is not None]
            if len(parts) == len(numerals) - 1 and total != sum(parts):
                span = passage.place(match.start(), match.end())
                yield error("sum-differs", span, total=written(total), sum=written(sum(parts, Decimal(0))))


def _shares(passage: Passage) -> Iterator[Diagnostic]:
    shares = [quantity for quantity in passage.quantities if quantity.unit == "%"]
    if _misses_whole(shares):
        low, high = _ends(shares)
        yield warning("shares-miss-whole", passage.place(shares[0].start), low=written(low), high=written(high))


def _shares_of(provision: Provision) -> list[Quantity]:
    if not _SHARES.search(provision.title):
        return []
    own = [quantity for quantity in provision.quantities if quantity.unit == "%"]
    below = [child.quantities[0] for child in provision.children if len(child.quantities) == 1]
    return own or [quantity for quantity in below if quantity.unit == "%"]


def _misses_whole(shares: Sequence[Quantity]) -> bool:
    """Whether three and more shares come close to a whole without being able to make it."""
    if len(shares) < 3 or any(share.of_which for share in shares):
        return False
    low, high = _ends(shares)
    return not low <= _WHOLE <= high and abs(low - _WHOLE) <= _SLACK and abs(high - _WHOLE) <= _SLACK


def _ends(shares: Sequence[Quantity]) -> tuple[Decimal, Decimal]:
    return sum((share.low for share in shares), Decimal(0)), sum((share.high for share in shares), Decimal(0))


def _table(grid: Block) -> Iterator[Diagnostic]:
    rows = [[plain(cell.inlines).strip() for cell in row.children] for row in grid.children]
    head = rows[0] if rows else []
    total = next((column for column, words in enumerate(head) if _TOTAL_HEAD.fullmatch(words)), None)
    if total is None:
        return
    for row, words in zip(grid.children[1:], rows[1:], strict=True):
        parts = [value for value in map(_cell, words[total + 1 :]) if value is not None]
        whole = _cell(words[total]) if total < len(words) else None
        if whole and len(parts) > 1 and sum(parts) != whole:
            yield error("row-sum-differs", row.span, total=written(whole), sum=written(sum(parts, Decimal(0))))
    yield from _columns(grid, rows, total)


def _columns(grid: Block, rows: Sequence[Sequence[str]], first: int) -> Iterator[Diagnostic]:
    last = rows[-1]
    if not any(_TOTAL_ROW.match(words) for words in last[:first]):
        return
    for column in range(first, len(last)):
        whole = _cell(last[column])
        parts = [_cell(row[column]) for row in rows[1:-1] if column < len(row)]
        known = [part for part in parts if part is not None]
        if whole is not None and len(known) == len(parts) and sum(known) != whole:
            span = grid.children[-1].children[column].span
            yield error("column-sum-differs", span, total=written(whole), sum=written(sum(known, Decimal(0))))


def _cell(words: str) -> Decimal | None:
    """Return the number of a cell, 0 for an empty one or a dash, None for words."""
    if words in ("", "-", "–", "—"):
        return Decimal(0)
    return read_numeral(words) if re.fullmatch(_NUMBER, words) else None
