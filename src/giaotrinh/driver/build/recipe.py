"""A build: under the lock, from the record where nothing has changed, else made anew.

What makes it anew is imported only then: a build with nothing to do answers at once.
"""

from collections.abc import Iterator
from os import cpu_count
from typing import TYPE_CHECKING

from giaotrinh.driver.print.engine import engine_name
from giaotrinh.driver.print.fonts import FontSet, gather_fonts, isolate
from giaotrinh.driver.build.outcome import Outcome
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.driver.build.record import load_outcome, program_digest, store_outcome
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.print.printer import Progress
from giaotrinh.driver.edge.writing import locked
from giaotrinh.model.snapshot import Snapshot, digest_of

if TYPE_CHECKING:
    from giaotrinh.driver.print.printer import WorkerBackend


def build_project(project: ProjectFolder, request: Request, progress: Progress) -> Outcome:
    """Build the editions asked for; return what was made and what was found.

    Raises Failure where the environment stops it; what was in build/ before is then intact.
    """
    with locked(project.build):
        snapshot = take_snapshot(project)
        fonts = gather_fonts(snapshot)
        engine = engine_name(fonts)
        course_file = project.course_file(request.plan)
        identity = _identity(snapshot, engine, request)
        record = project.cache / f"last{request.plan}.json"
        if known := load_outcome(record, identity, project.root, snapshot):
            return known
        backend = _start_printing(project, request, fonts)
        try:
            from giaotrinh.driver.build.editions import Workshop, make

            shop = Workshop(project, request, course_file, snapshot, engine, backend, progress)
            outcome = make(shop)
        finally:
            backend.close()
        store_outcome(record, identity, outcome)
        return outcome


def _start_printing(project: ProjectFolder, request: Request, fonts: FontSet) -> "WorkerBackend":
    """Return the workers, the first of them started: it gets ready while this process reads and renders the course."""
    from giaotrinh.driver.print.printer import WorkerBackend

    backend = WorkerBackend(isolate(fonts, project.cache), workers=request.jobs or cpu_count() or 1)
    backend.warm_up(everyone=not project.fragments.exists())
    return backend


def _variants(request: Request) -> Iterator[str]:
    wanted = {"draft": request.draft, "large": request.large, "grey": request.grey, "archive": request.archive}
    yield from (name for name, is_wanted in wanted.items() if is_wanted)


def _identity(snapshot: Snapshot, engine: str, request: Request) -> str:
    asked = (*request.editions, "/", request.module, request.plan, *_variants(request))
    return digest_of(part.encode() for part in (snapshot.digest(), engine, program_digest(), *asked))
