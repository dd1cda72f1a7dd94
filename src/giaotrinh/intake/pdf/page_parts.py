"""What a PDF page holds: letters with their boxes and looks. Lengths in points, y grows upwards."""

from dataclasses import dataclass

from giaotrinh.intake.carrier.extraction import LeftOut
from giaotrinh.intake.pdf.looks import PLAIN, Look
from giaotrinh.intake.pdf.shapes import Box, Rule

__all__ = ["Box", "Glyph", "Page"]


@dataclass(slots=True)
class Glyph:
    """A letter as drawn."""

    text: str
    x0: float
    x1: float
    """Ends of its advance: the next letter of a word begins where it ends."""
    ink0: float
    ink1: float
    """Ends of what is drawn."""
    y: float
    """Base line."""
    size: float = 0.0
    bold: bool = False
    look: Look = PLAIN


@dataclass(slots=True, kw_only=True)
class Page:
    """A page turned upright."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule]
    picture: float
    """Share of it that pictures cover, from 0."""
    left_out: list[LeftOut]
    by_machine: bool = False
    """Whether its letters are an unseen layer over a picture of it."""
