"""`giaotrinh check`: everything but printing."""

from collections.abc import Iterator

from giaotrinh.driver.build.outcome import Checked
from giaotrinh.driver.build.preparing import Prepared, prepare
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.model.diagnostic import Diagnostic, in_order
from giaotrinh.model.snapshot import Snapshot


def check_project(project: ProjectFolder, plan: str = "") -> Checked:
    """Return every finding about a project; nothing is written and nothing printed."""
    snapshot = take_snapshot(project)
    prepared = prepare(snapshot, project.course_file(plan))
    found = (*prepared.diagnostics, *_render(prepared, snapshot), *_behind(project, prepared, plan))
    return Checked(diagnostics=in_order(found), snapshot=snapshot)


def _behind(project: ProjectFolder, prepared: Prepared, plan: str) -> Iterator[Diagnostic]:
    """Yield what was printed before a source was corrected."""
    from giaotrinh.driver.build.printed import behind

    manifest = project.build / plan / "manifest.json"
    if prepared.curriculum is not None and manifest.is_file():
        yield from behind(manifest.read_bytes(), prepared.curriculum)


def _render(prepared: Prepared, snapshot: Snapshot) -> Iterator[Diagnostic]:
    """Render every part of the course's editions once: a broken template or chart is found before anything prints."""
    from giaotrinh.driver.build.layout import Layout

    curriculum = prepared.curriculum
    if curriculum is None:
        return
    templates = dict(snapshot.below("templates"))
    for edition in prepared.editions:
        if edition.id in curriculum.course.editions:
            # Rendering an edition with a file for each module as one book finds the same faults.
            layout = Layout(curriculum=curriculum, edition=edition, templates=templates)
            tuple(layout.wanted())
            yield from layout.diagnostics()
