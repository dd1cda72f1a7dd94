"""Colours as style sheets and drawings write them: "#7d1522", "rgb(125 21 34 / 50%)", "maroon"."""

from typing import Any, NamedTuple

LUMA = (0.2126, 0.7152, 0.0722)
"""Share of red, green and blue in the lightness of a colour (Rec. 709), as a grey-scale printer takes it."""


class Colour(NamedTuple):
    """A colour of sRGB, each part from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, ground: "Colour") -> "Colour":
        """Return what is seen where this colour is laid over an opaque ground."""
        mixed = (self.alpha * part + (1 - self.alpha) * below for part, below in zip(self[:3], ground[:3], strict=True))
        return Colour(*mixed)

    def grey(self) -> "Colour":
        """Return the grey of the same lightness."""
        luma = sum(share * part for share, part in zip(LUMA, self[:3], strict=True))
        return Colour(luma, luma, luma, self.alpha)

    def written(self) -> str:
        """Return it as "#2c2c2c", with two digits more where it is not opaque."""
        parts = self if self.alpha < 1 else self[:3]
        return "#" + "".join(f"{round(255 * part):02x}" for part in parts)


def read_colour(written: Any) -> Colour | None:
    """Return the colour that a text or a tinycss2 token writes; None for anything else, "currentcolor" included.

    Colours outside sRGB (lab, oklch) are None as well: what a printer makes of them is not known here.
    """
    from tinycss2.color4 import parse_color

    found = parse_color(written)
    if found is None or isinstance(found, str):
        return None
    try:
        parts = found.to("srgb")
    except NotImplementedError:
        return None
    red, green, blue = (min(max(float(part), 0.0), 1.0) for part in parts.coordinates)
    return Colour(red, green, blue, float(parts.alpha))
