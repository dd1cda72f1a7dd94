"""Printing from the preview: a real build of one edition or module, with its progress, and the files it made."""

from pathlib import Path
from threading import Lock, Thread

from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.failure import Failure
from giaotrinh.driver.edge.messages import fill_text, load_messages
from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.edge.report import headline
from giaotrinh.driver.print.printer import Printed
from giaotrinh.model.diagnostic import Severity
from giaotrinh.model.snapshot import digest_of
from giaotrinh.preview.events import Hub


class Press:
    """Builds one thing at a time; what was built can be fetched by the id of its file."""

    def __init__(self, project: ProjectFolder, plan: str, hub: Hub, language: str) -> None:
        """Nothing was built yet."""
        self._project, self._plan, self._hub, self._language = project, plan, hub, language
        self._busy = Lock()
        self._made: dict[str, Path] = {}

    def start(self, edition: str, module: str) -> bool:
        """Begin to build; False where something is being built already."""
        if not self._busy.acquire(blocking=False):
            return False
        request = Request(editions=(edition,), module=module, plan=self._plan)
        Thread(target=self._build, args=(request,), daemon=True).start()
        return True

    def file(self, name: str) -> Path | None:
        """Return where a file lies that was built here."""
        return self._made.get(name)

    def _build(self, request: Request) -> None:
        progress = _Progress(self._hub)
        try:
            outcome = build_project(self._project, request, progress)
            files = [self._offer(self._project.root / each.path, each.pages) for each in outcome.files]
            errors = [headline(each, self._language) for each in outcome.diagnostics if each.severity is Severity.ERROR]
            self._hub.tell("print", done=True, files=files, errors=errors[:5])
        except Failure as failure:
            words = fill_text(load_messages(self._language)[failure.code].text, failure.arguments)
            self._hub.tell("print", done=True, files=[], errors=[words])
        finally:
            self._busy.release()

    def _offer(self, path: Path, pages: int) -> dict[str, object]:
        name = digest_of((str(path).encode(),))[:16]
        self._made[name] = path
        return {"id": name, "name": path.name, "pages": pages}


class _Progress:
    """Counts the jobs of a build and tells of them."""

    def __init__(self, hub: Hub) -> None:
        self._hub, self._total, self._count = hub, 0, 0

    def __call__(self, news: Printed | int) -> None:
        if isinstance(news, int):
            self._total += news
        else:
            self._count += 1
        self._hub.tell("print", done=False, count=self._count, total=self._total)
