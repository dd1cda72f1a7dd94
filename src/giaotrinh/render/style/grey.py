"""Grey-scale: every colour of a job becomes the grey of the same lightness."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from giaotrinh.model.colour import LUMA, read_colour
from giaotrinh.model.fragment import Job
from giaotrinh.render.style.style_sheet import rewrite

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_STYLE_ELEMENT = re.compile(r"(<style\b[^>]*>)(.*?)(</style>)", re.DOTALL)
_STYLE_ATTRIBUTE = re.compile(r'(\bstyle=")([^"]*)(")')
_PAINT = re.compile(r'(\b(?:fill|stroke|color|stop-color|flood-color)=")([^"]*)(")')
_NAMED_IN = re.compile(r"--|.*color|background|border|outline|fill|stroke|box-shadow|text-shadow|text-decoration")
"""Properties in which a word such as "red" is a colour; in others it may be the name of a font or of a place."""

_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WEBP"}


def in_grey(job: Job) -> Job:
    """Return the job with grey for every colour of its style sheets, drawings and pictures."""
    styles = {name: grey(text) for name, text in job.styles.items()}
    assets = {name: _picture(name, content) for name, content in job.assets.items()}
    return replace(job, html=_page(job.html), styles=styles, assets=assets)


def grey(text: str) -> str:
    """Return a style sheet, or what stands in a style attribute, with grey for every colour; selectors stay."""
    return rewrite(text, lambda declared: _values(declared.value, words=bool(_NAMED_IN.match(declared.name))))


def _page(html: str) -> str:
    # Words may hold "#123456"; only what a drawing, a style element or a style attribute says is a colour.
    html = _DRAWING.sub(lambda found: _drawing(found[0]), html)
    return _STYLE_ATTRIBUTE.sub(_styled, _STYLE_ELEMENT.sub(_styled, html))


def _drawing(svg: str) -> str:
    return _PAINT.sub(lambda found: found[1] + _paint(found[2]) + found[3], _STYLE_ELEMENT.sub(_styled, svg))


def _styled(found: re.Match[str]) -> str:
    return found[1] + grey(found[2]) + found[3]


def _paint(written: str) -> str:
    colour = read_colour(written)
    return colour.grey().written() if colour else written


def _picture(name: str, content: bytes) -> bytes:
    kind = name[name.rfind(".") :].lower()
    if kind == ".svg":
        svg = content.decode("utf-8", errors="surrogateescape")
        return _STYLE_ATTRIBUTE.sub(_styled, _drawing(svg)).encode("utf-8", errors="surrogateescape")
    return _bitmap(content, _FORMATS[kind]) if kind in _FORMATS else content


def _bitmap(content: bytes, kind: str) -> bytes:
    from PIL import Image

    stream = BytesIO()
    with Image.open(BytesIO(content)) as picture:
        whole = picture.convert("RGBA")
        made = whole.convert("RGB").convert("L", (*LUMA, 0.0))
        if picture.has_transparency_data and kind != "JPEG":
            made = Image.merge("LA", (made, whole.getchannel("A")))
        made.save(stream, kind)
    return stream.getvalue()


def _values(tokens: Iterable[Any], *, words: bool) -> Iterator[Any]:
    from tinycss2.ast import HashToken

    for token in tokens:
        is_colour = token.type in ("hash", "function") or (words and token.type == "ident")
        colour = read_colour(token) if is_colour else None
        if colour and colour.alpha:
            digits = colour.grey().written()[1:]
            yield HashToken(token.source_line, token.source_column, digits, is_identifier=False)
            continue
        if token.type == "function":
            token.arguments = list(_values(token.arguments, words=words))
        yield token
