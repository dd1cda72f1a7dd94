"""The words on the pages of a finished file, read by a renderer that had no part in making it.

`page_keys` names what determines the words of a page, so that `extract` need only read pages not read before.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from giaotrinh.model.pdfium import PDFIUM
from giaotrinh.model.text import nfc

if TYPE_CHECKING:
    from pikepdf import Object, Page

_DRAWN = re.compile(rb"/([^\s/\[\]<>(){}%]+)\s+Do\b")
_NOT_FOLLOWED = frozenset({"/Parent", "/P", "/Pg", "/StructParent", "/StructParents"})


def page_keys(pdf: bytes) -> tuple[str, ...]:
    """Return for each page the digest of all that its words depend on: content, fonts, what it draws.

    Numbers of objects play no part: the same page in a file that was bound again has the same key.
    """
    from io import BytesIO

    from pikepdf import Pdf

    with Pdf.open(BytesIO(pdf)) as opened:
        digests = _Digests()
        return tuple(_page_key(page, digests) for page in opened.pages)


def extract(pdf: bytes, pages: Iterable[int]) -> dict[int, str]:
    """Return page from 0 -> its words in NFC, hidden ones included, in the order in which they are drawn."""
    from pypdfium2 import PdfDocument

    with PDFIUM:
        document = PdfDocument(pdf)
    try:
        return {page: _words(document, page) for page in sorted(set(pages))}
    finally:
        with PDFIUM:
            document.close()


def _words(document: object, number: int) -> str:
    with PDFIUM:
        page = document[number]  # type: ignore[index]  # pypdfium2 carries no types
        text = page.get_textpage()
        try:
            return nfc(text.get_text_range())
        finally:
            text.close()
            page.close()


def _page_key(page: "Page", digests: "_Digests") -> str:
    hasher = hashlib.sha256(page.mediabox.unparse())
    content = b"\n".join(_contents(page.obj))
    hasher.update(content)
    resources = page.obj.get("/Resources")
    if resources is not None and "/Font" in resources:
        hasher.update(digests.of(resources.Font))
    if resources is not None and "/XObject" in resources:
        for name in sorted(set(_DRAWN.findall(content))):
            hasher.update(digests.of(resources.XObject.get("/" + name.decode("latin-1"))))
    return hasher.hexdigest()


def _contents(page: "Object") -> "Iterable[bytes]":
    contents = page.get("/Contents")
    if contents is None:
        return ()
    streams = contents if contents._type_name == "array" else (contents,)
    return [stream.read_bytes() for stream in streams]


class _Digests:
    """Digests of objects with everything below them; each object is digested once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}

    def of(self, found: "Object | None") -> bytes:
        """Return the digest of an object; what leads back to pages is left out."""
        if found is None or not hasattr(found, "unparse"):
            return repr(found).encode()
        if not found.is_indirect:
            return self._digest(found)
        if found.objgen not in self._known:
            self._known[found.objgen] = b"open"  # an object that leads back to itself
            self._known[found.objgen] = self._digest(found)
        return self._known[found.objgen]

    def _digest(self, found: "Object") -> bytes:
        hasher = hashlib.sha256(found._type_name.encode())
        if found._type_name == "stream":
            hasher.update(found.read_raw_bytes())
            self._add_entries(hasher, found.stream_dict)
        elif found._type_name == "dictionary":
            self._add_entries(hasher, found)
        elif found._type_name == "array" and b" R" in found.unparse():
            for item in found:
                hasher.update(self.of(item))
        else:
            hasher.update(found.unparse())
        return hasher.digest()

    def _add_entries(self, hasher: "hashlib._Hash", entries: "Mapping[str, Object] | Object") -> None:
        for key, value in sorted(entries.items()):
            if key not in _NOT_FOLLOWED:
                hasher.update(key.encode() + b"\0" + self.of(value))
