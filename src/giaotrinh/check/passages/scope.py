"""Scopes: which provisions a passage leans on, from its own citations outwards to those of its module."""

from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

from giaotrinh.check.passages.passage import Address

SECTION, OUTSIDE = 2, 4
"""Rings of what its section cites, and of what nothing in its module cites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The provisions a passage leans on, nearest first."""

    own: frozenset[Address]
    """Cited in the passage itself, in its row of a table or by the block it is the words of."""
    around: frozenset[Address]
    """Cited in the blocks around it: its list, its table, its box."""
    section: frozenset[Address]
    """Cited anywhere under the same headings."""
    module: frozenset[Address] = frozenset()
    """Cited anywhere in its module."""

    @property
    def all(self) -> frozenset[Address]:
        """Return the provisions of every ring but the module's."""
        return self.own | self.around | self.section

    def ring(self, address: Address) -> int:
        """Return how far a provision stands from the passage: 0 cited in it, 3 in its module, OUTSIDE nowhere."""
        rings = (self.own, self.around, self.section, self.module)
        return next((ring for ring, cited in enumerate(rings) if is_below_any(address, cited)), OUTSIDE)


def is_below_any(address: Address, others: Set[Address]) -> bool:
    """Whether a provision is one of some others, or stands below one of them."""
    return not others.isdisjoint(_upwards(address))


@lru_cache(maxsize=20_000)
def _upwards(address: Address) -> tuple[Address, ...]:
    """Return a provision and all it stands below."""
    source, path = address
    steps = path.split(".")
    return tuple((source, ".".join(steps[:depth])) for depth in range(len(steps), 0, -1))
