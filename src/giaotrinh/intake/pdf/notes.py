"""Footnotes of PDF pages: small lines at the foot, and the raised digits that call them."""

import re
from collections.abc import Iterable, Sequence
from statistics import median

from giaotrinh.intake.carrier.raised import raised
from giaotrinh.intake.pdf.lines import RAISED, Row, join_words

_SMALLER = 0.93
"""Share of the body's size below which a line at the foot is a note."""
_NOTE_START = re.compile(rf"(?:{RAISED}|\[)?\s*(\d{{1,3}})[\].)]?\s+(?=\S)|{RAISED}(\d{{1,3}})(?=\S)")
_CALL = re.compile(rf"{RAISED}(\d{{1,3}})")


def split_notes(rows: Sequence[Row], body_size: float, cells: Iterable[str] = ()) -> tuple[list[Row], dict[str, str]]:
    """Return (the rows above the notes, the notes of a page by number); no notes where none is called.

    `cells` are texts of tables on the page, which call notes too.
    """
    start = len(rows)
    while start and rows[start - 1].size < _SMALLER * body_size:
        start -= 1
    texts = [*(row.text for row in rows[:start]), *cells]
    called = {match[1] for text in texts for match in _CALL.finditer(text)}
    while start < len(rows) and not _number(rows[start], called):
        start += 1
    notes: dict[str, str] = {}
    number = ""
    for row in rows[start:]:
        if found := _number(row, called - notes.keys()):
            number = found
            notes[number] = _NOTE_START.sub("", row.text, count=1)
        else:
            notes[number] = join_words(notes[number], row.text)
    return list(rows[:start]), notes


def body_size(pages: Sequence[Sequence[Row]]) -> float:
    """Return the size of type in which most words are set."""
    sizes = [row.size for rows in pages for row in rows for _ in range(max(1, len(row.text) // 10))]
    return median(sizes) if sizes else 0.0


def with_calls(text: str, notes: dict[str, str]) -> tuple[str, list[str]]:
    """Return the text with "[^3]" for each call of a note; raised digits that call none stay raised: 10⁶, 2025¹."""
    called: list[str] = []

    def call(match: re.Match[str]) -> str:
        if match[1] not in notes:
            return raised(match[1])
        called.append(match[1])
        return f"[^{match[1]}]"

    return _CALL.sub(call, text).replace(RAISED, ""), called


def _number(row: Row, called: set[str]) -> str:
    match = _NOTE_START.match(row.text)
    number = (match[1] or match[2]) if match else ""
    return number if number in called else ""
