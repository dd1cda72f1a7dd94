"""The year or years a figure is for: "đến năm 2025", "giai đoạn 2021-2025", and dates as deadlines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.dates import LED_DATE, YEAR, iso_date

_LEAD = (
    r"(?:(?:từ\s+nay\s+)?(?:đến|tới)(?:\s+(?:hết|cuối|đầu|trước))?|vào|trước|sau|trong|tầm\s+nhìn(?:\s+đến)?|hết|cuối)"
)
_POINT = re.compile(
    rf"(?<!\w)(?:(?P<lead>{_LEAD})\s+(?:năm\s+)?|năm\s+)(?P<year>{YEAR})(?![\d/-])(?!\s?-\s?{YEAR})", re.IGNORECASE
)
_PERIOD = re.compile(
    rf"(?<!\w)(?:(?P<lead>giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|kế\s+hoạch|trong|(?:0?5|10|năm)\s+năm)\s*(?:từ\s+năm\s+)?\(?"
    rf"|từ\s+năm\s+|năm\s+|\(|(?<=\s))(?P<first>{YEAR})\s?(?:-|đến(?:\s+năm)?)\s?(?P<last>{YEAR})(?!\d)",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"(?:so\s+với|cùng\s+kỳ|như)(?:\s+[\w\s]{0,24})?\s*$", re.IGNORECASE)
_AIMS = re.compile(r"(?:từ\s+nay\s+)?(?:đến|tới)(?!\w)", re.IGNORECASE)
"""What a figure is to reach by then: "so với GDP đến năm 2030" compares with GDP, not with a year."""

_DEADLINE = re.compile(
    r"(?:(?:chậm|muộn)\s+nhất|(?:^|[.;:]\s*|-\s)(?:trước|đến|hết))(?:\s+(?:là|hết|đến|ngày|cuối|trước))*\s*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(rf"[.!?…]\s+(?=[{CAPITALS}\"“(+-])|\n")
_CLAUSE_END = re.compile(r";")
_NOT_FOR_A_TIME = re.compile(r"(?<!\w)(?:đã|có\s+thể)(?!\w)|^\W*(?:trường\s+hợp|nếu)(?!\w)", re.IGNORECASE)
_HEADING_LENGTH = 120
_REACH = 90
"""Characters from a figure to a year behind it: further away it is about something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A year, a period or a deadline named in a text."""

    start: int
    end: int
    horizon: str
    """"2025", "2021-2025", "2025-12-31"."""
    leads: bool
    """Whether words such as "đến", "giai đoạn" say that something is for that time."""


def read_mentions(text: str) -> tuple[Mention, ...]:
    """Return the times a flat text names that a figure may be for, in order; years of comparison are left out."""
    found = [*_deadlines(text), *_periods(text)]
    taken = [(match.start(), match.end()) for match in LED_DATE.finditer(text)] + [
        (one.start, one.end) for one in found
    ]
    found += [point for point in _points(text) if not any(start <= point.end - 1 < end for start, end in taken)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def heading_horizon(heading: str) -> str:
    """Return the horizon a heading gives to all below it: "1. Đến năm 2030"; "" where it names none or several.

    In a long heading a bare year is part of a name.
    """
    mentions = [mention for mention in read_mentions(heading) if len(mention.horizon) != len("2025-12-31")]
    horizons = {one.horizon for one in mentions if one.leads or len(heading) <= _HEADING_LENGTH}
    return horizons.pop() if len(horizons) == 1 else ""


class Horizons:
    """Finds the horizon of figures in one text."""

    def __init__(self, text: str, figures: Sequence[int], default: str) -> None:
        """Take a flat text, the places of its figures and the horizon its headings give."""
        self._text = text
        self._timeless: dict[int, bool] = {}
        self._mentions = read_mentions(text)
        self._places = [mention.start for mention in self._mentions]
        self._figures = sorted(figures)
        self._default = default
        self._sentences = _starts(text, _SENTENCE_END)
        self._clauses = sorted({*self._sentences, *_starts(text, _CLAUSE_END)})
        self._openings = [mention for mention in self._mentions if self._opens(mention)]
        self._opening_places = [mention.start for mention in self._openings]

    def of(self, start: int, end: int) -> str:
        """Return the horizon of the figure at a place; "" where nothing names one.

        In its own clause the year before it counts, or the year behind it where the clause begins with figures;
        then earlier clauses of its sentence, then a year that opened an earlier sentence, then the heading.
        What has been reached already ("đã") and what may be ("trường hợp cần thiết") takes only a year of its clause.
        """
        clause, clause_end = _around(self._clauses, start)
        sentence, _ = _around(self._sentences, start)
        near = self._in_clause(clause, clause_end, start, end)
        if near or self._is_for_no_time(clause, clause_end):
            return near
        return self._before(sentence, clause) or self._opening(sentence) or self._default

    def _is_for_no_time(self, clause: int, end: int) -> bool:
        if clause not in self._timeless:
            self._timeless[clause] = _NOT_FOR_A_TIME.search(self._text[clause:end]) is not None
        return self._timeless[clause]

    def _in_clause(self, clause: int, clause_end: int, start: int, end: int) -> str:
        inside = [mention for mention in self._between(clause, clause_end) if not self._is_aside(mention, start)]
        before = [mention for mention in inside if mention.end <= start]
        if before and self._begins_with_time(clause, inside[0]):
            return before[-1].horizon
        after = [
            one for one in inside if one.start >= start and one.end > end and one.leads and one.start - end <= _REACH
        ]
        return after[0].horizon if after else before[-1].horizon if before else ""

    def _is_aside(self, mention: Mention, figure: int) -> bool:
        """Return whether a year stands in brackets that the figure is not in: "Cương lĩnh (bổ sung năm 2011)"."""
        opened = self._text.rfind("(", 0, mention.start)
        closed = self._text.find(")", mention.end)
        inside = opened >= 0 and closed >= 0 and ")" not in self._text[opened : mention.start]
        return inside and not mention.leads and not opened < figure < closed

    def _begins_with_time(self, clause: int, first: Mention) -> bool:
        return self._first_figure(clause, first.start) >= first.start

    def _first_figure(self, place: int, default: int) -> int:
        """Return the place of the first figure from a place on, the default where there is none."""
        index = bisect_left(self._figures, place)
        return self._figures[index] if index < len(self._figures) else default

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        return self._mentions[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def _before(self, start: int, end: int) -> str:
        found = [one for one in self._between(start, end) if one.leads or self._comes_first(start, one)]
        return found[-1].horizon if found else ""

    def _comes_first(self, sentence: int, mention: Mention) -> bool:
        """Return whether a sentence begins with a year, be it behind a label: "Đáp: năm 2035, hoàn thành ..."."""
        return not self._text[sentence : mention.start].rpartition(":")[2].strip()

    def _opening(self, before: int) -> str:
        index = bisect_left(self._opening_places, before)
        return self._openings[index - 1].horizon if index else ""

    def _opens(self, mention: Mention) -> bool:
        sentence, _ = _around(self._sentences, mention.start)
        first = self._first_figure(sentence, mention.start)
        return mention.start - sentence <= 40 and mention.start <= first


def _deadlines(text: str) -> list[Mention]:
    return [
        Mention(start=match.start(), end=match.end(), horizon=iso_date(match), leads=True)
        for match in LED_DATE.finditer(text)
        if _DEADLINE.search(text, max(0, match.start() - 30), match.start())
    ]


def _periods(text: str) -> list[Mention]:
    return [
        Mention(
            start=match.start(),
            end=match.end(),
            horizon=f"{match['first']}-{match['last']}",
            leads=match["lead"] is not None or "(" in match.group(),
        )
        for match in _PERIOD.finditer(text)
        if match["first"] < match["last"] and not _is_compared(text, match.start())
    ]


def _points(text: str) -> list[Mention]:
    return [
        Mention(start=match.start(), end=match.end(), horizon=match["year"], leads=match["lead"] is not None)
        for match in _POINT.finditer(text)
        if _AIMS.match(match["lead"] or "") or not _is_compared(text, match.start())
    ]


def _is_compared(text: str, place: int) -> bool:
    return _COMPARED.search(text[max(0, place - 40) : place]) is not None


def _starts(text: str, pattern: re.Pattern[str]) -> list[int]:
    return [0, *(match.end() for match in pattern.finditer(text)), len(text)]


def _around(starts: Sequence[int], place: int) -> tuple[int, int]:
    index = max(1, min(bisect_right(starts, place), len(starts) - 1))
    return starts[index - 1], starts[index]
