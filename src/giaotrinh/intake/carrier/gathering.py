"""What all carriers do with the lines they find: clean, mend, account for, look for damage."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from giaotrinh.intake.carrier.breaks import is_rule, split_breaks
from giaotrinh.intake.carrier.characters import Mending, clean_line, mend, tally
from giaotrinh.intake.carrier.damage import find_damage
from giaotrinh.intake.carrier.extraction import Extraction, LeftOut, Paragraph, Place, Reason, Refused
from giaotrinh.intake.carrier.legacy import decode, guess_code_page
from giaotrinh.intake.carrier.limits import LIMITS
from giaotrinh.viet.syllable import has_marks, is_syllable


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    text: str
    place: Place
    table: bool
    mended: tuple[Mending, ...]


@dataclass(slots=True, kw_only=True)
class Gathering:
    """Collects the lines of one carrier and closes the account."""

    carrier: str
    pages: int = 0
    held: Counter[str] = field(default_factory=Counter)
    added: Counter[str] = field(default_factory=Counter)
    mended: Counter[Mending] = field(default_factory=Counter)
    left_out: list[LeftOut] = field(default_factory=list)
    _lines: list[_Line] = field(default_factory=list)

    def hold(self, texts: Iterable[str]) -> None:
        """Count what the carrier holds, before anything is done with it."""
        self.held += tally(texts)

    def add(
        self,
        text: str,
        place: Place,
        *,
        table: bool = False,
        keep_lines: bool = False,
        mended: Iterable[Mending] = (),
    ) -> None:
        """Take a paragraph; its line breaks are judged, drawn strokes are left out, blank lines vanish."""
        for part in [text] if table else split_breaks(text, keep_lines=keep_lines):
            line = clean_line(part)
            if line and not table and is_rule(line):
                self.leave_out(line, place, Reason.RULE)
            elif line:
                self._lines.append(_Line(text=line, place=place, table=table, mended=tuple(mended)))
        if len(self._lines) > LIMITS.paragraphs:
            raise Refused("source-too-large", what="paragraphs", limit=LIMITS.paragraphs)

    def leave_out(self, text: str, place: Place, reason: Reason) -> None:
        """Report text that becomes no paragraph."""
        if line := clean_line(text):
            self.left_out.append(LeftOut(text=line, place=place, reason=reason))

    def finish(self) -> Extraction:
        """Return the extraction: lines decoded where their font was lost, mended, damage placed."""
        lines = self._decoded()
        paragraphs = tuple(self._mended(line) for line in lines)
        return Extraction(
            carrier=self.carrier,
            paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph.text),
            left_out=tuple(self.left_out),
            damaged=find_damage(paragraphs),
            mended=dict(self.mended),
            held=dict(self.held),
            added=dict(+self.added),
            pages=self.pages,
        )

    def _decoded(self) -> Sequence[_Line]:
        page = guess_code_page([line.text for line in self._lines])
        return self._lines if page is None else [self._decode(line, page) for line in self._lines]

    def _decode(self, line: _Line, page: Mending) -> _Line:
        text = decode(line.text, page)
        if text == line.text or _possible(text) <= _possible(line.text):
            return line
        self.mended[page] += sum(ord(char) > 0x7F for char in text)
        self.held += tally([text])
        self.held -= tally([line.text])
        return _Line(text=text, place=line.place, table=line.table, mended=(*line.mended, page))

    def _mended(self, line: _Line) -> Paragraph:
        text, repairs = mend(line.text)
        self.mended += repairs
        kinds = tuple(dict.fromkeys((*line.mended, *repairs)))
        return Paragraph(text=clean_line(text), place=line.place, table=line.table, mended=kinds)


def _possible(text: str) -> int:
    return sum(is_syllable(word) and has_marks(word) for word in text.split())
