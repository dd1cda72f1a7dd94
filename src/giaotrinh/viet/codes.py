"""Codes of documents ("02-CTr/TU", "12/NQ-CP", "198/2025/QH15") and dates, as texts write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

CODE = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,5})(?P<rest>(?:/(?:19|20)\d\d)?(?:\s?[-/]\s?(?=[A-ZĐƯ][\wđ]*)[A-ZĐƯ][\wđ]*){1,3}\d{0,2})",
)
DATE = re.compile(
    r"(?<![\d/.-])(?P<day>0?[1-9]|[12]\d|3[01])(?:\s?[-/.]\s?|\s+tháng\s+)(?P<month>0?[1-9]|1[0-2])"
    r"(?:\s?[-/.]\s?|\s+năm\s+)(?P<year>(?:19|20)\d\d)(?![\d/-])",
    re.IGNORECASE,
)
DAY = re.compile(
    r"(?<!\w)ngày\s+(?P<day>0?[1-9]|[12]\d|3[01])(?:\s?[-/]\s?|\s+tháng\s+)(?P<month>0?[1-9]|1[0-2])(?!\s?[-/.]?\d)"
    r"(?!\s+năm\s+\d)",
    re.IGNORECASE,
)
"""A day without its year."""

_NEXT_DATE = re.compile(r"\s*[,(]?\s*(?:được\s+)?(?:ban\s+hành\s+|ký\s+|thông\s+qua\s+)?(?:ngày\s+)", re.IGNORECASE)
_LEAD = re.compile(r"(?<!\w)(từ|đến)\s+ngày\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


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
    for match in CODE.finditer(text):
        parts = tuple(_part(part) for part in re.split(r"\s?[-/]\s?", match["rest"]) if part.strip())
        date = _date_behind(text, match.end())
        yield Code(
            number=int(match["number"]),
            parts=parts,
            start=match.start(),
            end=match.end(),
            date=iso(date) if date else "",
            date_start=date.start() if date else 0,
            date_end=date.end() if date else 0,
        )


def dates_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the full dates of a text as (year-month-day, start, end)."""
    for match in DATE.finditer(text):
        yield iso(match), match.start(), match.end()


def days_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the days a text names without their year as (month-day, start, end)."""
    for match in DAY.finditer(text):
        yield f"{int(match['month']):02}-{int(match['day']):02}", match.start("day"), match.end()


def lead_of_date(before: str) -> str:
    """Return "từ" or "đến" where the words before a date make it an end of a span of time, else ""."""
    match = _LEAD.search(before)
    return match[1].lower() if match else ""


def iso(match: re.Match[str]) -> str:
    """Return a match of DATE as year-month-day."""
    return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"


def printed(date: str) -> str:
    """Return "17-3-2021" of "2021-03-17", as dates are printed; days and months 1 and 2 take a zero by habit."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return "-".join(part.lstrip("0") for part in (day, month, year) if part)


def _date_behind(text: str, place: int) -> re.Match[str] | None:
    lead = _NEXT_DATE.match(text, place)
    return DATE.match(text, lead.end()) if lead else None


def _part(part: str) -> str:
    upper = part.strip().upper()
    return "TW" if upper in ("TƯ", "TW") else upper
