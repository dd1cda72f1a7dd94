"""Two files exchange their names in one step of the system, so that what somebody wrote in between is not lost."""

import ctypes
import errno
import os
from pathlib import Path

_EXCHANGE = 2
_FROM_HERE = -100
"""RENAME_EXCHANGE and AT_FDCWD of renameat2(2)."""

_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)
"""What a kernel or a file system says that has no such step."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange the names of two files; return False, nothing changed, where the system has no such step.

    Raises OSError where one of them is gone or may not be renamed.
    """
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_FROM_HERE, os.fsencode(one), _FROM_HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    problem = ctypes.get_errno()
    if problem in _CANNOT:
        return False
    raise OSError(problem, os.strerror(problem), str(other))
