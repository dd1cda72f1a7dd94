"""Web pages: the document without the site around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from giaotrinh.intake.carrier.breaks import BREAK, starts_with_marker
from giaotrinh.intake.carrier.characters import clean_line, tally
from giaotrinh.intake.carrier.extraction import Extraction, Place, Reason, Refused, pipe_row
from giaotrinh.intake.carrier.gathering import Gathering
from giaotrinh.intake.carrier.limits import LIMITS, check_size
from giaotrinh.intake.carrier.tables import Cell, Row, is_layout, is_letterhead_table, layout_paragraphs, row_cells
from giaotrinh.intake.docx.number_formats import in_format
from giaotrinh.intake.web.tree import Element, document_part, is_surrounding, parse_html
from giaotrinh.model.text import fold

_BLOCK_NAMES = """
    p div section article main header footer aside h1 h2 h3 h4 h5 h6 li ul ol dl dt dd pre blockquote center figure
    figcaption address hr fieldset details summary table tr td th caption tbody thead tfoot body
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_LIST_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NOTE_CALL = re.compile(r"#_?(?:ftn|edn|fn|footnote-)(\d{1,3})\Z")
_NOTE_BACK = re.compile(r"#_?(?:ftn|edn|fn|footnote-)ref-?(\d{1,3})\Z")
_OUTLINE_LINES = 5
"""Lines in a row that all stand again elsewhere make a copy of the headings."""
_OUTLINE_LENGTH = 250


@dataclass(slots=True)
class _Line:
    text: str = ""
    added: str = ""
    """What of the text the page does not hold: list numbers, note marks."""
    removed: str = ""
    table: bool = False
    keep_lines: bool = False


@dataclass(slots=True)
class _Lines:
    """Collects lines; a block begins a new one."""

    lines: list[_Line] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    site: list[str] = field(default_factory=list)

    def begin(self) -> None:
        if not self.lines or self.lines[-1].text.strip() or self.lines[-1].added:
            self.lines.append(_Line())

    def write(self, text: str, *, added: str = "", removed: str = "") -> None:
        if not self.lines:
            self.begin()
        line = self.lines[-1]
        line.text, line.added, line.removed = line.text + text, line.added + added, line.removed + removed


def read_html(content: bytes) -> Extraction:
    """Return the document a web page holds; raises Refused for a page without words or beyond a limit."""
    check_size(content)
    body = parse_html(content)
    gathering = Gathering(carrier="html")
    gathering.hold([body.words()])
    way = document_part(body)
    _leave_out_site(way, gathering)
    lines = _Lines()
    _read_children(way[-1], lines)
    for text in lines.hidden:
        gathering.leave_out(text, Place(), Reason.HIDDEN)
    for text in lines.site:
        gathering.leave_out(text, Place(), Reason.SITE)
    _gather(lines.lines, gathering)
    extraction = gathering.finish()
    if not extraction.paragraphs:
        raise Refused("source-empty")
    return extraction


def _leave_out_site(way: Sequence[Element], gathering: Gathering) -> None:
    for outer, inner in pairwise(way):
        for child in outer.children:
            if child is not inner:
                gathering.leave_out(_spaced(child), Place(part=child.tag), Reason.SITE)


def _spaced(element: Element) -> str:
    return clean_line(" ".join(one.text for one in element.walk() if one.text))


def _gather(lines: Sequence[_Line], gathering: Gathering) -> None:
    copies = _outline_copies([clean_line(line.text) for line in lines])
    for number, line in enumerate(lines):
        gathering.added += tally([line.added])
        gathering.held -= tally([line.removed])
        place = Place(paragraph=number + 1)
        if number in copies:
            gathering.leave_out(line.text, place, Reason.OUTLINE_COPY)
        else:
            gathering.add(line.text, place, table=line.table, keep_lines=line.keep_lines)


def _outline_copies(texts: Sequence[str]) -> frozenset[int]:
    """Return the lines that only list headings which stand again further on."""
    places: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        places.setdefault(fold(text), []).append(number)
    run: list[int] = []
    found: set[int] = set()
    for number, text in enumerate([*texts, ""]):
        again = 0 < len(text) <= _OUTLINE_LENGTH and places[fold(text)][-1] > number
        if again:
            run.append(number)
        elif text or number == len(texts):
            later = [places[fold(texts[line])][-1] for line in run]
            if len(run) >= _OUTLINE_LINES and later == sorted(later) and later[0] > run[-1]:
                found.update(run)
            run = []
    return frozenset(found)


def _read_children(element: Element, lines: _Lines) -> None:
    number = 0
    for child in element.children:
        if child.tag == "li" and element.tag in ("ol", "ul", "menu"):
            number += 1
            number = _value(child, number, element)
            _read_item(child, element, number, lines)
        else:
            _read_element(child, lines)


def _read_element(element: Element, lines: _Lines) -> None:
    if not element.tag:
        lines.write(re.sub(r"[ \t\r\n\f]+", " ", element.text))
    elif element.is_hidden:
        lines.hidden.append(_spaced(element))
    elif element.tag == "br":
        lines.write(BREAK)
    elif element.tag == "pre":
        _read_lines(element, lines)
    elif element.tag == "table":
        _read_table(element, lines)
    elif is_surrounding(element):
        lines.site.append(_spaced(element))
    elif element.tag == "a" and (number := _note_number(element)):
        _write_note(element, number, lines)
    elif element.tag in _BLOCKS:
        lines.begin()
        _read_children(element, lines)
        lines.begin()
    else:
        _read_children(element, lines)


def _read_lines(element: Element, lines: _Lines) -> None:
    lines.begin()
    for line in element.words().splitlines():
        lines.write(line)
        lines.begin()


def _note_number(element: Element) -> str:
    target = element.attributes.get("href", "")
    match = _NOTE_CALL.search(target) or _NOTE_BACK.search(target)
    words = clean_line(element.words()).strip("[]()")
    return match[1] if match and words == match[1] else ""


def _write_note(element: Element, number: str, lines: _Lines) -> None:
    is_note = _NOTE_BACK.search(element.attributes.get("href", "")) is not None
    mark = f"[^{number}]" + (": " if is_note else "")
    if is_note:
        lines.begin()
    lines.write(mark, added=mark, removed=element.words())


def _value(item: Element, number: int, parent: Element) -> int:
    start = parent.attributes.get("start", "")
    if number == 1 and start.isascii() and start.isdigit() and len(start) < 6:
        number = int(start)
    own = item.attributes.get("value", "")
    return int(own) if own.isascii() and own.isdigit() and len(own) < 6 else number


def _read_item(item: Element, parent: Element, number: int, lines: _Lines) -> None:
    """Read a list item with the number or sign the page draws before it; typed markers need none."""
    lines.begin()
    words = clean_line(item.words())
    style = parent.attributes.get("style", "") + item.attributes.get("style", "")
    if words and not starts_with_marker(words) and not re.search(r"list-style[^;]*none", style):
        form = _LIST_FORMS.get(parent.attributes.get("type", "1"), "decimal")
        marker = f"{in_format(number, form)}. " if parent.tag == "ol" else "- "
        lines.write(marker, added=marker)
    _read_children(item, lines)
    lines.begin()


def _read_table(table: Element, lines: _Lines) -> None:
    rows = _rows(table, lines)
    lines.begin()
    if is_layout(rows, bordered=_is_bordered(table)):
        letterhead = is_letterhead_table(rows)
        for text in layout_paragraphs(rows):
            lines.lines.append(_Line(text=text, keep_lines=letterhead))
    else:
        for row in rows:
            cells = [clean_line(cell) for cell in row_cells(row)]
            if any(cells):
                line = pipe_row(cells)
                added = "".join((tally([line]) - tally(cells)).elements())
                lines.lines.append(_Line(text=line, added=added, table=True))
    lines.lines.append(_Line())


def _is_bordered(table: Element) -> bool:
    if table.attributes.get("border", "0") not in ("", "0"):
        return True
    drawn = re.compile(r"border[^:;]*:[^;]*(?:solid|double|dotted|dashed)")
    return any(one.tag == "th" or drawn.search(one.attributes.get("style", "")) for one in table.walk())


def _rows(table: Element, lines: _Lines) -> list[Row]:
    """Return the rows; a cell that spans rows leaves empty ones below it."""
    rows: list[Row] = []
    waiting: dict[int, int] = {}
    for element in _row_elements(table):
        cells: list[Cell] = []
        column = 0
        for child in (one for one in element.children if one.tag in ("td", "th")):
            column = _fill(cells, column, waiting)
            span, depth = _span(child, "colspan"), _span(child, "rowspan")
            cells.append(Cell(lines=tuple(_cell_lines(child, lines)), span=span))
            waiting |= {column + offset: depth - 1 for offset in range(span) if depth > 1}
            column += span
        _fill(cells, column, waiting)
        rows.append(tuple(cells))
    return rows


def _fill(cells: list[Cell], column: int, waiting: dict[int, int]) -> int:
    while waiting.get(column, 0) > 0:
        waiting[column] -= 1
        cells.append(Cell())
        column += 1
    return column


def _span(cell: Element, name: str) -> int:
    written = cell.attributes.get(name, "1").strip()
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 8 else 1
    return min(max(number, 1), LIMITS.columns)


def _row_elements(table: Element) -> Iterator[Element]:
    for child in table.children:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in child.children if row.tag == "tr")


def _cell_lines(cell: Element, outer: _Lines) -> Iterator[str]:
    inner = _Lines()
    _read_children(cell, inner)
    outer.hidden += inner.hidden
    outer.site += inner.site
    for line in inner.lines:
        # Marks added inside a cell are accounted for by the line they end in.
        outer.write("", added=line.added, removed=line.removed)
        if line.text.strip():
            yield line.text.replace(BREAK, " ") if line.table else line.text
