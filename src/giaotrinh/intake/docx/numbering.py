"""Numbers that Word prints before paragraphs: they are in no text and have to be counted.

A list (w:num) draws with an abstract list of up to nine levels and may override some. Lists of one abstract list
go on counting where the other stopped, unless an override says where to start.
"""

import re
from dataclasses import dataclass, field, replace

from giaotrinh.intake.carrier.characters import clean_line, mend
from giaotrinh.intake.carrier.legacy import decode_run
from giaotrinh.intake.docx.number_formats import in_format
from giaotrinh.intake.docx.package import Element, W, as_number, is_on, number, value
from giaotrinh.intake.docx.styles import ListPlace, Styles, font_of

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_FOLLOWING = 4
"""Lists may draw with a style that names another list; a longer chain is a ring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How a level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    """"Điều %1.": %1 stands for the number of the first level."""
    restart: int = -1
    """Level (from 1) after which it starts again; 0 never, -1 after any level above it."""
    legal: bool = False
    """Whether all numbers in the pattern are printed as decimals."""
    glued: bool = False
    """Whether nothing separates the number from the text."""
    font: str = ""
    capitals: bool = False
    style: str = ""


@dataclass(slots=True)
class _Count:
    """How far the lists of one abstract list have counted."""

    numbers: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    started: set[tuple[str, int]] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """What Word prints before a paragraph."""

    text: str
    bullet: bool
    glued: bool


class Numbering:
    """Counts through a document; `next` must be asked once for each paragraph, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        abstracts = [] if root is None else root.findall(W + "abstractNum")
        self._abstract = {one.get(W + "abstractNumId", ""): one for one in abstracts}
        lists = [] if root is None else root.findall(W + "num")
        self._lists = {one.get(W + "numId", ""): one for one in lists}
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._counts: dict[str, _Count] = {}

    def next(self, place: ListPlace, style: str) -> Marker | None:
        """Return the marker of the next paragraph of a list, None where the list does not exist or prints nothing.

        `style` is the paragraph style that put the paragraph into the list, "" where it says so itself.
        """
        levels = self._levels_of(place.list_id)
        if not levels:
            return None
        level = self._level(levels, place, style)
        numbers = self._advance(place.list_id, levels, level)
        return _marker(levels, level, numbers)

    def _level(self, levels: tuple[Level, ...], place: ListPlace, style: str) -> int:
        linked = [index for index, level in enumerate(levels) if style and level.style == style]
        if linked:
            return linked[0]
        return min(max(place.level, 0), len(levels) - 1)

    def _advance(self, list_id: str, levels: tuple[Level, ...], level: int) -> list[int | None]:
        abstract_id = self._abstract_id(list_id)
        count = self._counts.setdefault(abstract_id, _Count())
        override = self._start_override(list_id, level)
        before = count.numbers[level]
        if override is not None and (list_id, level) not in count.started:
            count.numbers[level] = override
        else:
            count.numbers[level] = levels[level].start if before is None else before + 1
        count.started.add((list_id, level))
        for deeper in range(level + 1, LEVELS):
            restart = levels[deeper].restart if deeper < len(levels) else -1
            if restart == -1 or level < restart:
                count.numbers[deeper] = None
        return count.numbers

    def _abstract_id(self, list_id: str) -> str:
        """Return the abstract list in the end, through numbering styles."""
        abstract_id = value(self._lists.get(list_id), "abstractNumId")
        for _ in range(_FOLLOWING):
            link = value(self._abstract.get(abstract_id), "numStyleLink")
            other = self._styles.list_of(link) if link else ""
            if not other:
                break
            abstract_id = value(self._lists.get(other), "abstractNumId")
        return abstract_id

    def _levels_of(self, list_id: str) -> tuple[Level, ...]:
        if list_id not in self._levels:
            self._levels[list_id] = tuple(self._read_levels(list_id))
        return self._levels[list_id]

    def _read_levels(self, list_id: str) -> list[Level]:
        abstract = self._abstract.get(self._abstract_id(list_id))
        if abstract is None:
            return []
        levels = [Level()] * LEVELS
        for element in abstract.findall(W + "lvl"):
            _put(levels, element, element.get(W + "ilvl"))
        for override in self._lists[list_id].findall(W + "lvlOverride"):
            changed = override.find(W + "lvl")
            if changed is not None:
                _put(levels, changed, override.get(W + "ilvl"))
        return levels

    def _start_override(self, list_id: str, level: int) -> int | None:
        for override in self._lists[list_id].findall(W + "lvlOverride"):
            start = override.find(W + "startOverride")
            if start is not None and as_number(override.get(W + "ilvl")) == level:
                return as_number(start.get(W + "val"), 1)
        return None


def _put(levels: list[Level], element: Element, index: str | None) -> None:
    place = as_number(index)
    if 0 <= place < LEVELS:
        levels[place] = _read_level(element)


def _read_level(element: Element) -> Level:
    run = element.find(W + "rPr")
    form = next((one for one in element.iter(W + "numFmt")), None)
    level = Level(
        start=number(element, "start", 0),
        form="decimal" if form is None else form.get(W + "val", "decimal"),
        pattern=value(element, "lvlText"),
        restart=number(element, "lvlRestart", -1),
        legal=bool(is_on(element, "isLgl")),
        glued=value(element, "suff") == "nothing",
        font=font_of(run),
        capitals=bool(is_on(run, "caps")),
        style=value(element, "pStyle"),
    )
    zeros = "" if form is None else form.get(W + "format", "")
    # "001, 002, 003, ..." is Word's own way to ask for leading zeros.
    return replace(level, form=f"zeros{zeros.index(',')}") if level.form == "custom" and "," in zeros else level


def _marker(levels: tuple[Level, ...], level: int, numbers: list[int | None]) -> Marker | None:
    own = levels[level]
    pattern = decode_run(own.pattern, own.font)[0]
    if own.form == "bullet":
        return Marker(text=_bullet(pattern), bullet=True, glued=False)
    text = _PLACE.sub(lambda found: _number(levels, own, numbers, int(found[1]) - 1), pattern)
    text = clean_line(text.upper() if own.capitals else text)
    return Marker(text=text, bullet=False, glued=own.glued) if text else None


def _number(levels: tuple[Level, ...], own: Level, numbers: list[int | None], level: int) -> str:
    current = numbers[level]
    # A level that was passed over prints the number it would start with.
    count = levels[level].start if current is None else current
    form = "decimal" if own.legal and levels[level].form != "none" else levels[level].form
    return f"{count:0{form[5:]}}" if form.startswith("zeros") else in_format(count, form)


def _bullet(pattern: str) -> str:
    drawn = clean_line(mend(pattern)[0])
    # In Courier New, Word's second bullet is the letter o; as text it would read as a letter.
    return {"o": "◦", "": "•", "§": "▪", "Ø": "●", "ü": "●", "v": "●", "·": "•"}.get(drawn, drawn)
