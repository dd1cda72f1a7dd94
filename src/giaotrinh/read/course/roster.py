"""course/classes/<class>.csv or .xlsx -> the learners of a class, as a spreadsheet saves them."""

from collections.abc import Iterator, Sequence

from giaotrinh.model.course import ROSTER_COLUMNS, Learner
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.reading import Reading
from giaotrinh.model.span import Span
from giaotrinh.model.text import fold
from giaotrinh.read.data.csv_table import Columns, Row, read_table

OTHERS_SAY = {
    "Họ và tên": ("Họ tên", "Họ và tên học viên", "Họ tên học viên"),
    "Họ đệm": ("Họ", "Họ và đệm", "Họ và tên đệm", "Họ lót", "Họ và tên lót"),
    "Chức vụ": ("Chức danh", "Chức vụ, chức danh"),
    "Đơn vị": ("Cơ quan", "Cơ quan, đơn vị", "Đơn vị công tác", "Cơ quan công tác", "Nơi công tác"),
    "Tổ": ("Nhóm", "Tổ thảo luận", "Nhóm thảo luận"),
}
"""Head of a column -> what other lists call it."""

COLUMNS = Columns(
    heads={**ROSTER_COLUMNS, "family": "Họ đệm", "given": "Tên"},
    numbers=("TT", "STT", "Số TT"),
    required=("name",),
    instead={"name": ("family", "given")},
    others_say={fold(other): head for head, others in OTHERS_SAY.items() for other in others},
    others=True,
)


def read_roster(content: bytes, file: str) -> Reading[tuple[Learner, ...]]:
    """Return the learners in the order of the file; None with every mistake of a file that cannot be used."""
    table = read_table(content, file, COLUMNS)
    if table.value is None:
        return Reading(value=None, diagnostics=table.diagnostics)
    learners = tuple(map(_learner, table.value))
    found = (*table.diagnostics, *_check(learners, file))
    return Reading(value=tuple(each for each in learners if each.name), diagnostics=found)


def _learner(row: Row) -> Learner:
    words = {field: row[field].text for field in ROSTER_COLUMNS if field in row}
    if "name" not in row:
        words["name"] = " ".join(row[part].text for part in ("family", "given") if part in row and row[part].text)
    first = next((row[part] for part in ("name", "family", "given") if part in row), next(iter(row.values())))
    return Learner(**words, span=first.span)


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
