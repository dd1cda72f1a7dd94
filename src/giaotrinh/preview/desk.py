"""The thread that reads and prints whenever the files of the course change."""

import traceback
from collections.abc import Callable
from threading import Event, Thread

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.faults import keep_report
from giaotrinh.driver.edge.messages import fill_text, load_messages
from giaotrinh.driver.live import Live, Secret
from giaotrinh.driver.print.printer import Printed
from giaotrinh.preview.events import Hub
from giaotrinh.preview.pictures import Pictures
from giaotrinh.preview.quick import QuickBlocks

PAGES_AHEAD = 3
"""Changed pages drawn before anybody asks: those of an edit, and where it moved the next."""


class Desk:
    """Keeps a course up to date with its files and tells open pages."""

    def __init__(self, live: Live, hub: Hub, pictures: Pictures, language: str) -> None:
        """Nothing is read before `start`."""
        self.live, self.hub, self.pictures = live, hub, pictures
        self.generation = 0
        self.printing = False
        self.trouble = ""
        """Why the environment kept the last printing from being done, in words."""
        self._language = language
        self._quick = QuickBlocks()
        self._edited: frozenset[str] = frozenset()
        """Modules read anew whose blocks were not yet compared."""
        self._keys: dict[str, tuple[str, ...]] = {}
        """Job -> what its pages showed when it was last printed."""
        self._asked, self._stopped = Event(), False
        self._thread = Thread(target=self._run, name="desk", daemon=True)

    def start(self) -> None:
        """Read the course at once, so that the first page has something to show; then print."""
        self._work(self._read)
        self._thread.start()
        self.ask()

    def ask(self) -> None:
        """Have the files looked at again; asking while it works has it work once more."""
        self._asked.set()

    def open(self, edition: str) -> None:
        """Have an edition printed too."""
        if edition not in self.live.wanted:
            self.live.wanted.append(edition)
            self.ask()

    def stop(self) -> None:
        """End the thread and the workers."""
        self._stopped = True
        self._asked.set()
        self.live.close()

    def _run(self) -> None:
        while True:
            self._asked.wait()
            self._asked.clear()
            if self._stopped:
                return
            self._work(self._read)
            if not self.live.withheld:
                self._work(self._print)

    def _work(self, step: Callable[[], None]) -> None:
        try:
            step()
            self.trouble = ""
        except Failure as failure:
            self.trouble = fill_text(load_messages(self._language)[failure.code].text, failure.arguments)
        except Exception as fault:
            if self._stopped:
                return  # the workers were taken away under its hands
            path = keep_report(self.live.project.root, "".join(traceback.format_exception(fault)))
            words = load_messages(self._language)["program-fault"].text
            self.trouble = fill_text(words, {"path": str(path), "reason": str(fault)})
        self._changed()

    def _read(self) -> None:
        edited = self.live.read()
        if self.live.withheld:
            self._withhold(self.live.withheld)
            return
        self._edited |= edited
        self.printing = not self.live.broken
        if len(edited) != 1:
            self._show_blocks()

    def _withhold(self, secret: Secret) -> None:
        """Take every page away from the learners' screens, and say why."""
        self.pictures.forget()
        self.printing = False
        raise Failure(Exit.PROBLEMS, "share-secret", source=secret.source, mark=secret.mark)

    def _show_blocks(self) -> None:
        """Tell the HTML of the blocks that changed; of one edited module, while a worker prints it."""
        edited, self._edited = self._edited, frozenset()
        blocks = self._quick.changed(self.live, edited)
        if blocks and not self.live.for_learners:
            self.hub.tell("block", blocks=blocks)

    def _print(self) -> None:
        try:
            self.live.print(self._heard, self._show_blocks)
            self._show_blocks()
        finally:
            self.printing = False
        files = self.live.files.values()
        self.pictures.offer({key: (file.pdf, at) for file in files for at, key in enumerate(file.keys)})

    def _heard(self, printed: Printed) -> None:
        """Show a printed fragment at once, before the file is bound."""
        if printed.fragment is None or self.live.for_learners:
            return
        from giaotrinh.prove import page_keys

        fragment, job = printed.fragment, printed.job.name
        keys = page_keys(fragment.pdf)
        before, self._keys[job] = self._keys.get(job, ()), keys
        fresh = {at: key for at, key in enumerate(keys) if key not in before}
        for at, key in fresh.items():
            self.pictures.add(key, fragment.pdf, at)
        self.pictures.draw_ahead([*fresh.values()][:PAGES_AHEAD])
        self.hub.tell("fragment", job=job, count=len(keys), pages=fresh)

    def _changed(self) -> None:
        self.generation += 1
        self.hub.tell("state", generation=self.generation)
