"""Removes what was built, and nothing else."""

import shutil

from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.edge.writing import locked, not_writable

KEPT = frozenset({".gitignore", ".lock"})


def clean_project(project: ProjectFolder) -> int:
    """Remove everything in build/ but its .gitignore; return how many files went."""
    removed = 0
    with locked(project.build):
        for entry in project.build.iterdir():
            if entry.name in KEPT:
                continue
            try:
                removed += sum(1 for path in entry.rglob("*") if path.is_file()) if entry.is_dir() else 1
                shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
            except OSError as problem:
                raise not_writable(entry, problem) from problem
    return removed
