"""Numbers of headings, tables, pictures, questions and tasks, given in the order of the page before any filtering."""

from collections import Counter
from dataclasses import dataclass, field

from giaotrinh.model.blocks import KINDS, Series

_BY_MODULE = frozenset({Series.TABLE, Series.PICTURE})
"""Series whose number carries the module's: "3.1"."""


@dataclass(slots=True, kw_only=True)
class Counting:
    """Counts through one module."""

    module: int
    counts: Counter[str] = field(default_factory=Counter)
    headings: list[int] = field(default_factory=lambda: [0, 0])

    def number(self, kind: str) -> str:
        """Return the next number of a kind of block, "" for a kind without numbers."""
        series = KINDS[kind].series
        if series is None:
            return ""
        self.counts[series] += 1
        count = self.counts[series]
        return f"{self.module}.{count}" if series in _BY_MODULE else str(count)

    def heading(self, level: int) -> str:
        """Return the number of the next heading: "2" for `##`, "2.1" for `###`."""
        if level == 2:
            self.headings = [self.headings[0] + 1, 0]
            return str(self.headings[0])
        self.headings[1] += 1
        return f"{self.headings[0]}.{self.headings[1]}"

    @property
    def has_section(self) -> bool:
        """Whether a `##` heading came before."""
        return self.headings[0] > 0
