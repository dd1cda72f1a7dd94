"""What people put on top of a PDF page: values of form fields, free text, notes. It is reported, never read as text."""

import ctypes
from collections.abc import Iterator
from typing import Any

from giaotrinh.intake.carrier.extraction import LeftOut, Place, Reason

_LENGTH = 4096
_MOST = 2_000
"""Annotations looked at on a page."""


def annotations(page: Any, number: int) -> Iterator[LeftOut]:
    """Yield the words of each annotation of a page; links and empty ones have none."""
    import pypdfium2.raw as raw

    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            is_field = raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET
            words = _words(annotation, b"V" if is_field else b"Contents")
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
        if words:
            reason = Reason.FORM if is_field else Reason.COMMENT
            yield LeftOut(text=words, place=Place(page=number), reason=reason)


def _words(annotation: Any, key: bytes) -> str:
    import pypdfium2.raw as raw

    buffer = (ctypes.c_ushort * _LENGTH)()
    length = raw.FPDFAnnot_GetStringValue(annotation, key, buffer, ctypes.sizeof(buffer))
    return bytes(buffer)[: max(0, min(length, ctypes.sizeof(buffer)) - 2)].decode("utf-16-le", "replace").strip()
