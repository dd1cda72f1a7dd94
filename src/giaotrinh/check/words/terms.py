"""Terms that are never varied: who writes "ba mũi đột phá" for "ba khâu đột phá" has changed the resolution's words."""

import re
from collections.abc import Iterator

from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.source import Role
from giaotrinh.viet.number import COUNT, count_value

_NUMBER_BEFORE = re.compile(rf"(?<!\w)({COUNT})\s+$", re.IGNORECASE)

_MAY_VARY = re.compile(
    r"đột\s+phá|(?:chủ|trọng)\s+yếu|chính|cơ\s+bản|quan\s+trọng|chủ\s+chốt|then\s+chốt|lớn|quý|việc|nhiệm\s+vụ|công\s+tác",
    re.IGNORECASE,
)
"""Words without which none of the variants stands."""

VARIANTS: dict[Role, tuple[str, str]] = {
    Role.BREAKTHROUGH: ("khâu đột phá", r"(?:bước|mũi|điểm|nội dung|lĩnh vực|hướng|trọng tâm|nhiệm vụ)\s+đột\s+phá"),
    Role.TARGET: (
        "chỉ tiêu chủ yếu",
        r"(?:chỉ\s+số|tiêu\s+chí|mục\s+tiêu)\s+(?:chủ\s+yếu|chính|cơ\s+bản)|"
        r"chỉ\s+tiêu\s+(?:chính|cơ\s+bản|trọng\s+yếu|quan\s+trọng|chủ\s+chốt|then\s+chốt)",
    ),
    Role.ORIENTATION: (
        "định hướng lớn",
        r"(?:phương\s+hướng|hướng)\s+lớn|định\s+hướng\s+(?:chính|cơ\s+bản|chủ\s+yếu|quan\s+trọng)",
    ),
    Role.TASK_GROUP: ("nhóm nhiệm vụ", r"(?:cụm|mảng|khối|loại)\s+nhiệm\s+vụ|nhóm\s+(?:công\s+việc|công\s+tác|việc)"),
    Role.LESSON: (
        "bài học kinh nghiệm",
        r"(?:kinh\s+nghiệm\s+(?:lớn|quý|chủ\s+yếu)|bài\s+học\s+(?:lớn|quý|chủ\s+yếu))",
    ),
}
"""Role -> the resolution's term, and what people write instead."""


def terms(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the number of a role stands before other words than the resolution's."""
    source = subject.curriculum.sources.get(subject.course.main_source)
    patterns = [
        (term, count, re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE))
        for role, (term, words) in VARIANTS.items()
        if source is not None and (count := source.announced.get(role))
    ]
    for passage in subject.passages:
        if not _MAY_VARY.search(passage.text):
            continue
        for term, count, pattern in patterns:
            for match in pattern.finditer(passage.text):
                number = _NUMBER_BEFORE.search(passage.text, max(0, match.start() - 16), match.start())
                run = passage.run_at(match.start())
                is_ours = run is None or run.kind not in ("from", "code")
                if number is not None and count_value(number[1]) == count and is_ours:
                    span = passage.place(match.start(), match.end())
                    yield warning("term-varied", span, found=match.group(), term=term)
