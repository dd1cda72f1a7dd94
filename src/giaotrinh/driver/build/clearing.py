"""Files of earlier builds that today's course no longer makes: of modules that went, moved or have another name.

A file that lies beside those of today under the same number is handed out by mistake. What is still as it was written
goes, for it can be made again; what somebody altered is moved to build/old/ and named.
"""

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

from giaotrinh.driver.build.finishing import file_path
from giaotrinh.driver.build.manifest import FileEntry
from giaotrinh.driver.edge.project import BUILD, ProjectFolder
from giaotrinh.driver.edge.writing import not_writable
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, info
from giaotrinh.model.edition import Edition
from giaotrinh.model.span import Span

OLD = "old"
"""Below build/: altered files of earlier builds."""


def is_of_today(file: FileEntry, editions: Sequence[Edition], curriculum: Curriculum, plan: str) -> bool:
    """Return whether the course as it is would write this file, in one of its editions, whole or for one module."""
    mine = [replace(edition, variant=file.variant) for edition in editions if edition.id == file.edition]
    modules = (None, *curriculum.modules.values())
    paths = (file_path(edition, curriculum.course, module) for edition in mine for module in modules)
    return any(file.path == Path(BUILD, plan, path).as_posix() for path in paths)


def clear(project: ProjectFolder, files: Iterable[FileEntry]) -> tuple[Diagnostic, ...]:
    """Take files out of build/ and return what became of them, one finding for each kind.

    Nothing is touched through a link. Raises Failure (NOT_WRITABLE) where the disk refuses.
    """
    removed, aside = [], []
    for file in files:
        path = project.root / file.path
        if not is_inside(path, project.build):
            continue
        try:
            if hashlib.sha256(path.read_bytes()).hexdigest() == file.sha256:
                path.unlink()
                removed.append(file.path)
            else:
                aside.append(_set_aside(path, project).relative_to(project.root).as_posix())
        except OSError as problem:
            raise not_writable(path, problem) from problem
        with suppress(OSError):  # others lie in it
            path.parent.rmdir()
    found = [info("print-removed", Span(file=BUILD), files=", ".join(removed))] if removed else []
    return (*found, *((info("print-set-aside", Span(file=BUILD), files=", ".join(aside)),) if aside else ()))


def is_inside(path: Path, build: Path) -> bool:
    """Return whether a path is a file that lies in build/ itself and not behind a link or a step upwards."""
    inside = path.is_relative_to(build) and ".." not in path.parts
    return inside and path.is_file() and path.resolve() == build.resolve() / path.relative_to(build)


def _set_aside(path: Path, project: ProjectFolder) -> Path:
    """Move a file to the same place below build/old/, beside what lies there, and return where."""
    wanted = project.build / OLD / path.relative_to(project.build)
    wanted.parent.mkdir(parents=True, exist_ok=True)
    return path.rename(_free(wanted))


def _free(path: Path) -> Path:
    numbered = (path.with_stem(f"{path.stem}_{number}") for number in count(2))
    return path if not path.exists() else next(each for each in numbered if not each.exists())
