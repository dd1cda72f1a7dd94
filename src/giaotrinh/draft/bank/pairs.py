"""Matching: the targets of one time with their values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.draft.bank.choice import shuffled
from giaotrinh.draft.bank.clauses import Clause, clauses
from giaotrinh.draft.bank.ground import BASIC, Ground, question
from giaotrinh.model.course import Question
from giaotrinh.model.source import Role
from giaotrinh.model.text import fold

LEAST, MOST = 3, 4
"""Pairs of a question."""

_NAME_WORDS = (3, 16)
"""Words of what is measured: fewer do not name it, more are not read in a column."""
_VALUE_WORDS = 9
_REACHED = re.compile(r"(?:[\s,]+(?:đạt|là|chiếm|ở mức|còn|phấn đấu|bình quân đạt))+$")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, kw_only=True)
class Pair:
    """What is measured and its value, as the source writes both."""

    clause: Clause
    name: str
    value: str


def pairs(ground: Ground) -> Iterator[Question]:
    """Yield a matching question for every three or four targets of the same time that stand together."""
    together: dict[tuple[str, str], list[Pair]] = {}
    for clause in clauses(ground):
        pair = None if ground.is_unaltered(clause.provision) else _pair(clause)
        if pair is not None and clause.horizon:
            above = ground.known.parents.get(clause.provision.path, clause.provision)
            together.setdefault((above.path, clause.horizon), []).append(pair)
    for (_, horizon), found in together.items():
        distinct = _distinct(found)
        for first in range(0, len(distinct), MOST):
            chosen = distinct[first : first + MOST]
            if len(chosen) >= LEAST:
                yield _matching(ground, chosen, horizon)


def _pair(clause: Clause) -> Pair | None:
    name = _REACHED.sub("", clause.text[: clause.start].rstrip(" ,"))
    value = clause.text[clause.start :].strip()
    after = clause.text[clause.end :]
    fits = _NAME_WORDS[0] <= len(name.split()) <= _NAME_WORDS[1] and len(value.split()) <= _VALUE_WORDS
    plain = not _NUMBER.search(name) and not _NUMBER.search(after) and "=" not in clause.text
    return Pair(clause=clause, name=name, value=value) if fits and plain and "," not in after else None


def _distinct(found: list[Pair]) -> list[Pair]:
    """Return the pairs of which neither side stands in another, so that only one matching is right."""
    kept: list[Pair] = []
    for pair in found:
        if all(fold(pair.name) != fold(each.name) and not _same(pair, each) for each in kept):
            kept.append(pair)
    return kept


def _same(one: Pair, other: Pair) -> bool:
    first, second = one.clause.quantity, other.clause.quantity
    return first.unit == second.unit and first.low <= second.high and second.low <= first.high


def _matching(ground: Ground, chosen: list[Pair], horizon: str) -> Question:
    first = chosen[0].clause.provision
    what = "chỉ tiêu" if ground.known.role(first) is Role.TARGET else "nội dung"
    values = shuffled([pair.value for pair in chosen], *(pair.name for pair in chosen))
    rows = {pair.value: f"{pair.name} = {pair.value}" for pair in chosen}
    cites = dict.fromkeys(ground.address(pair.clause.provision) for pair in chosen)
    said = "; ".join(f"{pair.name}: {pair.value}" for pair in chosen)
    return question(
        ground,
        "matching",
        first,
        *(pair.name for pair in chosen),
        stem=f"Ghép mỗi {what} với mức mà {ground.name} nêu cho {horizon}.",
        cites=tuple(cites),
        options=tuple(rows[value] for value in values),
        key=tuple("ABCDEFGH"[: len(chosen)]),
        answer=f"{ground.name_begins} nêu cho {horizon}: {said}.",
        level=BASIC,
    )
