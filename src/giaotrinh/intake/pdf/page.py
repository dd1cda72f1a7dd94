"""What a PDF page draws: letters with their boxes, ruling lines, pictures. Lengths in points, y grows upwards."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from giaotrinh.intake.carrier.characters import LOST
from giaotrinh.intake.carrier.extraction import LeftOut, Place, Reason, Refused
from giaotrinh.intake.carrier.limits import LIMITS
from giaotrinh.intake.pdf.annotations import annotations
from giaotrinh.intake.pdf.looks import Looks
from giaotrinh.intake.pdf.page_parts import Glyph, Page
from giaotrinh.intake.pdf.shapes import drawn_shapes
from giaotrinh.intake.pdf.unseen import is_read_by_machine, reasons, report

_WEIGHT_STEP = 8
"""Letters between two looks at the weight, which is slow to ask for and changes from word to word at most."""
_LINE_ENDS = (0x0A, 0x0D)
_LINE_HYPHENS = (0x02, 0xFFFE)
"""What PDFium says for a hyphen at the end of a line."""
_MAYBE_GENERATED = frozenset((0x02, 0x0A, 0x0D, 0x20, 0x2D, 0xAD, 0xFFFE))
"""Characters that PDFium itself puts between words and lines."""
_BOLD = 550
_NAME_LENGTH = 128


def open_pdf(content: bytes) -> Any:
    """Return the opened document; raises Refused for a damaged or locked one."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(content)
        count = len(document)
    except pdfium.PdfiumError as problem:
        locked = "password" in str(problem).lower()
        raise Refused("source-protected" if locked else "source-unreadable", reason=str(problem)) from problem
    if count == 0:
        raise Refused("source-unreadable", reason="0 pages")
    if count > LIMITS.pages:
        raise Refused("source-too-large", what="pages", limit=LIMITS.pages)
    return document


def read_pages(document: Any, off: frozenset[str]) -> Iterator[Page]:
    """Yield the pages, letters of the layers that are off left out; a page that cannot be opened is reported."""
    import pypdfium2 as pdfium

    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            yield _unreadable(index + 1)
            continue
        try:
            yield _read_page(page, index + 1, off)
        finally:
            page.close()


def _unreadable(number: int) -> Page:
    report = LeftOut(text="", place=Place(page=number), reason=Reason.UNREADABLE)
    return Page(number=number, width=1, height=1, glyphs=[], rules=[], picture=0.0, left_out=[report])


def _read_page(page: Any, number: int, off: frozenset[str]) -> Page:
    import pypdfium2 as pdfium

    left, bottom, right, top = page.get_bbox()
    try:
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return _unreadable(number)
    try:
        drawn = list(_glyphs(text.raw, Looks(text.raw, off)))
    finally:
        text.close()
    turn = _main_angle(drawn)
    box = (left, bottom, right, top)
    upright = [_turned(glyph, box, turn) for glyph, angle in drawn if angle == turn]
    left_out = [_aslant(drawn, turn, number)] if any(angle != turn for _, angle in drawn) else []
    shapes = drawn_shapes(page, box, turn)
    width, height = (right - left, top - bottom) if turn % 180 == 0 else (top - bottom, right - left)
    scanned = is_read_by_machine(upright, shapes.picture)
    found = reasons(upright, shapes.rules, shapes.fills, (width, height), scanned=scanned)
    return Page(
        number=number,
        width=width,
        height=height,
        glyphs=[glyph for glyph, reason in zip(upright, found, strict=True) if reason is None],
        rules=shapes.rules,
        picture=shapes.picture,
        left_out=[*left_out, *report(upright, found, number), *annotations(page, number)],
        by_machine=scanned,
    )


def _glyphs(text: Any, looks: Looks) -> Iterator[tuple[Glyph, int]]:
    """Yield letters with the direction they run in, in degrees; a combining mark joins the letter before it."""
    import pypdfium2.raw as raw

    before: tuple[Glyph, int] | None = None
    shape: tuple[float, float] | None = None
    angle = 0
    loose, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    origin = (ctypes.c_double(), ctypes.c_double())
    ink = (ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double())
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _MAYBE_GENERATED and (code in _LINE_ENDS or raw.FPDFText_IsGenerated(text, index)):
            continue
        char = _character(code)
        if before and code > 0x2FF and unicodedata.combining(char):
            before[0].text += char
            continue
        raw.FPDFText_GetLooseCharBox(text, index, loose)
        raw.FPDFText_GetCharBox(text, index, *ink)
        raw.FPDFText_GetCharOrigin(text, index, *origin)
        found = (round(loose.top - loose.bottom, 2), round(origin[1].value - loose.bottom, 2))
        if found != shape or before is None:
            # Letters of one shape of box are of one size and direction: asking for each would double the time.
            shape = found
            raw.FPDFText_GetMatrix(text, index, matrix)
            angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
            # The size of the type is 1 in many files, and the matrix enlarges it.
            size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        glyph = _glyph(char, loose, ink, origin, angle % 180 == 90)
        glyph.size, glyph.look = size, looks.of(index)
        changes = before is None or index % _WEIGHT_STEP == 0 or before[0].text.isspace()
        glyph.bold = _is_bold(text, index, name) if changes or not before else before[0].bold
        if before:
            yield before
        before = glyph, angle
    if before:
        yield before


def _is_bold(text: Any, index: int, name: Any) -> bool:
    """Return whether a letter is set in a bold font; many files say so only in the name of the font."""
    import pypdfium2.raw as raw

    if raw.FPDFText_GetFontWeight(text, index) > _BOLD:
        return True
    length = raw.FPDFText_GetFontInfo(text, index, name, _NAME_LENGTH, ctypes.c_int())
    return 0 < length <= _NAME_LENGTH and b"bold" in name.raw[:length].lower()


def _character(code: int) -> str:
    if code in _LINE_HYPHENS:
        return "-"
    return chr(code) if code and not 0xD800 <= code <= 0xDFFF and code < 0x110000 else LOST


def _glyph(char: str, loose: Any, ink: Sequence[Any], origin: Sequence[Any], upward: bool) -> Glyph:
    """Return the letter with its extent along its own direction; x and y are turned later."""
    if upward:
        return Glyph(char, loose.bottom, loose.top, ink[2].value, ink[3].value, origin[0].value)
    return Glyph(char, loose.left, loose.right, ink[0].value, ink[1].value, origin[1].value)


def _main_angle(drawn: list[tuple[Glyph, int]]) -> int:
    counts = Counter(angle for glyph, angle in drawn if angle % 90 == 0 and not glyph.text.isspace())
    return max(counts, key=lambda angle: (counts[angle], -angle)) if counts else 0


def _turned(glyph: Glyph, box: tuple[float, float, float, float], turn: int) -> Glyph:
    left, bottom, right, top = box
    if turn == left == bottom == 0:
        return glyph
    low, high, base = {
        0: (glyph.x0 - left, glyph.x1 - left, glyph.y - bottom),
        90: (glyph.x0 - bottom, glyph.x1 - bottom, right - glyph.y),
        180: (right - glyph.x1, right - glyph.x0, top - glyph.y),
        270: (top - glyph.x1, top - glyph.x0, glyph.y - left),
    }[turn]
    shift = low - glyph.x0 if turn in (0, 90) else 0.0
    ink = (glyph.ink0 + shift, glyph.ink1 + shift) if turn in (0, 90) else (low, high)
    return Glyph(glyph.text, low, high, *ink, base, glyph.size, glyph.bold, glyph.look)


def _aslant(drawn: list[tuple[Glyph, int]], turn: int, number: int) -> LeftOut:
    text = "".join(glyph.text for glyph, angle in drawn if angle != turn)
    return LeftOut(text=text, place=Place(page=number), reason=Reason.WATERMARK)
