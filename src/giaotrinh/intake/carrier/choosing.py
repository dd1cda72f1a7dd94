"""Bytes of any file -> an extraction, by what the file is and not by what it is called."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes

from giaotrinh.intake.carrier.characters import Mending
from giaotrinh.intake.carrier.extraction import Extraction, Refusal, Refused
from giaotrinh.intake.carrier.legacy import decode, guess_code_page
from giaotrinh.intake.carrier.limits import LIMITS, check_size
from giaotrinh.intake.docx.document import read_docx
from giaotrinh.intake.pdf.document import read_pdf
from giaotrinh.intake.plain.document import read_plain
from giaotrinh.intake.web.page import read_html

_OFFICE = {b"\xd0\xcf\x11\xe0": "doc", b"{\\rtf": "rtf"}
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|div|table|p|meta)\b", re.IGNORECASE)
_WEB_ARCHIVE = re.compile(rb"(?:From:[^\n]*\n(?:[\w-]+:[^\n]*\n)*?)?MIME-Version:", re.IGNORECASE)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BINARY_SHARE = 0.01


def read_carrier(content: bytes) -> Extraction | Refusal:
    """Return what a file holds, or why it cannot be read; never raises for what is in the file.

    A refusal names a message code: source-unreadable, -empty, -scanned, -protected, -unsafe, -too-large, file-unknown,
    office-needed for the formats another program has to turn into a .docx first, or reader-missing for a package that
    is not installed.
    """
    try:
        check_size(content)
        extraction = _reader(content)(content)
    except Refused as refused:
        return refused.refusal
    except ModuleNotFoundError as problem:
        return Refusal(code="reader-missing", arguments={"name": problem.name or ""})
    except (RecursionError, MemoryError) as problem:
        return Refusal(code="source-too-large", arguments={"what": type(problem).__name__, "limit": ""})
    except Exception as problem:  # noqa: BLE001 - a parser that stumbles over a stranger's file raises whatever it likes
        return Refusal(code="source-unreadable", arguments={"reason": f"{type(problem).__name__}: {problem}"[:200]})
    return extraction if extraction.paragraphs else Refusal(code="source-empty")


def carrier_of(content: bytes) -> str:
    """Return pdf, docx, doc, odt, rtf, html, mhtml, picture, text, or "" for a file of another kind."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if content.startswith(_WIDE_MARKS):
        start = content[:4096].decode("utf-16", "ignore").lstrip().encode()
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK"):
        return _packed_kind(content)
    if any(content.startswith(mark) for mark in _PICTURES):
        return "picture"
    if office := next((name for mark, name in _OFFICE.items() if start.startswith(mark)), ""):
        return office
    if start.startswith(b"<") and _HTML.search(start):
        return "html"
    if _WEB_ARCHIVE.match(start):
        return "mhtml"
    return "text" if _is_text(content) else ""


def _reader(content: bytes) -> Callable[[bytes], Extraction]:
    kind = carrier_of(content)
    if kind in ("doc", "odt", "rtf"):
        raise Refused("office-needed", kind=kind)
    if kind == "picture":
        raise Refused("source-scanned", pages=1, letters=0)
    readers = {"pdf": read_pdf, "docx": read_docx, "html": read_html, "mhtml": _read_archive, "text": _read_text}
    if kind not in readers:
        raise Refused("file-unknown")
    return readers[kind]


def _packed_kind(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist()[: LIMITS.members])
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "docx"
    if "content.xml" in names and "word/document.xml" not in names:
        return "odt"
    return "docx" if "[Content_Types].xml" in names or any(name.startswith("word/") for name in names) else ""


def _is_text(content: bytes) -> bool:
    if content.startswith(_WIDE_MARKS):
        return True
    sample = content[:65_536]
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return b"\x00" not in sample and controls <= _BINARY_SHARE * len(sample)


def _read_archive(content: bytes) -> Extraction:
    """Return the page of a web archive (.mht), the form in which Word and sites save "a single file"."""
    message = message_from_bytes(content)
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    page = pages[0].get_payload(decode=True) if pages else None
    if not isinstance(page, bytes):
        raise Refused("source-empty")
    return read_html(page)


def _read_text(content: bytes) -> Extraction:
    if len(content) > LIMITS.text_size:
        raise Refused("source-too-large", what="file", limit=f"{LIMITS.text_size // 1024**2} MB")
    text, page = _decoded(content)
    extraction = read_plain(text)
    if page is None:
        return extraction
    mended = Counter(extraction.mended) + Counter({page: sum(ord(char) > 0x7F for char in text)})
    return replace(extraction, mended=dict(mended))


def _decoded(content: bytes) -> tuple[str, Mending | None]:
    """Return the text, and the old code page it was in."""
    if content.startswith(_WIDE_MARKS):
        return content.decode("utf-16", "replace"), None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Bytes of no Unicode form: an old Vietnamese code page, else the one of Windows for Vietnam.
        text = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in content)
        if guess_code_page(text.splitlines()) is None:
            return content.decode("cp1258", "replace"), None
    page = guess_code_page(text.splitlines())
    return (decode(text, page) if page else text), page
