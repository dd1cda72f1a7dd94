"""Lines of PDF pages that are no part of the document: running heads, page numbers, signatures laid over pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from giaotrinh.intake.carrier.extraction import Reason
from giaotrinh.intake.pdf.lines import Row
from giaotrinh.outline.markers import read_markers

_EDGE = 3
"""Rows at the top and at the bottom of a page among which heads and numbers stand."""
_PAGE_NUMBER = re.compile(
    r"(?:trang|page|tr\.)?\s*[-–—]?\s*(\d{1,4})\s*(?:(?:/|of|trên)\s*\d{1,4})?\s*[-–—]?\Z", re.IGNORECASE
)
_GAZETTE = re.compile(
    r"(?:\d{1,4}\s+)?CÔNG\s+BÁO(?:\s+[^/]{1,40})?\s*/\s*Số\s+\d+(?:\s*\+\s*\d+)*"
    r"(?:\s*/\s*Ngày\s+[\d\s./-]+)?\s*(?:\d{1,4})?\Z",
    re.IGNORECASE,
)
"""The head of a gazette, whose page number stands left or right and which may bind several issues: "4 CÔNG BÁO/Số
11 + 12/Ngày 5-1-2026"."""
_NAMED = frozenset({"article", "chapter", "section", "subsection", "part", "annex"})
"""Kinds of provisions whose own heading is never taken for what stands on every page."""
_SIGNATURE = re.compile(
    r"(?:ký bởi|người ký|cơ quan|ngày ký|thời gian ký|email|digitally signed|signature (?:not )?valid|reason)\s*:?",
    re.IGNORECASE,
)
_SIGNED_BY = re.compile(r"ký bởi|người ký|digitally signed", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A row of a page."""

    page: int
    row: int


def furniture(pages: Sequence[Sequence[Row]]) -> dict[Spot, Reason]:
    """Return the rows to leave out, by page and row (both from 0)."""
    found: dict[Spot, Reason] = {}
    for page, rows in enumerate(pages):
        found |= {Spot(page, row): Reason.SIGNATURE for row in _signature_rows(rows)}
    edges = [[spot for spot in _edge_spots(page, rows) if spot not in found] for page, rows in enumerate(pages)]
    found |= dict.fromkeys(_running_heads(pages, edges), Reason.RUNNING_HEAD)
    # A number may stand beyond the head: look again at what is outermost now.
    left = [[spot for spot in spots if spot not in found] for spots in edges]
    found |= dict.fromkeys(_page_numbers(pages, left), Reason.PAGE_NUMBER)
    return found


def _edge_spots(page: int, rows: Sequence[Row]) -> list[Spot]:
    places = [*range(min(_EDGE, len(rows))), *range(max(0, len(rows) - _EDGE), len(rows))]
    return [Spot(page, row) for row in dict.fromkeys(places)]


def _running_heads(pages: Sequence[Sequence[Row]], edges: Sequence[Sequence[Spot]]) -> Iterator[Spot]:
    """Yield edge rows that read the same, numbers apart, at one height on many pages."""
    alike: dict[tuple[str, int], list[Spot]] = defaultdict(list)
    for spots in edges:
        for spot in spots:
            row = pages[spot.page][spot.row]
            if any(marker.kind in _NAMED for marker in read_markers(row.text)):
                continue
            if _GAZETTE.match(row.text):
                yield spot
            elif not _PAGE_NUMBER.match(row.text):
                alike[(re.sub(r"\d+", "#", row.text), round(row.y / 8))].append(spot)
    for spots in alike.values():
        if len({spot.page for spot in spots}) >= max(3, 0.3 * len(pages)):
            yield from spots


def _page_numbers(pages: Sequence[Sequence[Row]], edges: Sequence[Sequence[Spot]]) -> Iterator[Spot]:
    """Yield rows that hold a number alone, where the numbers go up with the pages."""
    numbers = {spot: int(match[1]) for spots in edges for spot in spots if (match := _number(pages, spot))}
    offsets = Counter(number - spot.page for spot, number in numbers.items())
    if not offsets:
        return
    offset, times = offsets.most_common(1)[0]
    if times >= 2 or (offset == 1 and len(pages) == 1):
        yield from (spot for spot, number in numbers.items() if number - spot.page == offset)


def _number(pages: Sequence[Sequence[Row]], spot: Spot) -> re.Match[str] | None:
    rows = pages[spot.page]
    outermost = spot.row in (0, 1, len(rows) - 1, len(rows) - 2)
    return _PAGE_NUMBER.match(rows[spot.row].text) if outermost and len(rows[spot.row].segments) == 1 else None


def _signature_rows(rows: Sequence[Row]) -> Iterator[int]:
    """Yield the lines a digital signature prints: who, which office, when."""
    signed = [index for index, row in enumerate(rows) if _SIGNED_BY.match(row.text)]
    for start in signed:
        yield start
        for index in range(start + 1, min(start + 6, len(rows))):
            if not _SIGNATURE.match(rows[index].text):
                break
            yield index
