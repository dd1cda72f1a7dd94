"""The words that content streams show, decoded without a renderer: whatever their colour, size, place or layer.

A renderer leaves out text of no size and may leave out switched-off layers; what a learner's file must not hold is
therefore looked for here too. Every content stream counts: pages, forms, appearances of annotations, patterns.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from struct import unpack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Object, Pdf

_SETS = re.compile(rb"/([^\s/\[\]<>(){}%]+)\s+[-+.\d]+\s+Tf\b")
_ENDS = re.compile(rb"\bET\b")
_SPACE = b" <ffff> "
"""Stands for the end of a text object: code 0xFFFF, which no font uses, reads as a space."""

_STRINGS = re.compile(rb"<([0-9A-Fa-f\s]+)>|\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_BOTH = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]+)>")
_REPLACEMENTS = (b"ActualText", b"/Alt", b"/E ", b"/E(", b"/E<")

_Map = Mapping[int, str]


def shown_words(pdf: "Pdf", leave_out: Collection[int] = ()) -> Iterator[tuple[str, str]]:
    """Yield (kind of content stream, words it shows or replaces them by) for every content stream of a file.

    Of the pages in `leave_out` (from 0) the page's own stream is passed over.
    """
    fonts: dict[tuple[int, int], tuple[int, _Map]] = {}
    known = {pdf.pages[page].obj.objgen for page in leave_out}
    for scope in pdf.content_scopes():
        if scope.kind == "page" and scope.content.objgen in known:
            continue
        for content in _streams(scope.content):
            yield scope.kind, _decode(content, _fonts_of(scope.resources, fonts))
            if any(mark in content for mark in _REPLACEMENTS):
                yield scope.kind, _replacements(scope.content)


def _streams(content: "Object") -> Iterator[bytes]:
    """Yield the bytes of a content stream; the pieces of a page's content are one stream."""
    if content._type_name == "stream":
        yield content.read_bytes()
        return
    contents = content.get("/Contents", ())
    pieces = (
        contents if contents is None or isinstance(contents, tuple) or contents._type_name == "array" else [contents]
    )
    yield b"\n".join(piece.read_bytes() for piece in pieces)


def _fonts_of(
    resources: "Object | None", known: dict[tuple[int, int], tuple[int, _Map]]
) -> dict[bytes, tuple[int, _Map]]:
    """Return resource name -> (bytes in a code, code -> text) of the fonts a content stream may use."""
    fonts = resources.get("/Font") if resources is not None else None
    found = {}
    for name, font in fonts.items() if fonts is not None else ():
        if font.objgen not in known or not font.is_indirect:
            known[font.objgen] = _font(font)
        found[name[1:].encode("latin-1")] = known[font.objgen]
    return found


def _font(font: "Object") -> tuple[int, _Map]:
    wide = 2 if font.get("/Subtype") == "/Type0" else 1
    stream = font.get("/ToUnicode")
    letters = _unicode_map(stream.read_bytes()) if stream is not None else {}
    return wide, letters | {0xFFFF: " "}


def _unicode_map(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, body in _BOTH.findall(cmap):
        numbers = [bytes.fromhex(text.decode()) for text in _HEX.findall(body)]
        if kind == b"bfchar":
            pairs = zip(numbers[::2], numbers[1::2], strict=False)
            found |= {int.from_bytes(code, "big"): text.decode("utf-16-be", "replace") for code, text in pairs}
            continue
        for low, high, text in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=False):
            first = int.from_bytes(low, "big")
            start = int.from_bytes(text, "big")
            for code in range(first, min(int.from_bytes(high, "big"), first + 0xFFFF) + 1):
                found[code] = (start + code - first).to_bytes(len(text), "big").decode("utf-16-be", "replace")
    return found


def _decode(content: bytes, fonts: Mapping[bytes, tuple[int, _Map]]) -> str:
    """Return the words of all strings, a space wherever the font changes or a text object ends."""
    content = _ENDS.sub(_SPACE, content)
    words = []
    wide, letters = 1, {}  # type: tuple[int, _Map]
    start = 0
    for change in (*_SETS.finditer(content), None):
        words.append(_read(_codes(content, start, change.start() if change else len(content)), wide, letters))
        if change:
            wide, letters = fonts.get(change[1], (1, {}))
            start = change.end()
    return " ".join(filter(None, words))


def _read(codes: bytes, wide: int, letters: _Map) -> str:
    if wide == 1:
        return "".join([letters.get(code, chr(code)) for code in codes]).replace("ÿÿ", " ")
    numbers = unpack(f">{len(codes) // 2}H", codes[: len(codes) // 2 * 2])
    return "".join([letters.get(number, "") for number in numbers])


def _codes(content: bytes, start: int, end: int) -> bytes:
    """Return the bytes of all strings between two places of a content stream."""
    if content.find(b"(", start, end) < 0:
        digits = b"".join(_HEX.findall(content, start, end)).decode()
        return bytes.fromhex(digits if len(digits) % 2 == 0 else digits + "0")
    return b"".join(
        bytes.fromhex(digits.decode()) if digits else _ESCAPED.sub(rb"\1", literal)
        for digits, literal in _STRINGS.findall(content, start, end)
    )


def _replacements(content: "Object") -> str:
    """Return the strings in the property lists of marked content: ActualText, Alt, E."""
    from pikepdf import parse_content_stream

    found: list[str] = []
    for instruction in parse_content_stream(content, "BDC DP"):
        found += _property_strings(instruction)
    return " ".join(found)


def _property_strings(instruction: "ContentStreamInstruction | ContentStreamInlineImage") -> Iterator[str]:
    for operand in instruction.operands:
        if getattr(operand, "_type_name", "") == "dictionary":
            yield from (str(value) for value in operand.values() if getattr(value, "_type_name", "") == "string")
