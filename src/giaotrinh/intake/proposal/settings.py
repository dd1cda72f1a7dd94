"""What an import proposes for source.yaml: roles, announced counts, figures with names; a person confirms them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from giaotrinh.intake.proposal.announced import Announced, agreed_counts, compare_counts, read_announced
from giaotrinh.intake.proposal.metric_names import propose_figures
from giaotrinh.intake.proposal.roles import count_roles, propose_roles
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.quantity import Figure, Quantity
from giaotrinh.model.source import Provision, Role
from giaotrinh.model.span import Span
from giaotrinh.model.text import fold, slug
from giaotrinh.viet.quantity import read_quantities

Quantities = Mapping[str, tuple[Quantity, ...]]
"""Path of a provision -> the quantities its text states."""

_TAIL = re.compile(r"\s(trở lên|trở xuống)$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_NAME_WORDS = 8
"""Words of a metric that its id keeps."""
_AROUND = 60
"""Characters on each side of a figure among which it is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """Entries for source.yaml, and the announced counts that were not met."""

    settings: dict[str, Any]
    diagnostics: tuple[Diagnostic, ...]


def propose(provisions: Sequence[Provision], quantities: Quantities, file: str) -> Proposals:
    """Return what the text itself suggests about its provisions; `quantities` are those of `read_figures`."""
    roles = propose_roles(provisions)
    announced = read_announced(provisions)
    counted = count_roles(roles, provisions)
    settings = {
        # A count that the proposed roles do not bear out is told of, not asserted: a person knows which is wrong.
        "announced": {
            role.value: count for role, count in agreed_counts(announced).items() if counted.get(role, 0) == count
        },
        "roles": {path: role.value for path, role in roles.items()},
        "figures": _figures(provisions, quantities),
    }
    found = tuple(_differences(provisions, announced, counted, file))
    return Proposals(settings=settings, diagnostics=found)


def _figures(provisions: Sequence[Provision], quantities: Quantities) -> dict[str, dict[str, str]]:
    """Return the figures that a name can call: stated in their provision, and read again as a number."""
    parts = {part.path: part for root in provisions for part in root.walk()}
    texts = {path: parts[path].text for path in quantities if path in parts}
    entries: dict[str, dict[str, str]] = {}
    taken: Counter[str] = Counter()
    for figure in propose_figures(provisions, quantities):
        proposed = _with_tail(_of_row(figure, parts[figure.provision]))
        if _is_usable(proposed, texts[figure.provision]):
            name = proposed.name
            while name in entries:
                taken[proposed.name] += 1
                name = f"{proposed.name}-{taken[proposed.name] + 1}"
            entries[name] = _entry(proposed)
    return entries


def _of_row(figure: Figure, part: Provision) -> Figure:
    """Return the figure of a table row with the name its row gives it: "| 3 | Tỉ lệ che phủ rừng (%) | 42 |"."""
    read = figure.quantity.unit if figure.quantity else ""
    unit = figure.unit or {"usd": "USD"}.get(read, read)
    if not part.lines or not part.lines[0].startswith("|"):
        return replace(figure, unit=unit)
    cells = [cell.strip() for cell in part.lines[0].strip("| ").split("|")]
    place = next((index for index, cell in enumerate(cells) if figure.text in cell and index), 0)
    metric = _BRACKETS.sub("", max(cells[:place], key=len, default="")).strip()
    if len(metric.split()) < 2:
        return replace(figure, unit=unit)
    metric_id = "-".join(slug(metric).split("-")[:_NAME_WORDS])
    name = "-".join(filter(None, (metric_id, slug(figure.horizon))))
    return replace(figure, unit=unit, metric=metric, metric_id=metric_id, name=name)


def _with_tail(figure: Figure) -> Figure:
    """Return a figure that keeps "trở lên" behind its number: "8% trở lên" is not 8%."""
    tail = _TAIL.search(figure.quantity.text) if figure.quantity else None
    return replace(figure, unit=f"{figure.unit} {tail[1]}".strip()) if tail else figure


def _is_usable(figure: Figure, text: str) -> bool:
    # A number of a table with neither unit nor year is a telephone number, a code, a place in a list: nothing to call.
    if "|" in figure.metric or not (figure.unit or figure.horizon):
        return False
    written = rf"(?<![\w.,]){re.escape(fold(figure.text))}(?![\w]|[.,]\d)"
    stated = re.search(written, fold(_around(figure, text))) is not None
    joined = f"{figure.text}{'' if figure.unit.startswith('%') else ' '}{figure.unit}".strip()
    return stated and bool(read_quantities(joined) or read_quantities(figure.text))


def _around(figure: Figure, text: str) -> str:
    """Return the words of a provision in which a figure stands: the whole of a long paragraph takes too long."""
    place = figure.quantity
    return text if place is None else text[max(0, place.start - _AROUND) : place.end + _AROUND]


def _entry(figure: Figure) -> dict[str, str]:
    return {
        "metric": figure.metric,
        "metric_id": figure.metric_id,
        "text": figure.text,
        "unit": figure.unit,
        "horizon": figure.horizon,
        "provision": figure.provision,
    }


def _differences(
    provisions: Sequence[Provision], announced: Sequence[Announced], found: Mapping[Role, int], file: str
) -> Iterator[Diagnostic]:
    lines = {part.path: part.line for root in provisions for part in root.walk()}
    for one in compare_counts(announced, found):
        place = Span(file=file, line=lines.get(one.path, 0), column=1)
        yield warning(
            "import-count-differs", place, role=one.role, announced=one.announced, found=one.found, path=one.path
        )
