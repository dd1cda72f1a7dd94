"""Styles of a Word document: what a paragraph or run gets from its style and the styles below it."""

from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.intake.docx.package import Element, W, as_number, is_on, value

_DEPTH = 30
"""Styles may be based on one another; a longer chain is a ring."""

_LIFTED = 4
"""Half points from which a run that is lifted stands above the line."""

_FONTS = ("hAnsi", "ascii", "cs")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlace:
    """The list a paragraph belongs to; an empty id means none, level -1 an unnamed level."""

    list_id: str
    level: int = -1


class Styles:
    """Looks properties up along the chain of styles."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._styles = {style.get(W + "styleId", ""): style for style in found}
        defaults = (style for style in found if style.get(W + "default") in ("1", "true", "on"))
        self._default = {style.get(W + "type", ""): style.get(W + "styleId", "") for style in defaults}
        self._base = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def list_place(self, style_id: str) -> tuple[str, ListPlace | None]:
        """Return (the style that says it, the list a paragraph style belongs to)."""
        for name, style in self._chain(style_id or self._default.get("paragraph", "")):
            if place := list_place(style.find(W + "pPr")):
                return name, place
        return "", None

    def list_of(self, style_id: str) -> str:
        """Return the id of the list a numbering style draws with, "" for none."""
        style = self._styles.get(style_id)
        place = None if style is None else list_place(style.find(W + "pPr"))
        return place.list_id if place else ""

    def font(self, run: Element | None, paragraph_style: str) -> str:
        """Return the name of the font a run is set in, "" where only the theme knows."""
        for properties in self._run_properties(run, paragraph_style):
            if name := font_of(properties):
                return name
        return ""

    def is_on(self, switch: str, run: Element | None, paragraph_style: str) -> bool:
        """Return whether a switch of the run (caps, vanish) is set."""
        for properties in self._run_properties(run, paragraph_style):
            state = is_on(properties, switch)
            if state is not None:
                return state
        return False

    def is_raised(self, run: Element | None, paragraph_style: str) -> bool:
        """Return whether a run stands above the line: as a superscript, or lifted by its position."""
        for properties in self._run_properties(run, paragraph_style):
            align = value(properties, "vertAlign")
            if align:
                return align == "superscript"
            if position := value(properties, "position"):
                return as_number(position) >= _LIFTED
        return False

    def has_borders(self, table_style: str) -> bool:
        """Return whether a table style draws inner lines."""
        for _, style in self._chain(table_style or self._default.get("table", "")):
            borders = style.find(f"{W}tblPr/{W}tblBorders")
            if borders is not None:
                return draws_lines(borders)
        return False

    def _run_properties(self, run: Element | None, paragraph_style: str) -> Iterator[Element]:
        own = None if run is None else run.find(W + "rPr")
        if own is not None:
            yield own
            yield from self._of_chain(value(own, "rStyle"))
        yield from self._of_chain(paragraph_style or self._default.get("paragraph", ""))
        if self._base is not None:
            yield self._base

    def _of_chain(self, style_id: str) -> Iterator[Element]:
        for _, style in self._chain(style_id):
            properties = style.find(W + "rPr")
            if properties is not None:
                yield properties

    def _chain(self, style_id: str) -> Iterator[tuple[str, Element]]:
        for _ in range(_DEPTH):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style_id, style
            style_id = value(style, "basedOn")


def list_place(properties: Element | None) -> ListPlace | None:
    """Return the list that paragraph properties name; list 0 takes a paragraph out of its style's list."""
    numbering = None if properties is None else properties.find(W + "numPr")
    if numbering is None:
        return None
    list_id = value(numbering, "numId")
    if not list_id:
        return None
    return ListPlace(list_id="" if list_id == "0" else list_id, level=as_number(value(numbering, "ilvl"), -1))


def font_of(properties: Element | None) -> str:
    """Return the font that run properties name."""
    fonts = None if properties is None else properties.find(W + "rFonts")
    if fonts is None:
        return ""
    return next((name for slot in _FONTS if (name := fonts.get(W + slot))), "")


def draws_lines(borders: Element) -> bool:
    """Return whether a set of borders draws lines between rows or columns."""
    sides = (borders.find(W + side) for side in ("insideH", "insideV"))
    return any(side is not None and side.get(W + "val", "none") not in ("none", "nil") for side in sides)
