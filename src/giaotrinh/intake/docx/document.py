"""Word documents (.docx): paragraphs with the numbers Word prints, tables as rows, everything else reported."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from giaotrinh.intake.carrier.characters import clean_line, tally
from giaotrinh.intake.carrier.extraction import Extraction, LeftOut, Place, Reason, pipe_row
from giaotrinh.intake.carrier.gathering import Gathering
from giaotrinh.intake.carrier.limits import LIMITS
from giaotrinh.intake.carrier.tables import Cell, Row, is_layout, is_letterhead_table, layout_paragraphs, row_cells
from giaotrinh.intake.docx.formulas import M
from giaotrinh.intake.docx.numbering import Marker, Numbering
from giaotrinh.intake.docx.package import MC, Element, Package, W, as_number, is_on, open_word, value
from giaotrinh.intake.docx.styles import Styles, draws_lines, list_place
from giaotrinh.intake.docx.text import Read, TextReader

_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_KEPT_BLOCKS = frozenset(W + name for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent"))
_PARAGRAPHS = frozenset((W + "p", M + "oMathPara", M + "oMath"))
"""What is read as a paragraph: a formula may stand for itself."""
_DROPPED_BLOCKS = frozenset(W + name for name in ("del", "moveFrom"))


@dataclass(slots=True)
class _Sink:
    """Where paragraphs go: into the document, or into a cell of a table."""

    part: str = ""
    cell: list[str] | None = None
    reason: Reason | None = None
    notes: list[tuple[str, str]] = field(default_factory=list)


def read_docx(content: bytes) -> Extraction:
    """Return what a .docx file holds; raises Refused for what cannot be read or breaks a limit."""
    return _Document(open_word(content)).read()


class _Document:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main_part()
        self._root = package.root(self._main)
        styles = Styles(self._related_root("styles"))
        self._styles, self._numbering = styles, Numbering(self._related_root("numbering"), styles)
        self._rendered = next(self._root.iter(W + "lastRenderedPageBreak"), None) is not None
        self._text = TextReader(styles, rendered_pages=self._rendered)
        self._gathering = Gathering(carrier="docx")
        self._count = 0
        self._pending = ""
        """Text of a paragraph whose end was deleted: it goes on in the next one."""

    def read(self) -> Extraction:
        sink = _Sink()
        body = self._root.find(W + "body")
        self._blocks(self._root if body is None else body, sink)
        self._end_pending(sink)
        self._leave_out_notes()
        self._leave_out_related()
        self._gathering.pages = self._text.page if self._rendered else 0
        return self._gathering.finish()

    def _related_root(self, kind: str) -> Element | None:
        names = self._package.related(self._main, kind)
        return self._package.root(names[0]) if names else None

    def _blocks(self, parent: Element, sink: _Sink) -> None:
        for child in parent:
            if child.tag in _PARAGRAPHS:
                self._paragraph(child, sink)
            elif child.tag == W + "tbl":
                self._table(child, sink)
            elif child.tag == W + "sdt":
                self._control(child, sink)
            elif child.tag == W + "altChunk":
                self._gathering.left_out.append(_embedded())
            elif child.tag == MC + "AlternateContent":
                self._blocks(next(iter(child), Element("none")), sink)
            elif child.tag in _KEPT_BLOCKS:
                self._blocks(child, sink)
            elif child.tag in _DROPPED_BLOCKS:
                self._without(child, sink, Reason.DELETED)

    def _control(self, control: Element, sink: _Sink) -> None:
        properties, content = control.find(W + "sdtPr"), control.find(W + "sdtContent")
        if content is None:
            return
        gallery = None if properties is None else properties.find(f"{W}docPartObj/{W}docPartGallery")
        if gallery is not None and gallery.get(W + "val") == "Table of Contents":
            self._without(content, sink, Reason.CONTENTS)
        elif properties is not None and properties.find(W + "showingPlcHdr") is not None:
            self._without(content, sink, Reason.PLACEHOLDER)
        else:
            self._blocks(content, sink)

    def _without(self, element: Element, sink: _Sink, reason: Reason) -> None:
        outer, sink.reason = sink.reason, reason
        self._blocks(element, sink)
        sink.reason = outer

    def _paragraph(self, paragraph: Element, sink: _Sink) -> None:
        self._count += 1
        place = Place(page=self._text.page if self._rendered else 0, paragraph=self._count, part=sink.part)
        read = self._text.read(paragraph, reason=sink.reason, place=place)
        self._account(read)
        sink.notes += read.notes
        if sink.reason is None:
            self._place(paragraph, read, sink)
        if sink.cell is None:
            self._notes(sink)
        for box in read.boxes:
            self._blocks(box, _Sink(part="text-box", reason=sink.reason))

    def _account(self, read: Read) -> None:
        gathering = self._gathering
        gathering.hold([read.text, *(one.text for one in read.left_out)])
        gathering.held -= tally([read.marks])
        gathering.added += tally([read.marks])
        gathering.left_out += [one for one in read.left_out if one.text.strip() or one.reason is Reason.EMPTY_FIELD]
        gathering.mended += read.mended

    def _place(self, paragraph: Element, read: Read, sink: _Sink) -> None:
        if _mark_is_deleted(paragraph):
            self._pending += read.text
            return
        marker = self._marker(paragraph)
        text = self._pending + read.text
        self._pending = ""
        place = Place(page=read.page if self._rendered else 0, paragraph=self._count, part=sink.part)
        self._put(_with_marker(marker, text), place, sink, read, added=marker.text if marker and text.strip() else "")

    def _put(self, text: str, place: Place, sink: _Sink, read: Read, *, added: str) -> None:
        if sink.cell is not None:
            sink.cell.append(text)
        else:
            self._gathering.add(text, place, mended=read.mended)
        self._gathering.added += tally([added])

    def _end_pending(self, sink: _Sink) -> None:
        text, self._pending = self._pending, ""
        self._gathering.add(text, Place(paragraph=self._count, part=sink.part))

    def _marker(self, paragraph: Element) -> Marker | None:
        properties = paragraph.find(W + "pPr")
        direct = list_place(properties)
        style, inherited = self._styles.list_place(value(properties, "pStyle"))
        place = direct or inherited
        if place is None or not place.list_id:
            return None
        if direct and direct.level < 0 and inherited and inherited.list_id == direct.list_id:
            place = inherited
        return self._numbering.next(place, "" if direct else style)

    def _notes(self, sink: _Sink) -> None:
        waiting, sink.notes = sink.notes, []
        for kind, note_id in waiting:
            label = self._text.labels[(kind, note_id)]
            place = Place(paragraph=self._count, part=kind)
            cell = self._note_lines(kind, note_id, place)
            self._gathering.add(f"{label}: {' '.join(cell)}", place)
            self._gathering.added += tally([f"{label}:"])

    def _note_lines(self, kind: str, note_id: str, place: Place) -> list[str]:
        root = self._related_root(f"{kind}s")
        notes = [] if root is None else root.findall(W + kind)
        note = next((one for one in notes if one.get(W + "id") == note_id), None)
        sink = _Sink(part=place.part, cell=[])
        if note is not None:
            self._blocks(note, sink)
        return [clean_line(line) for line in sink.cell or [] if line.strip()]

    def _table(self, table: Element, sink: _Sink) -> None:
        inner = _Sink(part=sink.part, reason=sink.reason)
        first = Place(page=self._text.page if self._rendered else 0, paragraph=self._count + 1, part=sink.part)
        rows = [row for element in _rows(table) if (row := self._row(element, inner))]
        if sink.reason is None:
            self._put_table(rows, self._is_bordered(table), first, sink)
        sink.notes += inner.notes
        if sink.cell is None:
            self._notes(sink)

    def _row(self, row: Element, sink: _Sink) -> Row:
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            for cell in row.iter(W + "tc"):
                self._without(cell, sink, Reason.DELETED)
            return ()
        before = [Cell(span=as_number(value(properties, "gridBefore")))] if value(properties, "gridBefore") else []
        return (*before, *(self._cell(cell, sink) for cell in _cells(row)))

    def _cell(self, cell: Element, sink: _Sink) -> Cell:
        properties = cell.find(W + "tcPr")
        merge = None if properties is None else properties.find(W + "vMerge")
        if properties is not None and properties.find(W + "cellDel") is not None:
            # An empty cell stays: those after it keep the column they stand in.
            self._without(cell, sink, Reason.DELETED)
            return Cell()
        covered = merge is not None and merge.get(W + "val", "continue") == "continue"
        inner = _Sink(part=sink.part, cell=[], reason=Reason.HIDDEN if covered and not sink.reason else sink.reason)
        self._blocks(cell, inner)
        sink.notes += inner.notes
        span = min(max(as_number(value(properties, "gridSpan"), 1), 1), LIMITS.columns)
        return Cell(lines=tuple(inner.cell or ()), span=span)

    def _put_table(self, rows: Sequence[Row], bordered: bool, place: Place, sink: _Sink) -> None:
        if sink.cell is not None:
            sink.cell += [line for row in rows for cell in row for line in cell.lines]
        elif is_layout(rows, bordered=bordered):
            letterhead = is_letterhead_table(rows)
            part = "letterhead" if letterhead else place.part
            for line in layout_paragraphs(rows):
                self._gathering.add(line, _at(place, part), keep_lines=letterhead)
        else:
            for row in rows:
                self._put_row(row_cells(row), place)

    def _put_row(self, cells: list[str], place: Place) -> None:
        if any(cell.strip() for cell in cells):
            line = pipe_row(clean_line(cell) for cell in cells)
            self._gathering.added += tally([line]) - tally(cells)
            self._gathering.add(line, _at(place, "table"), table=True)

    def _is_bordered(self, table: Element) -> bool:
        properties = table.find(W + "tblPr")
        own = None if properties is None else properties.find(W + "tblBorders")
        if own is not None:
            return draws_lines(own)
        sides = (side for borders in table.iter(W + "tcBorders") for side in borders)
        cell_lines = any(side.get(W + "val", "none") not in ("none", "nil") for side in sides)
        return cell_lines or self._styles.has_borders(value(properties, "tblStyle"))

    def _leave_out_notes(self) -> None:
        for kind in ("footnote", "endnote"):
            root = self._related_root(f"{kind}s")
            for note in [] if root is None else root.findall(W + kind):
                if (kind, note.get(W + "id", "")) not in self._text.labels:
                    self._blocks(note, _Sink(part=kind, reason=Reason.HIDDEN))

    def _leave_out_related(self) -> None:
        for kind, reason in (("header", Reason.HEADER), ("footer", Reason.FOOTER), ("comments", Reason.COMMENT)):
            for name in dict.fromkeys(self._package.related(self._main, kind)):
                self._leave_out_part(self._package.root(name), kind, reason)
        for name in self._package.parts:
            if "/diagrams/data" in name or "/charts/chart" in name:
                texts = [one.text or "" for one in self._package.root(name).iter(_DRAWN_TEXT)]
                self._gathering.hold(texts)
                self._gathering.leave_out(" ".join(texts), Place(part=name), Reason.EMBEDDED)

    def _leave_out_part(self, root: Element, part: str, reason: Reason) -> None:
        if reason is Reason.COMMENT:
            for comment in root:
                self._blocks(comment, _Sink(part=part, reason=reason))
        else:
            self._blocks(root, _Sink(part=part, reason=reason))


def _embedded() -> LeftOut:
    return LeftOut(text="", place=Place(part="altChunk"), reason=Reason.EMBEDDED)


def _at(place: Place, part: str) -> Place:
    return Place(page=place.page, paragraph=place.paragraph, part=part)


def _rows(table: Element) -> Iterator[Element]:
    yield from _nested(table, W + "tr")


def _cells(row: Element) -> Iterator[Element]:
    yield from _nested(row, W + "tc")


def _nested(parent: Element, tag: str) -> Iterator[Element]:
    """Yield rows or cells in order; content controls and change marks may stand around them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _KEPT_BLOCKS or child.tag == W + "sdt":
            yield from _nested(child, tag)


def _mark_is_deleted(paragraph: Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    if mark is None:
        return False
    gone = any(mark.find(W + name) is not None for name in ("del", "moveFrom"))
    return gone or bool(is_on(mark, "specVanish"))


def _with_marker(marker: Marker | None, text: str) -> str:
    if marker is None or not text.strip():
        # Word prints the number of an empty paragraph too, but a number of nothing is no provision.
        return text
    return f"{marker.text}{text}" if marker.glued else f"{marker.text} {text}"
