"""CSV text -> cells with their places.

A spreadsheet on a Vietnamese Windows separates cells by semicolons, others by commas; Excel may say which on a line of
its own before the table, "sep=;", which is no row.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.model.span import Span

SEPARATORS = (";", "\t", ",")
QUOTE = '"'
_SAID = re.compile("sep=([;,\t|])[;,\t|]*(?:\n|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The words of a cell and where it begins."""

    text: str
    span: Span


def read_cells(text: str, file: str) -> Iterator[list[Cell]]:
    """Yield the cells of every row; quoted cells may hold separators, line ends and doubled quotes."""
    said = _SAID.match(text)
    place = said.end() if said else 0
    separator = said.group(1) if said else max(SEPARATORS, key=text.partition("\n")[0].count)
    line = 1 + text.count("\n", 0, place)
    row: list[Cell] = []
    while place < len(text):
        words, end = _cell(text, place, separator)
        column = place - text.rfind("\n", 0, place)
        row.append(Cell(text=" ".join(words.split()), span=Span(file=file, line=line, column=column)))
        if end >= len(text) or text[end] == "\n":
            yield row
            row = []
        line += text.count("\n", place, end + 1)
        place = end + 1
    if row:
        yield row


def _cell(text: str, place: int, separator: str) -> tuple[str, int]:
    """Return the words of the cell that begins at a place, and where the separator or line end behind it stands."""
    words: list[str] = []
    is_quoted = text[place] == QUOTE
    at = place + is_quoted
    while at < len(text):
        letter = text[at]
        if is_quoted and letter == QUOTE:
            if text[at + 1 : at + 2] != QUOTE:
                is_quoted = False
                at += 1
                continue
            at += 1
        elif not is_quoted and letter in (separator, "\n"):
            break
        words.append(letter)
        at += 1
    return "".join(words), at
