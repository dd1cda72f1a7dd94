"""Whole trees compared: every provision by its words and its place, every figure, and whether what is wrong is doubted.

A truth file made by a reader lists every provision (`path`, `words`) and every figure. A provision is right where one
of ours has its words, its own step of the path, and the right provision above it; ours that no truth names are surplus.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.compare import Score, agrees
from corpus.truth import bounds, is_date
from giaotrinh.model.quantity import Quantity
from giaotrinh.model.source import Provision
from giaotrinh.model.text import fold

Told = Mapping[str, Any]
Pairs = Mapping[str, Provision | None]
"""Path in the truth -> the provision of ours that has its words, None where there is none."""

HEADING_STEP = re.compile(r"h\d+$")
BULLET_STEP = re.compile(r"[-+*p](\d+)$")
LETTERS = 40
"""Letters of the words of a provision that are compared."""
ENOUGH = 8
"""Letters that tell one provision from another."""
WITHOUT_MARKER = ("preamble", "paragraph", "annex")
NO_SURPLUS = ("preamble", "paragraph")
"""Kinds that hold what stands between provisions: truth files list them only where they head a group."""


@dataclass
class TreeScore:
    """What was right in one document."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    """What is wrong or surplus and has no doubt at it or above it."""
    doubts_at_right: int = 0

    @property
    def expected(self) -> int:
        return self.right + len(self.wrong) + len(self.surplus)


def match_tree(truth: Sequence[Told], roots: Sequence[Provision]) -> dict[str, Provision | None]:
    """Return the provision of ours for each of the truth, one for one, that of the same path where several fit."""
    every = [part for root in roots for part in root.walk()]
    taken: set[int] = set()
    pairs: dict[str, Provision | None] = {}
    for told in truth:
        wanted = squeezed(told.get("words", ""))
        fitting = [part for part in every if id(part) not in taken and has_words(part, wanted)]
        same = [part for part in fitting if part.path == told["path"]]
        found = next(iter([*same, *fitting]), None)
        taken |= {id(found)}
        pairs[told["path"]] = found
    return pairs


def squeezed(words: str) -> str:
    """Return words folded, letters and digits alone, as far as they are compared."""
    return re.sub(r"[^\w%]|_", "", fold(words))[:LETTERS]


def has_words(part: Provision, wanted: str) -> bool:
    """Return whether a provision begins with words; what has no marker may have them at the start of any line."""
    own = part.lines if part.kind in WITHOUT_MARKER else part.lines[:1]
    starts = [squeezed(line) for line in (part.text.split("\n", 1)[0], *own)]
    enough = min(ENOUGH, len(wanted))
    return bool(wanted) and any(len(start) >= enough and start.startswith(wanted[: len(start)]) for start in starts)


def parent_of(path: str, known: Mapping[str, object]) -> str:
    """Return the longest known path above a path, "" where none is."""
    cuts = (cut for cut in range(len(path) - 1, 0, -1) if path[cut] in "./")
    return next((path[:cut] for cut in cuts if path[:cut] in known), "")


def tree_score(truth: Sequence[Told], roots: Sequence[Provision], doubted: Sequence[int]) -> TreeScore:
    """Return what of a tree is right; `doubted` are the lines at which a doubt stands.

    What a reader was not sure of, and provisions quoted from another text, count neither way.
    """
    pairs = match_tree(truth, roots)
    doubts = Doubts(roots, doubted)
    score, right = TreeScore(), set()
    for at, told in enumerate(truth):
        ours = pairs[told["path"]]
        if not told.get("sure", True) or told.get("kind") == "quoted":
            continue
        if ours is not None and _is_home(told["path"], ours, pairs, doubts.above) and _same_step(told["path"], ours):
            score.right += 1
            right.add(ours.path)
            continue
        score.wrong.append(f"{told['path']} {told.get('words', '')[:50]!r}: {ours.path if ours else 'missing'}")
        if not any(doubts.holds(part) for part in _where_told(told["path"], ours, truth[:at], pairs)):
            score.silent.append(score.wrong[-1])
    for part in _surplus(roots, pairs):
        score.surplus.append(f"surplus {part.path} {part.title[:50]!r}")
        if not doubts.holds(part):
            score.silent.append(score.surplus[-1])
    score.doubts_at_right = len(doubts.paths & right)
    return score


class Doubts:
    """The provisions at which doubts stand; one at a provision covers those just below it."""

    def __init__(self, roots: Sequence[Provision], lines: Sequence[int]) -> None:
        every = sorted((part.line, part.path) for root in roots for part in root.walk())
        before = [[path for at, path in every if at <= line] for line in lines]
        self.paths = {paths[-1] for paths in before if paths}
        self.above = {child.path: parent for root in roots for parent in root.walk() for child in parent.children}

    def holds(self, part: Provision | None) -> bool:
        if part is None:
            return False
        return part.path in self.paths or (part.path in self.above and self.above[part.path].path in self.paths)


def _where_told(path: str, ours: Provision | None, before: Sequence[Told], pairs: Pairs) -> Iterator[Provision | None]:
    """Yield where a doubt about a wrong provision may stand: at it, else at what should hold it or stands before it."""
    if ours is not None:
        yield ours
        return
    yield pairs.get(parent_of(path, pairs))
    yield next((found for told in reversed(before) if (found := pairs[told["path"]])), None)


def _surplus(roots: Sequence[Provision], pairs: Pairs) -> Iterator[Provision]:
    matched = {ours.path for ours in pairs.values() if ours}
    for part in (part for root in roots for part in root.walk()):
        is_row = bool(part.lines) and part.lines[0].startswith("|")
        if part.path not in matched and part.kind not in NO_SURPLUS and not is_row:
            yield part


def _is_home(path: str, ours: Provision, pairs: Pairs, above: Mapping[str, Provision]) -> bool:
    wanted, up = parent_of(path, pairs), above.get(ours.path)
    if not wanted:
        return up is None or up.kind in ("chapter", "part", "section")
    other = pairs[wanted]
    return other is not None and up is not None and other.path == up.path


def _same_step(path: str, ours: Provision) -> bool:
    step, own = (re.split(r"[./](?=[^./]*$)", one)[-1].split("~")[0] for one in (path, ours.path))
    if HEADING_STEP.match(step):
        return not ours.label or BULLET_STEP.match(own) is not None
    if BULLET_STEP.match(step) and BULLET_STEP.match(own):
        return True
    return step == own or own.endswith(step) or step.endswith(own)


def figure_score(truth: Told, pairs: Pairs, found: Mapping[str, tuple[Quantity, ...]]) -> tuple[Score, list[str]]:
    """Return the figures wholly right of those told, and those of ours that nobody told.

    Dates count neither way; nor do tables of which a reader marked only the first rows, and annexes.
    """
    score, used = Score(), set()
    known = {path: part for path, part in pairs.items() if part}
    for told in truth.get("figures") or ():
        if is_date(told) or not _has_numbers(told):
            continue
        place = known.get(told["at"]) or known.get(parent_of(told["at"], known))
        near = [(part.path, one) for part in (place.walk() if place else ()) for one in found.get(part.path, ())]
        right = [spot for spot in near if any(agrees(spot[1], dict(told), *pair) for pair in bounds(dict(told)))]
        close = right or [spot for spot in near if (spot[1].low, spot[1].high) in set(bounds(dict(told)))]
        used |= {(path, one.start) for path, one in close[:1]}
        if told.get("sure", True):
            score.add(int(bool(right)), 1, _missed(told, [one for _, one in (close or near)[:3]]))
    tables = tuple(truth.get("tables") or ())
    spots = ((path, one) for path, ours in found.items() for one in ours if not path.startswith(tables or "\0"))
    left = [f"surplus {path} {one.text!r} {one.unit}" for path, one in spots if (path, one.start) not in used]
    return score, [line for line in left if "/" not in line.split()[1]]


def _missed(told: Told, near: Sequence[Quantity]) -> str:
    values = told.get("value", (told.get("min"), told.get("max")))
    wanted = f"{told['at']} {told.get('qual')} {values} {told.get('unit')} {told.get('horizon')}"
    ours = "; ".join(
        f"{one.text!r}={one.low}-{one.high} {one.unit} {one.qualifier.value} {one.horizon}" for one in near
    )
    return f"{wanted} {told.get('words', '')[:40]!r}: {ours}"


def _has_numbers(told: Told) -> bool:
    try:
        return next(iter(bounds(dict(told))), None) is not None
    except (ArithmeticError, ValueError):
        return False
