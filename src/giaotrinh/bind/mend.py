"""What the engine leaves out of a tagged fragment, put in before fragments are joined.

One pass over the objects: TH elements get a scope, lists their numbering, ids of table heads a prefix that keeps them
apart from those of other fragments, keys into the parent tree their place in the joined tree. The pass looks at the
serialised object first because reading keys one by one from Python is ten times slower.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_ELEMENT = re.compile(rb"/S /(TH|TD|L)\b")
_PARENT_KEY = re.compile(rb"/StructParents? \d")
_LINK = re.compile(rb"/Subtype /Link\b")
_GLYPHS = re.compile(rb"<(?!<)[0-9a-f]+>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """What the pass came by: the link annotations, and the elements that have an id."""

    links: "tuple[Object, ...]"
    named: "tuple[Object, ...]"


def mend(pdf: "Pdf", *, prefix: str, first_key: int) -> Mended:
    """Mend a fragment in place; `prefix` goes before ids, `first_key` is added to keys into the parent tree."""
    links, named = [], []
    for found in pdf.objects:
        raw = found.unparse(resolved=True)
        if _ELEMENT.search(raw) and found.get("/Type") == "/StructElem":
            _mend_element(found, prefix)
            if b"/ID " in raw and "/ID" in found:
                named.append(found)
        elif _LINK.search(raw) and found.get("/Subtype") == "/Link":
            links.append(found)
        if first_key and _PARENT_KEY.search(raw):
            _shift_keys(found, first_key)
    return Mended(links=tuple(links), named=tuple(named))


def _mend_element(element: "Object", prefix: str) -> None:
    kind = str(element.S)
    if kind == "/L":
        _number_list(element)
        return
    if kind == "/TH":
        _scope(element)
    _own_ids(element, prefix)


def _scope(cell: "Object") -> None:
    from pikepdf import Dictionary, Name

    if "/A" not in cell:
        cell.A = Dictionary(O=Name.Table)
    if "/Scope" not in cell.A:
        in_body = any(other.get("/S") == "/TD" for other in _kids(cell.P))
        cell.A.Scope = Name.Row if in_body else Name.Column


def _own_ids(cell: "Object", prefix: str) -> None:
    from pikepdf import Array, String

    if "/ID" in cell:
        cell.ID = String(prefix + str(cell.ID))
    if "/A" in cell and "/Headers" in cell.A:
        cell.A.Headers = Array([String(prefix + str(header)) for header in cell.A.Headers])


def _number_list(element: "Object") -> None:
    from pikepdf import Dictionary, Name

    if "/A" in element:
        return
    labels = (label for item in _kids(element) for label in _kids(item) if label.get("/S") == "/Lbl")
    markers = [_marker(label) for label in islice(labels, 2)]
    # The engine does not say which marks a list has: equal glyphs are bullets, different ones are numbers.
    numbering = Name("/None") if not markers else Name.Disc if len(set(markers)) == 1 else Name.Decimal
    element.A = Dictionary(O=Name.List, ListNumbering=numbering)


def _marker(label: "Object") -> bytes:
    """Return the glyph codes of a list mark."""
    number = next(_content_numbers(label), None)
    content = label.Pg.Contents.read_bytes()
    start = content.find(b"<</MCID %d>>" % number) if number is not None else -1
    return b"".join(_GLYPHS.findall(content, start, content.find(b"EMC", start))) if start >= 0 else b""


def _content_numbers(element: "Object") -> "Iterator[int]":
    for kid in element.K:
        if isinstance(kid, int):
            yield kid
        else:
            yield from _content_numbers(kid)


def _kids(element: "Object") -> "Iterator[Object]":
    for kid in element.get("/K", ()):
        if not isinstance(kid, int):
            yield kid


def _shift_keys(owner: "Object", first_key: int) -> None:
    for key in ("/StructParents", "/StructParent"):
        if key in owner:
            owner[key] = int(owner[key]) + first_key
