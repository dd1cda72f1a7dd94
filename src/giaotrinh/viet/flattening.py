"""A text made easy to search, with the way back to its own characters."""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_SAME_WIDTH = str.maketrans(
    dict(zip("\u00a0\u2007\u2009\u202f\t\r–—‑‒−﹣－％“”", "      -------" + '%""', strict=True))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """A text in NFC with one kind of blank and one kind of dash; line ends stay."""

    text: str
    """As written otherwise: letter case is kept."""
    offsets: tuple[int, ...]
    """Place in the original of every character, and the length of the original at the end."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original of a stretch of the flat text."""
        return self.offsets[start], self.offsets[end]

    def flat(self, place: int) -> int:
        """Return the place in the flat text of a place in the original."""
        return max(0, bisect_right(self.offsets, place) - 1)


def flatten(text: str) -> Flat:
    """Return the flat form of a text: NFC, plain blanks, hyphens for dashes."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return Flat(text=text.translate(_SAME_WIDTH), offsets=tuple(range(len(text) + 1)))
    pieces: list[str] = []
    offsets: list[int] = []
    for start, end in _clusters(text):
        piece = unicodedata.normalize("NFC", text[start:end])
        pieces.append(piece)
        offsets += [start] * len(piece)
    return Flat(text="".join(pieces).translate(_SAME_WIDTH), offsets=(*offsets, len(text)))


def _clusters(text: str) -> list[tuple[int, int]]:
    starts = [index for index, char in enumerate(text) if index == 0 or not unicodedata.combining(char)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
