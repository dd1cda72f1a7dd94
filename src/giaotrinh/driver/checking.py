"""`giaotrinh check`: everything but printing."""

from giaotrinh.driver.outcome import Checked
from giaotrinh.driver.preparing import prepare
from giaotrinh.driver.project import ProjectFolder, take_snapshot


def check_project(project: ProjectFolder) -> Checked:
    """Return every finding about a project; nothing is written."""
    snapshot = take_snapshot(project)
    return Checked(diagnostics=prepare(snapshot).diagnostics, snapshot=snapshot)
