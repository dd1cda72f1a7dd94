"""Scopes: which provisions a passage leans on, from its own citations outwards to those of its section."""

from dataclasses import dataclass

from giaotrinh.check.passage import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The provisions a passage leans on, nearest first."""

    own: frozenset[Address]
    """Cited in the passage itself, in its row of a table or by the block it is the words of."""
    around: frozenset[Address]
    """Cited in the blocks around it: its list, its table, its box."""
    section: frozenset[Address]
    """Cited anywhere under the same headings."""

    cited: frozenset[Address] = frozenset()
    """What people cite under the same headings, as against what figures printed by {value} lean on."""

    @property
    def all(self) -> frozenset[Address]:
        """Return the provisions of every ring."""
        return self.own | self.around | self.section
