"""Which provisions answer for a number: those its sentence cites, else its paragraph, its list, its section."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from giaotrinh.check.figures.metric import sentence_bounds
from giaotrinh.check.passages.passage import Address, Passage
from giaotrinh.check.passages.scope import Scope


class Nearness(IntEnum):
    """How near a citation stands to a number."""

    SENTENCE = 0
    PARAGRAPH = 1
    AROUND = 2
    """By its block, its row, its list, or by the paragraph that leads into them."""
    SECTION = 3
    MODULE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Governing:
    """The provisions that answer for a number and how near they are cited."""

    addresses: frozenset[Address]
    nearness: Nearness


def governing(passage: Passage, place: int, scope: Scope, before: Iterable[Address] = ()) -> Governing:
    """Return the provisions that answer for what stands at a place; `before` is cited by what leads into a list.

    Of several citations of a sentence the next one behind the place answers, as authors put them behind what they say.
    """
    first, last = sentence_bounds(passage.text, place)
    inside = [cite for cite in passage.cites if first <= cite[1] <= last]
    for cites, nearness in ((inside, Nearness.SENTENCE), (passage.cites, Nearness.PARAGRAPH)):
        if cites:
            return Governing(addresses=_nearest(cites, place), nearness=nearness)
    listed = frozenset(before) if not passage.inside.isdisjoint({"bullets", "numbers"}) else frozenset()
    rings = ((scope.own, Nearness.AROUND), (scope.around | listed, Nearness.AROUND))
    for addresses, nearness in (*rings, (scope.section, Nearness.SECTION)):
        if addresses:
            return Governing(addresses=addresses, nearness=nearness)
    return Governing(addresses=scope.module, nearness=Nearness.MODULE)


def _nearest(cites: Sequence[tuple[Address, int]], place: int) -> frozenset[Address]:
    behind = [at for _, at in cites if at >= place]
    chosen = min(behind) if behind else max(at for _, at in cites)
    return frozenset(address for address, at in cites if at == chosen)
