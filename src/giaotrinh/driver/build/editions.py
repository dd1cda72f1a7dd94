"""The recipe: prepare, lay out, bind, prove, deliver. Each step is one call."""

import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from giaotrinh.driver.print.cache import Cache
from giaotrinh.driver.build.clearing import clear, is_of_today
from giaotrinh.driver.build.explaining import Parts, load_parts, parts_of, reasons, store_parts
from giaotrinh.driver.build.finishing import finish
from giaotrinh.driver.build.layout import Layout
from giaotrinh.driver.build.manifest import FileEntry, kept_files, manifest
from giaotrinh.driver.build.outcome import Finished, Outcome, Reason
from giaotrinh.driver.build.preparing import Prepared, prepare, printable
from giaotrinh.driver.build.printed import Leaning
from giaotrinh.driver.print.printer import Backend, Printer
from giaotrinh.driver.edge.project import BUILD, ProjectFolder
from giaotrinh.driver.build.proving import Proofs
from giaotrinh.driver.build.settling import settle, settled
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.print.printer import Progress
from giaotrinh.driver.build.standing import Standing, StandingFiles, made_from, path_of
from giaotrinh.driver.build.variants import varied
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.codes import Stage
from giaotrinh.model.diagnostic import Diagnostic, Exemption, in_order
from giaotrinh.model.edition import Edition
from giaotrinh.model.fragment import Job, PageMap
from giaotrinh.model.snapshot import Snapshot

JOBS = "jobs.json"
"""Below the cache: what the jobs of the last build depended on, written at its end."""

PAGES_OF = "pages-of"
"""Option of an edition: the book whose page numbers it prints."""


class Workshop(NamedTuple):
    """What a build works with."""

    project: ProjectFolder
    request: Request
    course_file: str
    snapshot: Snapshot
    engine: str
    backend: Backend
    progress: Progress


def make(shop: Workshop) -> Outcome:
    """Return what came of printing everything that changed and binding it anew."""
    prepared = prepare(shop.snapshot, shop.course_file)
    editions, stopped = printable(prepared, shop.request)
    if prepared.curriculum is None:
        return Outcome(files=(), diagnostics=prepared.diagnostics, snapshot=shop.snapshot)
    proofs = Proofs(shop.project.cache / "proofs.json", prepared.curriculum)
    layouts = lay_out(shop, prepared, editions, first=edited_since(shop.project, prepared.curriculum))
    shop.backend.retire()
    made = _made(shop, [layout for layout in layouts if layout.ready], proofs)
    leaning = Leaning(prepared.curriculum)
    finished = tuple(_told(shop, each, leaning) for each in made if each.standing)
    found = [*prepared.diagnostics, *stopped]
    laid, allowed = _settled(shop, prepared.curriculum, layouts)
    found += laid
    found += [each for one in made for each in one.found]
    place = shop.project.build / shop.request.plan / "manifest.json"
    before = place.read_bytes() if place.is_file() else b""
    kept = kept_files(before, [file.path for file in finished], lambda path: (shop.project.root / path).is_file())
    if not prepared.unread:  # what cannot be read just now may be made again tomorrow
        kept, gone = _parted(shop, prepared, kept)
        found += clear(shop.project, gone)
    write_whole(place, manifest(prepared.curriculum, (*prepared.exemptions, *allowed), finished, kept, plan=shop.request.plan))
    proofs.store()
    return Outcome(
        files=finished,
        diagnostics=in_order(found),
        snapshot=shop.snapshot,
        reasons=_explain(shop, layouts),
        invalid=any(each.standing is None for each in made),
    )


def _parted(
    shop: Workshop, prepared: Prepared, files: Sequence[FileEntry]
) -> tuple[list[FileEntry], list[FileEntry]]:
    """Return the files of earlier builds that the course of today would make, and those it no longer makes."""
    assert prepared.curriculum is not None
    today = [is_of_today(file, prepared.editions, prepared.curriculum, shop.request.plan) for file in files]
    kept = [file for file, stays in zip(files, today, strict=True) if stays]
    return kept, [file for file, stays in zip(files, today, strict=True) if not stays]


def _settled(
    shop: Workshop, curriculum: Curriculum, layouts: Sequence[Layout]
) -> tuple[tuple[Diagnostic, ...], tuple[Exemption, ...]]:
    """Return what remains of what laying out found, and the exemptions of it.

    That one held nothing back is known only where everything was laid out.
    """
    found = [each for layout in layouts for each in layout.findings()]
    left, allowed = settle(curriculum, found, [Stage.LAYING])
    whole = not (shop.request.editions or shop.request.module)
    return (left if whole else settled(curriculum, found)), allowed


def lay_out(
    shop: Workshop, prepared: Prepared, editions: Sequence[Edition], *, first: Collection[str] = ()
) -> tuple[Layout, ...]:
    """Return the layouts of the editions, printed round by round until all page numbers settle.

    Books come first; what has a file for each module may refer to their pages. Modules in `first` are rendered before
    all others of a book.
    """
    if prepared.curriculum is None:
        return ()
    cache = Cache(shop.project.fragments)
    printer = Printer(cache=cache, engine=shop.engine, backend=shop.backend, progress=shop.progress)
    desk = _Desk(shop, prepared.curriculum, printer, first)
    books = {edition.id: desk.layout(edition) for edition in editions if not edition.per_module}
    singles = [edition for edition in editions if edition.per_module]
    referred = referred_books(singles, prepared.editions, large=shop.request.large)
    aside = {edition.id: desk.layout(edition) for edition in referred if edition.id not in books}
    desk.print((*books.values(), *aside.values()))
    maps = {name: layout.page_map() for name, layout in (books | aside).items() if layout.ready}
    sheets = tuple(
        desk.layout(edition, only=module, book=maps.get(edition.options.get(PAGES_OF, ""), _no_book(edition)))
        for edition in singles
        for module in ([shop.request.module] if shop.request.module else prepared.curriculum.modules)
    )
    desk.print(sheets)
    if not (shop.request.module or shop.request.editions or shop.request.plan):
        cache.keep_only(printer.used_keys)
    return (*books.values(), *sheets)


def edited_since(project: ProjectFolder, curriculum: Curriculum) -> frozenset[str]:
    """Return the modules edited since the last build: their pages are what a worker should get first.

    The times of files decide the order of the work alone, never what is printed.
    """
    try:
        built = (project.cache / JOBS).stat().st_mtime_ns
        files = {module.id: project.root / module.file for module in curriculum.project.modules}
        return frozenset(name for name, file in files.items() if file.stat().st_mtime_ns > built)
    except OSError:
        return frozenset()


def referred_books(singles: Sequence[Edition], known: Sequence[Edition], *, large: bool) -> tuple[Edition, ...]:
    """Return the books whose page numbers the editions print: who reads large print has the book in large print."""
    names = {edition.options.get(PAGES_OF, "") for edition in singles}
    return tuple(varied(edition, Request(large=large)) for edition in known if edition.id in names)


def _no_book(edition: Edition) -> PageMap | None:
    """Return what stands for a book that could not be printed: no page of it is known, and none of its own is meant."""
    return PageMap(pages=(), labels={}) if PAGES_OF in edition.options else None


class _Desk(NamedTuple):
    """Where layouts are made and printed."""

    shop: Workshop
    curriculum: Curriculum
    printer: Printer
    first: Collection[str]

    def layout(self, edition: Edition, *, only: str = "", book: PageMap | None = None) -> Layout:
        """Return the layout of an edition, or of one module of it."""
        return Layout(
            curriculum=self.curriculum,
            edition=edition,
            templates=dict(self.shop.snapshot.below("templates")),
            stamp="draft" if self.shop.request.draft else "",
            only=only,
            book=book,
            first=self.first,
        )

    def print(self, layouts: Sequence[Layout]) -> None:
        """Print round by round until everything has settled: no worker waits for another edition's contents."""
        while not all(layout.done for layout in layouts):
            results = self.printer.print(_announced(self.shop, layouts))
            for layout in layouts:
                layout.take(results)


def _announced(shop: Workshop, layouts: Sequence[Layout]) -> Iterator[Job]:
    for layout in layouts:
        for job in layout.wanted():
            shop.progress(1)
            yield job


class _Made(NamedTuple):
    """What came of the file of a layout."""

    layout: Layout
    path: str
    """Below build/ and the plan's folder."""
    standing: Standing | None
    """None where it failed its proofs: the file of an earlier build stays as it is."""
    found: tuple[Diagnostic, ...] = ()
    seconds: float = 0.0
    """What binding and proving took; 0 where the file stood."""


def _made(shop: Workshop, layouts: Sequence[Layout], proofs: Proofs) -> tuple[_Made, ...]:
    """Return the files of the layouts: those that stand as they are, all others bound, proved and written."""
    folder = shop.project.build / shop.request.plan
    files = StandingFiles(shop.project.cache / f"files{shop.request.plan}.json", folder)
    made = tuple(_file(shop, layout, proofs, files) for layout in layouts)
    files.store()
    return made


def _file(shop: Workshop, layout: Layout, proofs: Proofs, files: StandingFiles) -> _Made:
    began = time.monotonic()
    module, path = shop.request.module, path_of(layout, shop.request.module)
    key = made_from(layout, module, shop.engine, proofs.looked_for())
    if known := files.find(path, key):
        proofs.keep(known.keys)
        return _Made(layout, path, known)
    file = proofs.prove(layout, finish(layout, module))
    standing = None
    if file.valid:
        write_whole(files.folder / path, file.pdf)
        standing = Standing(
            made_from=key,
            digest=file.digest,
            pages=file.pages,
            module=file.module,
            proofs=file.proofs,
            keys=proofs.keys_of(path),
        )
    if standing and not file.diagnostics:
        files.keep(path, standing)
    return _Made(layout, path, standing, file.diagnostics, time.monotonic() - began)


def _told(shop: Workshop, made: _Made, leaning: Leaning) -> Finished:
    """Return the line of a file in the closing table."""
    layout, standing = made.layout, made.standing
    assert standing is not None
    printed = [each for each in layout.printed.values() if not each.from_cache]
    return Finished(
        edition=layout.edition.id,
        path=f"{BUILD}/{Path(shop.request.plan, made.path).as_posix()}",
        pages=standing.pages,
        printed=len(printed),
        cached=len(layout.printed) - len(printed),
        seconds=round(made.seconds + sum(each.seconds for each in printed), 2),
        findings=len(made.found) + len(layout.diagnostics()),
        digest=standing.digest,
        module=standing.module,
        audience=layout.curriculum.course.audience,
        reader=layout.edition.reader.value,
        variant=layout.edition.variant,
        proofs=standing.proofs,
        provisions=leaning.on(layout.page_map().labels),
    )


def _explain(shop: Workshop, layouts: Sequence[Layout]) -> tuple[Reason, ...]:
    path = shop.project.cache / JOBS
    before = load_parts(path)
    printed = {name: each for layout in layouts for name, each in layout.printed.items()}
    now: dict[str, Parts] = {name: parts_of(each.job, shop.engine) for name, each in printed.items()}
    store_parts(path, {**before, **now} if shop.request.editions or shop.request.module or shop.request.plan else now)
    return reasons((name for name, each in printed.items() if not each.from_cache), now, before)
