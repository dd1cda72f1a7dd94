"""Where the characters of a piece of Markdown stand in the file it was cut from."""

from bisect import bisect_right
from dataclasses import dataclass

from giaotrinh.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Runs of characters that stand side by side in the file, in order."""

    file: str
    offsets: tuple[int, ...]
    """Where each run begins in the piece; the first is 0."""
    starts: tuple[tuple[int, int], ...]
    """Line and column in the file at which each run begins."""

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from start to end; its end is known on one line only."""
        line, column = self._locate(start)
        last_line, last_column = self._locate(end - 1) if end > start else (line, column - 1)
        return Span(file=self.file, line=line, column=column, end_column=last_column + 1 if last_line == line else 0)

    def run_end(self, position: int) -> int:
        """Return where the run that holds a position ends; a large number in the last one."""
        index = bisect_right(self.offsets, position)
        return self.offsets[index] if index < len(self.offsets) else 2**60

    def _locate(self, position: int) -> tuple[int, int]:
        index = bisect_right(self.offsets, position) - 1
        line, column = self.starts[index]
        return line, column + position - self.offsets[index]


def one_run(file: str, line: int, column: int) -> Places:
    """Return the places of a piece that stands on one line."""
    return Places(file=file, offsets=(0,), starts=((line, column),))


def places_of_lines(content: str, lines: tuple[str, ...], first: int, file: str) -> Places:
    """Return the places of a piece that lost indentation and list marks; `first` is the file's line of its first line.

    `lines` are the whole lines of the file it was cut from: what the piece kept is the end of each.
    """
    offsets, starts, offset = [], [], 0
    for index, kept in enumerate(content.split("\n")):
        words = kept.strip()
        whole = lines[index].rstrip() if index < len(lines) else words
        column = len(whole) - len(words) + 1
        blank = len(kept) - len(kept.lstrip())
        # The first run must begin at 0: leading blanks count as standing directly before the words.
        offsets.append(offset + blank if offset else 0)
        starts.append((first + index, column if offset else column - blank))
        offset += len(kept) + 1
    return Places(file=file, offsets=tuple(offsets), starts=tuple(starts))
