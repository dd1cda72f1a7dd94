"""The seeded-error harness: plants one error at a time and looks whether the check tells of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from fidelity.courses import Course
from fidelity.examined import Examined
from fidelity.planting import (
    NUMBER_KINDS,
    Plant,
    Planting,
    added_qualifier,
    changed_qualifier,
    lost_qualifier,
    numbers,
)
from fidelity.planting_calls import CALLS
from fidelity.planting_quotations import QUOTATIONS
from fidelity.planting_words import KINDS, STALE
from giaotrinh.check.course.review import LinkState, links_of
from giaotrinh.model.diagnostic import Diagnostic

PLANTINGS: dict[str, Planting] = {
    **{kind: partial(numbers, kind=kind, change=change) for kind, change in NUMBER_KINDS.items()},
    "lost qualifier": lost_qualifier,
    "added qualifier": added_qualifier,
    "changed qualifier": changed_qualifier,
    **KINDS,
    **QUOTATIONS,
    **CALLS,
}
"""Kind of error -> what plants it."""

GRAVE = frozenset(
    {*NUMBER_KINDS, *CALLS, "swapped figures", "invented figure"} | {kind for kind in QUOTATIONS if "quotation" in kind}
)
"""Kinds of which none may be missed: a wrong figure, a changed quotation."""

FRAME = frozenset(
    {
        "module-part-missing",
        "minutes-do-not-add-up",
        "question-without-answer",
        "session-not-filled",
        "provision-not-covered",
        "course-without-modules",
    }
)
"""Findings about the frame of a made-up course, which is no course a school would give."""


@dataclass
class Score:
    """How often a kind of error was planted, and what became of it."""

    planted: int = 0
    found: int = 0
    missed: list[Plant] = field(default_factory=list)
    texts: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """Return the share found."""
        return self.found / self.planted if self.planted else 1.0


def run(course: Course, most: int, kind: str = "") -> Iterator[tuple[Plant, bool]]:
    """Yield up to `most` plants of each kind in a course, spread over it, and whether each was found."""
    whole = Examined(course.files)
    for planting in (planting for name, planting in PLANTINGS.items() if kind in name):
        for plant in _spread(list(planting(whole)), most):
            yield plant, is_found(whole, plant)


def is_found(whole: Examined, plant: Plant) -> bool:
    """Whether the course with the error has a finding, at the error's line, that the correct course has not."""
    if plant.kind == STALE:
        return any(
            link.state is LinkState.SUSPECT for link in links_of(Examined(plant.files).curriculum, whole.reviews)
        )
    new = Examined(plant.files).keys - whole.keys
    if plant.anywhere or plant.file.endswith(".yaml"):
        return bool(new)
    return any(file == plant.file and line == plant.line for _, file, line, _ in new)


def alarms(course: Course) -> list[Diagnostic]:
    """Return what the check says against a correct course."""
    return [found for found in Examined(course.files).alarms if found.code not in FRAME]


def _spread(plants: list[Plant], most: int) -> list[Plant]:
    if len(plants) <= most:
        return plants
    step = len(plants) / most
    return [plants[int(at * step)] for at in range(most)]
