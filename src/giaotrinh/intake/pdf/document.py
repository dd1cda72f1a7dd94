"""PDF files with a text layer: lines joined to paragraphs, tables as rows, page furniture reported."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from giaotrinh.intake.carrier.characters import clean_line, tally
from giaotrinh.intake.carrier.extraction import Extraction, LeftOut, Place, Reason, Refused, pipe_row, unverified
from giaotrinh.intake.carrier.gathering import Gathering
from giaotrinh.intake.carrier.limits import check_size
from giaotrinh.intake.pdf.columns import Flow, Interval, Line, TableRows, body_edges, in_reading_order
from giaotrinh.intake.pdf.furniture import Spot, furniture
from giaotrinh.intake.pdf.lines import RAISED, Row, join_words, rows_of
from giaotrinh.intake.pdf.looks import off_layers
from giaotrinh.intake.pdf.notes import body_size, split_notes, with_calls
from giaotrinh.intake.pdf.page import open_pdf, read_pages
from giaotrinh.intake.pdf.page_parts import Page
from giaotrinh.intake.pdf.paragraphs import Joined, join_lines
from giaotrinh.intake.pdf.tables import continues, find_grids, is_rest_of, read_grid

_FEW_LETTERS = 150
"""Letters below which a page with a picture on it is a picture of a page."""
_PICTURE_SHARE = 0.25
_MARGIN = 85.0
"""Points of a usual margin: 30 mm."""
_SAME_END = 3.0
"""Points within which two lines end at one margin."""
_FULL_PAGE = 12
"""Lines from which a page shows its own margins."""


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """A page taken apart."""

    page: Page
    rows: list[Row]
    tables: list[tuple[float, TableRows]]
    """Upper edge and rows of each table, from top to bottom."""
    notes: dict[str, str] = field(default_factory=dict)


def read_pdf(content: bytes) -> Extraction:
    """Return what a PDF holds; raises Refused for a damaged, locked or scanned one."""
    check_size(content)
    document = open_pdf(content)
    try:
        return _Reading().read(read_pages(document, off_layers(content)))
    finally:
        document.close()


class _Reading:
    def __init__(self) -> None:
        self._gathering = Gathering(carrier="pdf")
        self._notes: dict[int, dict[str, str]] = {}

    def read(self, pages: Iterator[Page]) -> Extraction:
        sheets = [self._sheet(page) for page in pages]
        self._leave_out_furniture(sheets)
        _refuse_scan(sheets, self._gathering)
        size = body_size([sheet.rows for sheet in sheets])
        for sheet in sheets:
            cells = [cell for _, table in sheet.tables for row in table.rows for cell in row]
            sheet.rows, sheet.notes = split_notes(sheet.rows, size, cells)
        margins = _margins(sheets)
        flow: Flow = [part for sheet in sheets for part in _page_flow(sheet, margins[sheet.page.number])]
        self._gather(list(join_lines(flow)), {sheet.page.number: sheet.notes for sheet in sheets})
        self._gathering.pages = len(sheets)
        extraction = self._gathering.finish()
        return unverified(extraction) if any(sheet.page.by_machine for sheet in sheets) else extraction

    def _sheet(self, page: Page) -> _Sheet:
        gathering = self._gathering
        gathering.hold(["".join(glyph.text for glyph in page.glyphs)])
        gathering.hold(part.text for part in page.left_out)
        gathering.left_out += [replace(part, text=clean_line(part.text)) for part in page.left_out]
        tables: list[tuple[float, TableRows]] = []
        glyphs = page.glyphs
        for grid in find_grids(page.rules):
            rows, glyphs = read_grid(grid, glyphs)
            found = TableRows(rows=rows, page=page.number, columns=tuple(grid.columns))
            if rows:
                tables.append((grid.top, found))
        rows_outside, repeated = rows_of(glyphs)
        gathering.leave_out(repeated, Place(page=page.number), Reason.OVERPRINT)
        return _Sheet(page=page, rows=rows_outside, tables=tables)

    def _leave_out_furniture(self, sheets: Sequence[_Sheet]) -> None:
        gone = furniture([sheet.rows for sheet in sheets])
        for index, sheet in enumerate(sheets):
            kept = []
            for number, row in enumerate(sheet.rows):
                if reason := gone.get(Spot(index, number)):
                    text = row.text.replace(RAISED, "")
                    self._gathering.leave_out(text, Place(page=sheet.page.number), reason)
                else:
                    kept.append(row)
            sheet.rows = kept

    def _gather(self, parts: Sequence[Joined | TableRows], notes: dict[int, dict[str, str]]) -> None:
        for _, run in groupby(parts, key=lambda part: isinstance(part, TableRows)):
            alike = list(run)
            self._add_tables([part for part in alike if isinstance(part, TableRows)], notes)
            for part in alike:
                if isinstance(part, Joined):
                    self._add_paragraph(part, notes)
        for page, uncalled in notes.items():
            for number, text in uncalled.items():
                self._add_note(number, text, page)

    def _add_paragraph(self, part: Joined, notes: dict[int, dict[str, str]]) -> None:
        # A paragraph may call the notes of the page it begins on and of the next one.
        text, called = self._with_calls(part.text, part.page, notes)
        self._gathering.add(text, Place(page=part.page), keep_lines=part.kept)
        self._add_called(called, part.page, notes)

    def _with_calls(self, text: str, page: int, notes: dict[int, dict[str, str]]) -> tuple[str, list[str]]:
        """Return (a text with its calls of notes, the numbers called); the account is told of what changed."""
        shown, called = with_calls(text, {**notes.get(page + 1, {}), **notes.get(page, {})})
        before, after = tally([text.replace(RAISED, "")]), tally([shown])
        self._gathering.added += after - before
        self._gathering.held -= before - after
        return shown, called

    def _add_called(self, called: Sequence[str], page: int, notes: dict[int, dict[str, str]]) -> None:
        for number in called:
            pool = next((one for one in (notes.get(page, {}), notes.get(page + 1, {})) if number in one), {})
            if number in pool:
                own = page if pool is notes.get(page) else page + 1
                self._add_note(number, pool.pop(number), own)

    def _add_note(self, number: str, text: str, page: int) -> None:
        self._gathering.added += tally(["[^]:"])
        self._gathering.add(f"[^{number}]: {text.replace(RAISED, '')}", Place(page=page, part="footnote"))

    def _add_tables(self, tables: Sequence[TableRows], notes: dict[int, dict[str, str]]) -> None:
        """Add tables that stand one after the other: a table may go on over several pages."""
        rows: list[tuple[int, list[str]]] = []
        first: TableRows | None = None
        called: list[tuple[int, list[str]]] = []
        for table in tables:
            goes_on = first is not None and continues(first, table)
            new = self._without_head(table, first) if first and goes_on else table.rows
            if goes_on and rows and new and is_rest_of(new[0], rows[-1][1]):
                rows[-1] = (rows[-1][0], [join_words(*pair) for pair in zip(rows[-1][1], new[0], strict=True)])
                new = new[1:]
            rows += [(table.page, row) for row in new]
            first = first if goes_on else table
        for page, row in rows:
            called += self._add_row(row, page, notes)
        # Notes stand below the table: a line between two rows would end it.
        for page, numbers in called:
            self._add_called(numbers, page, notes)

    def _add_row(self, row: Sequence[str], page: int, notes: dict[int, dict[str, str]]) -> list[tuple[int, list[str]]]:
        """Add a row; return (page, notes called) of each of its cells."""
        read = [self._with_calls(cell, page, notes) for cell in row]
        cells = [clean_line(text) for text, _ in read]
        line = pipe_row(cells)
        self._gathering.added += tally([line]) - tally(cells)
        self._gathering.add(line, Place(page=page, part="table"), table=True)
        return [(page, numbers) for _, numbers in read if numbers]

    def _without_head(self, table: TableRows, first: TableRows) -> list[list[str]]:
        repeated = 0
        while repeated < min(len(table.rows), len(first.rows)) and table.rows[repeated] == first.rows[repeated]:
            cells = " ".join(cell for cell in table.rows[repeated] if cell).replace(RAISED, "")
            self._gathering.leave_out(cells, Place(page=table.page), Reason.REPEATED_HEAD)
            repeated += 1
        return table.rows[repeated:]


def _refuse_scan(sheets: Sequence[_Sheet], gathering: Gathering) -> None:
    pictures = [sheet for sheet in sheets if _is_picture(sheet)]
    letters = sum(_letters(sheet) for sheet in sheets)
    if letters == 0 or len(pictures) > len(sheets) / 2:
        raise Refused("source-scanned", pages=len(pictures) or len(sheets), letters=letters)
    for sheet in pictures:
        place = Place(page=sheet.page.number)
        gathering.left_out.append(LeftOut(text="", place=place, reason=Reason.PICTURE))


def _is_picture(sheet: _Sheet) -> bool:
    return _letters(sheet) < _FEW_LETTERS and sheet.page.picture > _PICTURE_SHARE


def _letters(sheet: _Sheet) -> int:
    in_tables = sum(len(cell) for _, table in sheet.tables for row in table.rows for cell in row)
    return in_tables + sum(len(row.text) for row in sheet.rows)


def _page_flow(sheet: _Sheet, margins: Interval) -> Iterator[Line | TableRows]:
    rows = sheet.rows
    for top, table in sheet.tables:
        above = [row for row in rows if row.y > top]
        yield from in_reading_order(above, sheet.page.number, margins)
        yield table
        rows = rows[len(above) :]
    yield from in_reading_order(rows, sheet.page.number, margins)


def _margins(sheets: Sequence[_Sheet]) -> dict[int, Interval]:
    """Return the margins of each page; a page with few lines has those of its table, or of pages like it."""
    own = {sheet.page.number: body_edges([part for row in sheet.rows for part in row.segments]) for sheet in sheets}
    full = {sheet.page.number for sheet in sheets if len(sheet.rows) >= _FULL_PAGE}
    usual = {round(sheet.page.width): own[sheet.page.number] for sheet in sheets if sheet.page.number in full}
    margins: dict[int, Interval] = {}
    for sheet in sheets:
        number, width = sheet.page.number, sheet.page.width
        tables = [(table.columns[0], table.columns[-1]) for _, table in sheet.tables]
        alike = tables or [usual.get(round(width), _likely(sheet, own[number]))]
        left, right = min(edges[0] for edges in alike), max(edges[1] for edges in alike)
        outermost = (min(left, own[number][0]), max(right, own[number][1]))
        margins[number] = own[number] if number in full else outermost
    return margins


def _likely(sheet: _Sheet, own: Interval) -> Interval:
    """Return the margins of a page of which nothing but a few lines is known."""
    furthest = max((row.x1 for row in sheet.rows), default=0.0)
    is_set = sum(furthest - row.x1 < _SAME_END for row in sheet.rows) >= 2
    return own if is_set else (min(own[0], _MARGIN), max(own[1], sheet.page.width - _MARGIN))
