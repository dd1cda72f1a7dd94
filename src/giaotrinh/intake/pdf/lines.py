"""Letters of a page -> lines: blanks found, notes raised above the line marked, wide gaps kept apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from giaotrinh.intake.carrier.breaks import starts_with_marker
from giaotrinh.intake.pdf.page_parts import Glyph
from giaotrinh.model.text import nfc
from giaotrinh.viet.syllable import has_marks, is_syllable

RAISED = "\ue100"
"""Stands before a digit printed small above the line; a note mark, or the 2 of m2."""

_BLANK_ADVANCE, _BLANK_INK = 0.12, 0.19
"""Gaps, in sizes of the type, that together make a blank: between advances, and between what is drawn."""
_LEAST_GAP = 0.03
"""A gap below this, in sizes, parts nothing."""
_COLUMN_GAP = 1.4
"""A gap this wide, in sizes, parts two columns; words of a stretched line stand nearer."""
_SAME_LINE = 0.25
"""Base lines nearer than this, in sizes, are one line."""
_DIGITS = re.compile(r"[\d*]+\Z")


@dataclass(slots=True, kw_only=True)
class Segment:
    """Words that stand together on one line."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool

    @property
    def first_word(self) -> float:
        """Return about how wide its first word is."""
        return (self.x1 - self.x0) * len(self.text.split(" ", 1)[0]) / max(1, len(self.text))


@dataclass(slots=True, kw_only=True)
class Row:
    """What stands on one base line, from left to right."""

    y: float
    segments: list[Segment]

    @property
    def text(self) -> str:
        """Return its words with single blanks."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def x0(self) -> float:
        """Return where it begins."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Return where it ends."""
        return self.segments[-1].x1

    @property
    def size(self) -> float:
        """Return the size of its type."""
        return max(segment.size for segment in self.segments)


def rows_of(glyphs: Sequence[Glyph]) -> tuple[list[Row], str]:
    """Return the rows from top to bottom, and the letters that only repeat others at the same place."""
    rows: list[Row] = []
    repeated: list[str] = []
    for line in _base_lines(glyphs):
        once, again = _without_overprint(sorted(line, key=lambda glyph: (glyph.x0, glyph.x1)))
        repeated += again
        if segments := [segment for part in _parts(once) if (segment := _segment(part))]:
            rows.append(Row(y=segments[0].y, segments=_joined_markers(segments)))
    return rows, "".join(repeated)


def text_of(glyphs: Sequence[Glyph]) -> str:
    """Return the words of a small area, lines joined as one paragraph."""
    rows, _ = rows_of(glyphs)
    text = ""
    for row in rows:
        text = join_words(text, row.text)
    return text


def join_words(before: str, after: str) -> str:
    """Return two lines of one paragraph joined: with a blank, but none inside "18-" + "KL/TW" or "2026/" + "QH15"."""
    if not before or not after:
        return before or after
    cut = before[-1] in "-/–" and len(before) > 1 and before[-2].isalnum() and after[0].isalnum()
    # A code or a range goes on without a blank; "xã-" at a line end is a dash between words.
    return before + ("" if cut and (before[-2].isdigit() or after[0].isupper()) else " ") + after


def _base_lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the letters of each line from top to bottom; small raised letters stay with the line they stand on."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.y):
        if lines and abs(lines[-1][0].y - glyph.y) <= _SAME_LINE * max(glyph.size, lines[-1][0].size, 1.0):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    waiting: list[Glyph] = []
    for line, below in pairwise([*lines, []]):
        if below and _is_raised(line, below):
            waiting += line
        else:
            yield waiting + line
            waiting = []


def _is_raised(line: Sequence[Glyph], below: Sequence[Glyph]) -> bool:
    visible = [glyph for glyph in line if not glyph.text.isspace()]
    if not visible or len(visible) > 12:
        return False
    size = max(glyph.size for glyph in below)
    rise = line[0].y - below[0].y
    is_mark = rise > 0.2 * size and all(_DIGITS.match(glyph.text) for glyph in visible)
    near = rise < 0.6 * size and (is_mark or max(glyph.size for glyph in visible) < 0.8 * size)
    left, right = min(glyph.x0 for glyph in below), max(glyph.x1 for glyph in below)
    return near and all(left - size <= glyph.x0 <= right + size for glyph in visible)


def _without_overprint(line: Sequence[Glyph]) -> tuple[list[Glyph], list[str]]:
    once: list[Glyph] = []
    again: list[str] = []
    for glyph in line:
        near = 0.12 * glyph.size
        same = (abs(one.x0 - glyph.x0) < near and one.text == glyph.text for one in once[-3:])
        if not glyph.text.isspace() and any(same):
            again.append(glyph.text)
        else:
            once.append(glyph)
    return once, again


def _parts(line: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the letters between wide gaps; one blank stays where the file has some."""
    part: list[Glyph] = []
    blank: Glyph | None = None
    last: Glyph | None = None
    for glyph in line:
        if glyph.text.isspace():
            blank = glyph
            continue
        if last and glyph.ink0 - last.ink1 > _COLUMN_GAP * max(glyph.size, last.size, 1.0):
            yield part
            part = []
        elif last and blank:
            part.append(blank)
        part.append(glyph)
        last, blank = glyph, None
    if part:
        yield part


def _segment(part: Sequence[Glyph]) -> Segment | None:
    visible = [glyph for glyph in part if not glyph.text.isspace()]
    size, base = median(glyph.size for glyph in visible), median(glyph.y for glyph in visible)
    text = "".join(_with_blanks(part, size, base))
    bold = sum(glyph.bold for glyph in part) > len(part) / 2
    return Segment(text=text, x0=part[0].ink0, x1=part[-1].ink1, y=base, size=size, bold=bold) if text else None


def _with_blanks(part: Sequence[Glyph], size: float, base: float) -> Iterator[str]:
    raised = False
    for word in _by_syllables(_words(part, size), size):
        if word[0] is not part[0]:
            yield " "
        for glyph in word:
            is_raised = glyph.y - base > 0.2 * size and glyph.size < 0.8 * size and bool(_DIGITS.match(glyph.text))
            if is_raised and not raised:
                yield RAISED
            raised = is_raised
            yield glyph.text


def _words(part: Sequence[Glyph], size: float) -> Iterator[tuple[list[Glyph], bool]]:
    """Yield (letters of a word, whether the file itself has a blank before it)."""
    spread = _letter_spacing(part)
    word: list[Glyph] = []
    written = False
    for glyph in part:
        if glyph.text.isspace() or (word and _has_gap(word[-1], glyph, size, spread)):
            if word:
                yield word, written
            word, written = [], glyph.text.isspace()
        if not glyph.text.isspace():
            word.append(glyph)
    if word:
        yield word, written


def _by_syllables(words: Iterator[tuple[list[Glyph], bool]], size: float) -> Iterator[list[Glyph]]:
    """Yield the words where doubtful gaps are judged by what can be a Vietnamese syllable."""
    before: list[Glyph] = []
    for word, written in words:
        if before and not written and _is_one_syllable(before, word):
            before = before + word
            continue
        if before:
            yield from _divided(before, size)
        before = word
    if before:
        yield from _divided(before, size)


def _is_one_syllable(first: Sequence[Glyph], second: Sequence[Glyph]) -> bool:
    left, right = _spelled(first), _spelled(second)
    whole = left + right
    return is_syllable(whole) and has_marks(whole) and not (is_syllable(left) and is_syllable(right))


def _divided(word: list[Glyph], size: float) -> Iterator[list[Glyph]]:
    """Yield a word, or the two syllables it is when its widest gap parts two that are possible and it is not."""
    text = _spelled(word)
    if 4 <= len(word) == len(text) <= 14 and text.isalpha() and has_marks(text) and not is_syllable(text):
        gaps = [after.x0 - before.x1 for before, after in pairwise(word)]
        place = max(range(len(gaps)), key=lambda index: gaps[index])
        if gaps[place] > _LEAST_GAP * size and is_syllable(text[: place + 1]) and is_syllable(text[place + 1 :]):
            yield word[: place + 1]
            yield word[place + 1 :]
            return
    yield word


def _spelled(word: Sequence[Glyph]) -> str:
    return nfc("".join(glyph.text for glyph in word))


def _has_gap(before: Glyph, glyph: Glyph, size: float, spread: float) -> bool:
    # The advance alone deceives where a letter was taken from another font, the ink alone around a 1.
    far = glyph.x0 - before.x1 > _BLANK_ADVANCE * size + spread
    return far and glyph.ink0 - before.ink1 > _BLANK_INK * size + spread


def _letter_spacing(part: Sequence[Glyph]) -> float:
    """Return the gap put between all letters of a line that is set wide, 0 for ordinary lines."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(part)]
    usual = median(gaps) if len(gaps) > 3 else 0.0
    return usual if usual > 0.08 * part[0].size else 0.0


def _joined_markers(segments: list[Segment]) -> list[Segment]:
    """Join a marker with the text a tab away from it."""
    first, *others = segments
    if others and len(first.text) <= 12 and starts_with_marker(f"{first.text} Một"):
        second = others[0]
        joined = Segment(
            text=f"{first.text} {second.text}", x0=first.x0, x1=second.x1, y=first.y, size=second.size, bold=second.bold
        )
        return [joined, *others[1:]]
    return segments
