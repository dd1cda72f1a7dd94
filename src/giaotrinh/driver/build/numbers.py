"""What the numbers on a line are taken for, with what check finds there."""

from giaotrinh.driver.build.outcome import Checked
from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.model.diagnostic import in_order


def explain_line(project: ProjectFolder, file: str, line: int) -> Checked:
    """Return the kinds of the numbers on a line of a course file, and its findings.

    Raises Failure (USAGE) where the project has no such file.
    """
    from giaotrinh.check import taken

    snapshot = take_snapshot(project)
    name = next((each for each in snapshot.files if each == file or each.endswith(f"/{file}")), None)
    if name is None:
        raise Failure(Exit.USAGE, "explained-file-unknown", name=file)
    prepared = prepare(snapshot, project.course_file(""))
    kinds = taken(prepared.curriculum) if prepared.curriculum is not None else ()
    found = (each for each in (*prepared.diagnostics, *kinds) if (each.span.file, each.span.line) == (name, line))
    return Checked(diagnostics=in_order(found), snapshot=snapshot)
