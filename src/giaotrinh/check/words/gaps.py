"""Gaps a draft leaves for a person: "[cần bổ sung: tên trường]". They print as they stand until somebody fills them."""

import re
from collections.abc import Iterator

from giaotrinh.check.linking.naming import place
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.document import plain

_GAP = re.compile(r"\[\s*cần bổ sung\s*:?\s*([^\]]*)\]", re.IGNORECASE)


def gaps(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every gap in the course data and in the text of modules."""
    course = subject.course
    if not subject.modules:
        school = {"school.name": course.school.name, "school.place": course.school.place, "foreword": course.foreword}
        for path, words in school.items():
            for match in _GAP.finditer(words):
                yield warning("gap-left", place(course.spans, path, course.file), what=match[1].strip())
    for module in subject.modules:
        for block in module.walk():
            for match in _GAP.finditer(plain((*block.title, *block.inlines))):
                yield warning("gap-left", block.span, what=match[1].strip())
