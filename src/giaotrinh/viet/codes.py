"""Codes of documents ("02-CTr/TU", "12/NQ-CP", "198/2025/QH15"), as texts write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.viet.dates import DATE, YEAR, iso_date

_CAPITAL = r"(?-i:[A-ZĐƯ])"
_REST = (
    rf"[a-zđ]?(?:\s?/\s?{YEAR})?\s?[-/]\s?{_CAPITAL}[\wđ]*?{_CAPITAL}[\wđ]*"
    rf"(?:\s?[-/]\s?{_CAPITAL}[\wđ]*){{0,2}}"
)
_PART = r"(?:\.\d{1,3})?"
"""What follows the number of an act that is one of a series: 66.5/2026/NQ-CP."""
CODE = r"\d{1,5}" + _PART + _REST
"""Pattern of a document number: behind the digits at least two capitals, which "5 - Hà Nội" has not."""

_CODE = re.compile(rf"(?<![\w/.,-])(?P<number>\d{{1,5}})(?P<part>{_PART})(?P<rest>{_REST})")
_NEXT_DATE = re.compile(r"\s*[,(]?\s*(?:được\s+)?(?:ban\s+hành\s+|ký\s+|thông\s+qua\s+)?(?:ngày\s+)", re.IGNORECASE)
_YEAR = re.compile(YEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A document number in a text."""

    number: int
    parts: tuple[str, ...]
    """What follows the number, upper case, TƯ read as TW: ("CTR", "TU"); a year first where one is written."""
    start: int
    end: int
    date: str = ""
    """Date that follows it, as "2021-03-17"; "" where none does."""
    date_start: int = 0
    date_end: int = 0

    @property
    def key(self) -> tuple[int, tuple[str, ...]]:
        """Return what identifies the code; a number alone does not identify a document of a term."""
        return self.number, self.parts

    @property
    def family(self) -> tuple[str, ...]:
        """Return kind and issuer without a year: what codes of one series share."""
        return tuple(part for part in self.parts if not _YEAR.fullmatch(part))


def codes_in(text: str) -> Iterator[Code]:
    """Yield the codes of a text with the dates that follow them."""
    for match in _CODE.finditer(text):
        series = (match["part"],) if match["part"] else ()
        parts = series + tuple(_part(part) for part in re.split(r"\s?[-/]\s?", match["rest"]) if part.strip())
        date = _date_behind(text, match.end())
        yield Code(
            number=int(match["number"]),
            parts=parts,
            start=match.start(),
            end=match.end(),
            date=iso_date(date) if date else "",
            date_start=date.start() if date else 0,
            date_end=date.end() if date else 0,
        )


def _date_behind(text: str, place: int) -> re.Match[str] | None:
    lead = _NEXT_DATE.match(text, place)
    return DATE.match(text, lead.end()) if lead else None


def _part(part: str) -> str:
    upper = part.strip().upper()
    return "TW" if upper in ("TƯ", "TW") else upper
