"""`giaotrinh gather`: filled worksheets become the draft of a programme or plan, each row with its provision."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.driver.edge.reading import read_file
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.model.action_plan import COLUMNS, LAYOUTS, ActionRow, ActionSheet
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, Severity, in_order
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.model.source import Provision, Role, Status

ENDINGS = (".csv", ".yaml", ".yml")
FILES = {"dang": "chuong-trinh-hanh-dong.docx", "nha-nuoc": "ke-hoach.docx"}
SAMPLE = "TÀI LIỆU MẪU - CHƯA ĐỐI CHIẾU VỚI NGUYÊN VĂN NGHỊ QUYẾT"
_GROUPS = (Role.TASK_GROUP, Role.BREAKTHROUGH, Role.ORIENTATION)
"""Roles of which a provision heads the rows that carry out what stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """What was asked for; "" takes the name of the layout's document in the current folder."""

    files: tuple[Path, ...]
    layout: str
    unit: str = ""
    output: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What a gathering found and wrote."""

    diagnostics: tuple[Diagnostic, ...]
    snapshot: Snapshot
    written: Path | None = None
    """None where a row or the course has an error: then nothing is written."""
    count: int = 0
    """Rows in the document."""


def gather_project(project: ProjectFolder, request: Gathering) -> Gathered:
    """Write the draft of a plan from filled rows; with an error in a row nothing is written.

    Raises Failure (USAGE) for an unknown layout, another kind of file, or an output a person has worked on.
    """
    from giaotrinh.check import link
    from giaotrinh.check.course.action_plan import acted
    from giaotrinh.export import action_plan
    from giaotrinh.read import read_project

    if request.layout not in LAYOUTS:
        raise Failure(Exit.USAGE, "layout-unknown", name=request.layout, known=", ".join(LAYOUTS))
    snapshot = take_snapshot(project)
    reading = read_project(snapshot, project.course_file(""))
    if reading.value is None:
        return Gathered(diagnostics=in_order(reading.diagnostics), snapshot=snapshot)
    curriculum, _ = link(reading.value)
    rows, found, snapshot = _rows(request.files, snapshot)
    found = in_order((*found, *acted(curriculum, rows)))
    if any(each.severity is Severity.ERROR for each in found):
        return Gathered(diagnostics=found, snapshot=snapshot)
    output = request.output or Path(FILES[request.layout])
    _write(output, action_plan(_sheet(curriculum, rows, request.unit), request.layout))
    return Gathered(diagnostics=found, snapshot=snapshot, written=output, count=len(rows))


def _rows(files: Sequence[Path], snapshot: Snapshot) -> tuple[tuple[ActionRow, ...], tuple[Diagnostic, ...], Snapshot]:
    from giaotrinh.read.course.action_rows import read_action_rows

    rows: list[ActionRow] = []
    found: list[Diagnostic] = []
    contents = dict(snapshot.files)
    for path in files:
        if path.suffix.lower() not in ENDINGS:
            raise Failure(Exit.USAGE, "rows-file-kind", path=path, known=", ".join(ENDINGS))
        content = contents[str(path)] = read_file(path)
        reading = read_action_rows(content, str(path))
        rows += reading.value or ()
        found += reading.diagnostics
    return tuple(rows), tuple(found), Snapshot(files=contents)


def _write(output: Path, content: bytes) -> None:
    try:
        before = output.read_bytes()
    except OSError:
        before = content
    if before != content:
        raise Failure(Exit.USAGE, "output-in-the-way", path=output)
    write_whole(output, content)


def _sheet(curriculum: Curriculum, rows: Sequence[ActionRow], unit: str) -> ActionSheet:
    cited = dict.fromkeys(curriculum.resolve(row.basis[0])[0] for row in rows) or {curriculum.course.main_source: None}
    sources = [curriculum.sources[name] for name in curriculum.sources if name in cited]
    groups: dict[str, list[tuple[str, ...]]] = {}
    for heading, row in sorted(_headed(curriculum, rows), key=lambda each: each[0][0]):
        groups.setdefault(heading[1], []).append(_cells(curriculum, row))
    return ActionSheet(
        title="; ".join(source.title for source in sources),
        unit=unit,
        groups=tuple((heading, tuple(found)) for heading, found in groups.items()),
        warning=SAMPLE if any(source.status is Status.SAMPLE for source in sources) else "",
    )


def _headed(
    curriculum: Curriculum, rows: Sequence[ActionRow]
) -> Iterator[tuple[tuple[tuple[int, int], str], ActionRow]]:
    """Yield every row with the place of its first provision in the sources and the heading it stands under."""
    order: dict[tuple[str, str], tuple[tuple[int, int], str]] = {}
    for number, source in enumerate(curriculum.sources.values()):
        at = 0
        for root in source.provisions:
            for part, heading in _under(root, _heading(root)):
                order[source.id, part.path] = ((number, at), heading)
                at += 1
    for row in rows:
        yield order[curriculum.resolve(row.basis[0])], row


def _under(part: Provision, heading: str) -> Iterator[tuple[Provision, str]]:
    own = _heading(part) if part.role in _GROUPS else heading
    yield part, own
    for child in part.children:
        yield from _under(child, own)


def _heading(part: Provision) -> str:
    return f"{part.label} {part.title}".strip()


def _cells(curriculum: Curriculum, row: ActionRow) -> tuple[str, ...]:
    from giaotrinh.render.blocks.places import cite

    basis = cite(curriculum, ", ".join(row.basis))
    return tuple(basis if name == "basis" else getattr(row, name) for name in COLUMNS)
