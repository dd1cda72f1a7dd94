"""Quantities of a whole source: each provision's own figures, with the horizon its headings give."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from giaotrinh.model.quantity import Quantity
from giaotrinh.model.source import Provision
from giaotrinh.outline.metadata import read_metadata
from giaotrinh.outline.row_figures import Header, read_header, read_row_figures
from giaotrinh.viet.horizon import heading_horizon, read_mentions
from giaotrinh.viet.quantity import read_quantities

_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)(?!\w)", re.IGNORECASE)
_HEADING_LENGTH, _ANNOUNCEMENT_LENGTH = 120, 300
"""Characters up to which the first paragraph of a provision is a heading, and its last one announces what follows."""


def read_figures(provisions: Sequence[Provision]) -> Mapping[str, tuple[Quantity, ...]]:
    """Return the quantities of every provision's own text, by path; provisions without any are left out.

    Places index into `Provision.text`. A plan gives its figures the time its title names.
    """
    horizon = plan_horizon(read_metadata(provisions).title)
    found = [
        (part.path, quantities)
        for root in provisions
        for part, inherited in _with_horizon((root,), horizon)
        if (quantities := _own_figures(part, inherited, read_header(root.lines)))
    ]
    return MappingProxyType(dict(found))


def _own_figures(part: Provision, horizon: str, header: Header | None) -> tuple[Quantity, ...]:
    if header and part.label.startswith("|"):
        return read_row_figures(part, header, horizon)
    return read_quantities(part.text, horizon)


def plan_horizon(title: str) -> str:
    """Return the one time a title of a plan, budget or programme of targets names; "" for other titles."""
    if not _PLAN.search(title):
        return ""
    horizons = {mention.horizon for mention in read_mentions(title)}
    return horizons.pop() if len(horizons) == 1 else ""


def _with_horizon(provisions: Sequence[Provision], inherited: str) -> Iterator[tuple[Provision, str]]:
    for part in provisions:
        yield part, inherited
        yield from _with_horizon(part.children, _own_horizon(part) or inherited)


def _own_horizon(part: Provision) -> str:
    last = part.text.rsplit("\n", 1)[-1]
    announced = heading_horizon(last) if last.endswith(":") and len(last) <= _ANNOUNCEMENT_LENGTH else ""
    return announced or (heading_horizon(part.title) if len(part.title) <= _HEADING_LENGTH else "")
