"""Filled worksheets -> rows of an action plan: YAML (`rows:`) or CSV with the heads of the printed sheet."""

from dataclasses import make_dataclass
from typing import Any

from giaotrinh.model.action_plan import COLUMNS, NUMBER, REQUIRED, ActionRow
from giaotrinh.model.reading import Reading
from giaotrinh.read.course.course import read_yaml_file
from giaotrinh.read.data.csv_table import Columns, Row, read_table
from giaotrinh.read.data.decode import STRICT, build, decode, entry_type

ROW = entry_type(ActionRow, without=frozenset({"span", "spans"}))
SHEET = make_dataclass(
    "ActionRowsFile",
    [("rows", tuple[ROW, ...])],  # type: ignore[valid-type]  # a type made at run time
    frozen=True,
    kw_only=True,
    namespace={"__pydantic_config__": STRICT},
)
"""What a YAML file of rows holds."""


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
    table = read_table(content, file, Columns(heads=COLUMNS, numbers=(NUMBER,), required=REQUIRED))
    if table.value is None:
        return Reading(value=None, diagnostics=table.diagnostics)
    return Reading(value=tuple(_csv_row(row) for row in table.value), diagnostics=table.diagnostics)


def _csv_row(cells: Row) -> ActionRow:
    words = {name: cell.text for name, cell in cells.items() if name != "basis"}
    basis = cells["basis"].text.replace(";", ",").split(",") if "basis" in cells else []
    return ActionRow(
        **words,
        basis=tuple(address.strip() for address in basis if address.strip()),
        span=next(iter(cells.values())).span,
        spans={name: cell.span for name, cell in cells.items()},
    )
