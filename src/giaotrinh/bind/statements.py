"""What the metadata of a file states, whichever way it is spelt.

A property of XMP may stand as an element or as an attribute, in any order, with any prefix (ISO 16684-1, 7); tools that
sign or save a file spell it anew, and note themselves and the time. Those notes state nothing of the file.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, canonicalize, fromstring, tostring

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NOTES = frozenset(
    {
        "{http://ns.adobe.com/pdf/1.3/}Producer",
        "{http://ns.adobe.com/xap/1.0/}ModifyDate",
        "{http://ns.adobe.com/xap/1.0/}MetadataDate",
    }
)
"""Which program saved the file last, and when."""


def statements(metadata: bytes) -> bytes:
    """Return the properties of an XMP packet in one spelling and order; the packet itself where it is no XML."""
    try:
        tree = fromstring(metadata)
    except ParseError:
        return metadata
    return "\n".join(sorted(f"{name} {value}" for name, value in _properties(tree) if name not in NOTES)).encode()


def _properties(tree: Element) -> Iterator[tuple[str, str]]:
    for described in tree.iter(f"{RDF}Description"):
        yield from described.attrib.items()
        yield from ((each.tag, _value(each)) for each in described)


def _value(element: Element) -> str:
    """Return the text of a simple property, the canonical XML of any other."""
    if len(element) or element.attrib:
        return canonicalize(tostring(element, encoding="unicode"), strip_text=True)
    return (element.text or "").strip()
