"""What PDF/A-2a asks for besides PDF/UA-1: the meaning of colours, blending in that space, annotations that print.

Rules: ISO 19005-2, 6.2.3 (output intent), 6.2.10 (blending colour space of pages), 6.3.2 (print flag).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf

PRINT = 4
"""Flag of annotations that print."""

EXTENSION = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"""
"""PDF/A allows a property of another schema only where the file describes it."""

IDENTIFICATION = "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"

NAMESPACES = (
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"'
)


def make_archivable(target: "Pdf", profile: bytes) -> None:
    """Add to a bound file what PDF/A-2a asks for; `profile` is the ICC profile of its colours, sRGB."""
    from pikepdf import Array, Dictionary, Name, String

    space = target.make_stream(profile, N=3, Alternate=Name.DeviceRGB)
    target.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name("/GTS_PDFA1"),
                OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
                Info=String("sRGB IEC61966-2.1"),
                DestOutputProfile=space,
            )
        ]
    )
    for page in target.pages:
        page.obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)
        for annotation in page.obj.get("/Annots", ()):
            annotation.F = int(annotation.get("/F", 0)) | PRINT
