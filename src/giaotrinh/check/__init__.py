"""Checking: a linked course in, findings out. Nothing here reads a file or words a message.

link            every name a course calls is looked up once
check           findings of CHECKS, exemptions and the school's severities applied
exemptions      what authors allow, with reasons, for manifest and colophon
coverage        what is taught, practised and tested, for coverage pages and the concordance
review          fingerprints of provisions at their last review (course/review.lock)
"""

from collections.abc import Callable, Iterable, Iterator

from giaotrinh.check.coverage import coverage, covered
from giaotrinh.check.exemption import settle
from giaotrinh.check.fidelity import fidelity
from giaotrinh.check.link import link
from giaotrinh.check.objectives import objectives
from giaotrinh.check.quotations import quotations
from giaotrinh.check.structure import structure
from giaotrinh.check.subject import Subject
from giaotrinh.check.timing import timing
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, Exemption, in_order

__all__ = ["CHECKS", "Check", "check", "coverage", "exemptions", "link"]

Check = Callable[[Subject], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    structure,  # the parts every module needs; answers; key points with their source
    objectives,  # objectives begin with what can be seen done
    timing,  # minutes against periods, modules against sessions
    covered,  # provisions taught, practised, tested as the school asks
    quotations,  # word for word
    fidelity,  # every quantity
)
"""What is checked, in order: functions that yield findings about a course."""


def check(curriculum: Curriculum) -> tuple[Diagnostic, ...]:
    """Return every finding about a linked course, exemptions and severities of the school applied."""
    return in_order(settle(curriculum, _findings(curriculum))[0])


def exemptions(curriculum: Curriculum) -> tuple[Exemption, ...]:
    """Return every exemption of the course with the number of findings it holds back, in the order of its files."""
    return settle(curriculum, _findings(curriculum))[1]


def _findings(curriculum: Curriculum) -> Iterable[Diagnostic]:
    subject = Subject(curriculum=curriculum)
    return in_order(found for find in CHECKS for found in find(subject))
