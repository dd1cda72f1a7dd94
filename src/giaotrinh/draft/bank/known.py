"""What is known of a source as a whole, worked out once for all its modules."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from giaotrinh.draft.provisions.duties import Duty, duties
from giaotrinh.model.quantity import Quantity
from giaotrinh.model.source import Provision, Role, Source
from giaotrinh.model.text import fold

_CONTEXT = 24
"""Characters before a number that tell what it is of."""
_PERIOD = re.compile(r"(?<!\d)(\d{4})\s*[-–]\s*(\d{4})(?!\d)")
_YEAR = re.compile(r"năm\s+(\d{4})(?!\d)")
_SPOKEN = 160
"""Characters up to which the words of a provision are a heading that gives the time for what stands below."""


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number of the source and where it stands."""

    provision: Provision
    quantity: Quantity
    context: str
    """Folded words before it."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """A source and what its provisions are to each other."""

    source: Source

    @cached_property
    def parents(self) -> Mapping[str, Provision]:
        """Return path of a provision -> the provision above it."""
        return {child.path: each for each in self.source.walk() for child in each.children}

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Return what the source gives to named bodies."""
        return duties(self.source)

    @cached_property
    def folded(self) -> str:
        """Return the folded text of the whole source."""
        return fold("\n".join(each.text for each in self.source.walk()))

    @cached_property
    def repeats(self) -> Mapping[str, str]:
        """Return path -> what tells a provision from an earlier one with the same words, mostly ""."""
        seen: Counter[str] = Counter()
        found: dict[str, str] = {}
        for each in self.source.walk():
            words = fold(each.text)
            found[each.path] = str(seen[words] or "")
            seen[words] += 1
        return found

    @cached_property
    def numbers(self) -> Mapping[str, tuple[Number, ...]]:
        """Return unit -> the numbers of the source in it, in the order of the text."""
        found: dict[str, list[Number]] = {}
        for each in self.source.walk():
            for quantity in each.quantities:
                number = Number(provision=each, quantity=quantity, context=context(each.text, quantity))
                found.setdefault(quantity.unit, []).append(number)
        return {unit: tuple(numbers) for unit, numbers in found.items()}

    def above(self, provision: Provision) -> Iterator[Provision]:
        """Yield a provision and those above it, nearest first."""
        at: Provision | None = provision
        while at is not None:
            yield at
            at = self.parents.get(at.path)

    def role(self, provision: Provision) -> Role | None:
        """Return the role of a provision, or of the nearest one above that has a role."""
        return next((each.role for each in self.above(provision) if each.role is not None), None)

    def time(self, provision: Provision) -> str:
        """Return the year or period that headings above give: "mốc năm 2030", "giai đoạn 2026-2030"; "" for none."""
        titles = [each.title for each in self.above(provision) if each is not provision or each.children]
        heads = [title for title in titles if len(title) <= _SPOKEN]
        return next((found for title in (*heads, self.source.title) if (found := _time(title))), "")


def context(text: str, quantity: Quantity) -> str:
    """Return the folded words before a number."""
    return fold(text[max(0, quantity.start - _CONTEXT) : quantity.start])


def _time(title: str) -> str:
    periods = set(_PERIOD.findall(title))
    if len(periods) == 1:
        first, last = periods.pop()
        return f"giai đoạn {first}-{last}"
    years = set(_YEAR.findall(title))
    return f"mốc năm {years.pop()}" if len(years) == 1 and not periods else ""
