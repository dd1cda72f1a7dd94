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

WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15, "mười sáu": 16,
    "mười bảy": 17, "mười tám": 18, "mười chín": 19, "hai mươi": 20, "hai mươi mốt": 21, "hai mươi hai": 22,
}  # fmt: skip
"""Numbers in words -> value, as far as counts of a resolution go."""

NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(WORDS, key=len, reverse=True)) + ")"
"""Pattern of a count in digits or words."""

_ROLES = tuple((role, re.compile(rf"(?:{nouns})\b", re.IGNORECASE)) for role, nouns in NOUNS.items())


def value_of(number: str) -> int:
    """Return the value of a match of NUMBER."""
    return int(number) if number.isdecimal() else WORDS[" ".join(number.lower().split())]


def role_named(unit: str) -> Role | None:
    """Return the role whose name a unit or a noun begins with, None where it names none."""
    return next((role for role, pattern in _ROLES if pattern.match(unit)), None)
