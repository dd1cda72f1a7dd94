"""The parts of a Word package: parsed XML, and the parts one part is related to."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from giaotrinh.intake.carrier.extraction import Refused
from giaotrinh.intake.carrier.limits import open_package

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

W = f"{{{_NAMESPACE}}}"
"""Prefix of the names of Word's elements and attributes."""
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

Element = ElementTree.Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A packed document whose limits have been checked."""

    parts: Mapping[str, bytes]

    def main_part(self) -> str:
        """Return the name of the part that holds the text; raises Refused where there is none."""
        for kind, target in self._relations(""):
            if kind == "officeDocument" and target in self.parts:
                return target
        if "word/document.xml" in self.parts:
            return "word/document.xml"
        raise Refused("source-unreadable", reason="word/document.xml")

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """Return the names of the parts of a kind (styles, numbering, footnotes ...) a part is related to."""
        return tuple(target for found, target in self._relations(part) if found == kind and target in self.parts)

    def root(self, part: str) -> Element:
        """Return the parsed part; raises Refused where it is not XML."""
        # Strict documents name the same elements by another address.
        content = self.parts[part].replace(_STRICT, _NAMESPACE.encode())
        try:
            return ElementTree.fromstring(content)
        except (ElementTree.ParseError, ValueError, LookupError) as problem:
            raise Refused("source-unreadable", reason=f"{part}: {problem}") from problem

    def _relations(self, part: str) -> Iterator[tuple[str, str]]:
        folder, name = posixpath.split(part)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        if listing not in self.parts:
            return
        for relation in self.root(listing).iter(_RELATION):
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                yield relation.get("Type", "").rsplit("/", 1)[-1], posixpath.normpath(path)


def open_word(content: bytes) -> Package:
    """Return the package of a Word document; raises Refused for what breaks a limit."""
    return Package(parts=open_package(content))


def value(element: Element | None, name: str, default: str = "") -> str:
    """Return the `w:val` of a child, the default where the child or its value is missing."""
    child = None if element is None else element.find(W + name)
    return default if child is None else child.get(W + "val", default)


def number(element: Element | None, name: str, default: int = 0) -> int:
    """Return the `w:val` of a child as a number."""
    return as_number(value(element, name), default)


def as_number(text: str | None, default: int = 0) -> int:
    """Return a decimal number as XML writes it, the default for anything else."""
    cleaned = (text or "").strip()
    digits = cleaned.removeprefix("-")
    return int(cleaned) if digits.isascii() and digits.isdigit() and len(digits) < 10 else default


def is_on(element: Element | None, name: str) -> bool | None:
    """Return whether a switch such as `w:caps` is set, None where it is not mentioned."""
    child = None if element is None else element.find(W + name)
    return None if child is None else child.get(W + "val", "true") not in ("0", "false", "off", "none")
