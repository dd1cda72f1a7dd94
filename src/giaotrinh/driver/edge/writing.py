"""Files that are whole or absent, and the lock on the output folder."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from giaotrinh.driver.edge.failure import Exit, Failure

TEMPORARY_SUFFIX = ".part"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader, or a crash at any moment, sees the old bytes or the new ones.

    Raises Failure (NOT_WRITABLE) where the disk refuses; nothing temporary stays behind.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}{TEMPORARY_SUFFIX}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_and_sync(temporary, content)
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as problem:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise not_writable(path, problem) from problem


def not_writable(path: Path, problem: OSError) -> Failure:
    """Return the failure for a path the disk refuses, a full disk named as such."""
    code = "disk-full" if problem.errno in (errno.ENOSPC, errno.EDQUOT) else "output-not-writable"
    return Failure(Exit.NOT_WRITABLE, code, path=path, reason=problem.strerror or problem)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder against other builds; raises Failure (LOCKED) when another one holds it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock", timeout=0)
        lock.acquire()
    except Timeout as problem:
        raise Failure(Exit.LOCKED, "build-locked", path=folder) from problem
    except OSError as problem:
        raise not_writable(folder, problem) from problem
    try:
        _sweep(folder)
        yield
    finally:
        lock.release()


def _write_and_sync(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    # The rename itself must reach the disk; some file systems cannot sync a folder, which is no reason to fail.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folder: Path) -> None:
    # A killed build leaves temporary files; under the lock nobody else is writing, so they are rubbish.
    for leftover in folder.rglob(f".*{TEMPORARY_SUFFIX}"):
        with contextlib.suppress(OSError):
            leftover.unlink()
