"""Limits a file from a stranger must keep before any parser sees it."""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.intake.carrier.extraction import Refused

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TAG = re.compile(rb"<(/?)[A-Za-z_][^<>]*?(/?)>")
_BOXES = re.compile(rb"<(/?)(?:div|section|article|main|aside|nav|table|ul|ol|dl|blockquote|center|form)\b", re.I)
_INLINES = re.compile(rb"<(/?)(?:span|font|b|i|u|em|strong|a|small|big|sub|sup|s)\b", re.I)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an input may weigh; sizes in bytes."""

    file_size: int = 50 * 1024**2
    unpacked_size: int = 50 * 1024**2
    """All XML of a packed document together; pictures are not unpacked."""
    ratio: int = 100
    """Unpacked size of a large part over its packed size."""
    members: int = 5_000
    depth: int = 200
    """Elements of XML or HTML inside one another."""
    pages: int = 2_000
    paragraphs: int = 100_000
    text_size: int = 20 * 1024**2
    columns: int = 100
    """Cells a table row may have; a larger span is cut."""


LIMITS = Limits()

_SMALL = 1024**2
"""A part below this size may be packed as tightly as it likes: styles of one pattern pack a hundredfold."""


def check_size(content: bytes, limits: Limits = LIMITS) -> None:
    """Raise Refused where the file is empty or too large."""
    if not content:
        raise Refused("source-empty")
    if len(content) > limits.file_size:
        raise Refused("source-too-large", what="file", limit=f"{limits.file_size // 1024**2} MB")


def open_package(content: bytes, limits: Limits = LIMITS) -> dict[str, bytes]:
    """Return the XML parts of a zip-packed document by name, all limits kept.

    Raises Refused for bombs, names that lead outside, links, encryption, DOCTYPE and depth.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_members(package.infolist(), limits)
            return dict(_read_parts(package, limits))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as problem:
        # zipfile says "encrypted" with RuntimeError, "unknown compression" with NotImplementedError.
        raise Refused("source-unreadable", reason=type(problem).__name__) from problem
    except (ValueError, KeyError, zlib.error) as problem:
        raise Refused("source-unreadable", reason=type(problem).__name__) from problem


def check_xml(part: bytes, limits: Limits = LIMITS) -> None:
    """Raise Refused where XML declares a document type or nests too deep."""
    text = part.decode("utf-16", "replace").encode() if part[:2] in _UTF16_MARKS else part
    if _DOCTYPE.search(text):
        raise Refused("source-unsafe", what="DOCTYPE")
    if _depth(text) > limits.depth:
        raise Refused("source-too-large", what="depth", limit=limits.depth)


def check_html(content: bytes, limits: Limits = LIMITS) -> None:
    """Raise Refused where HTML is too large or holds too many elements inside one another.

    Inline elements that nobody closed are common and harmless up to a point; boxes in boxes are not.
    """
    if len(content) > limits.text_size:
        raise Refused("source-too-large", what="file", limit=f"{limits.text_size // 1024**2} MB")
    for names, most in ((_BOXES, limits.depth), (_INLINES, limits.depth * 10)):
        depth = 0
        for match in names.finditer(content):
            depth = max(0, depth - 1) if match[1] else depth + 1
            if depth > most:
                raise Refused("source-too-large", what="depth", limit=limits.depth)


def _check_members(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.members:
        raise Refused("source-too-large", what="members", limit=limits.members)
    for member in members:
        parts = member.filename.replace("\\", "/").split("/")
        if member.filename.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
            raise Refused("source-unsafe", what=member.filename[:80])
        if stat.S_ISLNK(member.external_attr >> 16):
            raise Refused("source-unsafe", what=member.filename[:80])
        if member.file_size > _SMALL and member.file_size > limits.ratio * max(1, member.compress_size):
            raise Refused("source-too-large", what="ratio", limit=limits.ratio)


def _read_parts(package: zipfile.ZipFile, limits: Limits) -> Iterator[tuple[str, bytes]]:
    left = limits.unpacked_size
    for member in package.infolist():
        if not member.filename.lower().endswith((".xml", ".rels")):
            continue
        with package.open(member) as file:
            # The declared size may lie: read one byte more than is allowed and no further.
            part = file.read(left + 1)
        left -= len(part)
        if left < 0:
            raise Refused("source-too-large", what="unpacked", limit=f"{limits.unpacked_size // 1024**2} MB")
        check_xml(part, limits)
        yield member.filename, part


def _depth(text: bytes) -> int:
    depth = deepest = 0
    for match in _TAG.finditer(text):
        if match[1]:
            depth -= 1
        elif not match[2]:
            depth += 1
            deepest = max(deepest, depth)
    return deepest
