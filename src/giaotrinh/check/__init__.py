"""Checking: a linked course in, findings out."""

from collections.abc import Callable, Iterator

from giaotrinh.check.link import link as link
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, in_order

Check = Callable[[Curriculum], Iterator[Diagnostic]]

CHECKS: tuple[tuple[str, Check], ...] = ()
"""What is checked, in order: name of the check and the function that yields its findings."""


def check(curriculum: Curriculum) -> tuple[Diagnostic, ...]:
    """Return every finding about a linked course, exemptions and severities of the school applied."""
    return in_order(found for _, find in CHECKS for found in find(curriculum))
