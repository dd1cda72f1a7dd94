"""Signs that Word inserts from pictorial fonts, by the place they have there."""

from giaotrinh.intake.carrier.characters import LOST

SYMBOL_FONT = "Symbol"
_PRIVATE = 0xF000
"""Where Word keeps the characters of pictorial fonts: their place in the font counted from here."""

_SYMBOLS = dict(
    zip(
        (0xB3, 0xA3, 0xB1, 0xB4, 0xB8, 0xB0, 0xBB, 0xB9, 0xA5, 0xAE, 0xDE, 0xB7, 0xD7, 0xB2, 0xA4, 0xA8, 0x2D),
        "≥≤±×÷°≈≠∞→⇒•⋅″⁄♦−",
        strict=True,
    )
)
"""The font Symbol: place -> what it draws (Adobe Symbol encoding)."""
_OTHERS = dict(zip((0xA8, 0xFE, 0x6F, 0xFC, 0xE0, 0xD8, 0xB7, 0xA7), "☐☑☐✓→●•▪", strict=True))
"""The fonts Wingdings."""


def sign_of(code: str, font: str) -> str:
    """Return what an inserted sign draws: `code` are four hexadecimal digits.

    A sign without a known meaning stays at its private place, where a person is shown it; LOST for a code that is none.
    """
    try:
        place = int(code, 16)
    except ValueError:
        return LOST
    if len(code) != 4 or 0xD800 <= place <= 0xDFFF:
        return LOST
    known = (_SYMBOLS if font == SYMBOL_FONT else _OTHERS).get(place & 0xFF if place >= _PRIVATE else place)
    private = 0xE000 <= place <= 0xF8FF
    return known or (chr(place) if private or chr(place).isprintable() else LOST)


def in_symbol_font(text: str) -> str:
    """Return what a text set in the font Symbol shows, as far as it holds signs; its digits are digits."""
    return "".join(_SYMBOLS.get(ord(char), char) if "\xa0" < char <= "\xff" else char for char in text)
