"""Letters of a PDF page that a reader of the paper does not see, or sees struck through."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from statistics import median

from giaotrinh.intake.carrier.extraction import LeftOut, Place, Reason
from giaotrinh.intake.pdf.page_parts import Box, Glyph
from giaotrinh.intake.pdf.shapes import Rule

_LARGE = 1.5
"""Times the usual size from which pale letters are a shade behind the text."""
_OCR_SHARE = 0.9
"""Share of letters painted invisibly from which they are what a machine read on the picture of the page."""
_SCAN_SHARE = 0.5
"""Share of a page that a picture of it covers."""
_STRUCK_LOW, _STRUCK_HIGH = 0.14, 0.48
"""Heights above the base line, in sizes, between which a line goes through the letters."""
_LEAST_STROKE = 3.0


def is_read_by_machine(glyphs: Sequence[Glyph], picture: float) -> bool:
    """Return whether the letters of a page are an unseen layer over a picture of it."""
    visible = [glyph for glyph in glyphs if not glyph.text.isspace()]
    unseen = sum(glyph.look.invisible for glyph in visible)
    return bool(visible) and picture >= _SCAN_SHARE and unseen >= _OCR_SHARE * len(visible)


def reasons(
    glyphs: Sequence[Glyph], rules: Sequence[Rule], fills: Sequence[Box], size: tuple[float, float], *, scanned: bool
) -> list[Reason | None]:
    """Return for each letter why it is not read, None for one that is; `size` are width and height of the page."""
    usual = median([glyph.size for glyph in glyphs] or [0.0])
    strokes = sorted((rule.y0, rule.x0, rule.x1) for rule in rules if _is_stroke(rule))
    heights = [stroke[0] for stroke in strokes]
    return [
        _unseen(glyph, fills, size, usual, scanned=scanned)
        or (Reason.DELETED if _is_struck(glyph, strokes, heights) else None)
        for glyph in glyphs
    ]


def report(glyphs: Sequence[Glyph], found: Sequence[Reason | None], page: int) -> Iterator[LeftOut]:
    """Yield what is not read of a page: letters that follow one another for one reason are one entry."""
    text, reason = "", None
    for glyph, own in [*zip(glyphs, found, strict=True), (None, None)]:
        if own is not reason:
            if reason is not None:
                yield LeftOut(text=text, place=Place(page=page), reason=reason)
            text, reason = "", own
        text += glyph.text if glyph else ""


def _unseen(
    glyph: Glyph, fills: Sequence[Box], size: tuple[float, float], usual: float, *, scanned: bool
) -> Reason | None:
    look = glyph.look
    x, y = (glyph.ink0 + glyph.ink1) / 2, glyph.y + 0.3 * glyph.size
    outside = not (0 <= x <= size[0] and 0 <= y <= size[1])
    if outside or look.off or (look.invisible and not scanned):
        return Reason.HIDDEN
    if look.white and not any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in fills):
        return Reason.HIDDEN
    return Reason.WATERMARK if look.pale and not look.white and glyph.size > _LARGE * usual else None


def _is_stroke(rule: Rule) -> bool:
    return rule.x1 - rule.x0 >= _LEAST_STROKE and rule.y1 - rule.y0 < _LEAST_STROKE


def _is_struck(glyph: Glyph, strokes: Sequence[tuple[float, float, float]], heights: Sequence[float]) -> bool:
    low, high = glyph.y + _STRUCK_LOW * glyph.size, glyph.y + _STRUCK_HIGH * glyph.size
    middle = (glyph.ink0 + glyph.ink1) / 2
    for _, left, right in strokes[bisect_left(heights, low) :]:
        if _ > high:
            return False
        if left - 1 <= middle <= right + 1:
            return True
    return False
