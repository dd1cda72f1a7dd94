"""Printing: jobs, the fragments they give, and where things landed on pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from giaotrinh.model.diagnostic import Diagnostic
from giaotrinh.model.edition import PageSetup, Part
from giaotrinh.model.snapshot import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One WeasyPrint run: every byte it may read."""

    name: str
    """Unique in a build and stable over builds: "hoc-vien/body/03-chi-tieu"."""
    html: str
    part: str = ""
    """Template of the part it prints; "" for what is no part of an edition."""
    module: str = ""
    """Module the part is printed for; "" for the course as a whole."""
    styles: Mapping[str, str]
    """Style sheet name -> text, in cascade order."""
    assets: Mapping[str, bytes] = field(default_factory=dict)
    """What asset:/// serves: "images/a.png" -> bytes."""
    tagged: bool = True
    """PDF/UA-1 with a structure tree; false for what binding lays over pages (heads, glyphs)."""
    blocks: tuple[str, ...] = ()
    """Ids of the blocks it shows; the leak proof by provenance."""

    def key(self, engine: str) -> str:
        """Return the digest of everything the printed bytes depend on; `engine` names versions and fonts."""
        parts = [engine.encode(), self.html.encode(), b"tagged" if self.tagged else b"plain"]
        for name, text in self.styles.items():
            parts += [name.encode(), text.encode()]
        for name, content in sorted(self.assets.items()):
            parts += [name.encode(), content]
        return digest_of(tuple(parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where an element with an id begins: page from 0, points from the top left corner."""

    id: str
    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A printed job."""

    job: str
    key: str
    pdf: bytes
    page_texts: tuple[str, ...]
    """For each page the words laid out on it: a line for each run, an empty line after each block."""
    anchors: tuple[Anchor, ...] = ()
    warnings: tuple[str, ...] = ()
    """What the engine logged."""
    missing: str = ""
    """Characters laid out that no font has a glyph for."""

    @property
    def page_count(self) -> int:
        """Return the number of pages."""
        return len(self.page_texts)


FACING = "facing/"
"""Prefix of the ids by which a notes fragment says which page it faces: "facing/3" stands on the first notes page
for the fourth page of the faced fragment."""

RULED = "ruled"
"""Id on the overlay page laid on inserted blank pages ("GHI CHÉP")."""


def head_id(head: str, *, right: bool) -> str:
    """Return the id on the overlay page that holds a running head for right-hand or left-hand pages."""
    return f"head/{head}/{'right' if right else 'left'}"


def opening_head(head: str) -> str:
    """Return the head of opening and ruled pages: its sheet has the foot of a page alone."""
    return f"{head}/opening"


def glyph_id(character: str) -> str:
    """Return the id on the overlay page whose box is the advance box of one character of page numbers."""
    return f"glyph/{character}"


def letter_id(character: str) -> str:
    """Return the id on the overlay page whose box is the advance box of one character of note letters."""
    return f"letter/{character}"


def stamp_id(stamp: str) -> str:
    """Return the id on the overlay page that holds a stamp such as "BẢN NHÁP"."""
    return f"stamp/{stamp}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A printed part at its place in the order of an edition."""

    part: Part
    job: str
    """Name of the job whose fragment it shows."""
    page_count: int
    """Pages of the fragment; 0 while it is not yet printed."""
    module: str = ""
    """Module id for a part printed for each module."""
    anchors: tuple[Anchor, ...] = ()
    head: str = ""
    """Running head of its pages; "" for none."""
    opening_pages: int = 0
    """How many pages at its start carry the sheet for opening pages: their own title stands where the head would."""
    stamp: str = ""
    """Stamp laid over its pages; "" for none."""

    @property
    def id(self) -> str:
        """Return the name under which page maps list its first page: "glossary", "worksheet/03-chi-tieu"."""
        return f"{self.part.template}/{self.module}" if self.module else self.part.template


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundPage:
    """A page of a finished file: which fragment page it shows, and how it is labelled."""

    job: str
    """Job of the fragment; "" for an inserted blank or ruled page."""
    index: int
    """Page in the fragment, from 0."""
    label: str
    """Page label: "31", "iv", "31g", "GV-2"."""
    right: bool
    """Whether it is a right-hand page."""
    head: str = ""
    """Id of the running head laid over it; "" for none."""
    shows_number: bool = True
    stamp: str = ""
    """Id of the stamp laid over it; "" for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMap:
    """Where the blocks of an edition landed."""

    pages: tuple[BoundPage, ...]
    labels: Mapping[str, str]
    """Block id, module id or section id -> label of the page on which it begins."""
    places: Mapping[str, tuple[int, float, float]] = field(default_factory=dict)
    """Block id -> (page from 0 in the file, x, y in points from the top left)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A note letter laid beside a block of the instructor's copy."""

    block: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Everything a finished file is bound from."""

    name: str
    """What diagnostics call it: "hoc-vien"."""
    title: str
    setup: PageSetup
    sections: tuple[Section, ...]
    page_map: PageMap
    fragments: Mapping[str, Fragment]
    """Job name -> printed fragment, for every section."""
    overlays: tuple[Fragment, ...] = ()
    """Untagged fragments laid over pages; the ids on their pages name them (head_id, glyph_id, RULED, ...)."""
    marks: tuple[Mark, ...] = ()
    link_texts: Mapping[str, str] = field(default_factory=dict)
    """Block id -> what a link to it is called aloud."""
    link_text: str = "Đến trang {label}"
    """Name of a link whose target is not in `link_texts`; {label} is the page label."""
    folio_rise: float = 15.0
    """Millimetres from the foot of the page to the bottom of the boxes of its number."""
    language: str = "vi"
    author: str = ""
    subject: str = ""
    identity: Mapping[str, str] = field(default_factory=dict)
    """What the file says of its making: "Edition", "Module", "Version", "Sources" ..."""
    colour_profile: bytes = b""
    """ICC profile of its colours (sRGB) for a file that is also PDF/A-2a; empty for one that is not."""
    created: str = ""
    """Moment for the metadata, "2021-09-30T00:00:00+07:00"; empty writes none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A finished file and what proving needs to know about it."""

    pdf: bytes
    page_texts: tuple[str, ...]
    """For each page the words that must be on it: those of its fragment and of everything laid over it."""
    diagnostics: tuple[Diagnostic, ...] = ()
