"""Lines joined to paragraphs: some files break a sentence every eighty characters, some never."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from giaotrinh.intake.plain.draft_lines import Line
from giaotrinh.outline.markers import NAMED, Marker, read_markers

_ENDED = re.compile(r"[.;:!?…][\"”’)\]]*$|\./\.$")
_LIST_GOES_ON = re.compile(r"[.;:!?…,][\"”’)\]]*$|\./\.$")
_REFERENCE_BEFORE = re.compile(
    r"(?<!\w)(?:khoản|điểm|điều|mục|phần|chương|số|và|hoặc|tại|từ|đến|theo|của|với|cho|thứ|(?<!\d\s)(?:năm|tháng|ngày|lần))\s*$",
    re.IGNORECASE,
)
_SHORT, _FULL = 0.75, 0.85
"""Shares of the width of the text under which a line has ended early, above which it was filled."""
_WRAPPED_SHARE = 0.18
_WIDTH_LIMIT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the lines of a file stand to its paragraphs."""

    wrapped: bool
    """Whether sentences run over several lines."""
    width: int
    """Characters of a filled line."""
    gapped: bool
    """Whether blank lines separate all paragraphs."""


def read_layout(lines: Sequence[Line]) -> Layout:
    """Return how a file lays out its paragraphs, judged over all its lines."""
    prose = [line for line in lines if not line.row]
    lengths = sorted(len(line.text.strip()) for line in prose)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    carried = sum(
        _goes_on(line.text) and not _ENDED.search(before.text.rstrip()) for before, line in itertools.pairwise(prose)
    )
    items = [line for line in prose if (markers := read_markers(line.text)) and markers[0].values]
    gaps = sum(line.gap or line.torn for line in items)
    wrapped = bool(prose) and carried / len(prose) > _WRAPPED_SHARE and width < _WIDTH_LIMIT
    return Layout(wrapped=wrapped, width=width, gapped=len(items) > 2 and gaps >= 0.8 * len(items))


def join_lines(lines: Sequence[Line], layout: Layout) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each paragraph, in order."""
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _belongs(paragraph, line, layout):
            yield tuple(paragraph)
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield tuple(paragraph)


def _belongs(paragraph: Sequence[Line], line: Line, layout: Layout) -> bool:
    before = paragraph[-1]
    if line.row or before.row or line.fixed or before.fixed or line.rank != before.rank:
        return False
    if before.unfinished and not _breaks(paragraph, line, layout):
        return True
    if not layout.wrapped:
        return _goes_on(line.text) and not _ENDED.search(before.text.rstrip()) and not _is_item(line)
    if line.gap and not line.torn:
        return False
    if _is_item(line):
        return not _breaks(paragraph, line, layout)
    return _runs_on(paragraph, line, layout)


def _runs_on(paragraph: Sequence[Line], line: Line, layout: Layout) -> bool:
    before = paragraph[-1]
    words = before.text.rstrip()
    if _goes_on(line.text) or layout.gapped:
        return True
    if line.text.isupper() != paragraph[0].text.isupper():
        return False
    if line.text.isupper():
        return bool(read_markers(paragraph[0].text)) and not _is_bare_marker(paragraph[0].text)
    if _ENDED.search(words):
        return words.endswith(".") and len(words) >= layout.width * _FULL
    return len(words) >= layout.width * _SHORT


def _goes_on(text: str) -> bool:
    """Return whether a line begins in the middle of a sentence."""
    words = text.strip()
    if not words or (read_markers(words) and not _is_dash_word(words)):
        return False
    return words[0].islower() or words[0].isdigit() or words[0] in ",.;:)%/" or _is_dash_word(words)


def _is_dash_word(words: str) -> bool:
    return re.match(r"[-–]\s+(?:[^\W\d_][^\W\d_]*)", words) is not None and words[1:].strip()[0].islower()


def _is_item(line: Line) -> bool:
    return bool(read_markers(line.text))


def _is_bare_marker(text: str) -> bool:
    markers = read_markers(text)
    return bool(markers) and markers[0].label == text.strip()


def _breaks(paragraph: Sequence[Line], line: Line, layout: Layout) -> bool:
    """Return whether the marker a line begins with is one, and no word the line break put there."""
    markers = read_markers(line.text)
    if not markers:
        return False
    before = paragraph[-1].text.rstrip()
    if _LIST_GOES_ON.search(before):
        return True
    if _REFERENCE_BEFORE.search(before) or _is_dash_word(line.text.strip()):
        return False
    if len(before) < layout.width * _FULL or paragraph[0].text.isupper():
        return True
    return _is_sure(markers[0])


def _is_sure(marker: Marker) -> bool:
    if marker.kind in NAMED or marker.kind == "annex":
        return not marker.weak
    return marker.starts
