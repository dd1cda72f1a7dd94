"""Years a text sets: the deadline or the period is the one that the provisions it cites, or its source, have.

"Cơ bản hoàn thành trong năm 2027 {cite}`IV.3`" of a provision that says 2025; a title with "giai đoạn 2025-2030" where
the source knows 2026-2030 alone. Years that are compared with, told of the past, or worked out are left alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from giaotrinh.check.claims.computing import is_reasoned
from giaotrinh.check.claims.governing import Nearness, governing
from giaotrinh.check.claims.supposing import is_mentioned, is_supposed
from giaotrinh.check.figures.metric import sentence_bounds
from giaotrinh.check.passages.passage import Address, Passage
from giaotrinh.check.passages.scopes import Scopes
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.viet.dates import YEAR
from giaotrinh.viet.roman import in_roman, read_roman

Time = TypeVar("Time")

_PERIOD = re.compile(rf"(?<![\d/.-])(?P<first>{YEAR})\s?[-–]\s?(?P<last>{YEAR})(?![\d/-])")
_POINT = re.compile(
    rf"(?<!\w)(?P<lead>(?:đến|tới|vào|trong|trước|hết|cuối|mốc|tầm\s+nhìn)(?:\s+(?:hết|cuối|trước|đến|mốc|năm))*|năm)\s+"
    rf"(?P<year>{YEAR})(?![\d/.-]*\d)(?!\s?[-–]\s?{YEAR})",
    re.IGNORECASE,
)
_ANY = re.compile(rf"(?<![\d.,/-]){YEAR}(?![\d.,]*\d)|(?<=-){YEAR}(?!\d)|(?<=/){YEAR}(?!\d)")
_TOLD = re.compile(
    r"(?<!\w)(?:so\s+với|từ|kể\s+từ|của|hiện|trước\s+đó|đã|thực\s+hiện|đầu|tính|khi|hồi|ngày|tháng|kỷ\s+niệm|sinh|nhiệm\s+kỳ|khóa|khoá|luật|"
    r"nghị\s+quyết|nghị\s+định)(?!\w)[^.;,\d]{0,24}$",
    re.IGNORECASE,
)
_HEADS = frozenset({"heading", "title", "field", "option"})
_LISTED = frozenset({"objectives", "keypoints"})

_QUARTER = re.compile(
    rf"(?<!\w)quý\s+(?P<quarter>I{{1,3}}|IV|[1-4])(?:\s?/\s?|\s+năm\s+)(?P<year>{YEAR})(?!\d)", re.IGNORECASE
)

NEAR = 20
"""Years between a deadline and the one it was taken for."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Years and periods of the main source, and the years each provision names."""

    years: frozenset[int]
    periods: frozenset[tuple[int, int]]
    by_provision: dict[Address, frozenset[int]]


def years(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every deadline and period the provisions or the source have otherwise."""
    known = subject.knowledge.of(_known)
    scopes = Scopes(subject)
    quarters = subject.knowledge.of(_quarters)
    for passage in subject.passages:
        if passage.kind == "code" or not passage.has_digits or passage.is_about_later:
            continue
        yield from _periods(passage, known)
        for match in _QUARTER.finditer(passage.text):
            where = governing(passage, match.start(), scopes.of(passage))
            if where.nearness is Nearness.SENTENCE:
                yield from _quarter(passage, match, quarters, where.addresses)
        for match in _POINT.finditer(passage.text):
            where = governing(passage, match.start(), scopes.of(passage))
            if where.nearness is Nearness.SENTENCE and _is_alone(passage, match):
                yield from _deadline(passage, match, _named(known.by_provision, where.addresses), where.addresses)
            elif _is_head(passage):
                yield from _headed(passage, match, known)


def _known(curriculum: Curriculum) -> _Known:
    every: set[int] = set()
    periods: set[tuple[int, int]] = set()
    named: dict[Address, frozenset[int]] = {}
    for source in curriculum.project.sources:
        for part in source.walk():
            found = frozenset(int(match.group()) for match in _ANY.finditer(part.text))
            named[source.id, part.path] = found
            every |= found
            periods |= {(int(match["first"]), int(match["last"])) for match in _PERIOD.finditer(part.text)}
        for text in (source.title, source.date):
            every |= {int(match.group()) for match in _ANY.finditer(text)}
            every |= {int(text[:4])} if text[:4].isdecimal() else set()
    return _Known(frozenset(every), frozenset(periods), named)


def _quarters(curriculum: Curriculum) -> dict[Address, frozenset[tuple[int, int]]]:
    """Return provision -> the quarters it names, as (year, quarter)."""
    parts = ((source.id, part) for source in curriculum.project.sources for part in source.walk())
    found = {
        (name, part.path): frozenset(_year_and_quarter(match) for match in _QUARTER.finditer(part.text))
        for name, part in parts
    }
    return {address: named for address, named in found.items() if named}


def _year_and_quarter(match: re.Match[str]) -> tuple[int, int]:
    written = match["quarter"]
    return int(match["year"]), int(written) if written.isdecimal() else read_roman(written.upper())


def _quarter(
    passage: Passage,
    match: re.Match[str],
    known: dict[Address, frozenset[tuple[int, int]]],
    addresses: frozenset[Address],
) -> Iterator[Diagnostic]:
    """Yield a finding for a quarter that no cited provision names, where one names another."""
    named = _named(known, addresses)
    said_here = {_year_and_quarter(each) for each in _QUARTER.finditer(passage.text)}
    unsaid = sorted(named - said_here)
    if _year_and_quarter(match) not in named and unsaid and _sets_a_time(passage, match):
        path, span = ", ".join(sorted(path for _, path in addresses)), passage.place(match.start(), match.end())
        expected = f"quý {in_roman(unsaid[0][1])}/{unsaid[0][0]}"
        yield warning("year-differs", span, found=match.group(), path=path, expected=expected)


def _named(known: Mapping[Address, frozenset[Time]], addresses: frozenset[Address]) -> frozenset[Time]:
    """Return the times of some provisions, of what they stand under and of what stands below them."""
    found: set[Time] = set()
    for (source, path), named in known.items():
        for cited, address in addresses:
            if source == cited and (_is_within(path, address) or _is_within(address, path)):
                found |= named
    return frozenset(found)


def _is_within(path: str, other: str) -> bool:
    return path == other or path.startswith(f"{other}.")


def _is_head(passage: Passage) -> bool:
    return passage.kind in _HEADS or not passage.inside.isdisjoint(_LISTED) or "cell" in passage.inside


def _deadline(
    passage: Passage, match: re.Match[str], named: frozenset[int], addresses: frozenset[Address]
) -> Iterator[Diagnostic]:
    said = int(match["year"])
    said_here = {int(each.group()) for each in _ANY.finditer(passage.text)}
    unsaid = sorted((abs(said - year), year) for year in named - said_here if abs(said - year) <= NEAR)
    if said in named or not unsaid or not _sets_a_time(passage, match):
        return
    path = ", ".join(sorted(path for _, path in addresses))
    span = passage.place(match.start(), match.end())
    yield warning("year-differs", span, found=match.group(), path=path, expected=unsaid[0][1])


def _is_alone(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a year is the only one of its sentence, or the words before it aim at it, in text a module says."""
    first, last = sentence_bounds(passage.text, match.start())
    years_here = set(_ANY.findall(passage.text[first:last]))
    return len(years_here) == 1 or (match["lead"].lower() != "năm" and passage.kind != "field")


def _sets_a_time(passage: Passage, match: re.Match[str]) -> bool:
    """Whether words set a time for something, rather than tell of one, compare with one, or work one out."""
    first, _ = sentence_bounds(passage.text, match.start())
    before = passage.text[first : match.start()]
    run = passage.run_at(match.start())
    is_ours = (run is None or run.kind == "text") and not passage.figures  # {value} looks after its own time
    told = _TOLD.search(before) is not None or is_reasoned(before)
    supposed = is_supposed(passage, match.start()) or is_mentioned(passage, match.start(), match.end())
    return is_ours and not told and not supposed


def _headed(passage: Passage, match: re.Match[str], known: _Known) -> Iterator[Diagnostic]:
    said = int(match["year"])
    aims = match["lead"].lower() != "năm"
    near = sorted((abs(said - year), year) for year in known.years if abs(said - year) <= NEAR)
    if said in known.years or not near or not aims or not _sets_a_time(passage, match):
        return
    span = passage.place(match.start(), match.end())
    yield warning("year-differs", span, found=match.group(), path="", expected=near[0][1])


def _periods(passage: Passage, known: _Known) -> Iterator[Diagnostic]:
    """Yield a finding for a period that shares one end with one of the source, and is none of its own."""
    for match in _PERIOD.finditer(passage.text):
        said = (int(match["first"]), int(match["last"]))
        alike = sorted(each for each in known.periods if (each[0] == said[0]) != (each[1] == said[1]))
        if said[0] >= said[1] or said in known.periods or not alike or not _sets_a_time(passage, match):
            continue
        if not set(said) <= known.years or said[1] - said[0] <= alike[0][1] - alike[0][0] + 1:
            first, last = alike[0]
            span = passage.place(match.start(), match.end())
            yield warning("year-differs", span, found=match.group(), path="", expected=f"{first}-{last}")
