"""How numbers are written: a range goes up, a comma opens decimals."""

import re
from collections.abc import Iterator
from decimal import Decimal

from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.quantity import Quantity
from giaotrinh.viet.dates import is_year
from giaotrinh.viet.number import read_numeral
from giaotrinh.viet.unit import read_unit

_NUMBER = r"\d+(?:[.,]\d+)*"
_RANGE = re.compile(rf"(?<![\w.,/-])(?P<low>{_NUMBER})\s?%?\s?[-–]\s?(?P<high>{_NUMBER})(?![\d/-])")
_DASH = re.compile(r"\d\s?%?\s?[-–]\s?\d")
_POINT = re.compile(r"(?<![\d.])\d+\.\d{1,2}(?![\d.])")
_COMMA = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?!\d)")
_RESULT = re.compile(r"(?:\s+[^\W\d_]+){0,2}\s*(?:=|≈|bằng|còn|là\s+\d)")
"""Behind a difference: "961 - 756 = 205" is no range."""


def writing(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every range whose ends are swapped and every number with English signs."""
    for passage in subject.passages:
        if passage.kind != "code" and passage.has_digits:
            yield from _ranges(passage)
            yield from _signs(passage)


def _ranges(passage: Passage) -> Iterator[Diagnostic]:
    if not _DASH.search(passage.text):
        return
    for match in _RANGE.finditer(passage.text):
        low, high = read_numeral(match["low"]), read_numeral(match["high"])
        if low is None or high is None or low <= high or _RESULT.match(passage.text, match.end()):
            continue
        if not _is_date(match, low, high, passage.text):
            unit = read_unit(passage.text, match.end())
            end = unit.end if unit else match.end()
            yield error("range-reversed", passage.place(match.start(), end), found=passage.text[match.start() : end])


def _is_date(match: re.Match[str], low: Decimal, high: Decimal, text: str) -> bool:
    """Whether two numbers with a hyphen may be a day and a month, or a year cut short."""
    if read_unit(text, match.end()) or "(%)" in text[: match.start()] or not (match["low"] + match["high"]).isdigit():
        return False
    return (low <= 31 and high <= 12) or (is_year(int(low)) and high < 100)


def _signs(passage: Passage) -> Iterator[Diagnostic]:
    """Yield a finding for every number whose signs are English: 7.5 for 7,5, or 12,000 for 12.000."""
    for quantity in passage.quantities:
        start, end = quantity.number_start, quantity.number_end
        match = _POINT.search(passage.text, start, end) or _thousands(passage.text, quantity)
        run = passage.run_at(start)
        if match and (run is None or run.kind == "text"):
            yield warning("number-format", passage.place(match.start(), match.end()), found=match.group())


def _thousands(text: str, quantity: Quantity) -> re.Match[str] | None:
    """Return the numeral in which commas were read as grouping thousands."""
    match = _COMMA.search(text, quantity.number_start, quantity.number_end)
    return match if match and quantity.low == Decimal(match.group().replace(",", "")) else None
