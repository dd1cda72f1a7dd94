"""Dates: "17/3/2021", "ngày 17 tháng 3 năm 2021", days without their year; and dates as they are printed."""

import re
from collections.abc import Iterator

YEAR = r"(?:19|20)\d\d"
MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
DATE = re.compile(
    rf"(?<!\d)(?<!\d[.,/-])(?P<day>{_DAY})(?:\s?[/.-]\s?|\s+tháng\s+)(?P<month>{MONTH})"
    rf"(?:\s?[/.-]\s?|,?\s+năm\s+)(?P<year>{YEAR})(?!\d|[/-]\w)",
    re.IGNORECASE,
)
"""A full date; day, month and year are groups. "14-15/5/2025" is none: its first day stands before the second."""

LED_DATE = re.compile(rf"(?:(?<!\w)(?:ngày|mùng|mồng)\s+)?{DATE.pattern}", re.IGNORECASE)
"""A full date with the word before it that says so."""

DAY = re.compile(
    rf"(?<!\w)ngày\s+(?P<day>{_DAY})(?:\s?[-/]\s?|\s+tháng\s+)(?P<month>{MONTH})(?!\s?[-/.]?\d)(?!\s+năm\s+\d)",
    re.IGNORECASE,
)
"""A day without its year."""

DAY_AND_MONTH = re.compile(rf"{_DAY}/{MONTH}")
_LEAD = re.compile(r"(?<!\w)(từ|đến)\s+ngày\s+$", re.IGNORECASE)
_YEARS = range(1900, 2101)


def is_year(number: int) -> bool:
    """Return whether a whole number without separators may be a year."""
    return number in _YEARS


def iso_date(match: re.Match[str]) -> str:
    """Return the ISO form of a match of DATE or LED_DATE."""
    return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"


def dates_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the full dates of a text as (year-month-day, start, end)."""
    for match in DATE.finditer(text):
        yield iso_date(match), match.start(), match.end()


def days_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the days a text names without their year as (month-day, start, end)."""
    for match in DAY.finditer(text):
        yield f"{int(match['month']):02}-{int(match['day']):02}", match.start("day"), match.end()


def lead_of_date(before: str) -> str:
    """Return "từ" or "đến" where the words before a date make it an end of a span of time, else ""."""
    match = _LEAD.search(before)
    return match[1].lower() if match else ""


def printed_date(date: str) -> str:
    """Return "30-9-2021" for "2021-09-30"; a year or a year and month likewise; other text unchanged.

    As official papers write them (Nghị định 30/2020/NĐ-CP): a zero before days under ten and the months one and two.
    """
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return date
    year, *month_and_day = parts
    padded = [
        f"{int(part):02}" if int(part) < least else str(int(part))
        for part, least in zip(month_and_day, (3, 10), strict=False)
    ]
    return "-".join((*reversed(padded), year))
