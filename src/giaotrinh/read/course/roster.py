"""course/classes/<class>.csv -> the learners of a class, as a spreadsheet saves them."""

from collections.abc import Iterator, Sequence

from giaotrinh.model.course import ROSTER_COLUMNS, Learner
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.reading import Reading
from giaotrinh.model.span import Span
from giaotrinh.model.text import fold
from giaotrinh.read.data.csv_table import Row, read_table

NUMBERS = ("TT", "STT")
REQUIRED = ("name",)


def read_roster(content: bytes, file: str) -> Reading[tuple[Learner, ...]]:
    """Return the learners in the order of the file; None with every mistake of a file that cannot be used."""
    table = read_table(content, file, ROSTER_COLUMNS, numbers=NUMBERS, required=REQUIRED, others=True)
    if table.value is None:
        return Reading(value=None, diagnostics=table.diagnostics)
    learners = tuple(_learner(row) for row in table.value)
    found = (*table.diagnostics, *_check(learners, file))
    return Reading(value=tuple(each for each in learners if each.name), diagnostics=found)


def _learner(row: Row) -> Learner:
    words = {field: row[field].text if field in row else "" for field in ROSTER_COLUMNS}
    return Learner(**words, span=row["name"].span if "name" in row else next(iter(row.values())).span)


def _check(learners: Sequence[Learner], file: str) -> Iterator[Diagnostic]:
    if not learners:
        yield warning("roster-empty", Span(file=file))
    seen: dict[tuple[str, str], Learner] = {}
    for each in learners:
        if not each.name:
            yield error("learner-without-name", each.span, words=each.post or each.unit or each.group)
            continue
        before = seen.setdefault((fold(each.name), fold(each.unit)), each)
        if before is not each:
            yield warning("learner-twice", each.span, before.span, name=each.name, unit=each.unit)
    yield from _groups(learners)


def _groups(learners: Sequence[Learner]) -> Iterator[Diagnostic]:
    """Yield who stands outside the groups, once there are any, and groups of one."""
    named = [each for each in learners if each.name]
    members: dict[str, list[Learner]] = {}
    for each in named:
        members.setdefault(fold(each.group), []).append(each)
    alone = members.pop("", [])
    if members:
        yield from (warning("learner-without-group", each.span, name=each.name) for each in alone)
    for group in members.values():
        if len(group) == 1 and len(named) > 1:
            yield warning("group-of-one", group[0].span, name=group[0].name, group=group[0].group)
