"""Every text of a file that is not on a page: metadata, bookmarks, alternative texts, annotations, forms, attachments.

Nothing is asked by name: each object is looked at, so a place nobody thought of is searched as well.
"""

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_STRING = re.compile(rb"(?:/([^\s/\[\]<>(){}%]+)\s+(?:\[\s*)?)?(?:\(((?:[^()\\]|\\.)*)\)|<([0-9a-fA-F]+)>)", re.DOTALL)
"""A string as qpdf writes it, with the key before it; parentheses inside are always escaped."""

_LONG_NAME = re.compile(rb"/([^\s/\[\]<>(){}%]{17,})")
"""Shorter names and keys are PDF's own words."""

_HAS_TEXT = re.compile(rb"\(|<[0-9a-fA-F]|/[^\s/\[\]<>(){}%]{17}")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_NAME_ESCAPE = re.compile(rb"#([0-9a-fA-F]{2})")
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NOT_TEXT = frozenset({"/Image", "/Form", "/OpenType", "/CIDFontType0C", "/Type1C"})
_TAG = re.compile(r"<[^>]*>")
_LIMIT = 50_000_000
"""Bytes: what is unpacked from one attachment at most."""


def texts_beside_pages(pdf: "Pdf") -> Iterator[tuple[str, str]]:
    """Yield (place, text): the place is the key under which the text stands, such as "/Title" or "/Alt"."""
    contents = _page_contents(pdf)
    for found in pdf.objects:
        if found._type_name != "stream":
            raw = found.unparse(resolved=True)
            if _HAS_TEXT.search(raw):
                yield from _strings(raw)
            continue
        yield from _strings(found.stream_dict.unparse())
        if found.objgen not in contents:
            yield from _stream_texts(found)


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


def _strings(raw: bytes) -> Iterator[tuple[str, str]]:
    """Yield (key, text) for the strings and long names of a serialised object.

    Read from the serialised form: walking the keys of every object from Python takes ten times as long.
    """
    place = "/Names"
    for key, literal, digits in _STRING.findall(raw):
        # Items of an array have no key of their own.
        place = "/" + key.decode("latin-1") if key else place
        value = bytes.fromhex(digits.decode()) if digits else _ESCAPE.sub(_unescaped, literal)
        yield from ((place, text) for text in _readings(value))
    for name in _LONG_NAME.findall(raw):
        value = _NAME_ESCAPE.sub(lambda match: bytes.fromhex(match[1].decode()), name)
        yield "/Name", value.decode("utf-8", "replace")


def _unescaped(match: re.Match[bytes]) -> bytes:
    escaped = match[1]
    if len(escaped) == 3:
        return bytes([int(escaped, 8) & 0xFF])
    return _CONTROLS.get(escaped, escaped)


def _readings(raw: bytes) -> Iterator[str]:
    """Yield a string as PDF reads it and, where that differs, as UTF-8."""
    if raw.startswith(b"\xfe\xff"):
        yield raw[2:].decode("utf-16-be", "replace")
        return
    yield raw.decode("latin-1")
    if not raw.isascii():
        yield raw.decode("utf-8", "replace")


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
