"""Starts the server, watches the course, opens the browser; ends when told to."""

import secrets
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.edge.writing import TEMPORARY_SUFFIX
from giaotrinh.driver.live import Live
from giaotrinh.preview.app import make_app
from giaotrinh.preview.desk import Desk
from giaotrinh.preview.events import Hub
from giaotrinh.preview.guard import Guard
from giaotrinh.preview.hosts import Hosts
from giaotrinh.preview.pictures import Pictures
from giaotrinh.preview.printing import Press
from giaotrinh.preview.site import Site
from giaotrinh.preview.state import shown

if TYPE_CHECKING:
    import socket

    from watchfiles import Change

WATCHED = ("course", "templates")
QUIET = 10
"""Milliseconds without a change after which the files are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The words of a preview command."""

    plan: str = ""
    host: str = "127.0.0.1"
    port: int = 8710
    """0 takes any that is free."""
    for_learners: bool = False
    language: str = "vi"


class Preview:
    """A preview of one project; a context in which its threads run."""

    def __init__(self, project: ProjectFolder, wish: Wish) -> None:
        """Nothing is read and no port taken before it is entered."""
        self.wish, self.project = wish, project
        self.live = Live(project=project, plan=wish.plan, wanted=[], for_learners=wish.for_learners)
        hub, pictures = Hub(), Pictures()
        self.desk = Desk(self.live, hub, pictures, wish.language)
        self.site = Site(
            project=project,
            desk=self.desk,
            hub=hub,
            pictures=pictures,
            press=Press(project, wish.plan, hub, wish.language),
            token=secrets.token_urlsafe(24),
            language=wish.language,
        )
        self._ended = Event()

    def __enter__(self) -> "Preview":
        """Read the course, begin to print it and to watch its files.

        Raises Failure where the course may not be shared with learners.
        """
        self.desk.start()
        self._refuse_secrets()
        if not self.live.wanted:
            self.live.wanted[:] = [each.id for each in shown(self.live.editions, self.wish.for_learners)][:1]
        Thread(target=self._watch, name="watch", daemon=True).start()
        return self

    def __exit__(self, *exception: object) -> None:
        """End the threads and the workers."""
        self._ended.set()
        self.desk.stop()

    def app(self, port: int) -> Guard:
        """Return the application for a port."""
        return make_app(self.site, Hosts(self.wish.host, port))

    def _refuse_secrets(self) -> None:
        if secret := self.live.withheld:
            raise Failure(Exit.PROBLEMS, "share-secret", source=secret.source, mark=secret.mark)

    def _watch(self) -> None:
        from watchfiles import watch

        folders = [self.project.root / name for name in WATCHED if (self.project.root / name).is_dir()]
        for _ in watch(*folders, watch_filter=_counts, debounce=QUIET, step=QUIET // 2, stop_event=self._ended):
            self.desk.ask()


def serve(project: ProjectFolder, wish: Wish, *, told: Callable[[str], None], open_browser: bool) -> None:
    """Serve until interrupted; `told` hears the address.

    Raises Failure (USAGE) where the port is taken or the address is not this machine's.
    """
    import uvicorn

    from giaotrinh.preview.prompt import Prompt

    with Preview(project, wish) as preview, listening(wish) as listener:
        port = listener.getsockname()[1]
        addresses = [f"http://{name}/" for name in Hosts(wish.host, port).announced()]
        for address in addresses:
            told(address)
        if open_browser:
            webbrowser.open(addresses[0])
        settings = uvicorn.Config(
            preview.app(port), http=Prompt, log_level="error", access_log=False, timeout_graceful_shutdown=1
        )
        uvicorn.Server(settings).run(sockets=[listener])


def listening(wish: Wish) -> "socket.socket":
    """Return a socket on the address of a wish.

    Raises Failure (USAGE) where another program has it or it is none of this machine's.
    """
    import socket

    family = socket.AF_INET6 if ":" in wish.host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((wish.host, wish.port))
        listener.listen()  # whoever hears the address may come at once
    except OSError as problem:
        listener.close()
        reason = problem.strerror or str(problem)
        raise Failure(Exit.USAGE, "port-taken", host=wish.host, port=wish.port, reason=reason) from problem
    return listener


def _counts(_: "Change", path: str) -> bool:
    name = Path(path).name
    return not (name.startswith(".") or name.endswith(("~", TEMPORARY_SUFFIX, ".swp")))
