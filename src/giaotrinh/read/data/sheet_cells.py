"""A spreadsheet file -> cells with their places: XLSX, XLS, ODS; the first sheet that holds anything.

Lines of a place are rows of the sheet, columns its columns, both from 1. A formula counts as the value it had when the
file was saved; of merged cells the first holds the words.
"""

import datetime
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, is_zipfile

from giaotrinh.model.diagnostic import error
from giaotrinh.model.reading import Reading
from giaotrinh.model.span import Span
from giaotrinh.model.text import mend_look_alikes, nfc
from giaotrinh.read.data.csv_cells import Cell
from giaotrinh.read.data.text_file import SIZE_LIMIT

SPREADSHEETS = ("xlsx", "xls", "ods")
UNPACKED_LIMIT = 20 * SIZE_LIMIT
"""Bytes a spreadsheet may take unpacked: a few kilobytes of zip can hold gigabytes."""

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


def is_spreadsheet(file: str) -> bool:
    """Return whether a file is a spreadsheet by its name."""
    return file.rpartition(".")[2].lower() in SPREADSHEETS


def read_sheet(content: bytes, file: str) -> Reading[list[list[Cell]]]:
    """Return the rows of a spreadsheet; None and an error for a file that cannot be opened or is too large."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    unreadable = (error("sheet-unreadable", Span(file=file), kind=file.rpartition(".")[2].lower()),)
    if len(content) > SIZE_LIMIT or _unpacked(content) > UNPACKED_LIMIT:
        return Reading(value=None, diagnostics=unreadable)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except (CalamineError, PasswordError):
        return Reading(value=None, diagnostics=unreadable)
    rows = next((sheet for sheet in sheets if any(any(row) for row in sheet)), [])
    return Reading(value=[list(_cells(row, number, file)) for number, row in enumerate(rows, start=1)], diagnostics=())


def _unpacked(content: bytes) -> int:
    if not is_zipfile(BytesIO(content)):
        return 0
    try:
        with ZipFile(BytesIO(content)) as packed:
            return sum(part.file_size for part in packed.infolist())
    except (BadZipFile, NotImplementedError, ValueError):  # of a version or in a form the zip reader does not know
        return UNPACKED_LIMIT + 1


def _cells(row: list[Value], number: int, file: str) -> Iterator[Cell]:
    for column, value in enumerate(row, start=1):
        yield Cell(text=_words(value), span=Span(file=file, line=number, column=column))


def _words(value: Value) -> str:
    """Return what the cell shows: 1 for 1.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(mend_look_alikes(nfc(str(value))).split())
