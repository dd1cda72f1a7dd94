"""Small Word documents made in memory, for the tests of the importer."""

import io
import zipfile
from xml.sax.saxutils import escape

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text, *, font="", properties=""):
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    return f'<w:r><w:rPr>{fonts}{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content, *, list_id=None, level=0, style="", properties=""):
    inside = content if content.startswith("<") else run(content)
    numbering = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id is not None else ""
    )
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{numbering}{properties}</w:pPr>{inside}</w:p>"


def table(rows, *, bordered=True):
    """Rows of cells; a cell is text, or (text, cell properties)."""
    kind = "single" if bordered else "none"
    borders = f'<w:tblBorders><w:insideH w:val="{kind}"/><w:insideV w:val="{kind}"/></w:tblBorders>'
    body = "".join(f"<w:tr>{''.join(_cell(cell) for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr>{body}</w:tbl>"


def _cell(cell):
    text, properties = cell if isinstance(cell, tuple) else (cell, "")
    inside = text if text.startswith(("<w:p", "<w:tbl")) else paragraph(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def level(index, pattern, form="decimal", *, start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbering(abstracts, lists):
    """Levels by abstract id; list id -> abstract id, or (abstract id, overrides)."""
    text = "".join(
        f'<w:abstractNum w:abstractNumId="{name}">{levels}</w:abstractNum>' for name, levels in abstracts.items()
    )
    for name, target in lists.items():
        abstract, overrides = target if isinstance(target, tuple) else (target, "")
        text += f'<w:num w:numId="{name}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
    return f"<w:numbering {SPACES}>{text}</w:numbering>"


def styles(content):
    return f"<w:styles {SPACES}>{content}</w:styles>"


def word_file(*blocks, parts=None, compression=zipfile.ZIP_DEFLATED):
    """Return a .docx with these blocks; `parts` maps a kind of relation (numbering, styles ...) to its XML."""
    parts = parts or {}
    listed = "".join(
        f'<Relationship Id="r{index}" Type="{RELATIONS}/{kind.rstrip("0123456789")}" Target="{kind}.xml"/>'
        for index, kind in enumerate(parts)
    )
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations(
            f'<Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": f"<w:document {SPACES}><w:body>{''.join(blocks)}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(listed),
    }
    files |= {f"word/{kind}.xml": xml for kind, xml in parts.items()}
    return packed(files, compression=compression)


def _content_types(parts):
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {"document": "document.main"} | {kind: kind.rstrip("0123456789") for kind in parts}
    listed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{base}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def packed(files, *, compression=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def _relations(content):
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'
    )
