"""Bytes of a text file -> its text in one form: UTF-8, NFC, line feeds, Đ where a look-alike stood.

Lines and columns of every finding count characters of that text.
"""

import codecs
import re
from collections.abc import Iterator

from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.reading import Reading
from giaotrinh.model.span import Span
from giaotrinh.model.text import LOOK_ALIKES, mend_look_alikes, nfc

SIZE_LIMIT = 5 * 1024**2
"""Bytes a text file of a course may have."""

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Line and paragraph separators too: libyaml and Markdown disagree on whether they end a line.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_LOOK_ALIKE = re.compile("[" + "".join(LOOK_ALIKES) + "]")


def read_text(content: bytes, file: str) -> Reading[str]:
    """Return the text of a file; None and an error with its place where the bytes are not UTF-8 or are too many."""
    if len(content) > SIZE_LIMIT:
        return Reading(value=None, diagnostics=(_too_large(content, file),))
    if content.startswith(_WIDE_MARKS):
        return Reading(value=None, diagnostics=(error("text-utf16", Span(file=file, line=1, column=1)),))
    try:
        raw = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        return Reading(value=None, diagnostics=(_not_utf8(content, problem.start, file),))
    text = nfc(raw.replace("\r\n", "\n").replace("\r", "\n"))
    found = (*_controls(text, file), *_look_alikes(text, file))
    return Reading(value=mend_look_alikes(_CONTROL.sub(" ", text)), diagnostics=found)


def _too_large(content: bytes, file: str) -> Diagnostic:
    limit = SIZE_LIMIT // 1024**2
    return error("text-too-large", Span(file=file), size=f"{len(content) / 1024**2:.1f}", limit=limit)


def _not_utf8(content: bytes, start: int, file: str) -> Diagnostic:
    before = content[:start].decode("utf-8-sig")
    return error("text-not-utf8", place_in(before, len(before), file), byte=f"{content[start]:02X}")


def _controls(text: str, file: str) -> Iterator[Diagnostic]:
    for match in _first_of_lines(_CONTROL, text):
        span = place_in(text, match.start(), file, width=1)
        yield error("control-character", span, point=f"U+{ord(match.group()):04X}")


def _look_alikes(text: str, file: str) -> Iterator[Diagnostic]:
    for match in _first_of_lines(_LOOK_ALIKE, text):
        letter = match.group()
        span = place_in(text, match.start(), file, width=1)
        yield warning("look-alike-letter", span, letter=letter, point=f"U+{ord(letter):04X}", meant=LOOK_ALIKES[letter])


def _first_of_lines(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    position = 0
    while match := pattern.search(text, position):
        yield match
        position = text.find("\n", match.end()) + 1
        if not position:
            return


def place_in(text: str, position: int, file: str, width: int = 0) -> Span:
    """Return the place of a position in a text, `width` characters long where it is known."""
    start = text.rfind("\n", 0, position) + 1
    column = position - start + 1
    line = text.count("\n", 0, position) + 1
    return Span(file=file, line=line, column=column, end_column=column + width if width else 0)
