"""A course kept open: read and printed again as its files change, the last good pages kept.

Reading, checking and rendering remember by file what did not change; workers stay warm. What cannot be read leaves the
pages as they were. Pages are printed despite other errors, stamped as a draft: a finding is best seen at its place.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Event

from giaotrinh.driver.build.editions import Workshop, lay_out
from giaotrinh.driver.build.finishing import File, finish
from giaotrinh.driver.build.layout import Layout
from giaotrinh.driver.build.preparing import Prepared, prepare, printable
from giaotrinh.driver.build.proving import Proofs
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.driver.print.engine import engine_name
from giaotrinh.driver.print.fonts import gather_fonts, isolate
from giaotrinh.driver.print.printer import Printed, WorkerBackend
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, Severity, in_order
from giaotrinh.model.edition import Edition, EditionRole, edition_for
from giaotrinh.model.fragment import Job, PageMap
from giaotrinh.model.snapshot import Snapshot, digest_of

WORKERS = 2

_MARK = re.compile(r"^secrecy:[ \t]*(\S.*)$", re.MULTILINE)
"""The mark as it stands in the settings of a source, which may be broken elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveFile:
    """A finished file of the preview, with where everything on it stands."""

    edition: Edition
    module: str
    path: str
    pdf: bytes
    page_map: PageMap
    keys: tuple[str, ...]
    """For each page the digest of what it shows."""
    made_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """A source with a mark of secrecy."""

    source: str
    mark: str


@dataclass(slots=True)
class Live:
    """The course as it is now, and its pages as they were when they could last be printed."""

    project: ProjectFolder
    plan: str
    wanted: list[str]
    """Editions somebody looks at, in the order of asking; before anybody asks, the learner's book."""
    for_learners: bool = False
    """Whether learners look on: learners' files alone, and only those that are proved free of the instructor's."""
    prepared: Prepared | None = None
    curriculum: Curriculum | None = None
    """The last course that could be read whole."""
    read_from: Snapshot = field(default_factory=Snapshot)
    """The files it was read from."""
    editions: tuple[Edition, ...] = ()
    snapshot: Snapshot = field(default_factory=Snapshot)
    diagnostics: tuple[Diagnostic, ...] = ()
    files: dict[str, LiveFile] = field(default_factory=dict)
    """Path below build/ -> the last good file."""
    withheld: Secret | None = None
    """What keeps the course from learners' screens; nothing of it is printed or kept while it stands."""
    _backend: WorkerBackend | None = None
    _engine: str = ""
    _changed: frozenset[str] = frozenset()

    def read(self) -> frozenset[str]:
        """Read and check the course as it is on disk; return the ids of the modules that changed.

        Raises Failure where the environment stops it; what was read before then stays.
        """
        self.snapshot = take_snapshot(self.project)
        prepared = prepare(self.snapshot, self.project.course_file(self.plan))
        self.prepared, self.diagnostics = prepared, prepared.diagnostics
        self.withheld = next(_secrets(prepared, self.snapshot), None) if self.for_learners else None
        if self.withheld:
            self.files = {}
        if prepared.curriculum is None or prepared.unread:
            self._changed = frozenset()
            return self._changed
        before = self.curriculum.modules if self.curriculum else {}
        self.curriculum, self.read_from = prepared.curriculum, self.snapshot
        self.editions = tuple(each for each in prepared.editions if each.id in prepared.curriculum.course.editions)
        if not self.wanted and (book := edition_for(self.editions, EditionRole.BOOK)):
            self.wanted.append(book.id)
        self._changed = frozenset(
            name for name, module in prepared.curriculum.modules.items() if module is not before.get(name)
        )
        return self._changed

    @property
    def broken(self) -> tuple[Diagnostic, ...]:
        """Return the errors for which the pages stay as they were."""
        return self.prepared.unread if self.prepared else ()

    def print(self, told: Callable[[Printed], None], meanwhile: Callable[[], None] = lambda: None) -> None:
        """Print what changed of the wanted editions and bind them.

        `told` hears of every fragment the moment it is printed, in a thread of the printer. `meanwhile` is called while
        the one module is printed that somebody edited; not where there is none, or several.
        """
        if self.prepared is None or self.prepared.curriculum is None or self.broken or self.withheld:
            return
        shop = self._shop(told, meanwhile)
        editions, _ = printable(self.prepared, shop.request)
        layouts = lay_out(shop, self.prepared, editions, first=self._changed)
        found = (each for layout in layouts for each in layout.diagnostics())
        self.diagnostics = in_order((*self.prepared.diagnostics, *found))
        self.take(self._finished([layout for layout in layouts if layout.ready], self.prepared.curriculum))

    def close(self) -> None:
        """Stop the workers."""
        if self._backend is not None:
            self._backend.close()
            self._backend = None

    def _shop(self, told: Callable[[Printed], None], meanwhile: Callable[[], None]) -> Workshop:
        if self._backend is None:
            fonts = gather_fonts(self.snapshot)
            self._engine = engine_name(fonts)
            self._backend = WorkerBackend(isolate(fonts, self.project.cache), workers=WORKERS)
            self._backend.warm_up()
        known = {edition.id for edition in self.editions}
        has_errors = any(each.severity is Severity.ERROR for each in self.diagnostics)
        request = Request(
            editions=tuple(name for name in self.wanted if name in known),
            plan=self.plan,
            draft=has_errors and not self.for_learners,
        )
        return Workshop(
            project=self.project,
            request=request,
            course_file=self.project.course_file(self.plan),
            snapshot=self.snapshot,
            engine=self._engine,
            backend=_Telling(self._backend, told, meanwhile, self._changed),
            progress=lambda _: None,
        )

    def _finished(self, layouts: Sequence[Layout], curriculum: Curriculum) -> Iterator[LiveFile]:
        """Yield the finished file of every layout; one that learners may not see is left out."""
        proofs = Proofs(self.project.cache / "proofs-live.json", curriculum) if self.for_learners else None
        known = {each.made_from: each for each in self.files.values()}
        for layout in layouts:
            made_from = _made_from(layout)
            if made_from in known:
                yield known[made_from]
                continue
            file = finish(layout, "")
            file = proofs.prove(layout, file) if proofs else file
            if file.valid:
                yield _live(layout, file, made_from)
        if proofs:
            proofs.store()

    def take(self, files: Iterable[LiveFile]) -> None:
        """Take in new files; one that could not be made stays as it was, unless its module is gone."""
        modules = self.curriculum.modules if self.curriculum else {}
        old = {path: each for path, each in self.files.items() if not each.module or each.module in modules}
        self.files = old | {each.path: each for each in files}


class _Telling:
    """Prints with the workers of a preview and tells of each fragment at once, while others are still rendered.

    Nothing else is rendered while the one module is printed that somebody edited, and until it is told: its pages are
    waited for.
    """

    def __init__(
        self,
        workers: WorkerBackend,
        told: Callable[[Printed], None],
        meanwhile: Callable[[], None],
        edited: frozenset[str],
    ) -> None:
        self._workers, self._told, self._meanwhile = workers, told, meanwhile
        self._edited = edited if len(edited) == 1 else frozenset()

    def submit(self, job: Job, key: str) -> "Future[Printed]":
        """Return what will be the print of a job."""
        future, told = self._workers.submit(job, key), Event()
        future.add_done_callback(lambda done: self._tell(done, told))
        if job.module in self._edited:
            self._meanwhile()
            told.wait()
        return future

    def _tell(self, done: "Future[Printed]", told: Event) -> None:
        try:
            if not done.cancelled():
                self._told(done.result())
        finally:
            told.set()

    def close(self) -> None:
        """The workers stay for the next edit."""

    def retire(self) -> None:
        """The workers stay for the next edit."""


def _secrets(prepared: Prepared, snapshot: Snapshot) -> Iterator[Secret]:
    """Yield the marked sources of a course; of every source there is where the course cannot be read."""
    if prepared.curriculum is not None:
        marked = (each for each in prepared.curriculum.project.sources if each.secrecy)
        yield from (Secret(source=each.id, mark=each.secrecy) for each in marked)
    if prepared.curriculum is None or prepared.unread:
        for path, content in snapshot.below("course/sources"):
            if mark := _MARK.search(content.decode("utf-8", errors="replace")):
                yield Secret(source=path.partition("/")[0], mark=mark[1].strip("\"' "))


def _made_from(layout: Layout) -> str:
    """Return the digest of all that a finished file is made from."""
    keys = sorted((name, fragment.key) for name, fragment in layout.fragments.items())
    course = layout.curriculum.course
    names = (layout.edition.id, layout.only, course.title, course.short_title, layout.stamp)
    drawn = (repr(keys), repr(layout.page_map().pages), repr(layout.marks()))
    return digest_of(part.encode() for part in (*names, *drawn))


def _live(layout: Layout, file: File, made_from: str) -> LiveFile:
    from giaotrinh.prove import page_keys

    return LiveFile(
        edition=layout.edition,
        module=file.module,
        path=file.path,
        pdf=file.pdf,
        page_map=layout.page_map(),
        keys=page_keys(file.pdf),
        made_from=made_from,
    )
