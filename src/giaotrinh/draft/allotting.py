"""A plan and the units of a resolution -> modules: what each teaches, how many sessions it fills."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from giaotrinh.draft.sections import REST, Section, Unit, in_parts, sections_of
from giaotrinh.draft.wording import lowered, plain_title
from giaotrinh.model.course import Periods
from giaotrinh.model.drafting import DraftPlan, PlannedModule

MOST_SECTIONS = 6
"""Sections of a session; more leave too few minutes for each."""
_THIN = 1500
"""Characters under which a place of the plan joins its neighbour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotted:
    """A module to be written."""

    planned: PlannedModule
    title: str
    short_title: str
    sessions: int
    sections: tuple[Section, ...] = ()

    @property
    def periods(self) -> Periods:
        """Return its tiết: those of a session, as often as it has sessions."""
        plan, times = self.planned, self.sessions
        return Periods(
            theory=plan.theory * times, discussion=plan.discussion * times, assessment=plan.assessment * times
        )


@dataclass(slots=True)
class _Place:
    planned: PlannedModule
    units: list[Unit]
    parts: int = 1
    sessions: int = 1

    @property
    def size(self) -> int:
        return sum(unit.size for unit in self.units)


def allot(plan: DraftPlan, units: Sequence[Unit]) -> tuple[Allotted, ...]:
    """Return the modules of a plan over units; their sessions are as many as the plan has.

    Places without provisions are left out, thin ones join the place before; the sessions this frees go to the longest.
    """
    after = [planned for planned in plan.modules if planned.kind != "content"]
    places = _joined(_taken(plan, units))
    free = plan.sessions - len(after) - len(places)
    while free < 0 and len(places) > 1:
        _join_smallest(places)
        free += 1
    for _ in range(free):
        _widen(places)
    modules = [module for place in places for module in _modules(place)]
    return (*modules, *(_plain(planned) for planned in after))


def _taken(plan: DraftPlan, units: Sequence[Unit]) -> list[_Place]:
    places = [_Place(planned, []) for planned in plan.modules if planned.kind == "content"]
    takers = {role: place for place in reversed(places) for role in place.planned.takes}
    for unit in units:
        takers.get(unit.role, takers.get(REST, places[-1])).units.append(unit)
    return [place for place in places if place.units]


def _joined(places: list[_Place]) -> list[_Place]:
    while len(places) > 1 and any(place.size < _THIN for place in places):
        _join_smallest(places)
    return places


def _join_smallest(places: list[_Place]) -> None:
    at = min(range(len(places)), key=lambda index: places[index].size)
    into = at - 1 if at else 1
    first, second = sorted((at, into))
    kept, gone = places[first], places[second]
    planned = replace(
        kept.planned if kept.size >= gone.size else gone.planned,
        title=f"{kept.planned.title}; {lowered(gone.planned.title)}",
    )
    places[first : second + 1] = [_Place(planned, kept.units + gone.units)]


def _widen(places: list[_Place]) -> None:
    """Give one more session to the place with the most words a session; split it where it has units for that."""
    place = max(places, key=lambda each: each.size / each.sessions)
    place.sessions += 1
    if len(place.units) > place.parts:
        place.parts += 1


def _modules(place: _Place) -> list[Allotted]:
    parts = in_parts(place.units, place.parts)
    sessions = [1] * len(parts)
    for _ in range(place.sessions - len(parts)):
        sizes = [sum(unit.size for unit in part) / sessions[at] for at, part in enumerate(parts)]
        sessions[sizes.index(max(sizes))] += 1
    planned = place.planned
    return [
        Allotted(
            planned=planned,
            title=_title(planned, part, split=len(parts) > 1),
            short_title=planned.short_title if len(parts) == 1 else f"{planned.short_title} ({at})",
            sessions=sessions[at - 1],
            sections=sections_of(part, MOST_SECTIONS * sessions[at - 1]),
        )
        for at, part in enumerate(parts, start=1)
    ]


def _title(planned: PlannedModule, part: Sequence[Unit], *, split: bool) -> str:
    """Return the title of the plan; of one module among several also what it begins with."""
    if not split:
        return planned.title
    heads = [unit for unit in part if not unit.parent or unit.role in ("task-group", "breakthrough")] or part
    named = [plain_title(unit.provision, 70) for unit in heads]
    kept = [name for name in dict.fromkeys(named) if not name.endswith("…")][:2]
    return f"{planned.title}: {lowered('; '.join([kept[0], *map(lowered, kept[1:])]))}" if kept else planned.title


def _plain(planned: PlannedModule) -> Allotted:
    return Allotted(planned=planned, title=planned.title, short_title=planned.short_title, sessions=1)
