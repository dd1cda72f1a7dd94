"""Quantities in the rows of a table of targets: the number in one cell, its unit and its time in others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from giaotrinh.model.quantity import Quantity
from giaotrinh.model.source import Provision
from giaotrinh.model.text import fold
from giaotrinh.viet.dates import YEAR
from giaotrinh.viet.horizon import read_mentions
from giaotrinh.viet.quantity import read_quantities
from giaotrinh.viet.unit import named_unit

_VALUES = re.compile(rf"mục tiêu|kế hoạch|giá trị|số lượng|thực hiện|ước|{YEAR}|dự toán|kinh phí|tổng số|kết quả")
_NO_VALUES = re.compile(
    r"cơ quan|đơn vị|nhiệm vụ|nội dung|sản phẩm|thời gian|thời hạn|ghi chú|tên|chỉ tiêu(?!.*\d)|căn cứ"
)
_UNITS = re.compile(r"(?:đơn vị(?: tính)?|đvt)$")
_NUMBERING = re.compile(r"tt|stt|số tt|số thứ tự")
_CELL = re.compile(r"(?:^|\|)(?P<words>[^|\n]*)")
_LEAD = "là "
"""Put before a cell that holds a number alone, so that it is read as one that is stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the head of a table says about its columns, the numbering column left out."""

    values: frozenset[int]
    """Columns that hold figures."""
    units: int
    """Column that holds the unit; -1 where none does."""
    horizons: tuple[str, ...]
    """The one time each column names; "" where it names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    words: str
    start: int
    """Place in the text of the row."""


def read_header(lines: Sequence[str]) -> Header | None:
    """Return what the first head row among some lines says; None where there is none or no column has figures."""
    row = next((line for line in lines if line.startswith("|") and _is_head(line)), None)
    if row is None:
        return None
    names = [fold(cell) for cell in row.strip().strip("|").split("|")][1:]
    values = frozenset(
        place for place, name in enumerate(names) if _VALUES.search(name) and not _NO_VALUES.search(name)
    )
    units = next((place for place, name in enumerate(names) if _UNITS.search(name)), -1)
    return Header(values=values, units=units, horizons=tuple(_horizon(name) for name in names)) if values else None


def read_row_figures(row: Provision, header: Header, horizon: str) -> tuple[Quantity, ...]:
    """Return the quantities of a row and of the unnumbered rows under it, places in `Provision.text`.

    A number takes the unit of its own cell, of the unit column or of the name ("Tuổi thọ (tuổi)"), and the time its
    name gives, else that of its column.
    """
    found: list[Quantity] = []
    start = 0
    for line in row.text.split("\n"):
        found += _line_figures(line, start, header, horizon)
        start += len(line) + 1
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _line_figures(line: str, start: int, header: Header, horizon: str) -> Iterator[Quantity]:
    cells = _cells(line, start)
    name = cells[0].words if cells else ""
    for place, cell in enumerate(cells):
        if place == header.units:
            continue
        if place not in header.values:
            yield from (found.moved(cell.start) for found in read_quantities(cell.words, horizon))
            continue
        unit = cells[header.units].words if 0 <= header.units < len(cells) else named_unit(name)
        unit = unit[:1].lower() + unit[1:]  # a capital would make a name of it: "28 Bộ Công Thương"
        time = _horizon(name) or (header.horizons[place] if place < len(header.horizons) else "") or horizon
        yield from _value_figures(cell, unit, time)


def _value_figures(cell: _Cell, unit: str, horizon: str) -> Iterator[Quantity]:
    told = f"{_LEAD}{cell.words} {unit}"
    end = len(_LEAD) + len(cell.words)
    for found in read_quantities(told, horizon):
        if found.number_start < end:
            within = replace(found, end=min(found.end, end), number_end=min(found.number_end, end))
            moved = within.moved(cell.start - len(_LEAD))
            yield replace(moved, text=told[within.start : within.end])


def _cells(line: str, start: int) -> list[_Cell]:
    """Return the cells of a row without its numbering cell."""
    body = line.rstrip().removesuffix("|")
    found = [(match["words"], match.start("words")) for match in _CELL.finditer(body)]
    numbered = line.startswith("|")
    cells = [_stripped(words, start + place) for words, place in found]
    return cells[2:] if numbered else cells


def _stripped(words: str, start: int) -> _Cell:
    return _Cell(words=words.strip(), start=start + len(words) - len(words.lstrip()))


def _is_head(line: str) -> bool:
    return _NUMBERING.fullmatch(fold(line.strip().strip("|").split("|")[0])) is not None


def _horizon(words: str) -> str:
    horizons = {mention.horizon for mention in read_mentions(f" {words}")}
    return horizons.pop() if len(horizons) == 1 else ""
