"""Lines of a text file on their way to paragraphs, and the account of what is left out on the way."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from giaotrinh.intake.carrier.characters import Mending, tally
from giaotrinh.intake.carrier.extraction import LeftOut, Place, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the file that is still part of the document."""

    text: str
    number: int
    """In the file, from 1."""
    page: int = 0
    gap: bool = False
    """Whether a blank line stands before it."""
    torn: bool = False
    """Whether a page ends before it: a blank line there says nothing."""
    rank: int = 0
    """Rank of the heading the file marks it as, from 1; 0 for other lines."""
    unfinished: bool = False
    """Whether bold or italic print goes on after it."""
    row: bool = False
    """Whether it is a row of a table."""
    fixed: bool = False
    """Whether it is a paragraph of its own whatever stands around it."""

    @property
    def place(self) -> Place:
        """Return where it stood."""
        return Place(page=self.page, paragraph=self.number)


@dataclass(slots=True)
class Account:
    """What has been left out, mended and added so far."""

    left_out: list[LeftOut] = field(default_factory=list)
    mended: Counter[Mending] = field(default_factory=Counter)
    added: Counter[str] = field(default_factory=Counter)

    def leave_out(self, text: str, line: Line, reason: Reason) -> None:
        """Note characters of a line that will be in no paragraph; blanks need no note."""
        if text.strip():
            self.left_out.append(LeftOut(text=text.strip(), place=line.place, reason=reason))

    def add(self, text: str) -> None:
        """Note characters the reading adds."""
        self.added.update(tally([text]))


def without(lines: Iterable[Line], gone: frozenset[int], *, torn: frozenset[int] = frozenset()) -> list[Line]:
    """Return the lines but those with these numbers; a page torn at one of them is torn before the next line."""
    kept: list[Line] = []
    tears = gap = False
    for line in lines:
        tears, gap = tears or line.torn or line.number in torn, gap or line.gap
        if line.number not in gone:
            kept.append(replace(line, torn=tears, gap=gap))
            tears = gap = False
    return kept
