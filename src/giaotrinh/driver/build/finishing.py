"""From a settled layout to the bytes of a finished file: the whole edition, or one module of it."""

import hashlib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from giaotrinh.bind import bind
from giaotrinh.driver.build.layout import Layout
from giaotrinh.driver.build.settling import settled
from giaotrinh.driver.build.sources import source_digests
from giaotrinh.model.course import Course, Module
from giaotrinh.model.diagnostic import Diagnostic, Severity
from giaotrinh.model.edition import Edition, Reader, fill_file_name
from giaotrinh.model.fragment import Book, PageMap
from giaotrinh.model.text import slug

READER_MARKS = {Reader.LEARNER: "HV", Reader.INSTRUCTOR: "GV"}
"""What file names carry so that nobody hands out the wrong one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A finished file, not yet on disk."""

    edition: Edition
    module: str
    path: str
    """Below build/."""
    pdf: bytes
    page_texts: tuple[str, ...]
    """For each page the words that must be on it."""
    diagnostics: tuple[Diagnostic, ...]
    """What binding and proving found; an error keeps the file from being handed over."""
    proofs: tuple[tuple[str, str], ...] = ()

    @property
    def pages(self) -> int:
        """Return the number of pages."""
        return len(self.page_texts)

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the file."""
        return hashlib.sha256(self.pdf).hexdigest()

    @property
    def valid(self) -> bool:
        """Return whether it may be handed over."""
        return not any(found.severity is Severity.ERROR for found in self.diagnostics)


def finish(layout: Layout, module: str) -> File:
    """Return the bound edition, or only one module of it with the page numbers of the book."""
    name = module_of(layout, module)
    only = layout.curriculum.modules[name] if name else None
    bound = bind(book_of(layout, only))
    return File(
        edition=layout.edition,
        module=name,
        path=file_path(layout.edition, layout.curriculum.course, only),
        pdf=bound.pdf,
        page_texts=bound.page_texts,
        diagnostics=settled(layout.curriculum, bound.diagnostics),
    )


def module_of(layout: Layout, module: str) -> str:
    """Return the one module a file shows, "" for a whole edition; what shows no module is whole in any case."""
    return layout.only or (module if layout.jobs_of(module) else "")


def book_of(layout: Layout, only: Module | None) -> Book:
    """Return everything the finished file is bound from."""
    course = layout.curriculum.course
    pages = layout.page_map()
    title = f"{course.title} - {layout.edition.title['vi']}"
    return Book(
        name=layout.edition.id,
        title=f"Chuyên đề {only.number}. {only.title} - {title}" if only else title,
        setup=layout.edition.page,
        sections=layout.sections(),
        page_map=excerpt(pages, layout.jobs_of(only.id)) if only and not layout.only else pages,
        fragments=layout.fragments,
        overlays=layout.overlays(),
        marks=layout.marks(),
        folio_rise=layout.edition.page.foot,
        author=course.school.name,
        subject=course.title,
        identity=_identity(layout, only),
        colour_profile=_colour_profile() if layout.edition.archive else b"",
    )


def _identity(layout: Layout, only: Module | None) -> dict[str, str]:
    """Return what a file says of its making; nothing that only instructors may know."""
    course = layout.curriculum.course
    said = {
        "Edition": "_".join(filter(None, (layout.edition.id, layout.edition.variant))),
        "Module": only.id if only else "",
        "Version": course.version,
        "AsOf": course.as_of,
        "Audience": course.audience,
        "Plan": course.file.rpartition("/")[2].removesuffix(".yaml").replace("course", ""),
        "Sources": " ".join(f"{name}={digest}" for name, digest in source_digests(layout.curriculum).items()),
    }
    return {name: value for name, value in said.items() if value}


def _colour_profile() -> bytes:
    """Return the sRGB profile that comes with the layout engine, without importing the engine."""
    found = find_spec("weasyprint")
    assert found is not None and found.submodule_search_locations
    return Path(found.submodule_search_locations[0], "pdf", "sRGB2014.icc").read_bytes()


def excerpt(pages: PageMap, jobs: frozenset[str]) -> PageMap:
    """Return the pages from the first to the last that show one of the jobs, under their labels in the book."""
    shown = [at for at, page in enumerate(pages.pages) if page.job in jobs]
    first, last = (min(shown), max(shown)) if shown else (0, -1)
    places = {name: (page - first, x, y) for name, (page, x, y) in pages.places.items() if first <= page <= last}
    return PageMap(pages=pages.pages[first : last + 1], labels=pages.labels, places=places)


def file_path(edition: Edition, course: Course, module: Module | None) -> str:
    """Return the path below build/, under a name people can send: "hoc-vien/CD03_HV_Chi-tieu.pdf"."""
    pattern = edition.file_name or "{reader}_{slug}"
    if module is not None and not edition.per_module:
        pattern = "CD{number}_{reader}_{slug}"
    title = slug(module.short_title if module else course.short_title).capitalize()
    number = module.number if module else 0
    name = fill_file_name(pattern, number=number, reader=READER_MARKS[edition.reader], slug=title)
    return f"{edition.id}/{'_'.join(filter(None, (name, edition.variant)))}.pdf"
