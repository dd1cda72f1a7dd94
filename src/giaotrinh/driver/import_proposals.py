"""What an import proposes for source.yaml: roles, announced counts, figures with names; a person confirms them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.quantity import Figure
from giaotrinh.model.source import Provision
from giaotrinh.model.span import Span
from giaotrinh.read.announced import Announced, agreed_counts, compare_counts, read_announced
from giaotrinh.read.figures import read_figures
from giaotrinh.read.metric_names import propose_figures
from giaotrinh.read.roles import count_roles, propose_roles


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """Entries for source.yaml, and the announced counts that were not met."""

    settings: dict[str, Any]
    diagnostics: tuple[Diagnostic, ...]


def propose(provisions: Sequence[Provision], file: str) -> Proposals:
    """Return what the text itself suggests about its provisions."""
    roles = propose_roles(provisions)
    announced = read_announced(provisions)
    figures = propose_figures(provisions, read_figures(provisions))
    settings = {
        "announced": {role.value: count for role, count in agreed_counts(announced).items()},
        "roles": {path: role.value for path, role in roles.items()},
        "figures": {figure.name: _figure(figure) for figure in figures},
    }
    found = tuple(_differences(provisions, announced, file))
    return Proposals(settings=settings, diagnostics=found)


def _figure(figure: Figure) -> dict[str, str]:
    return {
        "metric": figure.metric,
        "metric_id": figure.metric_id,
        "text": figure.text,
        "unit": figure.unit,
        "horizon": figure.horizon,
        "provision": figure.provision,
    }


def _differences(provisions: Sequence[Provision], announced: Sequence[Announced], file: str) -> Iterator[Diagnostic]:
    lines = {part.path: part.line for root in provisions for part in root.walk()}
    found = count_roles(propose_roles(provisions), provisions)
    for one in compare_counts(announced, found):
        place = Span(file=file, line=lines.get(one.path, 0), column=1)
        yield warning(
            "import-count-differs", place, role=one.role, announced=one.announced, found=one.found, path=one.path
        )
