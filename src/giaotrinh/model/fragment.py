"""Printing: jobs, the fragments they give, and where things landed on pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from giaotrinh.model.snapshot import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One WeasyPrint run: every byte it may read."""

    name: str
    """Unique in a build and stable over builds: "hoc-vien/body/03-chi-tieu"."""
    html: str
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
    """For each page the words laid out on it, as the engine placed them."""
    anchors: tuple[Anchor, ...] = ()
    warnings: tuple[str, ...] = ()
    """What the engine logged."""

    @property
    def page_count(self) -> int:
        """Return the number of pages."""
        return len(self.page_texts)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMap:
    """Where the blocks of an edition landed."""

    pages: tuple[BoundPage, ...]
    labels: Mapping[str, str]
    """Block id or module id -> label of the page on which it begins."""
    places: Mapping[str, tuple[int, float, float]] = field(default_factory=dict)
    """Block id -> (page from 0 in the file, x, y in points from the top left)."""
