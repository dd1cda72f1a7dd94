"""Where a project stands, what the program carries, and the snapshot of both."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.reading import read_file
from giaotrinh.model.snapshot import Snapshot

COURSE, TEMPLATES, BUILD = "course", "templates", "build"
KEPT = ".giaotrinh"
HIDDEN = (".", "~")

_CHECKOUT = Path(__file__).resolve().parents[4]
_BUNDLED = Path(__file__).resolve().parents[2] / "_bundled"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFolder:
    """A project on disk."""

    root: Path

    def course_file(self, plan: str) -> str:
        """Return the course file of a plan, relative to the project; "" is the course itself.

        Raises Failure (USAGE) for a plan there is not.
        """
        name = f"{COURSE}/{plan or 'course'}.yaml"
        if plan and not (self.root / name).is_file():
            known = sorted(path.stem for path in (self.root / COURSE).glob("*.yaml") if path.stem != "course")
            raise Failure(Exit.USAGE, "plan-unknown", name=plan, known=", ".join(known))
        return name

    @property
    def build(self) -> Path:
        """Return the output folder."""
        return self.root / BUILD

    @property
    def kept(self) -> Path:
        """Return the folder of what the program keeps for people and nobody prints: versions, the turn to write."""
        return self.root / KEPT

    @property
    def cache(self) -> Path:
        """Return the folder of what may be thrown away."""
        return self.build / ".cache"

    @property
    def fragments(self) -> Path:
        """Return the folder of printed fragments."""
        return self.cache / "fragments"


def bundled() -> Path:
    """Return the folder that holds the program's own templates/ and course/.

    In a checkout it is the checkout itself; in an installed wheel the folder the wheel carries.
    """
    return _BUNDLED if (_BUNDLED / TEMPLATES).is_dir() else _CHECKOUT


def find_project(start: Path) -> ProjectFolder:
    """Return the project that holds a folder: the nearest one upwards with course/course.yaml.

    Raises Failure (USAGE) when there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / COURSE / "course.yaml").is_file():
            return ProjectFolder(root=folder)
    raise Failure(Exit.USAGE, "project-not-found", path=start)


def take_snapshot(project: ProjectFolder) -> Snapshot:
    """Return every file of course/ and templates/, built-in templates filling what the project lacks.

    Raises Failure (UNREADABLE) for a file that cannot be read or is larger than the limit.
    """
    files = {f"{TEMPLATES}/{name}": path for name, path in _files_below(bundled() / TEMPLATES)}
    files |= {f"{TEMPLATES}/{name}": path for name, path in _files_below(project.root / TEMPLATES)}
    files |= {f"{COURSE}/{name}": path for name, path in _files_below(project.root / COURSE)}
    return Snapshot(files={name: read_file(path) for name, path in sorted(files.items())})


def _files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    inside = folder.resolve()
    for current, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(HIDDEN)]
        for name in names:
            path = Path(current, name)
            # A link that leads out of the project would print a file the author never meant to hand out.
            inner = not path.is_symlink() or path.resolve().is_relative_to(inside)
            if not name.startswith(HIDDEN) and inner and path.is_file():
                yield path.relative_to(folder).as_posix(), path
