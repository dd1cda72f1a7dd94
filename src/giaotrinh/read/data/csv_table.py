"""CSV text -> the rows of a table whose columns are known by their heads, with every mistake of it."""

from collections.abc import Iterator, Mapping, Sequence

from giaotrinh.model.diagnostic import Diagnostic, Severity, error, info
from giaotrinh.model.nearest import nearest
from giaotrinh.model.reading import Reading
from giaotrinh.model.span import Span
from giaotrinh.model.text import fold
from giaotrinh.read.data.csv_cells import Cell, read_cells
from giaotrinh.read.data.text_file import read_text

Row = Mapping[str, Cell]
"""Field -> its cell."""


def read_table(
    content: bytes,
    file: str,
    columns: Mapping[str, str],
    *,
    numbers: Sequence[str],
    required: Sequence[str],
    others: bool = False,
) -> Reading[tuple[Row, ...]]:
    """Return the rows that are not blank; None where the table cannot be used.

    `columns` names each field's head; a column under one of the heads in `numbers` holds running numbers and is
    dropped. The fields in `required` need a column. `others` lets the table have columns nobody asked for. Heads are
    compared without regard to letter case.
    """
    text = read_text(content, file)
    if text.value is None:
        return Reading(value=None, diagnostics=text.diagnostics)
    lines = [line for line in read_cells(text.value, file) if any(cell.text for cell in line)]
    if not lines:
        return Reading(value=(), diagnostics=text.diagnostics)
    head, *rest = lines
    misspelt = tuple(_misspelt(head, (*numbers, *columns.values()), others=others))
    # A head that is written wrong is not missing too.
    missing = () if misspelt else tuple(_missing(head, columns, numbers, required))
    found = [*text.diagnostics, *_repeated(head), *misspelt, *missing]
    found += _unused(head, (*numbers, *columns.values())) if others else ()
    for line in rest:
        found += [error("row-too-long", cell.span, count=len(head)) for cell in line[len(head) :][:1] if cell.text]
    if any(each.severity is Severity.ERROR for each in found):
        return Reading(value=None, diagnostics=tuple(found))
    fields = {fold(name): field for field, name in columns.items()}
    names = [fields.get(fold(cell.text), "") for cell in head]
    rows = ({name: cell for name, cell in zip(names, line, strict=False) if name} for line in rest)
    # A printed form has blank rows, numbered beforehand.
    filled = tuple(row for row in rows if any(cell.text for cell in row.values()))
    return Reading(value=filled, diagnostics=tuple(found))


def _repeated(head: Sequence[Cell]) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for cell in head:
        name = fold(cell.text)
        if name in seen:
            yield error("listed-twice", cell.span, seen[name], name=cell.text)
        seen[name] = cell.span


def _misspelt(head: Sequence[Cell], known: Sequence[str], *, others: bool) -> Iterator[Diagnostic]:
    """Yield an error for every head that is none of the known; where others may stand, for those like one of them."""
    for cell, near in _unknown(head, known):
        if near or not others:
            yield error("word-unknown", cell.span, given=cell.text, nearest=near, known="; ".join(known))


def _unused(head: Sequence[Cell], known: Sequence[str]) -> Iterator[Diagnostic]:
    return (info("column-unused", cell.span, name=cell.text) for cell, near in _unknown(head, known) if not near)


def _unknown(head: Sequence[Cell], known: Sequence[str]) -> Iterator[tuple[Cell, str]]:
    """Yield the heads that are none of the known, with the known one each is like, "" for none."""
    folded = {fold(name) for name in known}
    return ((cell, nearest(cell.text, known)) for cell in head if fold(cell.text) not in folded)


def _missing(
    head: Sequence[Cell], columns: Mapping[str, str], numbers: Sequence[str], required: Sequence[str]
) -> Iterator[Diagnostic]:
    there = {fold(cell.text) for cell in head}
    for field in required:
        if fold(columns[field]) not in there:
            known = ", ".join((*numbers, *columns.values()))
            yield error("column-missing", head[0].span, name=columns[field], known=known)
