"""A limit of ours never breaks one the machine has set."""

import subprocess
import sys

import pytest

PROGRAM = """
import resource
from giaotrinh.driver.edge.limits import limit_memory
{before}
limit_memory(3 * 1024**3)
print(resource.getrlimit(resource.RLIMIT_AS)[0])
"""


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ("", 3 * 1024**3),
        ("resource.setrlimit(resource.RLIMIT_AS, (2 * 1024**3, 2 * 1024**3))", 2 * 1024**3),
        ("resource.setrlimit(resource.RLIMIT_AS, (4 * 1024**3, 4 * 1024**3))", 3 * 1024**3),
    ],
    ids=["none", "lower", "higher"],
)
def test_the_lower_limit_stands(before, left):
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(before=before)], capture_output=True, text=True, check=True
    )

    assert int(ran.stdout) == left
