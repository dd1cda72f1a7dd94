"""Which plan a course is drafted by: the one asked for, else the shortest that holds what the source teaches."""

from collections.abc import Iterator
from pathlib import Path

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.edge.reading import read_file
from giaotrinh.model.course import Course
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.drafting import DraftPlan
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.model.span import Span

PLANS = Path(__file__).resolve().parent / "plans"
"""The plans the program carries."""
_STRETCH = 2.0
"""Times the sessions that the source fills; a plan with more stretches it, one with as many times fewer squeezes it."""


def find_plan(project: ProjectFolder, name: str) -> Path:
    """Return the file of a plan: a path, else a plan the program carries; raises Failure (USAGE) for neither."""
    carried = {path.stem: path for path in sorted(PLANS.glob("*.yaml"))}
    if name in carried:
        return carried[name]
    for path in (Path(name), project.root / name):
        if path.is_file():
            return path
    raise Failure(Exit.USAGE, "draft-plan-unknown", name=name, known=", ".join(carried))


def fitting_plan(needed: int) -> str:
    """Return the name of the shortest carried plan whose lessons hold so many sessions; the longest where none does."""
    plans = sorted((_read(path) for path in PLANS.glob("*.yaml")), key=_lessons)
    return next((plan for plan in plans if _lessons(plan) >= needed), plans[-1]).id


def read_plan(
    project: ProjectFolder, name: str, course: Course | None, snapshot: Snapshot
) -> tuple[DraftPlan | None, tuple[Diagnostic, ...], Snapshot]:
    """Return a plan, what is wrong with it, and the snapshot with its file."""
    from giaotrinh.read import read_draft_plan

    path = find_plan(project, name)
    content = read_file(path)
    shown = path.name if path.parent == PLANS else name
    reading = read_draft_plan(content, shown, course.time.periods_per_session if course else 4)
    return reading.value, reading.diagnostics, Snapshot(files={**snapshot.files, shown: content})


def misfit(plan: DraftPlan, needed: int) -> Iterator[Diagnostic]:
    """Yield that a plan gives the lessons of a source far more sessions than they fill, or far fewer."""
    given = _lessons(plan)
    place = plan.spans.get("sessions", Span(file=plan.file))
    if given > _STRETCH * needed:
        yield warning("plan-stretches", place, given=given, needed=needed, fitting=fitting_plan(needed))
    if given < needed:
        yield warning("plan-squeezes", place, given=given, needed=needed)


def _lessons(plan: DraftPlan) -> int:
    return plan.sessions - sum(module.kind != "content" for module in plan.modules)


def _read(path: Path) -> DraftPlan:
    from giaotrinh.read import read_draft_plan

    plan = read_draft_plan(read_file(path), path.name).value
    if plan is None:
        raise ValueError(path.name)
    return plan
