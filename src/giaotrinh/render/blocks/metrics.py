"""Advance widths of Arimo (metrically Arial), to lay out chart labels and cut the boxes of folio glyphs.

Measured from the font in 1/2048 em. A pure room has no font file; the driver prints with this very font.
"""

import unicodedata

UNITS_PER_EM = 2048

_WIDTHS = {
    569: " fIt!,./:;[]\\|",
    455: "ijl",
    391: "'",
    682: "()-r`",
    797: "*",
    1024: "ckvxyszJ",
    1139: "0123456789abdeghnopquL$_–#?",
    1196: "+<=>−",
    1251: "FTZ",
    1366: "ABEKPSVXY&",
    1479: "CDHNRUw",
    1593: "GOQ",
    1706: "mM",
    1821: "%",
    1933: "W",
    2048: "—…",
}
_ADVANCE = {char: width for width, chars in _WIDTHS.items() for char in chars}
_OTHER = 1139
_BASES = {"đ": "d", "Đ": "D"}


def advance(char: str) -> int:
    """Return the advance of a character in 1/2048 em; marks above and below add nothing."""
    base = unicodedata.normalize("NFD", char)[0]
    return _ADVANCE.get(_BASES.get(base, base), _OTHER)


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Return the width of words set in Arimo at a size, in the unit of the size."""
    width = sum(advance(char) for char in words.replace("\u00a0", " ")) * size / UNITS_PER_EM
    return width * 1.07 if bold else width


def wrapped(words: str, size: float, limit: float) -> tuple[str, ...]:
    """Return the words in lines no wider than the limit; a longer word stands alone."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
