"""Checking: a linked course in, findings out. Nothing here reads a file or words a message.

link            every name a course calls is looked up once
check           findings of CHECKS and COURSE_CHECKS
coverage        what is taught, practised and tested, for coverage pages and the concordance
review          fingerprints of provisions at their last review (course/review.lock)
taken           what every number of a course is taken for, one by one

linking     Every name a course calls is looked up once, before anything is checked.
passages    What checks read: the words of a course as passages, the provisions they lean on, what the sources state.
claims      What every number of a course is taken for, and what is made of it.
figures     Whether every number of a course is the one its source states.
counts      Counts and sums: what is announced, listed, added up.
questions   Questions, their keys and answers, and what of them a learner may not meet.
words       Whether words are the source's own: quotations, terms, blanks, gaps.
documents   Documents, their codes and dates, and the people and posts a course names.
course      What a course must hold, and whether its parts fit together: structure, time, classes, coverage, reviews.
"""

from collections.abc import Callable, Iterator

from giaotrinh.check.claims.telling import told
from giaotrinh.check.claims.years import years
from giaotrinh.check.counts.arithmetic import arithmetic
from giaotrinh.check.counts.counts import counts
from giaotrinh.check.counts.lists import lists
from giaotrinh.check.counts.structure import structure_counts
from giaotrinh.check.counts.sums import sums
from giaotrinh.check.course.classes import classes
from giaotrinh.check.course.coverage import coverage, covered
from giaotrinh.check.course.marking import marking
from giaotrinh.check.course.objectives import objectives
from giaotrinh.check.course.structure import structure
from giaotrinh.check.course.timing import timing
from giaotrinh.check.documents.actors import actors
from giaotrinh.check.documents.asof import later
from giaotrinh.check.documents.identity import identity
from giaotrinh.check.documents.issuing import issuing
from giaotrinh.check.documents.people import people
from giaotrinh.check.figures.fidelity import fidelity
from giaotrinh.check.figures.milestones import milestones
from giaotrinh.check.figures.qualifiers import qualifiers
from giaotrinh.check.figures.writing import writing
from giaotrinh.check.linking.link import link
from giaotrinh.check.passages.memory import Memory
from giaotrinh.check.passages.subject import Subject, parts
from giaotrinh.check.questions.answers import answers
from giaotrinh.check.questions.grounds import grounds
from giaotrinh.check.questions.keys import keys
from giaotrinh.check.questions.sealed import sealed
from giaotrinh.check.words.blanks import blanks
from giaotrinh.check.words.gaps import gaps
from giaotrinh.check.words.items import items
from giaotrinh.check.words.quotations import quotations
from giaotrinh.check.words.replaced import replaced
from giaotrinh.check.words.retelling import retelling
from giaotrinh.check.words.terms import terms
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, in_order

__all__ = ["CHECKS", "COURSE_CHECKS", "Check", "check", "coverage", "link", "taken"]

Check = Callable[[Subject], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    structure,  # the parts every module needs; answers; key points with their source
    blanks,  # blanks of guided notes stand in handouts
    objectives,  # objectives begin with what can be seen done
    marking,  # lines of a marking guide: steps of 0,25 that add up
    timing,  # minutes against periods, modules against sessions
    later,  # what was issued after the as-of date stands in its box
    quotations,  # word for word
    items,  # items of enumerations are the provision's, in its order
    replaced,  # items of enumerations in the source's words
    retelling,  # another word amid the provision's own
    fidelity,  # every quantity
    years,  # deadlines and periods are those of the provisions cited
    qualifiers,  # named figures keep "trên", "ít nhất"
    writing,  # ranges go up, commas open decimals
    counts,  # "20 chỉ tiêu": announced, listed, said
    lists,  # as many items as the words before a list say
    structure_counts,  # parts of the source: how many, which one, under which number
    arithmetic,  # calculations written out come out
    sums,  # equations, total rows and columns, shares of a whole
    milestones,  # the year of a vision, an orientation
    terms,  # terms of the resolution are never varied
    issuing,  # a number is of its issuer and its time
    actors,  # a task is of the body the provision names
    identity,  # codes and dates belong to what they name
    gaps,  # what a draft left for a person to fill in
    keys,  # keys name options, options differ, answers agree
    grounds,  # keys agree with the cited provisions
    answers,  # answers stand in their blocks alone
    people,  # a post has its date, a name its spelling, a congress its term
)
"""What is checked of every module and of the course data, in order: functions that yield findings."""

COURSE_CHECKS: tuple[Check, ...] = (
    covered,  # provisions taught, practised, tested as the school asks
    sealed,  # what is kept for examinations is in no learner's paper
    classes,  # days off, two sessions at once, too few sessions for the course
)
"""What is checked of the course as a whole."""


def check(curriculum: Curriculum) -> tuple[Diagnostic, ...]:
    """Return every finding about a linked course, as the checks weigh them."""
    course, *modules = parts(curriculum)
    whole = [found for find in COURSE_CHECKS for found in find(course)]
    return in_order((*whole, *_checked(course), *(each for module in modules for each in _of_module(module))))


def taken(curriculum: Curriculum) -> tuple[Diagnostic, ...]:
    """Return what every number of a linked course is taken for, as information at its place, in the order of files."""
    return in_order(found for part in parts(curriculum) for found in told(part))


_kept: Memory[tuple[Diagnostic, ...]] = Memory(256)
"""Findings about modules; what they are made of is said in `Subject`."""


def _of_module(part: Subject) -> tuple[Diagnostic, ...]:
    made_from = (*part.modules, part.course, *part.curriculum.project.sources, *part.questions)
    return _kept.get(made_from, lambda: _checked(part))


def _checked(part: Subject) -> tuple[Diagnostic, ...]:
    return tuple(found for find in CHECKS for found in find(part))
