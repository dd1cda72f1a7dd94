"""Filled worksheets -> rows of an action plan: YAML (`rows:`) or CSV with the heads of the printed sheet."""

from collections.abc import Iterator
from dataclasses import make_dataclass
from typing import Any

from giaotrinh.model.action_plan import COLUMNS, NUMBER, REQUIRED, ActionRow
from giaotrinh.model.diagnostic import Diagnostic, Severity, error
from giaotrinh.model.span import Span
from giaotrinh.model.text import fold
from giaotrinh.read.course import read_yaml_file
from giaotrinh.read.csv_cells import Cell, read_cells
from giaotrinh.read.decode import STRICT, build, decode, entry_type
from giaotrinh.read.nearest import nearest
from giaotrinh.read.reading import Reading
from giaotrinh.read.text_file import read_text

ROW = entry_type(ActionRow, without=frozenset({"span", "spans"}))
SHEET = make_dataclass(
    "ActionRowsFile",
    [("rows", tuple[ROW, ...])],  # type: ignore[valid-type]  # a type made at run time
    frozen=True,
    kw_only=True,
    namespace={"__pydantic_config__": STRICT},
)
"""What a YAML file of rows holds."""

_FIELDS = {fold(head): name for name, head in COLUMNS.items()}


def read_action_rows(content: bytes, file: str) -> Reading[tuple[ActionRow, ...]]:
    """Return the rows of a file, empty ones left out; None with every mistake of a file that cannot be used."""
    return _read_csv(content, file) if file.lower().endswith(".csv") else _read_yaml(content, file)


def _read_yaml(content: bytes, file: str) -> Reading[tuple[ActionRow, ...]]:
    document = read_yaml_file(content, file)
    if document.value is None:
        return Reading(value=None, diagnostics=document.diagnostics)
    decoded = decode(SHEET, document.value, file)
    found = (*document.diagnostics, *decoded.diagnostics)
    if decoded.value is None:
        return Reading(value=None, diagnostics=found)
    places = document.value.spans
    rows = tuple(_row(entry, f"rows.{at}", places) for at, entry in enumerate(decoded.value.rows))
    return Reading(value=rows, diagnostics=found)


def _row(entry: Any, path: str, places: Any) -> ActionRow:
    below = {name.removeprefix(f"{path}."): span for name, span in places.items() if name.startswith(f"{path}.")}
    return build(ActionRow, entry, span=places[path], spans=below)


def _read_csv(content: bytes, file: str) -> Reading[tuple[ActionRow, ...]]:
    text = read_text(content, file)
    if text.value is None:
        return Reading(value=None, diagnostics=text.diagnostics)
    lines = [line for line in read_cells(text.value, file) if any(cell.text for cell in line)]
    if not lines:
        return Reading(value=(), diagnostics=text.diagnostics)
    head, *rest = lines
    found = [*text.diagnostics, *_check_head(head)]
    names = [_FIELDS.get(fold(cell.text), "") for cell in head]
    for line in rest:
        found += [error("row-too-long", cell.span, count=len(head)) for cell in line[len(head) :][:1] if cell.text]
    if any(each.severity is Severity.ERROR for each in found):
        return Reading(value=None, diagnostics=tuple(found))
    rows = (_csv_row(dict(zip(names, line, strict=False)), line[0].span) for line in rest)
    return Reading(value=tuple(row for row in rows if row is not None), diagnostics=tuple(found))


def _check_head(head: list[Cell]) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for cell in head:
        name = fold(cell.text)
        if name in seen:
            yield error("listed-twice", cell.span, seen[name], name=cell.text)
        seen[name] = cell.span
        if name not in _FIELDS and name != fold(NUMBER):
            known = (NUMBER, *COLUMNS.values())
            yield error(
                "word-unknown", cell.span, given=cell.text, nearest=nearest(cell.text, known), known="; ".join(known)
            )
    for field in REQUIRED:
        if fold(COLUMNS[field]) not in seen:
            yield error("column-missing", head[0].span, name=COLUMNS[field])


def _csv_row(cells: dict[str, Cell], span: Span) -> ActionRow | None:
    cells.pop("", None)
    if not any(cell.text for cell in cells.values()):
        return None  # a printed form has blank rows, numbered beforehand
    words = {name: cell.text for name, cell in cells.items() if name != "basis"}
    basis = cells["basis"].text.replace(";", ",").split(",") if "basis" in cells else []
    return ActionRow(
        **words,
        basis=tuple(address.strip() for address in basis if address.strip()),
        span=span,
        spans={name: cell.span for name, cell in cells.items()},
    )
