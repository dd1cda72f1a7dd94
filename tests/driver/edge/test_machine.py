"""What the machine refuses has its own words and exit code, and is never blamed on the program or the author."""

import errno

import pytest

from giaotrinh.driver.edge.failure import Exit
from giaotrinh.driver.edge.machine import refused


@pytest.mark.parametrize(
    ("problem", "code", "exit_code"),
    [
        (MemoryError(), "memory-short", Exit.ENVIRONMENT),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "memory-short", Exit.ENVIRONMENT),
        (ImportError("libjpeg.so.62: failed to map segment from shared object"), "memory-short", Exit.ENVIRONMENT),
        (OSError(errno.EMFILE, "Too many open files", "a.md"), "files-short", Exit.ENVIRONMENT),
        (OSError(errno.ENOSPC, "No space left on device"), "answer-not-writable", Exit.NOT_WRITABLE),
        (OSError(errno.EIO, "Input/output error"), "answer-not-writable", Exit.NOT_WRITABLE),
    ],
)
def test_refusals(problem, code, exit_code):
    failure = refused(problem)

    assert failure is not None
    assert (failure.code, failure.exit_code) == (code, exit_code)


@pytest.mark.parametrize("problem", [OSError(errno.ENOENT, "x", "a"), ValueError("x"), KeyError("a")])
def test_other_faults_are_the_programs(problem):
    assert refused(problem) is None
