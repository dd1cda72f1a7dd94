"""Rows of a pipe table -> their cells, with the place of every character."""

import re
from collections.abc import Iterator

from giaotrinh.read.markup.places import Places

_CONTAINER = re.compile(r"[\s>]*(?:(?:[-*+]|[0-9]{1,9}[.)])\s+(?=\|))?[\s>]*")


def read_row(text: str, line: int, file: str) -> tuple[tuple[str, Places], ...]:
    """Return the cells of a line: what Markdown reads in each, and where that stands.

    A pipe after a backslash belongs to its cell; blanks around a cell and the pipes at both ends do not count.
    """
    container = _CONTAINER.match(text)
    start = container.end() if container else 0
    cells = list(_cells(text, start, len(text.rstrip())))
    if cells and not cells[0]:
        del cells[0]
    if cells and not cells[-1]:
        del cells[-1]
    return tuple(_placed(text, cell, line, file) for cell in cells)


def _cells(text: str, start: int, end: int) -> Iterator[list[int]]:
    """Yield for each cell the positions of its characters."""
    cell: list[int] = []
    is_escaped = False
    for position in range(start, end):
        char = text[position]
        if char == "|" and not is_escaped:
            yield cell
            cell = []
        else:
            if char == "|":
                cell.pop()
            cell.append(position)
        is_escaped = char == "\\"
    yield cell


def _placed(text: str, cell: list[int], line: int, file: str) -> tuple[str, Places]:
    while cell and text[cell[0]].isspace():
        cell = cell[1:]
    while cell and text[cell[-1]].isspace():
        cell = cell[:-1]
    # A run begins where a character of the file was passed over: the backslash before a pipe.
    runs = [at for at, position in enumerate(cell) if at == 0 or position != cell[at - 1] + 1]
    starts = tuple((line, cell[at] + 1) for at in runs)
    content = "".join(text[position] for position in cell)
    return content, Places(file=file, offsets=tuple(runs) or (0,), starts=starts or ((line, 1),))
