"""Counts a document announces of its own parts: "20 chỉ tiêu", "ba khâu đột phá", "14 nhóm nhiệm vụ"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from giaotrinh.model.source import Provision, Role
from giaotrinh.viet.flattening import flatten
from giaotrinh.viet.number import NUMBER_WORDS, number_word_value
from giaotrinh.viet.quantity import is_a_count
from giaotrinh.viet.roles import COUNTED, NOUNS

_ANY = "|".join(f"(?P<{role.name}>{NOUNS[role]})" for role in COUNTED)
_COUNTED = re.compile(rf"\s+(?:{_ANY})(?!\w)", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\w.,/-])\d{1,3}(?![\w.,/%-])")
_LEAST = 2
"""One of a thing announces nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A count as a provision states it."""

    role: Role
    count: int
    path: str
    text: str
    """As written: "ba khâu đột phá"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountDiffers:
    """A count that the document announces and its provisions do not have."""

    role: Role
    announced: int
    found: int
    path: str
    """Where it is announced."""


def read_announced(provisions: Sequence[Provision]) -> tuple[Announced, ...]:
    """Return every count of its own parts that a document states, in the order of the text."""
    return tuple(
        found for root in provisions for part in root.walk() for found in _in_text(part) if found.count >= _LEAST
    )


def agreed_counts(announced: Sequence[Announced]) -> Mapping[Role, int]:
    """Return role -> count where all statements about a role agree."""
    counts: dict[Role, set[int]] = {}
    for one in announced:
        counts.setdefault(one.role, set()).add(one.count)
    return MappingProxyType({role: next(iter(values)) for role, values in counts.items() if len(values) == 1})


def compare_counts(announced: Sequence[Announced], found: Mapping[Role, int]) -> tuple[CountDiffers, ...]:
    """Return the announced counts that the provisions found do not meet; roles never found count as none."""
    return tuple(
        CountDiffers(role=one.role, announced=one.count, found=found.get(one.role, 0), path=one.path)
        for one in announced
        if one.count != found.get(one.role, 0)
    )


def _in_text(part: Provision) -> list[Announced]:
    text = flatten(part.text).text
    places = [(match.start(), match.end(), int(match.group())) for match in _DIGITS.finditer(text)]
    places += [
        (match.start(), match.end(), number_word_value(match))
        for match in NUMBER_WORDS.finditer(text)
        if is_a_count(text, match)
    ]
    found = [(start, count, thing) for start, end, count in sorted(places) if (thing := _COUNTED.match(text, end))]
    return [
        Announced(role=_role(thing), count=count, path=part.path, text=text[start : thing.end()])
        for start, count, thing in found
    ]


def _role(thing: re.Match[str]) -> Role:
    return next(role for role in COUNTED if thing[role.name])
