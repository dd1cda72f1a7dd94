"""PDF files made in memory, for the tests of the importer."""

import functools
import io
import re

import pikepdf

STYLE = """
@page { size: 210mm 297mm; margin: 20mm 20mm 20mm 30mm }
body { font: 14pt/1.25 Tinos, "Times New Roman", serif; text-align: justify; margin: 0 }
p { margin: 0; text-indent: 1.2cm }
.flat { text-indent: 0 } .mid { text-align: center; text-indent: 0 } .bold { font-weight: bold }
table.ruled { border-collapse: collapse; width: 100% } table.ruled td { border: 1px solid black; text-align: left }
td p { text-indent: 0 }
sup { font-size: 8pt; line-height: 0; vertical-align: super }
"""


@functools.lru_cache(maxsize=32)
def printed(body, style=""):
    """Return a PDF printed from HTML."""
    from weasyprint import HTML

    return HTML(string=f"<style>{STYLE}{style}</style>{body}").write_pdf()


def without_letters(content, letters):
    """Return a PDF whose fonts no longer say which letter some glyphs are."""
    with pikepdf.open(io.BytesIO(content)) as document:
        for font in document.objects:
            if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
                stream = font.ToUnicode
                font.ToUnicode = document.make_stream(_without(stream.read_bytes(), letters))
        return _saved(document)


def _without(cmap, letters):
    for letter in letters:
        target = rb"(<[0-9A-Fa-f]+>\s*)<" + f"{ord(letter):04x}".encode() + b">"
        cmap = re.sub(target, rb"\1<0000>", cmap, flags=re.IGNORECASE)
    return cmap


def scanned(pages=2):
    """Return a PDF whose pages are pictures."""
    document = pikepdf.new()
    for _ in range(pages):
        picture = document.make_stream(bytes(64 * 64))
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 64, 64, 8
        picture.ColorSpace = pikepdf.Name.DeviceGray
        page = document.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
        page.Contents = document.make_stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q")
    return _saved(document)


def locked(content):
    """Return a PDF that asks for a password."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return _saved(document, encryption=pikepdf.Encryption(owner="a", user="b"))


def turned(content, angle):
    """Return a PDF whose pages are shown turned."""
    with pikepdf.open(io.BytesIO(content)) as document:
        for page in document.pages:
            page.Rotate = angle
        return _saved(document)


def _saved(document, **options):
    buffer = io.BytesIO()
    document.save(buffer, **options)
    return buffer.getvalue()
