"""Small XLSX files, made by hand: what a spreadsheet writes at least (ECMA-376, 18)."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def sheet_file(*sheets):
    """Return an XLSX file; a sheet is rows of cells: words, numbers, None, or raw XML of a cell in bytes."""
    numbers = range(1, len(sheets) + 1)
    stream = BytesIO()
    with ZipFile(stream, "w") as packed:
        parts = "".join(
            f'<Override PartName="/xl/worksheets/s{at}.xml" ContentType="{SHEET_KIND}.worksheet+xml"/>'
            for at in numbers
        )
        packed.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
            f'ContentType="{SHEET_KIND}.sheet.main+xml"/>{parts}</Types>',
        )
        packed.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        listed = "".join(f'<sheet name="S{at}" sheetId="{at}" r:id="r{at}"/>' for at in numbers)
        packed.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
        )
        packed.writestr(
            "xl/_rels/workbook.xml.rels", _relations([("worksheet", f"worksheets/s{at}.xml") for at in numbers])
        )
        for at, rows in zip(numbers, sheets, strict=True):
            packed.writestr(f"xl/worksheets/s{at}.xml", _sheet(rows))
    return stream.getvalue()


def _relations(targets):
    entries = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def _sheet(rows):
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = (_cell(value, f"{chr(64 + at)}{number}") for at, value in enumerate(row, start=1))
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(value, place):
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.decode().replace("PLACE", place)
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'
