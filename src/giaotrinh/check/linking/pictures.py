"""Pictures that cannot be printed as they are: found where they are called, before anything is laid out.

The engine prints the alternative text for a picture it cannot load and goes on, so every file is opened here first.
"""

import re
from functools import lru_cache
from io import BytesIO

from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.span import Span

DRAWN = frozenset({"png", "jpg", "jpeg", "gif", "webp", "svg"})
"""Endings of the kinds of files that are printed."""
_FOREIGN = re.compile(rb"<(?:\w+:)?foreignObject[\s>]")
"""HTML inside a drawing, as draw.io writes its labels: no printing engine draws it."""


def unprintable(name: str, content: bytes, span: Span) -> Diagnostic | None:
    """Return what keeps a picture from being printed whole, None where nothing does."""
    kind = name.rpartition(".")[2].lower()
    if kind not in DRAWN:
        return error("picture-kind", span, name=name)
    if kind == "svg" and _FOREIGN.search(content):
        return error("picture-holds-html", span, name=name)
    opens = _is_svg(content) if kind == "svg" else _opens(content)
    return None if opens else error("picture-broken", span, name=name)


@lru_cache(maxsize=256)
def _is_svg(content: bytes) -> bool:
    from xml.etree.ElementTree import ParseError, fromstring

    try:
        return fromstring(content).tag.rpartition("}")[2] == "svg"
    except ParseError:
        return False


@lru_cache(maxsize=256)
def _opens(content: bytes) -> bool:
    from PIL import Image

    try:
        with Image.open(BytesIO(content)) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    return True
