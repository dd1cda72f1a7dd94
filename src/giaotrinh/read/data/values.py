"""Checks of single YAML values: words of a closed list, dates, reasons, names, lists without repeats."""

import re
from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from giaotrinh.model.codes import FIRM, STAGES
from giaotrinh.model.diagnostic import Diagnostic, Severity, error
from giaotrinh.model.nearest import nearest
from giaotrinh.model.span import Span
from giaotrinh.read.data.yaml import YamlDocument

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LONGER = {4: "-01-01", 7: "-01"}
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def check_word(given: str, known: Collection[str], span: Span) -> Iterator[Diagnostic]:
    """Yield an error for a word that is not in the list."""
    if given not in known:
        yield error("word-unknown", span, given=given, nearest=nearest(given, known), known=", ".join(known))


def check_date(given: str, span: Span, *, may_be_short: bool = False) -> Iterator[Diagnostic]:
    """Yield an error for a date that is not year-month-day or not in the calendar; none for "".

    Where it may be short, the day, or the month and the day, may be missing.
    """
    if not given:
        return
    match = _DATE.fullmatch(given + (_LONGER.get(len(given), "") if may_be_short else ""))
    if match is None:
        yield error("date-malformed", span, given=given)
        return
    year, month, day = map(int, match.groups())
    try:
        date(year, month, day)
    except ValueError:
        last = monthrange(year, month)[1] if year and 1 <= month <= 12 else ""
        yield error("date-not-in-calendar", span, given=given, month=month, year=year, last=last)


def check_code(code: str, span: Span) -> Iterator[Diagnostic]:
    """Yield an error for a diagnostic code that does not exist, or whose errors nobody can hold back or lower."""
    if code not in STAGES:
        yield error("finding-unknown", span, name=code, nearest=nearest(code, STAGES))
    elif code in FIRM:
        yield error("finding-firm", span, name=code)


def check_allowed(reasons: Mapping[str, str], path: str, document: YamlDocument, file: str) -> Iterator[Diagnostic]:
    """Yield an error for every exemption of a mapping that gives no reason or names no code that can be exempted."""
    for name, reason in reasons.items():
        span = document.span(f"{path}.{name}", file)
        yield from check_code(name, span)
        if not reason.strip():
            yield error("allow-without-reason", span, exempted=name)


def check_severities(severities: Mapping[str, str], path: str, document: YamlDocument) -> Iterator[Diagnostic]:
    """Yield an error for every code that does not exist, or that is to be lowered and cannot be."""
    for code, word in severities.items():
        if code not in STAGES or word != Severity.ERROR:
            yield from check_code(code, document.keys[f"{path}.{code}"])


def check_list(names: Sequence[str], path: str, document: YamlDocument, file: str) -> Iterator[Diagnostic]:
    """Yield an error for every name of a list that stands there before or cannot name a file or folder."""
    first: dict[str, Span] = {}
    for index, name in enumerate(names):
        span = document.span(f"{path}.{index}", file)
        if name in first:
            yield error("listed-twice", span, first[name], name=name)
        if not _FILE_NAME.fullmatch(name):
            yield error("file-name-malformed", span, name=name)
        first.setdefault(name, span)


def check_numbers(numbers: Mapping[str, int], least: int, document: YamlDocument, file: str) -> Iterator[Diagnostic]:
    """Yield an error for every number, by path, that is below the least."""
    for path, number in numbers.items():
        if number < least:
            yield error("number-too-small", document.span(path, file), given=number, least=least)


def check_times(times: Sequence[str], path: str, document: YamlDocument, file: str) -> Iterator[Diagnostic]:
    """Yield an error for every time of day that is not hour:minute."""
    for index, given in enumerate(times):
        yield from check_time(given, document.span(f"{path}.{index}", file))


def check_time(given: str, span: Span) -> Iterator[Diagnostic]:
    """Yield an error for a time of day that is not hour:minute."""
    if not _TIME.fullmatch(given):
        yield error("time-malformed", span, given=given)
