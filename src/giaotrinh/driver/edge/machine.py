"""What the machine refuses - memory, open files, a place to write, a whole package - as failures with their remedy.

None of it is the author's mistake, nor the program's.
"""

import errno

from giaotrinh.driver.edge.environment import damage_of, is_damage
from giaotrinh.driver.edge.failure import Exit, Failure

_NO_MEMORY = ("failed to map segment", "cannot allocate memory", "cannot apply additional memory protection")
"""What the loader of libraries says where there is no room for one."""


def refused(problem: BaseException) -> Failure | None:
    """Return the failure for what the machine refused, None for any other fault."""
    if is_short_of_memory(problem):
        return Failure(Exit.ENVIRONMENT, "memory-short")
    if isinstance(problem, ImportError) and is_damage(problem):
        return damage_of(problem)
    if isinstance(problem, OSError):
        return _of_the_system(problem)
    return None


def is_short_of_memory(problem: BaseException) -> bool:
    """Return whether a fault is that there was no memory, however it is said."""
    words = str(problem).lower()
    said = isinstance(problem, ImportError | OSError) and any(sign in words for sign in _NO_MEMORY)
    return said or isinstance(problem, MemoryError) or getattr(problem, "errno", None) == errno.ENOMEM


def _of_the_system(problem: OSError) -> Failure | None:
    if problem.errno in (errno.EMFILE, errno.ENFILE):
        return Failure(Exit.ENVIRONMENT, "files-short")
    if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO) and problem.filename is None:
        return Failure(Exit.NOT_WRITABLE, "answer-not-writable", reason=problem.strerror or problem)
    return None
