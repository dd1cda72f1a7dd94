"""Files that are whole or absent, and the locks on a folder."""

import contextlib
import errno
import os
import stat
import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from filelock import FileLock, Timeout

from giaotrinh.driver.edge.exchange import exchange
from giaotrinh.driver.edge.failure import Exit, Failure

TEMPORARY_SUFFIX = ".part"
FORGOTTEN = 3600.0
"""Seconds after which a temporary file is rubbish whatever its name says: its process may be of another machine."""
WAIT = 30.0
"""Seconds somebody who writes to the course waits for another who does."""

_numbers = count(1)


class Overtaken(Exception):
    """Somebody else wrote the file between reading and writing it; theirs stands."""


def write_whole(path: Path, content: bytes, *, instead_of: bytes | None = None) -> None:
    """Write a file so that a reader, or a crash at any moment, sees the old bytes or the new ones.

    A file that stands there keeps its mode and, where the system lets us, its owner; through a link its target is
    written. Raises Failure (NOT_WRITABLE) where the disk refuses or the file may not be written; Overtaken where
    `instead_of` is told and is no longer what the file holds. Nothing temporary stays behind.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        temporary = target.with_name(f".{target.name}.{_own_mark()}{TEMPORARY_SUFFIX}")
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise not_writable(path, problem) from problem
    try:
        standing = _standing(target)
        _write_and_sync(temporary, content)
        if standing:
            _like(temporary, standing)
        if instead_of is not None and (standing is None or target.read_bytes() != instead_of):
            raise Overtaken
        _put(temporary, target, content, instead_of)
        _sync_folder(target.parent)
    except OSError as problem:
        raise not_writable(path, problem) from problem
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _put(temporary: Path, target: Path, content: bytes, instead_of: bytes | None) -> None:
    """Give a written file its name; raises Overtaken, theirs in place, where somebody wrote since the last look."""
    if instead_of is None or not exchange(temporary, target):
        temporary.replace(target)
    elif temporary.read_bytes() != instead_of:
        exchange(temporary, target)
        if temporary.read_bytes() != content:
            exchange(temporary, target)  # they wrote once more, over ours: the last word is theirs
        raise Overtaken


def not_writable(path: Path, problem: OSError) -> Failure:
    """Return the failure for a path the disk refuses, a full disk named as such."""
    code = "disk-full" if problem.errno in (errno.ENOSPC, errno.EDQUOT) else "output-not-writable"
    return Failure(Exit.NOT_WRITABLE, code, path=path, reason=problem.strerror or problem)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder against other builds; raises Failure (LOCKED) when another one holds it."""
    with _held(folder, 0):
        sweep(folder)
        yield


@contextlib.contextmanager
def taking_turns(folder: Path) -> Iterator[None]:
    """Hold the folder while something in it is read and written anew; others wait for their turn.

    Raises Failure (LOCKED) when the turn does not come within WAIT seconds.
    """
    with _held(folder, WAIT):
        yield


@contextlib.contextmanager
def _held(folder: Path, wait: float) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock", timeout=wait)
        lock.acquire()
    except Timeout as problem:
        raise Failure(Exit.LOCKED, "build-locked", path=folder) from problem
    except OSError as problem:
        raise not_writable(folder, problem) from problem
    try:
        yield
    finally:
        lock.release()


def sweep(folder: Path) -> None:
    """Remove the temporary files that killed writers left below a folder; those of writers that live are spared."""
    for leftover in folder.rglob(f".*{TEMPORARY_SUFFIX}"):
        with contextlib.suppress(OSError):
            if _is_forgotten(leftover):
                leftover.unlink()


def _own_mark() -> str:
    # No two writers share a name: neither two processes, nor two threads, nor one thread twice.
    return f"{os.getpid()}.{threading.get_ident()}.{next(_numbers)}"


def _is_forgotten(leftover: Path) -> bool:
    writer = leftover.name.removesuffix(TEMPORARY_SUFFIX).split(".")[-3:][0]
    old = time.time() - leftover.stat().st_mtime > FORGOTTEN
    return old or not (writer.isdecimal() and _lives(int(writer)))


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        pass  # somebody else's, or no number of a process: leave it to its age
    return True


def _standing(path: Path) -> os.stat_result | None:
    """Return what the system knows of a file that is to be replaced; raises OSError where it may not be written."""
    try:
        known = path.stat()
    except FileNotFoundError:
        return None
    # An administrator could write it all the same; that nobody may is what somebody meant.
    if stat.S_ISREG(known.st_mode) and not (known.st_mode & 0o222 and os.access(path, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return known


def _like(path: Path, standing: os.stat_result) -> None:
    path.chmod(stat.S_IMODE(standing.st_mode))
    own = path.stat()
    if (own.st_uid, own.st_gid) != (standing.st_uid, standing.st_gid):
        with contextlib.suppress(PermissionError):  # only an administrator may give files away
            os.chown(path, standing.st_uid, standing.st_gid)


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
