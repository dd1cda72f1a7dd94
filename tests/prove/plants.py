"""Ways to hide a text in a finished file."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf, String

Plant = Callable[[Pdf, str], None]


def planted(pdf: bytes, plant: Plant, secret: str) -> bytes:
    with Pdf.open(BytesIO(pdf)) as file:
        plant(file, secret)
        stream = BytesIO()
        file.save(stream)
    return stream.getvalue()


def _title(file: Pdf, secret: str) -> None:
    file.docinfo["/Title"] = String(secret)


def _own_metadata(file: Pdf, secret: str) -> None:
    file.docinfo["/GhiChu"] = String(secret)


def _xmp(file: Pdf, secret: str) -> None:
    escaped = "".join(f"&#{ord(character)};" if ord(character) > 127 else character for character in secret)
    packet = file.Root.Metadata.read_bytes().replace(b"Gi\xc3\xa1o tr\xc3\xacnh th\xe1\xbb\xad", escaped.encode())
    file.Root.Metadata.write(packet)


def _bookmark(file: Pdf, secret: str) -> None:
    file.Root.Outlines.First.Title = String(secret)


def _alternative_text(file: Pdf, secret: str) -> None:
    file.Root.StructTreeRoot.K[0].K[0].Alt = String(secret)


def _actual_text(file: Pdf, secret: str) -> None:
    file.Root.StructTreeRoot.K[0].K[0].ActualText = String(secret)


def _actual_text_in_content(file: Pdf, secret: str) -> None:
    text = String(secret).unparse()
    _append(file, b"/Span <</ActualText " + text + b">> BDC EMC")


def _attachment(file: Pdf, secret: str) -> None:
    file.attachments["a.txt"] = AttachedFileSpec(file, secret.encode(), filename="a.txt")


def _attached_archive(file: Pdf, secret: str) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        split = secret.replace(" ", "</w:t></w:r> <w:r><w:t>")
        archive.writestr("word/document.xml", f"<w:p><w:r><w:t>{split}</w:t></w:r></w:p>")
    file.attachments["a.docx"] = AttachedFileSpec(file, stream.getvalue(), filename="a.docx")


def _attached_pdf(file: Pdf, secret: str) -> None:
    inner, stream = Pdf.new(), BytesIO()
    inner.add_blank_page()
    inner.docinfo["/Subject"] = String(secret)
    inner.save(stream)
    file.attachments["a.pdf"] = AttachedFileSpec(file, stream.getvalue(), filename="a.pdf")


def _note(file: Pdf, secret: str) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String(secret), F=2)
    file.pages[0].obj.Annots = Array([file.make_indirect(note)])


def _form_field(file: Pdf, secret: str) -> None:
    field = Dictionary(FT=Name.Tx, T=String("o"), V=String(secret))
    file.Root.AcroForm = Dictionary(Fields=Array([file.make_indirect(field)]))


def _destination(file: Pdf, secret: str) -> None:
    file.Root.Names.Dests.Names[0] = String(secret)


def _name(file: Pdf, secret: str) -> None:
    file.Root.PieceInfo = Dictionary({"/" + secret.replace(" ", "_"): Dictionary()})


def _page_label(file: Pdf, secret: str) -> None:
    file.Root.PageLabels.Nums[1] = Dictionary(P=String(secret))


def _script(file: Pdf, secret: str) -> None:
    script = file.make_stream(f"app.alert('{secret}')".encode())
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=script)


def _append(file: Pdf, content: bytes) -> None:
    file.pages[1].contents_add(content)


def _drawn(before: bytes) -> Plant:
    """Draw the text with the page's own font machinery: a Type 0 font that maps codes to the text."""

    def plant(file: Pdf, secret: str) -> None:
        file.pages[1].obj.Resources.Font.Bi = _font(file, secret)
        codes = b"".join(b"%04x" % (number + 1) for number in range(len(secret)))
        _append(file, b"BT " + before + b" <" + codes + b"> Tj ET")

    return plant


def _layer(file: Pdf, secret: str) -> None:
    group = file.make_indirect(Dictionary(Type=Name.OCG, Name=String("an")))
    file.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group]), Order=Array([group])))
    file.pages[1].obj.Resources.Properties = Dictionary(L0=group)
    file.pages[1].obj.Resources.Font.Bi = _font(file, secret)
    codes = b"".join(b"%04x" % (number + 1) for number in range(len(secret)))
    _append(file, b"/OC /L0 BDC BT /Bi 12 Tf <" + codes + b"> Tj ET EMC")


def _unused_form(file: Pdf, secret: str) -> None:
    codes = b"".join(b"%04x" % (number + 1) for number in range(len(secret)))
    form: Any = file.make_stream(b"BT /Bi 12 Tf <" + codes + b"> Tj ET", Type=Name.XObject, Subtype=Name.Form)
    form.BBox = Array([0, 0, 9, 9])
    form.Resources = Dictionary(Font=Dictionary(Bi=_font(file, secret)))
    file.pages[1].obj.Resources.XObject.Thua = form


def _font(file: Pdf, text: str) -> Any:
    lines = [f"<{number + 1:04x}> <{each.encode('utf-16-be').hex()}>" for number, each in enumerate(text)]
    cmap = f"begincmap\n{len(lines)} beginbfchar\n" + "\n".join(lines) + "\nendbfchar\nendcmap"
    descendant = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Bi, DW=500)
    descendant.CIDSystemInfo = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Bi, Encoding=Name("/Identity-H"))
    font.DescendantFonts, font.ToUnicode = Array([descendant]), file.make_stream(cmap.encode())
    return file.make_indirect(font)


PLANTS: dict[str, Plant] = {
    "title": _title,
    "own metadata": _own_metadata,
    "XMP": _xmp,
    "bookmark": _bookmark,
    "alternative text": _alternative_text,
    "ActualText": _actual_text,
    "ActualText in content": _actual_text_in_content,
    "attachment": _attachment,
    "attached archive": _attached_archive,
    "attached PDF": _attached_pdf,
    "hidden annotation": _note,
    "form field": _form_field,
    "destination": _destination,
    "name": _name,
    "page label": _page_label,
    "script": _script,
    "text": _drawn(b"/Bi 12 Tf"),
    "white text": _drawn(b"1 1 1 rg /Bi 12 Tf"),
    "invisible text": _drawn(b"3 Tr /Bi 12 Tf"),
    "text of no size": _drawn(b"/Bi 0 Tf"),
    "text outside the page": _drawn(b"1 0 0 1 -9000 0 Tm /Bi 12 Tf"),
    "switched-off layer": _layer,
    "form never drawn": _unused_form,
}
