"""How long `check` takes on a course of 400 pages, from the command line and after an edit in a process that lives on.

Run: ./giaotrinh bench checking [RUNS]     (5 unless told; nothing else running)

A course of 50 modules of about 8 pages. Prints medians and the bars they must stay under; exit code 1 where one is
passed.
"""

import compileall
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from printing import edit, timed
from synthetic import write_course

import giaotrinh
from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.edge.project import find_project, take_snapshot

CHECK = [sys.executable, "-m", "giaotrinh", "check"]
COLD_BAR, EDIT_BAR = 2.0, 0.15


def main(runs: int) -> int:
    """Measure and print; return 1 when a bar is passed."""
    compileall.compile_dir(Path(giaotrinh.__file__).parent, quiet=1)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        project = find_project(write_course(Path(folder) / "course-to-time", modules=50))
        cold = [timed(CHECK, cwd=project.root, env=environment) for _ in range(runs)]
        prepare(take_snapshot(project), project.course_file(""))
        after = [time_edit(project, turn) for turn in range(4 * runs)]
    return report({"check, from the command line": (cold, COLD_BAR), "after an edit, kept open": (after, EDIT_BAR)})


def time_edit(project, turn: int) -> float:
    """Return the seconds from an edited file to all findings."""
    edit(project.root / "course" / "modules" / "25-bai-25.md", turn)
    begun = time.monotonic()
    prepare(take_snapshot(project), project.course_file(""))
    return time.monotonic() - begun


def report(measured: dict[str, tuple[list[float], float]]) -> int:
    """Print the medians; return 1 when a bar is passed."""
    failed = 0
    for name, (seconds, bar) in measured.items():
        median = statistics.median(seconds)
        failed |= median > bar
        print(f"{name}: {median:.3f} s, bar {bar} s")
    return failed


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
