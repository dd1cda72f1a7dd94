"""A resolution's text as a tree of provisions with addresses.

The tree is a function of the lines alone. Every line is placed: a paragraph without a marker belongs to the provision
before it. Which marker stands below which is the text's own business: a list that is open is continued, a new kind of
marker opens a list below what announces it. Kinds that say their rank in words (Chương, Điều) keep that rank.
"""

from dataclasses import dataclass, field

from giaotrinh.model.diagnostic import error
from giaotrinh.model.reading import Reading
from giaotrinh.model.source import Provision
from giaotrinh.model.span import Span
from giaotrinh.model.text import nfc
from giaotrinh.outline.addresses import give_addresses
from giaotrinh.outline.headings import attached_starts, is_letterhead, opens_closing, quoted_lines
from giaotrinh.outline.markers import RANKS, Marker, read_markers
from giaotrinh.outline.nesting import Node, goes_on, place
from giaotrinh.outline.sequence import check_sequences

_OPENING, _BODY, _CLOSING = "preamble", "body", "closing"
_REOPENING = RANKS["decimal"]
"""After a closing, markers from here up begin a text again; dashes are the places a copy goes to."""


def read_outline(text: str, file: str) -> Reading[tuple[Provision, ...]]:
    """Return the provisions of a text.txt, roots in the order of the text, with what looks wrong in its numbering.

    `to_text` of the result is the text without blank lines; reading that again gives the same tree but for line
    numbers. An empty text gives None and an error.
    """
    lines = tuple(line.strip() for line in nfc(text).split("\n"))
    if not any(lines):
        return Reading(value=None, diagnostics=(error("outline-empty", Span(file=file)),))
    roots = _Builder(lines).build()
    provisions = give_addresses(roots)
    return Reading(value=provisions, diagnostics=check_sequences(provisions, file))


@dataclass(slots=True)
class _Builder:
    """Reads line after line; keeps the open provisions from the root down."""

    lines: tuple[str, ...]
    roots: list[Node] = field(default_factory=list)
    stack: list[Node] = field(default_factory=list)
    region: str = _OPENING
    interrupted: list[Node] = field(default_factory=list)
    """Provisions that were open when a letterhead or a signature came: a sample of one may stand in a text."""
    resume_at: int = 0
    """Roots that stood before the interruption."""
    last_structure: int = -1
    """Index of the last line that is surely an item; dashes before it in a preamble are none."""

    def build(self) -> list[Node]:
        self.last_structure = _last_structure(self.lines)
        starts, quoted = attached_starts(self.lines), quoted_lines(self.lines)
        for index, line in enumerate(self.lines):
            if index in quoted and line:
                self._continue(line, index)
            elif line:
                self._read(line, index, index in starts)
        return self.roots

    def _read(self, line: str, index: int, attached: bool) -> None:
        markers = read_markers(line)
        if markers and markers[0].kind == "annex":
            self._open_annex(line, index, markers[0])
        elif self.region != _OPENING and (attached or is_letterhead(line)):
            self._open_region(_OPENING, line, index, attached=attached)
        elif self.region != _CLOSING and opens_closing(line):
            self._open_region(_CLOSING, line, index)
        elif not self._place(line, index, markers):
            self._continue(line, index)

    def _open_annex(self, line: str, index: int, marker: Marker) -> None:
        node = Node(marker=marker, kind="annex", line=index + 1, lines=[line])
        self.roots.append(node)
        self.stack, self.interrupted, self.region = [node], [], _BODY

    def _open_region(self, region: str, line: str, index: int, *, attached: bool = False) -> None:
        if self.stack or attached:
            self.interrupted, self.resume_at = ([] if attached else self.stack), len(self.roots)
        self.region, self.stack = region, []
        self.roots.append(Node(marker=None, kind=region, line=index + 1, lines=[line]))

    def _place(self, line: str, index: int, markers: tuple[Marker, ...]) -> bool:
        if self.region != _BODY and any(goes_on(self.interrupted, marker) for marker in markers):
            self._resume()
        fitting = tuple(marker for marker in markers if self._may_hold(marker, index))
        if not place(self.roots, self.stack, fitting, line, index + 1):
            return False
        self.region, self.interrupted = _BODY, []
        return True

    def _resume(self) -> None:
        """Take what looked like the head or the end of a document as an example inside the text."""
        node = self.interrupted[-1]
        for sample in self.roots[self.resume_at :]:
            node.lines += sample.lines
            node.numbers += [sample.line, *sample.numbers]
        del self.roots[self.resume_at :]
        self.stack, self.region = self.interrupted, _BODY

    def _may_hold(self, marker: Marker, index: int) -> bool:
        if marker.style.startswith("row-"):
            return bool(self.stack) and self.stack[0].kind == "annex"
        if self.region == _CLOSING:
            return marker.rank <= _REOPENING
        if self.region == _OPENING and marker.rank >= RANKS["dash"]:
            return index > self.last_structure
        return True

    def _continue(self, line: str, index: int) -> None:
        if not self.stack and (not self.roots or self.region == _BODY):
            self._open_region(_OPENING, line, index)
            return
        node = self.stack[-1] if self.stack else self.roots[-1]
        node.lines.append(line)
        node.numbers.append(index + 1)


def _last_structure(lines: tuple[str, ...]) -> int:
    places = (
        index
        for index in range(len(lines) - 1, -1, -1)
        for marker in read_markers(lines[index])
        if marker.rank < RANKS["dash"] and (marker.starts or marker.kind in ("number", "roman"))
    )
    return next(places, -1)
