"""What a finished file says of itself: title, language, page labels, the mark of PDF/UA-1."""

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from giaotrinh.bind.archive import EXTENSION, IDENTIFICATION, NAMESPACES
from giaotrinh.model.fragment import Book

if TYPE_CHECKING:
    from pikepdf import Pdf

PRODUCER = "giaotrinh"

_XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"{namespaces}>
{properties}</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def describe(target: "Pdf", book: Book) -> None:
    """Write metadata, language and viewer preferences; nothing in them depends on the clock."""
    from pikepdf import Dictionary, Name, String

    root = target.Root
    root.Lang = String(book.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if book.setup.mirrored:
        root.PageLayout = Name.TwoPageRight
    # Uncompressed: some validators and archives read it without a PDF parser.
    root.Metadata = target.make_stream(_xmp(book).encode(), Type=Name.Metadata, Subtype=Name.XML)
    for key, value in _information(book):
        target.docinfo[key] = String(value)


def _information(book: Book) -> list[tuple[str, str]]:
    pairs = [("/Title", book.title), ("/Producer", PRODUCER), ("/Author", book.author), ("/Subject", book.subject)]
    pairs += [("/CreationDate", _pdf_date(book.created)), ("/ModDate", _pdf_date(book.created))]
    return [(key, value) for key, value in pairs if value]


def _xmp(book: Book) -> str:
    alternatives = "<dc:{0}><rdf:Alt><rdf:li xml:lang='x-default'>{1}</rdf:li></rdf:Alt></dc:{0}>\n"
    lines = ["<pdfuaid:part>1</pdfuaid:part>\n", alternatives.format("title", escape(book.title))]
    if book.subject:
        lines.append(alternatives.format("description", escape(book.subject)))
    if book.author:
        lines.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(book.author)}</rdf:li></rdf:Seq></dc:creator>\n")
    lines.append(f"<dc:language><rdf:Bag><rdf:li>{escape(book.language)}</rdf:li></rdf:Bag></dc:language>\n")
    lines.append(f"<pdf:Producer>{PRODUCER}</pdf:Producer>\n")
    if book.created:
        lines += [f"<xmp:{name}Date>{escape(book.created)}</xmp:{name}Date>\n" for name in ("Create", "Modify")]
    if book.colour_profile:
        lines += [IDENTIFICATION, EXTENSION]
    return _XMP.format(properties="".join(lines), namespaces=NAMESPACES if book.colour_profile else "")


def _pdf_date(moment: str) -> str:
    """Return "D:20210930000000+07'00'" for "2021-09-30T00:00:00+07:00"."""
    if not moment:
        return ""
    stamp, zone = moment[:19], moment[19:]
    digits = "".join(character for character in stamp if character.isdigit())
    return f"D:{digits}{zone.replace(':', chr(39)) + chr(39) if zone[:1] in ('+', '-') and zone else zone}"
