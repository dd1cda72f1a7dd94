"""Lines of PDF pages -> paragraphs: which line goes on, which begins anew."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from giaotrinh.intake.carrier.breaks import ends_sentence, is_capital, is_rule, starts_with_marker
from giaotrinh.intake.pdf.columns import Flow, Line, TableRows
from giaotrinh.intake.pdf.lines import join_words

_BARE_HEADING = re.compile(
    r"(?:phần|chương|mục|tiểu mục|phụ lục|điều)\s*(?:thứ\s+\w+|[IVXLC]+|\d+[a-zđ]?)?\s*[.:]?\Z", re.IGNORECASE
)
_SIGNS_FOR = re.compile(r"(?:T/?M|K/?T|T/?L|TUQ)\s?\.")
"""On whose behalf a document is signed: the office of the signer follows on a line of its own."""
_INDENT = 0.8
"""Distance from the margin, in sizes, that makes an indent."""
_WIDER, _WIDE = 1.5, 1.12
"""How much more than the usual line gap parts two paragraphs for sure, or where their words say so too."""


@dataclass(slots=True, kw_only=True)
class Joined:
    """A paragraph put together from lines."""

    text: str
    page: int
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a document sets its paragraphs."""

    first_line_indent: bool
    """Whether only the first line of a paragraph stands in."""
    line_gap: float
    """Usual distance of lines within a paragraph, in sizes of the type."""


def join_lines(flow: Flow) -> Iterator[Joined | TableRows]:
    """Yield paragraphs and tables in order."""
    habits = _habits([part for part in flow if isinstance(part, Line)])
    current: list[Line] = []
    for part in flow:
        if isinstance(part, TableRows):
            yield from _closed(current)
            yield part
            current = []
        elif current and not _begins(current, part, habits):
            current.append(part)
        else:
            yield from _closed(current)
            current = [part]
    yield from _closed(current)


def _closed(lines: Sequence[Line]) -> Iterator[Joined]:
    if not lines:
        return
    text = ""
    for line in lines:
        text = join_words(text, line.text)
    yield Joined(text=text, page=lines[0].page, kept=lines[0].kept)


def _habits(lines: Sequence[Line]) -> Habits:
    """Look at lines that surely go on: the line before is full and open, and they begin with a small letter."""
    sure = [(before, line) for before, line in pairwise(lines) if _surely_goes_on(before, line)]
    flush = sum(not _is_indented(line) for _, line in sure)
    gaps = [
        (before.segment.y - line.segment.y) / line.segment.size
        for before, line in sure
        if before.page == line.page and before.segment.y > line.segment.y and line.segment.size
    ]
    usual = median(gaps) if gaps else 1.2
    return Habits(first_line_indent=flush >= 0.9 * len(sure), line_gap=usual)


def _surely_goes_on(before: Line, line: Line) -> bool:
    return not before.kept and line.text[:1].islower() and _is_full(before, line) and not ends_sentence(before.text)


def _begins(current: Sequence[Line], line: Line, habits: Habits) -> bool:
    before = current[-1]
    if line.kept or before.kept:
        return not (line.kept and before.kept and _wraps(before, line))
    if is_rule(line.text) or is_rule(before.text) or _differs(before, line) or _is_far(before, line, habits):
        return True
    if (_is_centred(current[0]) and _is_balanced(line)) or _share_centre(before, line):
        return _begins_centred(before, line)
    if _is_centred(line) or _opens_apart(before, line, habits):
        return True
    return _begins_indented(current, line, habits) if _is_indented(line) else _begins_flush(current, line)


def _wraps(before: Line, line: Line) -> bool:
    """Return whether a line of a letterhead goes on in the next one."""
    return line.text[:1].islower() and not ends_sentence(before.text) and before.segment.x0 < line.right


def _differs(before: Line, line: Line) -> bool:
    sizes = (before.segment.size, line.segment.size)
    return abs(sizes[0] - sizes[1]) > 0.15 * max(sizes)


def _is_far(before: Line, line: Line, habits: Habits) -> bool:
    return _gap(before, line) > _WIDER * max(habits.line_gap, 1.0) * line.segment.size


def _opens_apart(before: Line, line: Line, habits: Habits) -> bool:
    """Return whether a line stands a little apart, or looks different, and reads like a beginning."""
    apart = _gap(before, line) > _WIDE * habits.line_gap * line.segment.size
    differs = before.segment.bold != line.segment.bold or is_capital(before.text) != is_capital(line.text)
    if starts_with_marker(line.text):
        return apart or differs
    return apart and line.text[:1].isupper() and ends_sentence(before.text)


def _gap(before: Line, line: Line) -> float:
    """Return the distance of two lines of a page, 0 over a page or column end."""
    return max(0.0, before.segment.y - line.segment.y) if before.page == line.page else 0.0


def _begins_centred(before: Line, line: Line) -> bool:
    has_letters = any(char.isalpha() for char in line.text)
    changes_case = has_letters and is_capital(before.text) != is_capital(line.text)
    changes = changes_case or before.segment.bold != line.segment.bold
    headings = (_BARE_HEADING.match(part.text) for part in (before, line))
    alone = any(headings) or _SIGNS_FOR.match(before.text) is not None
    return changes or alone or line.text.startswith("(") or ends_sentence(before.text)


def _begins_indented(current: Sequence[Line], line: Line, habits: Habits) -> bool:
    before = current[-1]
    opens = starts_with_marker(line.text) or ends_sentence(before.text) or not _is_full(before, line)
    level = abs(before.segment.x0 - line.segment.x0) < 2
    if habits.first_line_indent:
        return opens or not (level and line.text[:1].islower())
    return opens


def _begins_flush(current: Sequence[Line], line: Line) -> bool:
    before = current[-1]
    ended = ends_sentence(before.text)
    if ended and len(current) > 1 and _is_indented(before):
        # The lines of a hanging paragraph stand in, its first one does not.
        return True
    if starts_with_marker(line.text) and (ended or not _is_full(before, line)):
        return True
    return not _is_full(before, line) and (ended or line.text[:1].isupper())


def _is_full(before: Line, line: Line) -> bool:
    """Return whether the first word of a line had no room on the line before."""
    room = before.right - before.segment.x1
    return room < line.segment.first_word + 1.2 * before.segment.size


def _is_indented(line: Line) -> bool:
    return line.segment.x0 - line.left > _INDENT * line.segment.size


def _slack(line: Line) -> tuple[float, float]:
    return line.segment.x0 - line.left, line.right - line.segment.x1


def _is_balanced(line: Line) -> bool:
    """Return whether a line leaves as much room on its left as on its right."""
    left, right = _slack(line)
    return abs(left - right) < 1.2 * line.segment.size


def _share_centre(before: Line, line: Line) -> bool:
    """Return whether two lines are centred on one another, wherever on the page."""
    one, other = before.segment, line.segment
    apart = abs((one.x0 + one.x1) - (other.x0 + other.x1)) / 2
    widths_differ = abs(one.x0 - other.x0) > 0.4 * other.size
    return widths_differ and apart < 0.4 * other.size and min(*_slack(before), *_slack(line)) > -2


def _is_centred(line: Line) -> bool:
    if starts_with_marker(line.text) and not _BARE_HEADING.match(line.text):
        return False
    return min(_slack(line)) > 1.5 * line.segment.size and _is_balanced(line)
