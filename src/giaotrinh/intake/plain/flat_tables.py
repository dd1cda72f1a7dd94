"""Tables whose cells came out one below the other: rows are found again by the numbers that count them.

Where one cell ends and the next begins is lost, so a row has two cells: its number and its words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from giaotrinh.intake.carrier.extraction import Reason, pipe_row
from giaotrinh.intake.plain.draft_lines import Account, Line
from giaotrinh.model.text import fold
from giaotrinh.outline.markers import NAMED, read_markers
from giaotrinh.viet.list_places import roman_place

_NUMBERING = ("tt", "stt", "số tt")
_ROMAN = re.compile(r"[XVI]{1,6}\.?$")
_NUMBER = re.compile(r"\d{1,3}\.?$")
_HEAD_LINES = 30
_FEW_ROWS = 2


def read_flat_tables(lines: Sequence[Line], account: Account) -> list[Line]:
    """Return the lines with such tables as rows `| 1 | words |`; heads printed again on later pages are left out."""
    result: list[Line] = []
    index = 0
    while index < len(lines):
        end = _table_end(lines, index) if _is_numbering(lines[index]) else index
        rows = _rows(lines[index:end], account) if end > index else []
        result += rows or [lines[index]]
        index = end if rows else index + 1
    return result


def _is_numbering(line: Line) -> bool:
    return fold(line.text) in _NUMBERING and not line.row


def _table_end(lines: Sequence[Line], start: int) -> int:
    for index in range(start + 1, len(lines)):
        markers = read_markers(lines[index].text)
        if lines[index].row or (
            markers and (markers[0].kind == "annex" or (markers[0].kind in NAMED and not markers[0].weak))
        ):
            return index
    return len(lines)


def _rows(lines: Sequence[Line], account: Account) -> list[Line]:
    first = next((place for place, line in enumerate(lines[:_HEAD_LINES]) if place and _counts(line, 0, 0)), 0)
    starts = _row_starts(lines, first) if first else []
    if len(starts) < _FEW_ROWS:
        return []
    head = [fold(line.text) for line in lines[:first]]
    parts = [lines[begin:end] for begin, end in zip([0, *starts], [*starts, len(lines)], strict=True)]
    return [_row(_without_head(part, head, account) if place else part, account) for place, part in enumerate(parts)]


def _row_starts(lines: Sequence[Line], first: int) -> list[int]:
    starts: list[int] = []
    number = roman = 0
    for place in range(first, len(lines)):
        if _counts(lines[place], number, roman):
            starts.append(place)
            words = lines[place].text.strip().rstrip(".")
            number, roman = (int(words), roman) if words.isdigit() else (number, roman_place(words))
    return starts


def _counts(line: Line, number: int, roman: int) -> bool:
    """Return whether a line is the next number of a row or of a group of rows."""
    words = line.text.strip()
    if _NUMBER.match(words):
        value = int(words.rstrip("."))
        return value == number + 1 or (value == 1 and number > 1)
    return _ROMAN.match(words) is not None and roman_place(words.rstrip(".")) == roman + 1


def _without_head(part: Sequence[Line], head: Sequence[str], account: Account) -> Sequence[Line]:
    place = next((index for index, line in enumerate(part) if _is_numbering(line)), None)
    if place is None or [fold(line.text) for line in part[place : place + len(head)]] != list(head):
        return part
    for line in part[place : place + len(head)]:
        account.leave_out(line.text, line, Reason.REPEATED_HEAD)
    return [*part[:place], *part[place + len(head) :]]


def _row(part: Sequence[Line], account: Account) -> Line:
    number, *words = (line.text.strip() for line in part)
    account.add("|||")
    return replace(part[0], text=pipe_row([number, " ".join(words)]), row=True)
