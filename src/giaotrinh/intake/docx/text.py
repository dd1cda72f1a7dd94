"""The text of Word paragraphs: runs with their fonts, fields, tracked changes, notes, boxes."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from giaotrinh.intake.carrier.breaks import BREAK
from giaotrinh.intake.carrier.characters import Mending
from giaotrinh.intake.carrier.extraction import LeftOut, Place, Reason
from giaotrinh.intake.carrier.legacy import decode_run
from giaotrinh.intake.carrier.raised import raised
from giaotrinh.intake.docx.formulas import FORMULAS, M, formula_parts
from giaotrinh.intake.docx.package import MC, Element, W, value
from giaotrinh.intake.docx.signs import SYMBOL_FONT, in_symbol_font, sign_of
from giaotrinh.intake.docx.styles import Styles

_IGNORED = frozenset(
    W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "sectPr", "instrText", "delInstrText")
)
_SILENT_FIELDS = ("TC", "XE", "RD", "TA", "SET", "ASK", "PRIVATE", "BIBLIOGRAPHY", "DOCVARIABLE")
_TEXTS = {"tab": "\t", "ptab": "\t", "br": BREAK, "cr": BREAK, "noBreakHyphen": "-", "softHyphen": "\u00ad"}


@dataclass(slots=True)
class Piece:
    """A stretch of text in one font."""

    text: str
    font: str = ""
    capitals: bool = False
    reason: Reason | None = None
    """Why it is not part of the paragraph; None when it is."""


@dataclass(slots=True)
class _Field:
    code: str = ""
    in_result: bool = False


@dataclass(slots=True)
class Read:
    """What was read of one paragraph."""

    text: str = ""
    left_out: list[LeftOut] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """(footnote or endnote, id) of each reference, in order."""
    page: int = 0
    marks: str = ""
    """Note marks in the text, which no run of the document holds."""
    mended: Counter[Mending] = field(default_factory=Counter)


class TextReader:
    """Reads paragraphs one after the other; fields and pages go on from one to the next."""

    def __init__(self, styles: Styles, *, rendered_pages: bool) -> None:
        self.page = 1
        self.labels: dict[tuple[str, str], str] = {}
        """(footnote or endnote, id) -> the mark printed for it."""
        self._styles = styles
        self._rendered = rendered_pages
        self._fields: list[_Field] = []
        self._actions: dict[str, Callable[[Element], None]] = {
            W + "t": self._text,
            W + "delText": self._text,
            W + "fldChar": self._field_mark,
            W + "sym": self._sign,
            W + "footnoteReference": self._note,
            W + "endnoteReference": self._note,
            W + "lastRenderedPageBreak": self._page_break,
            W + "txbxContent": self._box,
            W + "sdt": self._control,
            **{M + name: self._formula for name in FORMULAS},
            W + "r": self._run,
            MC + "AlternateContent": self._alternate,
            "{urn:schemas-microsoft-com:vml}textpath": self._drawn_text,
            M + "t": self._text,
        }

    def read(self, paragraph: Element, *, reason: Reason | None = None, place: Place) -> Read:
        """Return the text of a paragraph; with a reason all of it is left out."""
        self._read, self._pieces = Read(page=self.page), list[Piece]()
        self._style = value(paragraph.find(W + "pPr"), "pStyle")
        self._run_element: Element | None = None
        self._reasons = [reason] if reason else []
        self._walk(paragraph)
        self._join(place)
        return self._read

    def _walk(self, element: Element) -> None:
        for child in element:
            if child.tag in (W + "del", W + "moveFrom"):
                self._within(Reason.DELETED, child)
            elif action := self._actions.get(child.tag):
                action(child)
            elif child.tag == W + "instrText" and self._fields:
                self._fields[-1].code += child.text or ""
            elif child.tag.removeprefix(W) in _TEXTS:
                self._break(child)
            elif child.tag not in _IGNORED:
                self._walk(child)

    def _within(self, reason: Reason, element: Element) -> None:
        self._reasons.append(reason)
        self._walk(element)
        self._reasons.pop()

    def _run(self, run: Element) -> None:
        outer, self._run_element = self._run_element, run
        self._walk(run)
        self._run_element = outer

    def _add(self, text: str) -> None:
        run = self._run_element
        reason = self._reason()
        capitals = self._styles.is_on("caps", run, self._style)
        if self._styles.is_raised(run, self._style):
            text = raised(text)
        font = self._styles.font(run, self._style)
        if font == SYMBOL_FONT:
            text = in_symbol_font(text)
        self._pieces.append(Piece(text=text, font=font, capitals=capitals, reason=reason or self._drawn_away()))

    def _drawn_away(self) -> Reason | None:
        """Return why the words of a run are not to be read: hidden, or with a line drawn through them."""
        run = self._run_element
        if self._styles.is_on("vanish", run, self._style):
            return Reason.HIDDEN
        struck = any(self._styles.is_on(name, run, self._style) for name in ("strike", "dstrike"))
        return Reason.DELETED if struck else None

    def _reason(self) -> Reason | None:
        if self._reasons:
            return self._reasons[-1]
        if any(one.code.split()[:1] == ["TOC"] and one.in_result for one in self._fields):
            return Reason.CONTENTS
        return Reason.HIDDEN if any(not one.in_result for one in self._fields) else None

    def _text(self, element: Element) -> None:
        self._add(element.text or "")

    def _break(self, element: Element) -> None:
        if element.get(W + "type") == "page" and not self._rendered:
            self.page += 1
        self._add(_TEXTS[element.tag.removeprefix(W)])

    def _page_break(self, _: Element) -> None:
        self.page += 1
        if not any(piece.text.strip() for piece in self._pieces):
            self._read.page = self.page

    def _sign(self, element: Element) -> None:
        self._add(sign_of(element.get(W + "char", ""), element.get(W + "font", "")))

    def _formula(self, element: Element) -> None:
        """Read a formula in one line: a fraction with a stroke, an exponent raised, a root with its sign."""
        for part in formula_parts(element):
            if isinstance(part, str):
                self._add(part)
                continue
            first = len(self._pieces)
            self._walk(part.element)
            if part.raised:
                for piece in self._pieces[first:]:
                    piece.text = raised(piece.text)

    def _note(self, element: Element) -> None:
        kind = "footnote" if element.tag.endswith("footnoteReference") else "endnote"
        note = (kind, element.get(W + "id", ""))
        if self._reason() is None and note not in self.labels:
            count = 1 + sum(known == kind for known, _ in self.labels)
            self.labels[note] = f"[^{count}]" if kind == "footnote" else f"[^c{count}]"
            self._read.notes.append(note)
        if note in self.labels:
            self._pieces.append(Piece(text=self.labels[note], reason=self._reason()))
            self._read.marks += self.labels[note]

    def _box(self, element: Element) -> None:
        self._read.boxes.append(element)

    def _control(self, element: Element) -> None:
        properties, content = element.find(W + "sdtPr"), element.find(W + "sdtContent")
        if content is None:
            return
        if properties is not None and properties.find(W + "showingPlcHdr") is not None:
            self._within(Reason.PLACEHOLDER, content)
        else:
            self._walk(content)

    def _alternate(self, element: Element) -> None:
        # The choices show one thing in several ways; reading two of them would double the text.
        chosen = element.find(MC + "Choice")
        chosen = element.find(MC + "Fallback") if chosen is None else chosen
        if chosen is not None:
            self._walk(chosen)

    def _drawn_text(self, element: Element) -> None:
        self._pieces.append(Piece(text=element.get("string", ""), reason=Reason.WATERMARK))

    def _field_mark(self, element: Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            name = " ".join(ended.code.split()[:1]).upper()
            if not ended.in_result and name and name not in _SILENT_FIELDS:
                place = Place(page=self.page, part=" ".join(ended.code.split())[:60])
                self._read.left_out.append(LeftOut(text="", place=place, reason=Reason.EMPTY_FIELD))

    def _join(self, place: Place) -> None:
        for reason, text in self._decoded():
            if reason is None:
                self._read.text += text
            elif text.strip():
                self._read.left_out.append(LeftOut(text=text, place=place, reason=reason))

    def _decoded(self) -> Iterator[tuple[Reason | None, str]]:
        # A vowel and its mark may stand in two runs: runs of one font are decoded together.
        for reason, same in groupby(self._pieces, key=lambda piece: piece.reason):
            texts = []
            for (font, capitals), run in groupby(same, key=lambda piece: (piece.font, piece.capitals)):
                text, page = decode_run("".join(piece.text for piece in run), font)
                if page:
                    self._read.mended[page] += sum(ord(char) > 0x7F for char in text)
                texts.append(text.upper() if capitals else text)
            yield reason, "".join(texts)
