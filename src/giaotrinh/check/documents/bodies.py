"""Bodies and posts as a text names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.model.text import fold
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.lexicon import any_of, words

_WORD = rf"[{CAPITALS}][^\W\d_]*(?:\s+(?!và\b)[^\W\d_{CAPITALS}]+)?"
_MINISTRY = rf"Bộ\s+(?!Chính\s+trị){_WORD}(?:(?:,\s|\s+và\s+|\s+-\s+){_WORD})*"
_COMMITTEE = rf"Ban\s+{_WORD}(?:\s+{_WORD})?\s+Trung\s+ương"
_PARTY = (
    r"(?:Đảng\s+đoàn|Đảng\s+(?:ủy|uỷ)|Ban\s+cán\s+sự\s+đảng)\s+(?:Quốc\s+hội|Chính\s+phủ|Mặt\s+trận\s+Tổ\s+quốc|các)|"
    r"Văn\s+phòng\s+Trung\s+ương|Mặt\s+trận\s+Tổ\s+quốc|Tổng\s+Bí\s+thư|Chủ\s+tịch\s+(?:nước|Quốc\s+hội)|"
    r"Thủ\s+tướng(?:\s+Chính\s+phủ)?|(?:Ủy|Uỷ)\s+ban\s+[Tt]hường\s+vụ\s+Quốc\s+hội|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân|UBND|HĐND"
)
NAMES = any_of(tuple(name for name in words("bodies", "names") if name != "Văn phòng"))
BODY = rf"(?:{_PARTY}|{NAMES}|{_COMMITTEE}|{_MINISTRY})(?!\w)"
"""Pattern of a body or a post; what it is called in full may go on behind."""

_BODY = re.compile(rf"(?<![\w/-]){BODY}")
_SHORT = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "thủ tướng": "thủ tướng chính phủ"}

_ABBREVIATED = re.compile(r"(?<!\w)(?:UBND|HĐND)(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body or a post at its place in a text."""

    name: str
    """Folded, abbreviations written out."""
    text: str
    start: int
    end: int


def bodies_in(text: str) -> Iterator[Body]:
    """Yield the bodies and posts a text names, in order."""
    for match in _BODY.finditer(text):
        yield Body(name=body_name(match.group()), text=match.group(), start=match.start(), end=match.end())


def body_name(text: str) -> str:
    """Return the name of a body folded, abbreviations written out."""
    folded = fold(text)
    return _SHORT.get(folded, folded)


def written_out(text: str) -> str:
    """Return a text with the abbreviations of bodies written out."""
    return _ABBREVIATED.sub(lambda match: _SHORT[fold(match.group())], text)


def is_same(one: str, other: str) -> bool:
    """Whether two folded names are of one body: equal, or one the beginning of the other ("hội đồng nhân dân tỉnh")."""
    return one.startswith(other) or other.startswith(one)
