"""Paragraphs and tables -> the bytes of a Word document, the same for the same content."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

TWIPS = 56.7
"""Twentieths of a point in a millimetre."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""A zip cannot say that an entry has no time; this one is the same in every run."""
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_PARTS = {
    "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/></Types>',
    "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "word/styles.xml": f"{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>',
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page in millimetres."""

    width: int
    height: int
    margins: tuple[int, int, int, int]
    """Top, right, bottom, left."""


A4 = Page(width=210, height=297, margins=(20, 20, 20, 30))
A4_WIDE = Page(width=297, height=210, margins=(20, 15, 15, 15))


def paragraph(
    text: str,
    *,
    align: str = "both",
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    size: int = 14,
    after: int = 6,
    heading: bool = False,
) -> str:
    """Return a paragraph; `size` and the space `after` it in points, `align` as Word names it."""
    # In the order the format asks for; Word refuses a file in another.
    marks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    line = '<w:u w:val="single"/>' if underline else ""
    run = f'<w:rPr>{marks}<w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>{line}</w:rPr>'
    style = '<w:pStyle w:val="Heading1"/>' if heading else ""
    place = f'<w:pPr>{style}<w:spacing w:after="{20 * after}"/><w:jc w:val="{align}"/></w:pPr>'
    words = f'<w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{place}{words}</w:p>"


def table(rows: Sequence[str], widths: Sequence[int], *, ruled: bool) -> str:
    """Return a table of rows made by `row`; widths in millimetres."""
    line = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = f"<w:tblBorders>{''.join(line.format(side) for side in sides)}</w:tblBorders>" if ruled else ""
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    total = f'<w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/>'
    properties = f'<w:tblPr>{total}{borders}<w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(cells: Sequence[str], widths: Sequence[int], *, is_head: bool = False) -> str:
    """Return a row of cells, each one or more paragraphs; one cell alone goes across the table."""
    span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(cells) == 1 and len(widths) > 1 else ""
    sizes = [sum(widths)] if span else list(widths)
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{span}</w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, sizes, strict=True)
    )
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{inner}</w:tr>"


def end_of_section(page: Page) -> str:
    """Return the paragraph that ends the pages of a size and begins those of the next."""
    return f"<w:p><w:pPr>{_section(page)}</w:pPr></w:p>"


def document(body: Sequence[str], last: Page) -> bytes:
    """Return the file; `last` is the page of what stands behind the last end of a section."""
    text = f"{_HEAD}<w:document {_W}><w:body>{''.join(body)}{_section(last)}</w:body></w:document>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**_PARTS, "word/document.xml": text}.items():
            entry = zipfile.ZipInfo(name, date_time=_FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.encode())
    return file.getvalue()


def _section(page: Page) -> str:
    wide = ' w:orient="landscape"' if page.width > page.height else ""
    top, right, bottom, left = (_twips(margin) for margin in page.margins)
    size = f'<w:pgSz w:w="{_twips(page.width)}" w:h="{_twips(page.height)}"{wide}/>'
    edges = f'w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
    return f'<w:sectPr>{size}<w:pgMar {edges} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'


def _twips(millimetres: int) -> int:
    return round(millimetres * TWIPS)
