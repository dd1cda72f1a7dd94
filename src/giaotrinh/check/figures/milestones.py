"""Milestones: the year of a goal, an orientation, a vision is the one the sources give it."""

import re
from collections.abc import Iterator

from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, warning

_MILESTONE = re.compile(
    r"(?<!\w)(?P<what>tầm nhìn|định hướng)(?:\s+(?:phát triển\s+)?(?:đến|tới))?\s+(?:năm\s+)?(?P<year>20\d\d)(?![\d-])",
    re.IGNORECASE,
)


def milestones(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every vision and orientation with a year no source gives it."""
    known = subject.knowledge.of(_known)
    for passage in subject.passages:
        for match in _MILESTONE.finditer(passage.text):
            years = known.get(match["what"].lower(), set())
            run = passage.run_at(match.start())
            is_ours = run is None or run.kind not in ("from", "code")
            if years and match["year"] not in years and is_ours:
                span = passage.place(match.start(), match.end())
                yield warning("milestone-differs", span, found=match.group(), expected=", ".join(sorted(years)))


def _known(curriculum: Curriculum) -> dict[str, set[str]]:
    """Return the years that sources and references give to each kind of milestone."""
    texts = [part.text for source in curriculum.project.sources for part in source.walk()]
    texts += [reference.text for reference in curriculum.course.references]
    years: dict[str, set[str]] = {}
    for text in texts:
        for match in _MILESTONE.finditer(text):
            years.setdefault(match["what"].lower(), set()).add(match["year"])
    return years
