"""Versions of course files as they were before each save, kept by age and size outside build/, which may be cleaned."""

import contextlib
import time
from pathlib import Path

from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.model.snapshot import digest_of

HISTORY = "history"
"""Folder of the versions in what the program keeps for a project."""
AGE_LIMIT = 400 * 24 * 3600
"""Seconds a version is kept: a school year and the holidays after it."""
SIZE_LIMIT = 100 * 1024**2
"""Bytes all versions may take; the oldest go first."""


def history_of(project: ProjectFolder) -> Path:
    """Return the folder of the versions of a project."""
    return project.kept / HISTORY


def keep_version(project: ProjectFolder, path: Path, content: bytes) -> Path:
    """Keep what a file holds before it is written anew; return where. Raises Failure (NOT_WRITABLE)."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    kept = history_of(project) / f"{path.stem}-{stamp}-{digest_of((content,))[:8]}{path.suffix}"
    write_whole(kept, content)
    _trim(history_of(project), time.time())
    return kept


def _trim(folder: Path, now: float) -> None:
    """Remove versions older than the limit, then the oldest until the rest fits."""
    known = [(path.stat().st_mtime, path.stat().st_size, path) for path in folder.iterdir() if path.is_file()]
    room = SIZE_LIMIT
    for written, size, path in sorted(known, reverse=True):
        room -= size
        if room < 0 or now - written > AGE_LIMIT:
            with contextlib.suppress(OSError):
                path.unlink()
