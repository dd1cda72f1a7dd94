"""Removes what the program made: the files its manifests name and its own folders. What people put there stays."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from giaotrinh.driver.build.clearing import is_inside
from giaotrinh.driver.build.manifest import paths_in
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.edge.writing import locked, not_writable
from giaotrinh.driver.intake.delivery import REPORTS

MANIFEST = "manifest.json"
OWN = (".cache", REPORTS, "schema")
"""Folders in build/ that nobody but the program writes."""
STANDING = frozenset({".gitignore", ".lock"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """What became of build/."""

    removed: int
    """Files that went."""
    left: tuple[str, ...]
    """What is in build/ still and was not made by the program, relative to the project."""


def clean_project(project: ProjectFolder) -> Cleaned:
    """Remove what the program made in build/; nothing is ever removed through a link.

    Raises Failure (USAGE) where build/ is itself a link: what is behind it may be anybody's.
    """
    if project.build.is_symlink():
        raise Failure(Exit.USAGE, "clean-link", path=project.build, target=project.build.resolve())
    with locked(project.build):
        removed = sum(_remove(path) for path in _made(project.build))
        _remove_empty_folders(project.build)
        left = [path for path in sorted(project.build.iterdir()) if path.name not in STANDING]
    return Cleaned(removed=removed, left=tuple(path.relative_to(project.root).as_posix() for path in left))


def _made(build: Path) -> Iterator[Path]:
    """Yield what is to go, files before the manifests that name them."""
    manifests = [path for path in (build / MANIFEST, *build.glob(f"*/{MANIFEST}")) if path.is_file()]
    for manifest in manifests:
        yield from (path for path in _named(manifest, build) if is_inside(path, build))
    yield from (path for path in manifests if is_inside(path, build))
    yield from (build / name for name in OWN if (build / name).is_dir() and not (build / name).is_symlink())


def _named(manifest: Path, build: Path) -> Iterator[Path]:
    """Yield the files a manifest names; one that cannot be read names none."""
    with suppress(OSError):
        yield from (build.parent / path for path in paths_in(manifest.read_bytes()))


def _remove(path: Path) -> int:
    try:
        count = sum(1 for one in path.rglob("*") if one.is_file()) if path.is_dir() else 1
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    except OSError as problem:
        raise not_writable(path, problem) from problem
    return count


def _remove_empty_folders(build: Path) -> None:
    for folder in sorted((path for path in build.rglob("*") if path.is_dir() and not path.is_symlink()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
