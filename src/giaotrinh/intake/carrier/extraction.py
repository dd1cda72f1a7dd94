"""What a carrier (docx, pdf, html, ...) gives: paragraphs with their origin, and an account of every character."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from giaotrinh.intake.carrier.characters import Mending, tally


class Reason(StrEnum):
    """Why characters of a carrier are not in its paragraphs."""

    RUNNING_HEAD = "running-head"
    PAGE_NUMBER = "page-number"
    HEADER = "header"
    FOOTER = "footer"
    DELETED = "deleted"
    """A tracked deletion, or the old place of a tracked move."""
    HIDDEN = "hidden"
    COMMENT = "comment"
    SIGNATURE = "signature"
    """Lines a digital signature laid over the page."""
    UNREADABLE = "unreadable"
    """A page the file names and does not hold whole."""
    PICTURE = "picture"
    """A page that is only a picture: its letters were not read."""
    RULE = "rule"
    """Strokes drawn with characters: _____."""
    REPEATED_HEAD = "repeated-head"
    """The head of a table, printed again on its next page."""
    OVERPRINT = "overprint"
    """The same letters drawn twice at one place to look bold."""
    WATERMARK = "watermark"
    SITE = "site"
    """The web site around the document."""
    OUTLINE_COPY = "outline-copy"
    """A second copy of the headings beside the text."""
    CONTENTS = "contents"
    """A table of contents, which repeats headings and may be older than they are."""
    PLACEHOLDER = "placeholder"
    EMBEDDED = "embedded"
    """Another file inside the document; its letters were not read."""
    EMPTY_FIELD = "empty-field"
    """A field whose result Word computes on screen only."""
    MARKUP = "markup"
    """Signs of Markdown and strokes of tables, which stand for looks and not for words."""
    FORM = "form"
    """The value of a form field, which lies over the page."""
    NOTES = "notes"
    """A text file's own remarks that are no part of the document."""


class Lost(StrEnum):
    """Kinds of damage that cannot be mended."""

    LETTER = "letter"
    """A letter is drawn but the carrier does not say which."""
    SYLLABLE = "syllable"
    """A syllable that Vietnamese cannot have: letters are gone or changed."""
    SYMBOL = "symbol"
    """A sign of a pictorial font without a known meaning."""
    SCRIPT = "script"
    """Letters of another script that look like Latin ones, in a word that stays unclear."""
    UNVERIFIED = "unverified"
    """Read from a picture by a machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stood in the carrier; 0 means unknown."""

    page: int = 0
    paragraph: int = 0
    """Paragraph or line of the carrier, counted from 1."""
    part: str = ""
    """Part of the carrier other than its body: text-box, footnote, endnote, letterhead, a file name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of text.txt to be: one paragraph with its marker as printed."""

    text: str
    place: Place = Place()
    table: bool = False
    """Whether it is a row of a table: `| a | b |`."""
    rank: int = 0
    """Rank of the heading the carrier marks it as, from 1; 0 where it marks none."""
    mended: tuple[Mending, ...] = ()
    """Repairs made in it, each kind once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Characters of the carrier that are in no paragraph."""

    text: str
    place: Place
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A place a person has to look at: something is lost there."""

    line: int
    """Paragraph, counted from 1: the line of text.txt."""
    column: int
    """Character of the paragraph at which it stands, from 1."""
    kind: Lost
    text: str
    """The word in which it stands, as it came out."""
    excerpt: str
    """The words around it."""
    at: int = 0
    """Place of the word in the excerpt, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that came out of a carrier."""

    carrier: str
    """docx, pdf, html, markdown or text."""
    paragraphs: tuple[Paragraph, ...]
    left_out: tuple[LeftOut, ...] = ()
    damaged: tuple[Damage, ...] = ()
    mended: Mapping[Mending, int] = field(default_factory=dict)
    """Kind of repair -> characters it touched."""
    held: Mapping[str, int] = field(default_factory=dict)
    """Tally of what the carrier holds, taken before anything was joined or left out."""
    added: Mapping[str, int] = field(default_factory=dict)
    """Tally of what the reading adds: numbers Word computes, the strokes of table rows, note marks."""
    pages: int = 0

    @property
    def text(self) -> str:
        """Return the paragraphs as text.txt holds them."""
        return "".join(paragraph.text + "\n" for paragraph in self.paragraphs)

    def unaccounted(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """Return (missing, surplus): characters in neither the paragraphs nor the report, and those from nowhere."""
        expected = Counter(self.held) + Counter(self.added)
        found = tally([part.text for part in self.paragraphs] + [part.text for part in self.left_out])
        return expected - found, found - expected

    def damaged_share(self) -> float:
        """Return the share of syllables that are damaged, from 0 to 1; what a machine read is doubtful, not damaged."""
        words = sum(len(paragraph.text.split()) for paragraph in self.paragraphs)
        damaged = {(place.line, place.column) for place in self.damaged if place.kind is not Lost.UNVERIFIED}
        return len(damaged) / words if words else 0.0

    @property
    def by_machine(self) -> bool:
        """Return whether a machine read its words on pictures of pages."""
        return any(one.kind is Lost.UNVERIFIED for one in self.damaged)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a file was not read, as a message code with its arguments."""

    code: str
    arguments: Mapping[str, str] = field(default_factory=dict)


class Refused(Exception):
    """Carries a refusal out of a parser; never leaves the room."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.refusal = Refusal(code=code, arguments={name: str(value) for name, value in arguments.items()})


def pipe_row(cells: Iterable[str]) -> str:
    """Return a table row; a stroke inside a cell is escaped."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def unverified(extraction: Extraction) -> Extraction:
    """Return what a machine read from pictures with each paragraph marked for a person to compare."""
    doubts = tuple(
        Damage(line=line, column=1, kind=Lost.UNVERIFIED, text="", excerpt=paragraph.text[:80])
        for line, paragraph in enumerate(extraction.paragraphs, 1)
    )
    return replace(extraction, damaged=(*extraction.damaged, *doubts))
