"""Every text of a file that is not on a page: metadata, bookmarks, alternative texts, annotations, forms, attachments.

Nothing is asked by name: each object is looked at, so a place nobody thought of is searched as well.
"""

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_HAS_TEXT = re.compile(rb"\(|<[0-9A-Fa-f]{8}|/[^\s/\[\]<>(){}%]{16}")
_NOT_TEXT = frozenset({"/Image", "/Form", "/OpenType", "/CIDFontType0C", "/Type1C"})
_TAG = re.compile(r"<[^>]*>")
_LONG_NAME = 16
"""Characters: shorter names and keys are PDF's own words."""
_DEPTH = 20
_LIMIT = 50_000_000
"""Bytes: what is unpacked from one attachment at most."""


def texts_beside_pages(pdf: "Pdf") -> Iterator[tuple[str, str]]:
    """Yield (place, text): the place is the key under which the text stands, such as "/Title" or "/Alt"."""
    contents = _page_contents(pdf)
    for found in pdf.objects:
        if found._type_name == "stream":
            yield from _entries(found.stream_dict, "/Stream", 0)
            if found.objgen not in contents:
                yield from _stream_texts(found)
        elif _HAS_TEXT.search(found.unparse(resolved=True)):
            yield from _walk(found, "", 0)


def _page_contents(pdf: "Pdf") -> set[tuple[int, int]]:
    """Return the objects that are content of pages; their words are decoded elsewhere."""
    found = set()
    for page in pdf.pages:
        contents = page.obj.get("/Contents")
        if _kind(contents) == "stream":
            found.add(page.obj.Contents.objgen)
        elif _kind(contents) == "array":
            found |= {piece.objgen for piece in page.obj.Contents}
    return found


def _kind(found: object) -> str:
    return getattr(found, "_type_name", "")


def _walk(found: "Object", place: str, depth: int) -> Iterator[tuple[str, str]]:
    kind = _kind(found)
    if kind == "string":
        yield from ((place, text) for text in _readings(bytes(found), str(found)))
    elif kind == "name":
        if len(str(found)) > _LONG_NAME:
            yield place, str(found)
    elif kind == "dictionary" and depth < _DEPTH:
        yield from _entries(found, place, depth)
    elif kind == "array" and depth < _DEPTH:
        for item in found:
            if not getattr(item, "is_indirect", False):
                yield from _walk(item, place, depth + 1)


def _entries(found: "Object", place: str, depth: int) -> Iterator[tuple[str, str]]:
    for key, value in found.items():
        if len(key) > _LONG_NAME:
            yield place or key, key
        if not getattr(value, "is_indirect", False):
            yield from _walk(value, key, depth + 1)


def _readings(raw: bytes, text: str) -> Iterator[str]:
    """Yield a string as PDF reads it and, where that differs, as UTF-8."""
    yield text
    try:
        other = raw.decode("utf-8")
    except UnicodeDecodeError:
        return
    if other != text:
        yield other


def _stream_texts(stream: "Object") -> Iterator[tuple[str, str]]:
    kind, use = str(stream.get("/Subtype", "")), str(stream.get("/Type", ""))
    if kind in _NOT_TEXT or "/Length1" in stream or use in ("/ObjStm", "/XRef"):
        return
    attached = use == "/EmbeddedFile" or "/Params" in stream
    content = stream.read_bytes()
    if b"begincmap" in content:
        return
    place = "/EmbeddedFile" if attached else use or "/Stream"
    yield from ((place, text) for text in _decoded(content))
    if attached:
        yield from ((place, text) for text in _unpacked(content))


def _decoded(content: bytes) -> Iterator[str]:
    for encoding in ("utf-8", "utf-16"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        yield html.unescape(text)
        if "<" in text:
            # Marks inside a word part it, marks between words stand for a space: both readings count.
            yield html.unescape(_TAG.sub(" ", text))
            yield html.unescape(_TAG.sub("", text))
        return


def _unpacked(content: bytes) -> Iterator[str]:
    """Yield the texts inside an attached PDF or an attached archive, which a Word file is too."""
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    if content.startswith(b"%PDF-"):
        yield from _nested(content)
    elif content.startswith(b"PK"):
        try:
            with ZipFile(BytesIO(content)) as archive:
                members = [each for each in archive.infolist() if each.file_size < _LIMIT]
                for member in members:
                    yield member.filename
                    yield from _decoded(archive.read(member))
        except (BadZipFile, NotImplementedError, RuntimeError):
            return


def _nested(content: bytes) -> Iterator[str]:
    from io import BytesIO

    from pikepdf import Pdf, PdfError

    from giaotrinh.prove.content import shown_words

    try:
        with Pdf.open(BytesIO(content)) as attached:
            yield from (text for _, text in shown_words(attached))
            yield from (text for _, text in texts_beside_pages(attached))
    except PdfError:
        return
