"""Which provisions answer for a number: those its sentence cites, else its paragraph, its list, its section."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from enum import IntEnum

from giaotrinh.check.figures.metric import sentence_bounds
from giaotrinh.check.passages.passage import Address, Passage
from giaotrinh.check.passages.scope import Scope

_ADDRESS = re.compile(r"(?<![\w.])(?:[Đđ]iều\s+(?P<article>\d+)|(?P<path>[IVXL]+(?:\.-?\w{1,3})*))(?![\w])")


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
    """Return the provisions that answer for what stands at a place; `before` is cited by what leads into a list
    or named as the source of a table.

    Of several citations of a sentence the next one behind the place answers, as authors put them behind what they say.
    """
    first, last = sentence_bounds(passage.text, place)
    inside = [cite for cite in passage.cites if first <= cite[1] <= last]
    for cites, nearness in ((inside, Nearness.SENTENCE), (passage.cites, Nearness.PARAGRAPH)):
        if cites:
            return Governing(addresses=_nearest(cites, place), nearness=nearness)
    listed = frozenset(before) if not passage.inside.isdisjoint({"bullets", "numbers", "cell"}) else frozenset()
    rings = ((scope.own, Nearness.AROUND), (scope.around | listed, Nearness.AROUND))
    for addresses, nearness in (*rings, (scope.section, Nearness.SECTION)):
        if addresses:
            return Governing(addresses=addresses, nearness=nearness)
    return Governing(addresses=scope.module, nearness=Nearness.MODULE)


def sourced_by(passage: Passage, known: Set[Address]) -> frozenset[Address]:
    """Return the provisions that the source line of a table names, for its cells: "Nghị quyết, mục II.1, II.2"."""
    table = next((block for block in reversed(passage.above) if block.options.get("source", "")), None)
    if table is None or "cell" not in passage.inside:
        return frozenset()
    named = {_named(match) for match in _ADDRESS.finditer(table.options["source"])}
    return frozenset(address for address in known if address[1] in named)


def _named(match: re.Match[str]) -> str:
    return f"D{match['article']}" if match["article"] else str(match["path"])


def _nearest(cites: Sequence[tuple[Address, int]], place: int) -> frozenset[Address]:
    behind = [at for _, at in cites if at >= place]
    chosen = min(behind) if behind else max(at for _, at in cites)
    return frozenset(address for address, at in cites if at == chosen)
