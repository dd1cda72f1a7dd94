"""How the letters of a PDF page are painted: what nobody sees on paper is no text of the document."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_INVISIBLE = 3
"""Text rendering mode that paints nothing (ISO 32000-2, table 104)."""
_PALE = 150
_WHITE = 250
"""Levels, 0 to 255, above which all three colours are pale, or paint nothing on white paper."""
_SEEN_THROUGH = 110
"""Opacity, 0 to 255, below which letters are a shade behind the text."""
_NAME_LENGTH = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the letters of one text object are painted."""

    invisible: bool = False
    white: bool = False
    pale: bool = False
    off: bool = False
    """Whether it stands in a layer that is switched off."""


PLAIN = Look()


class Looks:
    """Says how the letters of a page are painted; each text object is asked once."""

    def __init__(self, text: Any, off_layers: frozenset[str]) -> None:
        self._text, self._off_layers = text, off_layers
        self._known: dict[int, Look] = {}

    def of(self, index: int) -> Look:
        """Return the look of a letter by its place on the page."""
        import pypdfium2.raw as raw

        shape = raw.FPDFText_GetTextObject(self._text, index)
        address = ctypes.cast(shape, ctypes.c_void_p).value if shape else None
        if address is None:
            return PLAIN
        if address not in self._known:
            self._known[address] = self._look(shape)
        return self._known[address]

    def _look(self, shape: Any) -> Look:
        import pypdfium2.raw as raw

        levels = [ctypes.c_uint() for _ in range(4)]
        painted = bool(raw.FPDFPageObj_GetFillColor(shape, *levels))
        *colours, opacity = (level.value for level in levels)
        mode = raw.FPDFTextObj_GetTextRenderMode(shape)
        fills = painted and mode in (0, 4)
        return Look(
            invisible=mode == _INVISIBLE or (fills and opacity == 0),
            white=fills and min(colours) >= _WHITE,
            pale=fills and (min(colours) >= _PALE or opacity < _SEEN_THROUGH),
            off=bool(self._off_layers) and not self._off_layers.isdisjoint(_layers(shape)),
        )


def off_layers(content: bytes) -> frozenset[str]:
    """Return the names of the layers (optional content groups) that are off when a PDF is opened or printed."""
    import io

    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            properties = document.Root.get("/OCProperties")
            if properties is None:
                return frozenset()
            settings = properties.get("/D", pikepdf.Dictionary())
            groups: Any = properties.get("/OCGs", [])
            on: Any = settings.get("/ON", [])
            off: Any = settings.get("/OFF", [])
            if settings.get("/BaseState") == "/OFF":
                shown = {group.objgen for group in on}
                return frozenset(str(group.get("/Name", "")) for group in groups if group.objgen not in shown)
            return frozenset(str(group.get("/Name", "")) for group in off)
    except (pikepdf.PdfError, AttributeError, TypeError, ValueError, RuntimeError):
        # PDFium mends files that this reader refuses; such a file is read with all its layers on.
        return frozenset()


def _layers(shape: Any) -> Sequence[str]:
    import pypdfium2.raw as raw

    marks = (raw.FPDFPageObj_GetMark(shape, index) for index in range(raw.FPDFPageObj_CountMarks(shape)))
    return [_layer(mark) for mark in marks if mark]


def _layer(mark: Any) -> str:
    import pypdfium2.raw as raw

    buffer, length = (ctypes.c_ubyte * _NAME_LENGTH)(), ctypes.c_ulong()
    found = raw.FPDFPageObjMark_GetParamBlobValue(mark, b"Name", buffer, _NAME_LENGTH, length)
    name = bytes(buffer)[: min(length.value, _NAME_LENGTH)] if found else b""
    # A text string of PDF (ISO 32000-2, 7.9.2.2) says by its first bytes how it is coded.
    if name.startswith(b"\xfe\xff"):
        return name[2:].decode("utf-16-be", "replace")
    return name[3:].decode("utf-8", "replace") if name.startswith(b"\xef\xbb\xbf") else name.decode("latin-1")
