"""The recipe: prepare, lay out, bind, prove, deliver. Each step is one call."""

import time
from collections.abc import Iterator, Sequence
from os import cpu_count
from typing import NamedTuple

from giaotrinh.driver.cache import Cache
from giaotrinh.driver.explaining import Parts, load_parts, parts_of, reasons, store_parts
from giaotrinh.driver.finishing import File, finish
from giaotrinh.driver.fonts import FontSet, isolate
from giaotrinh.driver.layout import Layout
from giaotrinh.driver.manifest import manifest
from giaotrinh.driver.outcome import Finished, Outcome, Reason
from giaotrinh.driver.preparing import prepare, printable
from giaotrinh.driver.printer import Printer, WorkerBackend
from giaotrinh.driver.project import BUILD, ProjectFolder
from giaotrinh.driver.proving import Proofs, prove
from giaotrinh.driver.request import Progress, Request
from giaotrinh.driver.writing import write_whole
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import in_order
from giaotrinh.model.edition import Edition
from giaotrinh.model.fragment import Job
from giaotrinh.model.snapshot import Snapshot


class Workshop(NamedTuple):
    """What a build works with."""

    project: ProjectFolder
    request: Request
    snapshot: Snapshot
    fonts: FontSet
    engine: str
    progress: Progress
    started: float


def make(shop: Workshop) -> Outcome:
    """Return what came of printing everything that changed and binding it anew."""
    backend = WorkerBackend(isolate(shop.fonts, shop.project.cache), workers=shop.request.jobs or cpu_count() or 1)
    try:
        backend.warm_up()
        prepared = prepare(shop.snapshot)
        editions, stopped = printable(prepared, shop.request)
        layouts = _lay_out(shop, backend, prepared.curriculum, editions)
    finally:
        backend.close()
    proofs = Proofs(shop.project.cache / "proofs.json")
    made = [(layout, prove(layout, finish(layout, shop.request.module), proofs)) for layout in layouts if layout.ready]
    finished = tuple(_deliver(shop, layout, file) for layout, file in made if file.valid)
    found = [*prepared.diagnostics, *stopped]
    found += [each for layout in layouts for each in layout.diagnostics()]
    found += [each for _, file in made for each in file.diagnostics]
    if prepared.curriculum is not None:
        content = manifest(prepared.curriculum, prepared.exemptions, finished)
        write_whole(shop.project.build / "manifest.json", content)
    proofs.store()
    return Outcome(
        files=finished,
        diagnostics=in_order(found),
        snapshot=shop.snapshot,
        reasons=_explain(shop, layouts),
        invalid=any(not file.valid for _, file in made),
    )


def _lay_out(
    shop: Workshop, backend: WorkerBackend, curriculum: Curriculum | None, editions: Sequence[Edition]
) -> tuple[Layout, ...]:
    """Return the layouts of the editions, printed round by round until all page numbers settle.

    The rounds of all editions are printed together, so that no worker waits for another edition's contents.
    """
    if curriculum is None:
        return ()
    templates = dict(shop.snapshot.below("templates"))
    stamp = "draft" if shop.request.draft else ""
    layouts = tuple(
        Layout(curriculum=curriculum, edition=edition, templates=templates, stamp=stamp) for edition in editions
    )
    cache = Cache(shop.project.cache / "fragments")
    printer = Printer(cache=cache, engine=shop.engine, backend=backend, progress=shop.progress)
    while results := printer.print(_announced(shop, layouts)):
        for layout in layouts:
            layout.take(results)
    if not (shop.request.module or shop.request.editions):
        cache.keep_only(printer.used_keys)
    return layouts


def _announced(shop: Workshop, layouts: Sequence[Layout]) -> Iterator[Job]:
    for layout in layouts:
        for job in layout.wanted():
            shop.progress(1)
            yield job


def _deliver(shop: Workshop, layout: Layout, file: File) -> Finished:
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


def _explain(shop: Workshop, layouts: Sequence[Layout]) -> tuple[Reason, ...]:
    path = shop.project.cache / "jobs.json"
    before = load_parts(path)
    printed = {name: each for layout in layouts for name, each in layout.printed.items()}
    now: dict[str, Parts] = {name: parts_of(each.job, shop.engine) for name, each in printed.items()}
    store_parts(path, {**before, **now} if shop.request.editions or shop.request.module else now)
    return reasons((name for name, each in printed.items() if not each.from_cache), now, before)
