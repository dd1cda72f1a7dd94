"""CSV text or a spreadsheet -> the rows of a table whose columns are known by their heads, with every mistake of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from giaotrinh.model.diagnostic import Diagnostic, Severity, error, info
from giaotrinh.model.nearest import nearest
from giaotrinh.model.reading import Reading
from giaotrinh.model.span import Span
from giaotrinh.model.text import fold
from giaotrinh.read.data.csv_cells import Cell, read_cells
from giaotrinh.read.data.sheet_cells import is_spreadsheet, read_sheet
from giaotrinh.read.data.text_file import read_text

Row = Mapping[str, Cell]
"""Field -> its cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a table, as their heads name them."""

    heads: Mapping[str, str]
    """Field -> its head."""
    numbers: Sequence[str]
    """Heads of a column of running numbers, which is dropped."""
    required: Sequence[str]
    """Fields that need a column."""
    instead: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Required field -> the fields that together stand for it."""
    others_say: Mapping[str, str] = field(default_factory=dict)
    """Folded head that others write -> the head that is meant."""
    others: bool = False
    """Whether the table may have columns nobody asked for, and lines above its heads."""

    @property
    def known(self) -> tuple[str, ...]:
        """Return every head there may be."""
        return (*self.numbers, *self.heads.values())


def read_table(content: bytes, file: str, columns: Columns) -> Reading[tuple[Row, ...]]:
    """Return the rows that are not blank; None where the table cannot be used.

    Heads are compared without regard to letter case.
    """
    read = read_sheet(content, file) if is_spreadsheet(file) else _read_text_cells(content, file, columns)
    if read.value is None:
        return Reading(value=None, diagnostics=read.diagnostics)
    lines = [line for line in read.value if any(cell.text for cell in line)]
    if not lines:
        return Reading(value=(), diagnostics=read.diagnostics)
    at = (_head_at(lines, columns) or 0) if columns.others else 0
    table = rows_of(lines[at], lines[at + 1 :], columns)
    return Reading(value=table.value, diagnostics=(*read.diagnostics, *table.diagnostics))


def _read_text_cells(content: bytes, file: str, columns: Columns) -> Reading[list[list[Cell]]]:
    """Return the cells of a text; one that is no UTF-8 is read as Windows-1258 where that gives the heads wanted."""
    text = read_text(content, file)
    if text.value is not None:
        return Reading(value=list(read_cells(text.value, file)), diagnostics=text.diagnostics)
    old = read_text(_from_1258(content), file) if columns.others else text
    lines = list(read_cells(old.value, file)) if old.value else []
    if _head_at(lines, columns) is None:
        return Reading(value=None, diagnostics=text.diagnostics)
    return Reading(value=lines, diagnostics=(info("text-from-1258", Span(file=file)), *old.diagnostics))


def _from_1258(content: bytes) -> bytes:
    return content.decode("cp1258", errors="replace").encode()


def rows_of(head: Sequence[Cell], rest: Sequence[Sequence[Cell]], columns: Columns) -> Reading[tuple[Row, ...]]:
    """Return the rows below a line of heads; None where the table cannot be used."""
    head = [replace(cell, text=columns.others_say.get(fold(cell.text), cell.text)) for cell in head]
    misspelt = tuple(_misspelt(head, columns.known, others=columns.others))
    # A head that is written wrong is not missing too.
    missing = () if misspelt else tuple(_missing(head, columns))
    found = [*_repeated(head), *misspelt, *missing]
    found += _unused(head, columns.known) if columns.others else ()
    for line in rest:
        found += [error("row-too-long", cell.span, count=len(head)) for cell in line[len(head) :][:1] if cell.text]
    if any(each.severity is Severity.ERROR for each in found):
        return Reading(value=None, diagnostics=tuple(found))
    fields = {fold(head): name for name, head in columns.heads.items()}
    names = [fields.get(fold(cell.text), "") for cell in head]
    rows = ({name: cell for name, cell in zip(names, line, strict=False) if name} for line in rest)
    # A printed form has blank rows, numbered beforehand.
    filled = tuple(row for row in rows if any(cell.text for cell in row.values()))
    return Reading(value=filled, diagnostics=tuple(found))


def _head_at(lines: Sequence[Sequence[Cell]], columns: Columns) -> int | None:
    """Return which line holds the heads: the first with a head that is needed, below titles; None where none has."""
    needed = {part for name in columns.required for part in (name, *columns.instead.get(name, ()))}
    wanted = {fold(columns.heads[name]) for name in needed}
    wanted |= {other for other, meant in columns.others_say.items() if fold(meant) in wanted}
    return next((at for at, line in enumerate(lines) if any(fold(cell.text) in wanted for cell in line)), None)


def _repeated(head: Sequence[Cell]) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for cell in head:
        name = fold(cell.text)
        if name and name in seen:
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
    return ((cell, nearest(cell.text, known)) for cell in head if cell.text and fold(cell.text) not in folded)


def _missing(head: Sequence[Cell], columns: Columns) -> Iterator[Diagnostic]:
    there = {fold(cell.text) for cell in head}
    for name in columns.required:
        ways = [each for each in ((name,), columns.instead.get(name, ())) if each]
        if not any(all(fold(columns.heads[part]) in there for part in way) for way in ways):
            known = ", ".join(columns.known)
            yield error("column-missing", head[0].span, name=columns.heads[name], known=known)
