"""Marking guides: their lines are whole steps and add up to the points of the question."""

from collections.abc import Iterator
from decimal import Decimal

from giaotrinh.check.linking.naming import place
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.course import Question
from giaotrinh.model.diagnostic import Diagnostic, error

STEP = Decimal("0.25")
"""The smallest part of a point that is given."""


def marking(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for every guide that does not add up and every line of one that is no whole number of steps."""
    for question in subject.questions:
        if question.guide:
            yield from _guide(question)


def _guide(question: Question) -> Iterator[Diagnostic]:
    file = question.span.file
    for at, line in enumerate(question.guide):
        if line.points <= 0 or line.points % STEP:
            span = place(question.spans, f"guide.{at}.points", file)
            yield error("points-not-in-steps", span, given=_written(line.points))
    found = sum((line.points for line in question.guide), Decimal(0))
    if question.points is None or found != question.points:
        expected = "?" if question.points is None else _written(question.points)
        span = place(question.spans, "points" if question.points is not None else "guide", file)
        yield error("points-do-not-add-up", span, name=question.id, found=_written(found), expected=expected)


def _written(points: Decimal) -> str:
    return f"{points.normalize():f}".replace(".", ",")
