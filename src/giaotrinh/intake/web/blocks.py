"""The elements of a document in a web page -> lines: list numbers, notes, raised figures, tables."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import ClassVar

from giaotrinh.intake.carrier.breaks import BREAK, starts_with_marker
from giaotrinh.intake.carrier.characters import clean_line, tally
from giaotrinh.intake.carrier.extraction import Reason, pipe_row
from giaotrinh.intake.carrier.raised import raised
from giaotrinh.intake.carrier.tables import is_layout, is_letterhead_table, layout_paragraphs, row_cells
from giaotrinh.intake.web.grids import is_bordered, rows_of
from giaotrinh.intake.web.lists import ListStyles, start_of, value_of
from giaotrinh.intake.web.notes import begun_note, called_note, is_return, note_of_item
from giaotrinh.intake.web.surroundings import is_surrounding
from giaotrinh.intake.web.tree import Element, spaced

_BLOCK_NAMES = """
    p div section article main header footer aside h1 h2 h3 h4 h5 h6 li ul ol dl dt dd pre blockquote center figure
    figcaption address hr fieldset details summary table tr td th caption tbody thead tfoot body
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_STROKES = ("/", "⁄", "∕")


@dataclass(slots=True)
class Line:
    """A line with what of it the page does not hold in these characters."""

    text: str = ""
    added: str = ""
    """What of the text the page does not hold: list numbers, note marks."""
    removed: str = ""
    """What the page holds in its place."""
    table: bool = False
    keep_lines: bool = False


@dataclass(slots=True)
class Reader:
    """Reads elements in order and collects lines; a block begins a new one."""

    styles: ListStyles
    lines: list[Line] = field(default_factory=list)
    left_out: list[tuple[str, Reason]] = field(default_factory=list)
    _marker: str = ""
    """What is drawn before the words that come next."""
    _numbers: list[int] = field(default_factory=list)
    """Numbers of the list items around."""

    def read(self, element: Element) -> None:
        """Read what is inside an element."""
        if element.tag in ("ol", "ul", "menu"):
            self._read_list(element)
            return
        for child, *following in zip_longest(element.children, element.children[1:], element.children[2:]):
            if child.tag == "sup" and not _is_numerator(following):
                self._read_raised(child)
            else:
                self._read_element(child)

    def _begin(self) -> None:
        if not self.lines or self.lines[-1].text.strip() or self.lines[-1].added:
            self.lines.append(Line())

    def _write(self, text: str, *, added: str = "", removed: str = "") -> None:
        if not self.lines:
            self._begin()
        line = self.lines[-1]
        if self._marker and text.strip():
            mark, self._marker = f"{self._marker} ", ""
            text, added = mark + text.lstrip(), mark + added
        line.text, line.added, line.removed = line.text + text, line.added + added, line.removed + removed

    def _read_element(self, element: Element) -> None:
        if not element.tag:
            self._write(re.sub(r"[ \t\r\n\f]+", " ", element.text))
        elif reason := _reason_to_leave_out(element):
            self.left_out.append((spaced(element), reason))
        elif special := self._specials.get(element.tag):
            special(self, element)
        elif element.tag in _BLOCKS:
            self._read_block(element)
        else:
            self.read(element)

    def _read_break(self, _: Element) -> None:
        self._write(BREAK)

    def _read_block(self, element: Element) -> None:
        self._begin()
        self.read(element)
        self._begin()

    def _read_raised(self, element: Element) -> None:
        if any(one.tag for one in element.walk() if one is not element and one.tag == "a"):
            self.read(element)
            return
        words = element.words()
        shown = raised(words)
        if shown == words:
            self._write(words)
        else:
            self._write(shown, added=shown, removed=words)

    def _read_fraction(self, element: Element) -> None:
        for number, child in enumerate(one for one in element.children if one.tag or one.text.strip()):
            if number:
                self._write("/", added="/")
            self._read_element(child)

    def _read_power(self, element: Element) -> None:
        parts = [one for one in element.children if one.tag or one.text.strip()]
        for number, child in enumerate(parts):
            (self._read_raised if number else self._read_element)(child)

    def _read_lines(self, element: Element) -> None:
        self._begin()
        for line in element.words().splitlines():
            self._write(line)
            self._begin()

    def _read_link(self, element: Element) -> None:
        if number := called_note(element):
            mark = f"[^{number}]"
            self._write(mark, added=mark, removed=element.words())
        elif number := begun_note(element):
            self._begin()
            mark = f"[^{number}]: "
            self._write(mark, added=mark, removed=element.words())
        elif is_return(element):
            self._write("", removed=element.words())
        else:
            self.read(element)

    def _read_list(self, element: Element) -> None:
        number, step = start_of(element)
        for child in element.children:
            if child.tag == "li":
                number = value_of(child, number)
                self._read_item(child, element, number)
                number += step
            else:
                self._read_element(child)

    def _read_item(self, item: Element, parent: Element, number: int) -> None:
        """Read a list item with the number or sign the page draws before it; typed markers need none."""
        self._begin()
        self._numbers.append(number)
        if note := note_of_item(item):
            self._marker = f"[^{note}]:"
        elif (words := clean_line(item.words())) and not starts_with_marker(words):
            if self._marker:
                # An item whose first words are those of an item inside it: both are drawn.
                self._write(" ")
            self._marker = " ".join(filter(None, (self._marker, self.styles.marker(item, parent, self._numbers))))
        if reason := _reason_to_leave_out(item):
            self._marker = ""
            self.left_out.append((spaced(item), reason))
        else:
            self.read(item)
        self._numbers.pop()
        self._begin()

    def _read_table(self, table: Element) -> None:
        rows = rows_of(table, lambda cell: list(self._cell_lines(cell)))
        self._begin()
        if is_layout(rows, bordered=is_bordered(table)):
            letterhead = is_letterhead_table(rows)
            self.lines += [Line(text=text, keep_lines=letterhead) for text in layout_paragraphs(rows)]
        else:
            self.lines += [
                _row_line(cells) for row in rows if any(cells := [clean_line(one) for one in row_cells(row)])
            ]
        self.lines.append(Line())

    def _cell_lines(self, cell: Element) -> Iterator[str]:
        inner = Reader(self.styles)
        inner.read(cell)
        self.left_out += inner.left_out
        for line in inner.lines:
            # Marks added inside a cell are accounted for by the line they end in.
            self._write("", added=line.added, removed=line.removed)
            if line.text.strip():
                yield line.text.replace(BREAK, " ") if line.table else line.text

    _specials: ClassVar[dict[str, Callable[["Reader", Element], None]]] = {
        "br": _read_break,
        "pre": _read_lines,
        "table": _read_table,
        "mfrac": _read_fraction,
        "msup": _read_power,
        "a": _read_link,
    }


def _reason_to_leave_out(element: Element) -> Reason | None:
    """Return why an element is no part of the document's words, None where it is."""
    if element.is_hidden or element.tag == "annotation":
        return Reason.HIDDEN
    if element.is_struck:
        return Reason.DELETED
    return Reason.SITE if is_surrounding(element) else None


def _is_numerator(following: Sequence[Element | None]) -> bool:
    """Return whether a raised number is the upper part of a fraction: <sup>2</sup>/<sub>3</sub>."""
    stroke, lower = following
    has_stroke = stroke is not None and stroke.words().strip() in _STROKES
    return has_stroke and lower is not None and lower.tag == "sub"


def _row_line(cells: Sequence[str]) -> Line:
    line = pipe_row(cells)
    return Line(text=line, added="".join((tally([line]) - tally(cells)).elements()), table=True)
