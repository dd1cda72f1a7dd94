"""Rows of an action plan: complete enough to be drafted, each with a provision that exists, none twice."""

from collections.abc import Iterator, Sequence

from giaotrinh.check.linking.calls import cited
from giaotrinh.model.action_plan import COLUMNS, REQUIRED, ActionRow
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.text import fold


def acted(curriculum: Curriculum, rows: Sequence[ActionRow]) -> Iterator[Diagnostic]:
    """Yield what is wrong with rows: an error for what must be there, a warning for what a person has to fill in."""
    first: dict[tuple[str, tuple[str, ...]], ActionRow] = {}
    for row in rows:
        yield from _cells(row)
        for at, address in enumerate(row.basis):
            found = cited(curriculum, address, row.place(f"basis.{at}"), module="", block="", use="plan")
            if isinstance(found, Diagnostic):
                yield found
        said = (fold(row.task), row.basis)
        if row.task and said in first:
            yield warning("action-row-repeated", row.span, first[said].span, task=row.task)
        first.setdefault(said, row)


def _cells(row: ActionRow) -> Iterator[Diagnostic]:
    for name, head in COLUMNS.items():
        if getattr(row, name):
            continue
        if name in REQUIRED:
            yield error("action-cell-missing", row.place(name), column=head)
        else:
            yield warning("action-cell-open", row.place(name), column=head)
