"""Files that people name: read whole and in time, or refused; never waited for, never without end."""

import os
import stat
from pathlib import Path

from giaotrinh.driver.edge.failure import Exit, Failure

SIZE_LIMIT = 50 * 1024**2
"""Bytes a file may have where nothing else is said."""


def read_file(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """Return the bytes of a file.

    Raises Failure (UNREADABLE): for what is no plain file (a folder, a device, a pipe nobody may ever write to), for
    one of more than `limit` bytes, and where the system refuses.
    """
    try:
        # Opening a pipe would wait for its other end; not so with O_NONBLOCK, which changes nothing for plain files.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(handle, "rb") as file:  # noqa: PTH123 - a handle, not a path
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise Failure(Exit.UNREADABLE, "input-special", path=path)
            content = file.read(limit + 1)
    except OSError as problem:
        raise unreadable(path, problem) from problem
    if len(content) > limit:
        raise Failure(Exit.UNREADABLE, "input-too-large", path=path, limit=limit // 1024**2)
    return content


def unreadable(path: Path, problem: OSError) -> Failure:
    """Return the failure for a file the system does not hand over."""
    return Failure(Exit.UNREADABLE, "input-unreadable", path=path, reason=problem.strerror or problem)
