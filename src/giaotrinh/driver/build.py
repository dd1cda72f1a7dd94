"""The recipe: snapshot, prepare, lay out, bind, prove, write. Each step is one call."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from os import cpu_count

from giaotrinh.driver.cache import Cache
from giaotrinh.driver.engine import engine_name
from giaotrinh.driver.explaining import Parts, load_parts, parts_of, reasons, store_parts
from giaotrinh.driver.finishing import File, finish
from giaotrinh.driver.fonts import FontSet, gather_fonts, isolate
from giaotrinh.driver.layout import Layout
from giaotrinh.driver.manifest import manifest
from giaotrinh.driver.outcome import Finished, Outcome, Reason
from giaotrinh.driver.preparing import Prepared, prepare, printable
from giaotrinh.driver.printer import Printed, Printer, WorkerBackend
from giaotrinh.driver.project import BUILD, ProjectFolder, take_snapshot
from giaotrinh.driver.proving import Proofs, prove
from giaotrinh.driver.record import load_outcome, program_digest, store_outcome
from giaotrinh.driver.request import Request
from giaotrinh.driver.writing import locked, write_whole
from giaotrinh.model.diagnostic import in_order
from giaotrinh.model.edition import Edition
from giaotrinh.model.snapshot import Snapshot, digest_of

Progress = Callable[[Printed | int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Workshop:
    """What a build works with."""

    project: ProjectFolder
    request: Request
    snapshot: Snapshot
    fonts: FontSet
    engine: str
    progress: Progress
    started: float


def build_project(project: ProjectFolder, request: Request, progress: Progress) -> Outcome:
    """Build the editions asked for; return what was made and what was found.

    Raises Failure where the environment stops it; what was in build/ before is then intact.
    """
    started = time.monotonic()
    with locked(project.build):
        snapshot = take_snapshot(project)
        fonts = gather_fonts(snapshot)
        engine = engine_name(fonts)
        identity = _identity(snapshot, engine, request)
        record = project.cache / "last.json"
        if known := load_outcome(record, identity, project.root, snapshot):
            return known
        shop = _Workshop(
            project=project,
            request=request,
            snapshot=snapshot,
            fonts=fonts,
            engine=engine,
            progress=progress,
            started=started,
        )
        outcome = _make(shop)
        store_outcome(record, identity, outcome)
        return outcome


def _make(shop: _Workshop) -> Outcome:
    prepared = prepare(shop.snapshot)
    editions, stopped = printable(prepared, shop.request)
    layouts, used = _lay_out(shop, prepared, editions)
    proofs = Proofs(shop.project.cache / "proofs.json")
    made = [(layout, prove(layout, finish(layout, shop.request.module), proofs)) for layout in layouts if layout.ready]
    finished = tuple(_deliver(shop, layout, file) for layout, file in made if file.valid)
    found = [*prepared.diagnostics, *stopped]
    found += [each for layout in layouts for each in layout.diagnostics()]
    found += [each for _, file in made for each in file.diagnostics]
    outcome = Outcome(
        files=finished,
        diagnostics=in_order(found),
        snapshot=shop.snapshot,
        reasons=_explain(shop, layouts),
        invalid=any(not file.valid for _, file in made),
    )
    if prepared.curriculum is not None:
        content = manifest(prepared.curriculum, prepared.exemptions, finished)
        write_whole(shop.project.build / "manifest.json", content)
    if not (shop.request.module or shop.request.editions):
        Cache(shop.project.cache / "fragments").keep_only(used)
    proofs.store()
    return outcome


def _lay_out(
    shop: _Workshop, prepared: Prepared, editions: Sequence[Edition]
) -> tuple[tuple[Layout, ...], frozenset[str]]:
    """Return the layouts of the editions, printed round by round until all page numbers settle, and the keys used.

    The rounds of all editions are printed together, so that no worker waits for another edition's contents.
    """
    if prepared.curriculum is None:
        return (), frozenset()
    templates = dict(shop.snapshot.below("templates"))
    stamp = "draft" if shop.request.draft else ""
    layouts = tuple(
        Layout(curriculum=prepared.curriculum, edition=edition, templates=templates, stamp=stamp)
        for edition in editions
    )
    settings = isolate(shop.fonts, shop.project.cache)
    backend = WorkerBackend(settings, workers=shop.request.jobs or cpu_count() or 1)
    cache = Cache(shop.project.cache / "fragments")
    printer = Printer(cache=cache, engine=shop.engine, backend=backend, progress=shop.progress)
    try:
        while jobs := {job.name: job for layout in layouts for job in layout.wanted()}:
            shop.progress(len(jobs))
            results = printer.print(tuple(jobs.values()))
            for layout in layouts:
                layout.take(results)
    finally:
        backend.close()
    return layouts, printer.used_keys


def _deliver(shop: _Workshop, layout: Layout, file: File) -> Finished:
    """Write a proved file and return its line of the closing table."""
    path = shop.project.build / file.path
    write_whole(path, file.pdf)
    printed = [each for each in layout.printed.values() if not each.from_cache]
    return Finished(
        edition=file.edition.id,
        path=f"{BUILD}/{file.path}",
        pages=file.pages,
        printed=len(printed),
        cached=len(layout.printed) - len(printed),
        seconds=round(time.monotonic() - shop.started, 1),
        findings=len(file.diagnostics) + len(layout.diagnostics()),
        digest=file.digest,
        module=file.module,
        audience=layout.curriculum.course.audience,
        reader=file.edition.reader.value,
        proofs=file.proofs,
    )


def _explain(shop: _Workshop, layouts: Sequence[Layout]) -> tuple[Reason, ...]:
    path = shop.project.cache / "jobs.json"
    before = load_parts(path)
    printed = {name: each for layout in layouts for name, each in layout.printed.items()}
    now: dict[str, Parts] = {name: parts_of(each.job, shop.engine) for name, each in printed.items()}
    store_parts(path, {**before, **now} if shop.request.editions or shop.request.module else now)
    return reasons((name for name, each in printed.items() if not each.from_cache), now, before)


def _identity(snapshot: Snapshot, engine: str, request: Request) -> str:
    asked = (*request.editions, "/", request.module, "draft" if request.draft else "")
    return digest_of(part.encode() for part in (snapshot.digest(), engine, program_digest(), *asked))
