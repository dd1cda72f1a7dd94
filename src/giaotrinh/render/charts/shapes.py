"""What charts are drawn from: rectangles, lines, dots and words, in points, each with a look named in the template."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One mark of a drawing."""

    kind: str
    """rect, line, dot, arrow, up or words."""
    look: str
    """CSS class in templates/base/chart.html."""
    x: float
    y: float
    width: float = 0
    height: float = 0
    """Of a line: the way to its end."""
    words: str = ""
    anchor: str = "start"
    size: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A finished chart."""

    width: float
    height: float
    title: str
    """What a screen reader says: every value in words."""
    shapes: tuple[Shape, ...]


def rect(look: str, x: float, y: float, width: float, height: float) -> Shape:
    """Return a rectangle."""
    return Shape(kind="rect", look=look, x=_r(x), y=_r(y), width=_r(width), height=_r(height))


def line(look: str, x: float, y: float, to_x: float, to_y: float) -> Shape:
    """Return a straight line between two points."""
    return Shape(kind="line", look=look, x=_r(x), y=_r(y), width=_r(to_x), height=_r(to_y))


def dot(look: str, x: float, y: float, radius: float) -> Shape:
    """Return a filled circle."""
    return Shape(kind="dot", look=look, x=_r(x), y=_r(y), width=_r(radius))


def arrow(look: str, x: float, y: float, length: float) -> Shape:
    """Return an arrow to the right (to the left where the length is negative)."""
    return Shape(kind="arrow", look=look, x=_r(x), y=_r(y), width=_r(length))


def up(look: str, x: float, y: float, length: float) -> Shape:
    """Return an arrow upwards."""
    return Shape(kind="up", look=look, x=_r(x), y=_r(y), height=_r(length))


def words(look: str, x: float, y: float, text: str, size: float, anchor: str = "start") -> Shape:
    """Return words whose baseline is at y."""
    return Shape(kind="words", look=look, x=_r(x), y=_r(y), words=text, size=_r(size), anchor=anchor)


def stacked(look: str, x: float, y: float, lines: tuple[str, ...], size: float, anchor: str = "start") -> list[Shape]:
    """Return lines of words one under the other, the first baseline at y."""
    return [words(look, x, y + index * size * LEADING, text, size, anchor) for index, text in enumerate(lines)]


LEADING = 1.25
"""Line height of chart labels; stacked marks need it."""


def _r(number: float) -> float:
    # Two decimals of a point are finer than any printer and keep the bytes independent of float noise.
    return round(number, 2)
