"""A plan and the units of a resolution -> modules: what each teaches, how many sessions it fills."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from giaotrinh.draft.provisions.formal import is_frame
from giaotrinh.draft.provisions.wording import heading_of, lowered, name_of
from giaotrinh.draft.sections import (
    FORMAL,
    KEPT_TOGETHER,
    REST,
    Section,
    Unit,
    in_parts,
    pieces_of,
    sections_of,
)
from giaotrinh.model.course import Periods, TimeRules
from giaotrinh.model.drafting import DraftPlan, PlannedModule
from giaotrinh.model.source import Provision
from giaotrinh.outline.places import place_of

MOST_SECTIONS = 6
"""Sections of a session; more leave too few minutes for each."""
AROUND = 25
"""Minutes of theory that are not lesson: opening, review, closing, guidance."""
STRETCH = 2.0
"""Times the minutes needed that a plan may give before it is stretched, and be given before it squeezes."""
_BARE = re.compile(r"(?:Điều|[Mm]ục|Chương|Phần|Phụ lục) [\dIVX][\w.]*")
_THIN = 10
"""Minutes under which a place of the plan joins its neighbour."""
_TITLE, _PART = 140, 80
"""Characters of a title, and of the part of it that one root of the document gives."""
_SHORT, _RANGE = 44, 20
"""Characters of a short title, and of the places in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotted:
    """A module to be written."""

    planned: PlannedModule
    title: str
    short_title: str
    periods: Periods
    sessions: int = 1
    sections: tuple[Section, ...] = ()


@dataclass(slots=True)
class _Place:
    planned: PlannedModule
    units: list[Unit]
    joined: bool = False
    sessions: int = 1

    @property
    def minutes(self) -> float:
        return sum(unit.minutes for unit in self.units)


def needed(units: Sequence[Unit]) -> float:
    """Return the minutes it takes to teach units."""
    return sum(unit.minutes for unit in units)


def sessions_needed(units: Sequence[Unit]) -> int:
    """Return the sessions whose lessons units fill."""
    return max(1, ceil(needed(units) / KEPT_TOGETHER))


def allot(
    plan: DraftPlan, units: Sequence[Unit], provisions: Sequence[Provision], time: TimeRules, *, fitted: bool
) -> tuple[Allotted, ...]:
    """Return the modules of a plan over units.

    `fitted` is for a plan nobody asked for by name: no more sessions than the source needs, tiết by the minutes needed.
    Otherwise the sessions of the plan are filled. Places without provisions are left out, thin ones join a neighbour.
    """
    after = [planned for planned in plan.modules if planned.kind != "content"]
    places = [_whole(plan, units)] if fitted else _joined(_taken(plan, units))
    free = plan.sessions - len(after)
    free = min(free, sessions_needed(units)) if fitted else free
    while len(places) > max(1, free):
        _join_smallest(places)
    for _ in range(free - len(places)):
        widest = max(places, key=lambda each: each.minutes / each.sessions)
        widest.sessions += 1
    modules = [module for place in places for module in _modules(place, provisions, time, fitted)]
    return (*_told_apart(modules), *(_plain(planned) for planned in after))


def _whole(plan: DraftPlan, units: Sequence[Unit]) -> _Place:
    """Return one place for all units, in the order of their text."""
    return _Place(next(planned for planned in plan.modules if planned.kind == "content"), list(units), joined=True)


def _taken(plan: DraftPlan, units: Sequence[Unit]) -> list[_Place]:
    """Return the places of a plan with their units; what is formal stands with what comes before it in the text."""
    places = [_Place(planned, []) for planned in plan.modules if planned.kind == "content"]
    takers = {role: place for place in reversed(places) for role in place.planned.takes}
    rest = takers.get(REST, places[-1])
    last = None
    for unit in units:
        last = last or rest if unit.role == FORMAL else takers.get(unit.role, rest)
        last.units.append(unit)
    return [place for place in places if place.units]


def _joined(places: list[_Place]) -> list[_Place]:
    while len(places) > 1 and any(place.minutes < _THIN for place in places):
        _join_smallest(places)
    return places


def _join_smallest(places: list[_Place]) -> None:
    at = min(range(len(places)), key=lambda index: places[index].minutes)
    first, second = sorted((at, at - 1 if at else 1))
    kept, gone = places[first], places[second]
    planned = kept.planned if kept.minutes >= gone.minutes else gone.planned
    places[first : second + 1] = [_Place(planned, kept.units + gone.units, joined=True)]


def _modules(place: _Place, provisions: Sequence[Provision], time: TimeRules, fitted: bool) -> Iterator[Allotted]:
    parts = _without_thin(in_parts(pieces_of(place.units), place.sessions))
    sessions = [1] * len(parts)
    for _ in range(place.sessions - len(parts)):
        loads = [needed(part) / sessions[at] for at, part in enumerate(parts)]
        sessions[loads.index(max(loads))] += 1
    for part, count in zip(parts, sessions, strict=True):
        heads = tuple(_heads(part, provisions))
        own = len(parts) == 1 and not place.joined and set(place.planned.takes) <= {unit.role for unit in part}
        yield Allotted(
            planned=place.planned,
            title=place.planned.title if own else _title(heads, provisions),
            short_title=place.planned.short_title if own else _short(heads, provisions),
            periods=_periods(place.planned, part, count, time, fitted),
            sessions=count,
            sections=sections_of(part, MOST_SECTIONS * count),
        )


def _without_thin(parts: list[list[Unit]]) -> list[list[Unit]]:
    """Return parts of which none is too short to be a module: it stands with its shorter neighbour."""
    while len(parts) > 1 and (least := min(map(needed, parts))) < _THIN:
        at = next(index for index, part in enumerate(parts) if needed(part) == least)
        before = at and (at + 1 == len(parts) or needed(parts[at - 1]) <= needed(parts[at + 1]))
        first = at - 1 if before else at
        parts[first : first + 2] = [parts[first] + parts[first + 1]]
    return parts


def _periods(planned: PlannedModule, units: Sequence[Unit], sessions: int, time: TimeRules, fitted: bool) -> Periods:
    """Return the tiết of a module; a fitted one has theory for the minutes its words need, at least one each."""
    filled = time.periods_per_session * sessions
    if not fitted or filled < 3:
        return Periods(
            theory=planned.theory * sessions,
            discussion=planned.discussion * sessions,
            assessment=planned.assessment * sessions,
        )
    theory = min(max(1, ceil((needed(units) + AROUND) / time.minutes_per_period)), filled - sessions)
    return Periods(theory=theory, discussion=1 if theory == 1 else filled - theory)


def _heads(units: Sequence[Unit], provisions: Sequence[Provision]) -> Iterator[Provision]:
    """Yield the highest provisions of which a module teaches all that is taught."""
    taught = {part.path for unit in units for part in unit.parts()}
    for provision in provisions:
        paths = {part.path for part in provision.walk()}
        if paths <= taught or (provision.path in taught and not provision.children):
            yield provision
        elif paths & taught:
            inner = tuple(_heads(units, provision.children))
            yield from inner or (provision,)


def _title(heads: Sequence[Provision], provisions: Sequence[Provision]) -> str:
    """Return a title from what a module teaches: its headings where they are short, else its places and the first."""
    every = [name for run in _below(heads, provisions) for name in run]
    # Scope, force and bare numbers say nothing of what is taught, where something else does.
    names = [name for name in every if not is_frame(name) and not _BARE.fullmatch(name)] or every
    whole = "; ".join([*names[:1], *map(lowered, names[1:])])
    if names and len(whole) <= _TITLE:
        return whole[:1].upper() + whole[1:]
    place = _places(heads)
    telling = [name for head in heads if (name := heading_of(head)) and not is_frame(name)]
    first = next((name for name in telling if len(name) <= _TITLE), "")
    more = " và các nội dung khác" if first and len(heads) > 1 else ""
    return f"{place}: {lowered(first)}{more}" if first else place


def _below(heads: Sequence[Provision], provisions: Sequence[Provision]) -> Iterator[list[str]]:
    """Yield names of what a module teaches, for each root; of a root it teaches in part also which parts."""
    chosen = {head.path for head in heads}
    for root in provisions:
        inside = [part for part in root.walk() if part.path in chosen]
        if inside and inside[0] is root:
            yield [name_of(root)]
        elif inside:
            names = [heading_of(part) for part in inside]
            short = all(names) and len("; ".join(names)) <= _PART
            name = heading_of(root)
            yield names if short else [f"{name} ({_range(inside)})" if name else _range(inside)]


def _short(heads: Sequence[Provision], provisions: Sequence[Provision]) -> str:
    names = [name for head in heads if (name := heading_of(head)) and not is_frame(name)]
    if len(names) == 1 and len(names[0]) <= _SHORT:
        return names[0]
    roots = [root for root in provisions if any(part is head for head in heads for part in root.walk())]
    root = heading_of(roots[0]) if len(roots) == 1 else ""
    return f"{root}: {_range(heads)}" if root and len(root) <= _SHORT - _RANGE else _places(heads)


def _places(heads: Sequence[Provision]) -> str:
    said = _range(heads)
    return said[:1].upper() + said[1:]


def _range(heads: Sequence[Provision]) -> str:
    articles = [part for head in heads for part in head.walk() if part.kind == "article"]
    mixed = len({head.kind for head in heads}) > 1 and "article" in {head.kind for head in heads}
    ends = articles if mixed and "roman" not in {head.kind for head in heads} else list(heads)
    first, last = place_of(ends[0].path), place_of(ends[-1].path)
    return first if first == last else f"{first} đến {last}"


def _told_apart(modules: Sequence[Allotted]) -> list[Allotted]:
    """Return modules with short titles of their own: two of one name are told apart by their number."""
    shown = [module.short_title for module in modules]
    return [
        replace(module, short_title=f"{module.short_title}, phần {shown[: at + 1].count(module.short_title)}")
        if shown.count(module.short_title) > 1
        else module
        for at, module in enumerate(modules)
    ]


def _plain(planned: PlannedModule) -> Allotted:
    periods = Periods(theory=planned.theory, discussion=planned.discussion, assessment=planned.assessment)
    return Allotted(planned=planned, title=planned.title, short_title=planned.short_title, periods=periods)
