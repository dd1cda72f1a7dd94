"""Rooms have no effects: from reading to proving, nothing is opened, connected or started.

The chain runs twice over a project in memory. The first run loads what Python loads once and prints the fragments; in
the second the interpreter reports every file, socket and process event, and there must be none. Clock and environment
raise no events: a lint rule forbids them in the rooms (pyproject.toml, banned-api).
"""

import os
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from giaotrinh.draft import draft_course
from giaotrinh.driver.build.finishing import File, finish
from giaotrinh.driver.build.layout import Layout
from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.build.proving import Proofs
from giaotrinh.driver.edge.project import find_project, take_snapshot
from giaotrinh.driver.print.engine import engine_name
from giaotrinh.driver.print.fonts import gather_fonts, isolate
from giaotrinh.driver.print.printer import Printed, SerialBackend
from giaotrinh.driver.tasks.drafting_plan import PLANS
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.export import action_plan
from giaotrinh.intake.carrier.choosing import read_carrier
from giaotrinh.intake.carrier.extraction import Extraction
from giaotrinh.intake.proposal.settings import propose
from giaotrinh.model.action_plan import LAYOUTS, ActionSheet
from giaotrinh.model.fragment import Job
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.outline.figures import read_figures
from giaotrinh.outline.tree import read_outline
from giaotrinh.read.course.draft_plan import read_draft_plan
from word_files import paragraph, run, word_file

EFFECTS = ("open", "os.", "socket.", "subprocess.", "shutil.", "tempfile.", "glob.", "pathlib.", "urllib.", "http.")

_seen: list[str] | None = None
"""What was reported since watching began; None while nobody watches."""


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if _seen is not None and event.startswith(EFFECTS):
        _seen.append(f"{event} {arguments!r:.120}")


sys.addaudithook(_note)


COURSE_FILE = "course/course.yaml"
PLAN = next(PLANS.glob("*.yaml")).read_bytes()


@contextmanager
def watched() -> Iterator[list[str]]:
    """Yield the list that fills with the events of effects."""
    global _seen
    _seen = events = []
    try:
        yield events
    finally:
        _seen = None


@dataclass
class Prints:
    """The printer of the first run; in the second it only remembers."""

    backend: SerialBackend
    engine: str
    known: dict[str, Printed] = field(default_factory=dict)

    def print(self, jobs: Iterable[Job]) -> dict[str, Printed]:
        return {job.name: self._printed(job) for job in jobs}

    def _printed(self, job: Job) -> Printed:
        key = job.key(self.engine)
        if key not in self.known:
            self.known[key] = self.backend.submit(job, key).result()
        return self.known[key]


@dataclass
class Chain:
    """Everything between the snapshot and the bytes that are written."""

    snapshot: Snapshot
    prints: Prints
    proofs: Proofs

    def run(self) -> list[File]:
        prepared = prepare(self.snapshot, COURSE_FILE)
        assert prepared.curriculum is not None
        templates = dict(self.snapshot.below("templates"))
        layouts = [
            Layout(curriculum=prepared.curriculum, edition=edition, templates=templates)
            for edition in prepared.editions
            if not edition.per_module
        ]
        for layout in layouts:
            while printed := self.prints.print(layout.wanted()):
                layout.take(printed)
        return [self.proofs.prove(layout, finish(layout, "")) for layout in layouts if layout.ready]


@pytest.fixture(scope="module")
def chain(tmp_path_factory) -> Chain:
    folder = tmp_path_factory.mktemp("purity")
    start_project(folder / "project")
    fonts = gather_fonts(Snapshot())
    prints = Prints(backend=SerialBackend(isolate(fonts, folder)), engine=engine_name(fonts))
    snapshot = take_snapshot(find_project(folder / "project"))
    curriculum = prepare(snapshot, COURSE_FILE).curriculum
    assert curriculum is not None
    made = Chain(snapshot=snapshot, prints=prints, proofs=Proofs(folder / "proofs.json", curriculum))
    made.run()
    return made


def test_nothing_is_touched_between_the_snapshot_and_the_finished_bytes(chain):
    with watched() as events:
        files = chain.run()

    assert events == []
    assert files and all(file.pages for file in files)


def _open_a_file() -> None:
    Path(os.devnull).read_bytes()


def _open_a_socket() -> None:
    with socket.socket():
        pass


def _start_a_process() -> None:
    subprocess.run([sys.executable, "-c", ""], check=True)


TEXT = """NGHỊ QUYẾT về một việc

I. MỤC TIÊU
1. Đến năm 2030, tăng trưởng bình quân 8%/năm; ba nhiệm vụ.
2. Tỷ lệ trường đạt chuẩn ít nhất 85%.
"""


def _take_in(content: bytes) -> None:
    found = read_carrier(content)
    assert isinstance(found, Extraction), found
    provisions = read_outline(found.text, "text.txt").value or ()
    assert propose(provisions, read_figures(provisions), "source.yaml").settings


def _take_in_text(chain: Chain) -> None:
    _take_in(TEXT.encode())


def _take_in_html(chain: Chain) -> None:
    lines = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    _take_in(f"<!doctype html><html><body>{lines}</body></html>".encode())


def _take_in_word(chain: Chain) -> None:
    _take_in(word_file(*(paragraph(run(line)) for line in TEXT.splitlines())))


def _take_in_pdf(chain: Chain) -> None:
    _take_in(max((printed.fragment.pdf for printed in chain.prints.known.values() if printed.fragment), key=len))


def _draft(chain: Chain) -> None:
    plan = read_draft_plan(PLAN, "plan.yaml").value
    curriculum = prepare(chain.snapshot, COURSE_FILE).curriculum
    assert plan is not None and curriculum is not None
    assert draft_course(curriculum.project.sources[0], plan, next(iter(plan.audiences), "a"), ["a"]).files


def _export(chain: Chain) -> None:
    sheet = ActionSheet(title="Nghị quyết", unit="", groups=(("Mục I", (("việc", "", "", "", "", "", "mục I"),)),))
    assert action_plan(sheet, LAYOUTS[0])


@pytest.mark.parametrize("door", [_take_in_text, _take_in_html, _take_in_word, _take_in_pdf, _draft, _export])
def test_the_side_doors_touch_nothing(chain, door):
    door(chain)  # what is imported inside a function is loaded once

    with watched() as events:
        door(chain)

    assert events == []


@pytest.mark.parametrize(
    ("module", "function", "effect"),
    [
        ("read", "read_project", _open_a_file),
        ("read", "read_project", _open_a_socket),
        ("read", "read_project", _start_a_process),
        ("check", "check", _open_a_file),
        ("driver.build.layout", "render_part", _open_a_file),
        ("driver.build.finishing", "bind", _open_a_file),
        ("prove", "read_back", _open_a_file),
    ],
)
def test_a_planted_effect_is_seen(chain, monkeypatch, module, function, effect):
    used_in = sys.modules[f"giaotrinh.{module}"]
    honest = getattr(used_in, function)

    def with_effect(*values, **named):
        effect()
        return honest(*values, **named)

    monkeypatch.setattr(used_in, function, with_effect)

    with watched() as events:
        chain.run()

    assert events
