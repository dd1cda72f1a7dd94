"""The characters of folios: one a page, each page as wide as the character, to be put together at binding."""

from dataclasses import dataclass

from giaotrinh.model.fragment import glyph_id, letter_id
from giaotrinh.render.blocks.metrics import UNITS_PER_EM, advance

CHARACTERS = "0123456789ivxlcgGV-"
"""What folios, Roman folios, facing folios ("31g") and own numbers ("GV-2") are made of."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""Note letters, in a weight and colour of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """A character and the width of its page."""

    id: str
    """What binding asks for: "glyph/7", "letter/a"."""
    char: str
    page: str
    """Name of its CSS page."""
    look: str
    """folio or letter."""
    width: float
    """In points."""


def glyphs(size: float) -> tuple[Glyph, ...]:
    """Return all characters for a type size in points."""
    folios = tuple(_glyph(char, "folio", glyph_id(char), size) for char in CHARACTERS)
    return folios + tuple(_glyph(char, "letter", letter_id(char), size) for char in LETTERS)


def _glyph(char: str, look: str, name: str, size: float) -> Glyph:
    width = advance(char) * size / UNITS_PER_EM
    # Letters are bold: wider than the regular weight that is measured, by a tenth at most.
    room = width if look == "folio" else width * 1.12
    return Glyph(id=name, char=char, page=f"{look}-{ord(char)}", look=look, width=round(room, 3))
