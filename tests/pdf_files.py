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


def in_layer(content, words, *, on):
    """Return a PDF with words added to its first page in a layer that is on or off."""
    with pikepdf.open(io.BytesIO(content)) as document:
        layer = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Nháp"))
        state = pikepdf.Dictionary({"/ON" if on else "/OFF": pikepdf.Array([layer])})
        document.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=state)
        page = document.pages[0]
        page.Resources.Properties = pikepdf.Dictionary(L0=layer)
        _add_words(document, page, b"/OC /L0 BDC", words, b"EMC")
        return _saved(document)


def painted(content, words, operators):
    """Return a PDF with words added to its first page after operators that say how they are painted."""
    with pikepdf.open(io.BytesIO(content)) as document:
        _add_words(document, document.pages[0], b"", words, b"", operators)
        return _saved(document)


def _add_words(document, page, before, words, after, operators=b""):
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    if "/Font" not in page.Resources:
        page.Resources.Font = pikepdf.Dictionary()
    page.Resources.Font.Added = font
    text = b"q %s BT /Added 12 Tf %s 90 300 Td (%s) Tj ET %s Q" % (before, operators, words.encode("ascii"), after)
    page.contents_add(document.make_stream(text), prepend=True)


def cropped(content, box):
    """Return a PDF of whose pages only a part is shown."""
    with pikepdf.open(io.BytesIO(content)) as document:
        for page in document.pages:
            page.CropBox = pikepdf.Array(box)
        return _saved(document)


def read_by_machine(words):
    """Return a picture of a page with words painted invisibly over it."""
    with pikepdf.open(io.BytesIO(scanned(1))) as document:
        _add_words(document, document.pages[0], b"", words, b"", b"3 Tr 0.2 0 0 0.2 0 300 Tm")
        return _saved(document)


def annotated(content, *annotations):
    """Return a PDF with annotations on its first page, given as dictionaries of names and texts."""
    with pikepdf.open(io.BytesIO(content)) as document:
        places = [
            document.make_indirect(
                pikepdf.Dictionary(
                    {"/Type": pikepdf.Name.Annot, "/Rect": [90, 90, 200, 110]}
                    | {f"/{name}": text for name, text in one.items()}
                )
            )
            for one in annotations
        ]
        document.pages[0].Annots = pikepdf.Array(places)
        fields = [place for place in places if place.Subtype == pikepdf.Name.Widget]
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(fields))
        return _saved(document)


def _saved(document, **options):
    buffer = io.BytesIO()
    document.save(buffer, **options)
    return buffer.getvalue()
