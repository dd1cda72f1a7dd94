"""A resolution as an addressable source: provisions, their roles, and the tree's printed form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile

from giaotrinh.model.quantity import Figure, Quantity
from giaotrinh.model.span import Span


class Status(StrEnum):
    """Whether a source is the document or a sample of what is known of it."""

    COMPLETE = "complete"
    SAMPLE = "sample"


class Wording(StrEnum):
    """Whose words a source holds: the document's own or a summary of ours."""

    VERBATIM = "verbatim"
    SUMMARY = "summary"


class Role(StrEnum):
    """What a provision is in a resolution."""

    THEME = "theme"
    VIEWPOINT = "viewpoint"
    GOAL = "goal"
    VISION = "vision"
    TARGET = "target"
    ORIENTATION = "orientation"
    BREAKTHROUGH = "breakthrough"
    TASK_GROUP = "task-group"
    TASK = "task"
    LESSON = "lesson"
    RESULT = "result"
    LIMITATION = "limitation"
    CAUSE = "cause"
    IMPLEMENTATION = "implementation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A citable part of a source: its own lines and the provisions below it."""

    path: str
    """Address without the source: "II.1.c"."""
    label: str
    """The marker as printed: "II.", "1.", "c)", "-"; "" for a paragraph without one."""
    kind: str
    """preamble, part, chapter, section, subsection, article, roman, capital, number, decimal, letter, paren, dash,
    plus, ordinal, annex or paragraph."""
    lines: tuple[str, ...]
    """Its own lines, the first with the marker; what stands below belongs to `children`."""
    line: int = 0
    """Line of `text.txt` at which it begins, from 1."""
    children: tuple["Provision", ...] = ()
    role: Role | None = None
    confidence: str = ""
    """Key of the confidence in words for a sample source: "press", "derived", "computed", "missing"."""
    origin: str = ""
    """Where a sample's content was seen, in words."""
    quantities: tuple[Quantity, ...] = ()
    """Quantities read in `text` (own words, lines joined by line ends); places count from its start."""

    @property
    def text(self) -> str:
        """Return its own words without the marker, lines joined by line ends."""
        if not self.lines:
            return ""
        first = self.lines[0].strip().removeprefix(self.label).strip()
        return "\n".join(line for line in (first, *self.lines[1:]) if line)

    @property
    def title(self) -> str:
        """Return the first line without the marker; a heading in capitals goes on over the capitals below it."""
        first, *below = self.text.split("\n")
        return " ".join((first, *takewhile(str.isupper, below))) if first.isupper() else first

    def walk(self) -> Iterator["Provision"]:
        """Yield this provision and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def full_text(self) -> str:
        """Return its words and all below it, markers included below, one line each."""
        below = [line for child in self.children for part in child.walk() for line in part.lines]
        return "\n".join([self.text, *below]).strip("\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document the course may cite."""

    id: str
    title: str
    """Official name in full."""
    short_title: str
    cite_as: str
    """What stands before the place in a printed citation: "Nghị quyết" or "Tư liệu mẫu"."""
    status: Status
    wording: Wording
    provisions: tuple[Provision, ...]
    """Roots in the order of the text; the preamble is the first where there is one."""
    figures: tuple[Figure, ...] = ()
    announced: Mapping[Role, int] = field(default_factory=dict)
    """Counts the document announces: target -> 20."""
    number: str = ""
    date: str = ""
    issuer: str = ""
    lacks: tuple[str, ...] = ()
    """What a sample is known not to hold, in words that print."""
    secrecy: str = ""
    """The mark of a secret document as printed: "MẬT", "TỐI MẬT"; "" for none."""
    file: str = ""
    """Path of its text.txt."""
    settings_file: str = ""
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)
    """Dotted path in source.yaml -> place."""

    def walk(self) -> Iterator[Provision]:
        """Yield every provision in the order of the text."""
        for provision in self.provisions:
            yield from provision.walk()

    def find(self, path: str) -> Provision | None:
        """Return the provision at a path, None where there is none."""
        return next((provision for provision in self.walk() if provision.path == path), None)

    def span_of(self, provision: Provision) -> Span:
        """Return the place of a provision in text.txt."""
        return Span(file=self.file, line=provision.line, column=1)


def to_text(provisions: tuple[Provision, ...]) -> str:
    """Return the tree as text.txt holds it: one paragraph a line, markers as printed."""
    lines = [line for root in provisions for part in root.walk() for line in part.lines]
    return "".join(line + "\n" for line in lines)
