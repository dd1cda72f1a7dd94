"""Makes a new course project from the starter the program carries."""

from pathlib import Path

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import BUILD
from giaotrinh.driver.edge.writing import write_whole

STARTER = Path(__file__).resolve().parent / "starter"


def start_project(folder: Path) -> tuple[Path, ...]:
    """Write the starter into a new or empty folder; return the files written.

    Raises Failure (USAGE) when the folder holds anything: nothing is ever written over.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise Failure(Exit.USAGE, "folder-not-empty", path=folder)
    contents = {path.relative_to(STARTER): path.read_bytes() for path in sorted(STARTER.rglob("*")) if path.is_file()}
    contents[Path(BUILD, ".gitignore")] = b"*\n!.gitignore\n"
    for name, content in contents.items():
        write_whole(folder / name, content)
    return tuple(folder / name for name in contents)
