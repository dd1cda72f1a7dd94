"""Editions: what is printed for whom, from which parts, on which page."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Reader(StrEnum):
    """Who may read an edition; decides what a template is given."""

    LEARNER = "learner"
    INSTRUCTOR = "instructor"


class EditionRole(StrEnum):
    """What an edition is for, as far as the program must know."""

    BOOK = "book"
    """The book whose pages others name."""
    SLIDES = "slides"
    """What the preview presents on a screen."""
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetup:
    """A page preset; lengths in millimetres."""

    id: str
    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float
    body_points: float
    """Size of the body type in points."""
    mirrored: bool = True
    """Whether inner margins follow the spine; slides and phone pages have no spine."""
    foot: float = 15
    """From the lower edge of the page to its number and the lines beside it."""
    sources: float = 0
    """Width of the column beside the text of a module in which its sources stand; 0 where they stand below."""
    gap: float = 5
    """Between the text and that column."""
    grey: bool = False
    """Whether it is printed without colour."""
    large: bool = False
    """Whether it is printed in large type."""

    @property
    def side(self) -> float:
        """Return the equal side margin with which fragments are laid out, in millimetres."""
        return (self.inner + self.outer) / 2

    @property
    def note(self) -> float:
        """Return the size of the smallest type against the body: never under 8 points on paper that is not a screen."""
        return round(max(0.62, 8.05 / self.body_points), 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A template used once in an edition, or once for each module."""

    template: str
    """Name of the template without its ending: "body"."""
    home: str
    """Folder in templates/ that holds it; the edition of that name decides who reads the part."""
    reader: Reader
    each_module: bool = False
    faces: str = ""
    """Template whose pages this one faces, one page of notes against each of them."""
    numbering: str = "arabic"
    """none, roman (front matter), arabic (the one numbering of the book) or own (GV-1, GV-2 ...)."""
    opens_right: bool = False


FILE_FIELDS = ("number", "reader", "slug")
"""What the name of a file may be made from, in braces: module number in two digits, mark of the reader, short title."""

_FIELD = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[\w][\w.\- ]{0,119}")


def is_file_name(pattern: str) -> bool:
    """Return whether a pattern makes one plain file name: letters, digits, "_", "-", "." and known fields alone."""
    fields = _FIELD.findall(pattern)
    return all(name in FILE_FIELDS for name in fields) and _NAME.fullmatch(_FIELD.sub("x", pattern)) is not None


def fill_file_name(pattern: str, *, number: int, reader: str, slug: str) -> str:
    """Return the file name of a pattern, without ending."""
    values = {"number": f"{number:02}", "reader": reader, "slug": slug}
    return _FIELD.sub(lambda field: values[field[1]], pattern)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A thing people get: one file, or one for each module."""

    id: str
    title: Mapping[str, str]
    """Language -> name."""
    page: PageSetup
    reader: Reader
    parts: tuple[Part, ...]
    role: EditionRole = EditionRole.PAPER
    per_module: bool = False
    file_name: str = ""
    """Pattern for a name people can send, of letters and FILE_FIELDS: "CD{number}_HV_{slug}"."""
    templates: tuple[str, ...] = ()
    """Folders searched for templates, first wins: own, those it extends, base."""
    options: Mapping[str, str] = field(default_factory=dict)
    archive: bool = False
    """Whether its files are PDF/A-2a too."""
    variant: str = ""
    """What file names say of large print, grey-scale or a draft: "Chu-lon_Xam"; "" for the edition itself."""


def edition_for(editions: Iterable[Edition], role: EditionRole, reader: Reader = Reader.LEARNER) -> Edition | None:
    """Return the first edition of a role for a reader, None where there is none."""
    return next((edition for edition in editions if edition.role is role and edition.reader is reader), None)
