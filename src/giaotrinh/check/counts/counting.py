"""What a resolution announces the number of: "20 chỉ tiêu", "ba khâu đột phá"."""

import re

from giaotrinh.model.source import Role

NOUNS = {
    Role.TARGET: r"chỉ tiêu",
    Role.BREAKTHROUGH: r"khâu đột phá|đột phá",
    Role.LESSON: r"bài học kinh nghiệm|bài học",
    Role.ORIENTATION: r"định hướng",
    Role.TASK_GROUP: r"nhóm nhiệm vụ",
    Role.VIEWPOINT: r"quan điểm",
}
"""Role -> the words that name it in prose, longest first; terms of the resolution that are never varied."""

_ROLES = tuple((role, re.compile(rf"(?:{nouns})\b", re.IGNORECASE)) for role, nouns in NOUNS.items())


def role_named(unit: str) -> Role | None:
    """Return the role whose name a unit or a noun begins with, None where it names none."""
    return next((role for role, pattern in _ROLES if pattern.match(unit)), None)
