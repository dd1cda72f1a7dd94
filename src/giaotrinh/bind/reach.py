"""Everything of a file that is drawn or acted on, as one digest that no way of storing it changes.

All objects that can be reached from the pages, the catalog and the information dictionary are walked in one fixed
order and numbered as they are met (ISO 32000-1, 7.7: the document structure). So object numbers, compression, object
streams and linearisation make no difference, while content, resources, pictures, fonts, annotations, forms, scripts,
attachments, page boxes, rotation, labels, bookmarks and metadata do.

Left out is what a signature or a reader's mark adds beside the pages (`marks`), to be told of by itself.
"""

import hashlib
from collections import deque
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from giaotrinh.bind.marks import own_annotations, own_fields
from giaotrinh.bind.statements import statements

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
"""Attributes a page takes from the nodes above it (ISO 32000-1, table 30)."""

PACKING = frozenset({"/Length", "/Filter", "/DecodeParms"})
"""How a stream is stored, not what it holds."""

BESIDE = frozenset({"/Pages", "/AcroForm", "/Perms", "/DSS", "/Extensions", "/Version"})
"""Keys of the catalog that are walked by themselves, or that a signature writes and nothing draws."""


NOTES = frozenset({"/Producer", "/ModDate"})
"""Keys of the information dictionary by which a program that saves a file notes itself and the time."""


def digest(pdf: "Pdf", *, without: Collection[str] = ()) -> str:
    """Return the SHA-256 of all that is reached; `without` are keys of the information dictionary that do not count."""
    walk = _Walk(pdf)
    for page in pdf.pages:
        walk.add(_page(page))
    form: Any = pdf.Root.get("/AcroForm")
    walk.add({key: value for key, value in pdf.Root.items() if key not in BESIDE})
    walk.add(own_fields(form))
    walk.add({key: value for key, value in pdf.docinfo.items() if key not in {*without, *NOTES}})
    walk.finish()
    return walk.hasher.hexdigest()


def page_digests(pdf: "Pdf") -> tuple[str, ...]:
    """Return for each page 8 hexadecimal digits of its content, boxes and rotation: where a file was altered."""
    return tuple(hashlib.sha256(b"".join(_shallow(page))).hexdigest()[:8] for page in pdf.pages)


def _page(page: "Page") -> dict[str, Any]:
    """Return what a page draws and acts on, with what it inherits and without marks others put on it."""
    entries: dict[str, Any] = {key: value for key, value in page.obj.items() if key not in ("/Parent", "/Annots")}
    entries |= {key: value for key in INHERITED if (value := _inherited(page.obj, key)) is not None}
    if annotations := own_annotations(page):
        entries["/Annots"] = annotations
    return entries


def _inherited(node: "Object", key: str) -> Any:
    for _ in range(64):  # a page tree that names itself as its parent has no end
        if key in node:
            return node[key]
        if getattr(node.get("/Parent"), "_type_name", "") != "dictionary":
            return None
        node = node["/Parent"]
    return None


def _shallow(page: "Page") -> Iterator[bytes]:
    contents: Any = page.obj.get("/Contents")
    streams = list(contents) if getattr(contents, "_type_name", "") == "array" else [contents]
    yield from (_data(stream)[0] for stream in streams if getattr(stream, "_type_name", "") == "stream")
    for key in ("/MediaBox", "/CropBox", "/Rotate"):
        value = _inherited(page.obj, key)
        sides = list(value) if getattr(value, "_type_name", "") == "array" else [value]
        yield " ".join(
            (key, *(str(side) if getattr(side, "_type_name", "") or side is None else _number(side) for side in sides))
        ).encode()


def _data(stream: "Object") -> tuple[bytes, frozenset[str]]:
    """Return the bytes of a stream, and the keys that tell only how they are stored; a JPEG stays as it is."""
    from pikepdf import PdfError

    try:
        content = stream.read_bytes()
        return (statements(content) if stream.get("/Type") == "/Metadata" else content), PACKING
    except PdfError:
        return stream.read_raw_bytes(), frozenset({"/Length"})


def _number(value: Any) -> str:
    """Return one spelling for 1, 1.0 and 1.00."""
    return format(Decimal(str(value)).normalize(), "f") if not isinstance(value, bool) else str(value)


class _Walk:
    """The walk over the objects: each indirect one is numbered where it is first met and written once."""

    def __init__(self, pdf: "Pdf") -> None:
        self.hasher = hashlib.sha256()
        self._numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        self._waiting: deque[Object] = deque()

    def add(self, entries: dict[str, Any]) -> None:
        """Take in the entries of a dictionary."""
        self._write(entries)

    def finish(self) -> None:
        """Take in all that was met on the way."""
        while self._waiting:
            thing = self._waiting.popleft()
            if thing._type_name == "stream":
                content, packing = _data(thing)
                self._write({key: value for key, value in thing.items() if key not in packing})
                self._put(b"s", content)
            else:
                self._write(dict(thing.items()) if thing._type_name == "dictionary" else list(thing))

    def _write(self, root: Any) -> None:
        """Write a value; what nests directly is held on a list, so that no depth of nesting exhausts the stack."""
        held: list[Any] = [root]
        while held:
            thing = held.pop()
            if isinstance(thing, dict):
                self._put(b"d", str(len(thing)).encode())
                for key in sorted(thing, reverse=True):
                    held += [thing[key], key]
            elif isinstance(thing, list):
                self._put(b"a", str(len(thing)).encode())
                held += reversed(thing)
            else:
                self._scalar(thing, held)

    def _scalar(self, thing: Any, held: list[Any]) -> None:
        kind = getattr(thing, "_type_name", "")
        if kind in ("dictionary", "array", "stream"):
            if thing.is_indirect:
                self._put(b"r", str(self._number_of(thing)).encode())
            else:
                held.append(dict(thing.items()) if kind == "dictionary" else list(thing))
        elif isinstance(thing, (int, float, Decimal)):
            self._put(b"n", _number(thing).encode())
        else:
            self._put(kind.encode() or b"k", bytes(thing) if kind == "string" else str(thing).encode())

    def _number_of(self, thing: "Object") -> int:
        if thing.objgen not in self._numbers:
            self._numbers[thing.objgen] = len(self._numbers)
            self._waiting.append(thing)
        return self._numbers[thing.objgen]

    def _put(self, kind: bytes, content: bytes) -> None:
        """Write a kind, a length and the content, so that no two rows of values read alike."""
        self.hasher.update(b"%s %d:" % (kind, len(content)))
        self.hasher.update(content)
