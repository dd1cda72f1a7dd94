"""What of the sources is taught, practised and tested, and on which printed page: as data, CSV and a page."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files

from giaotrinh.check import coverage
from giaotrinh.driver.build.clearing import is_of_today
from giaotrinh.driver.build.manifest import files_in
from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.build.printed import pages_in
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.model.coverage import ProvisionCoverage
from giaotrinh.model.curriculum import Citation
from giaotrinh.model.diagnostic import Diagnostic, Severity
from giaotrinh.model.edition import EditionRole, edition_for
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.render.blocks.places import cite
from giaotrinh.render.blocks.words import ROLES

SCHEMA = 1
HEAD = {
    "address": "Địa chỉ",
    "place": "Chỗ trong nguồn",
    "role": "Vai trò",
    "words": "Lời",
    "needed": "Yêu cầu",
    "taught": "Giảng",
    "practised": "Luyện tập",
    "tested": "Kiểm tra",
    "pages": "Trang sách học viên",
    "accepted": "Lý do không dạy",
    "meets": "Đạt",
}
"""Field of a row -> head of its column."""

DEPTHS = {"taught": "giảng", "practised": "luyện tập", "tested": "kiểm tra", "": ""}
WORDS = 90
"""Letters of a provision that a row shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A provision, the places that lean on it, and the pages of the learner's book that print them."""

    address: str
    place: str
    role: str
    words: str
    needed: str
    taught: tuple[str, ...]
    """Places "file:line" that teach it."""
    practised: tuple[str, ...]
    tested: tuple[str, ...]
    pages: tuple[str, ...]
    """Empty where the book was not built."""
    accepted: str
    meets: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The rows of every source, or why there are none."""

    title: str
    rows: tuple[Row, ...]
    snapshot: Snapshot
    errors: tuple[Diagnostic, ...] = ()

    @property
    def missing(self) -> tuple[Row, ...]:
        """Return the provisions that fall short of what the school asks for."""
        return tuple(row for row in self.rows if not row.meets)


def coverage_report(project: ProjectFolder, plan: str = "") -> Report:
    """Return the coverage of a course."""
    snapshot = take_snapshot(project)
    prepared = prepare(snapshot, project.course_file(plan))
    curriculum = prepared.curriculum
    if curriculum is None:
        errors = tuple(found for found in prepared.diagnostics if found.severity is Severity.ERROR)
        return Report(title="", rows=(), snapshot=snapshot, errors=errors)
    manifest = project.build / plan / "manifest.json"
    book = edition_for(prepared.editions, EditionRole.BOOK)
    listed = files_in(manifest.read_bytes() if manifest.is_file() else b"")
    printed = [file for file in listed if book and is_of_today(file, (book,), curriculum, plan) and not file.variant]
    pages = pages_in(printed)
    rows = []
    for covered in coverage(curriculum).provisions:
        address = f"{covered.source}:{covered.path}"
        provision = curriculum.provisions[covered.source, covered.path]
        rows.append(_row(covered, address, cite(curriculum, address), provision.text, pages.get(address, ())))
    return Report(title=curriculum.course.title, rows=tuple(rows), snapshot=snapshot)


def as_json(report: Report) -> str:
    """Return the rows as a JSON document."""
    data = {"schema": SCHEMA, "title": report.title, "provisions": [asdict(row) for row in report.rows]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_csv(report: Report) -> str:
    """Return the rows as CSV with a head, as spreadsheets open it (UTF-8 with its mark, list items parted by "; ")."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEAD.values())
    for row in report.rows:
        writer.writerow([_cell(getattr(row, name)) for name in HEAD])
    return "\ufeff" + stream.getvalue()


def as_html(report: Report) -> str:
    """Return a page that needs nothing else."""
    from jinja2 import Environment

    template = files("giaotrinh.driver.edge.reports").joinpath("coverage.html").read_text(encoding="utf-8")
    page = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(template)
    return page.render(title=report.title, rows=report.rows, missing=report.missing, head=HEAD)


def _row(covered: ProvisionCoverage, address: str, place: str, text: str, pages: tuple[str, ...]) -> Row:
    return Row(
        address=address,
        place=place,
        role=ROLES.get(covered.role.value, covered.role.value) if covered.role else "",
        words=" ".join(text.split())[:WORDS],
        needed=DEPTHS[covered.needed.value if covered.needed else ""],
        taught=_places(covered.taught),
        practised=_places(covered.practised),
        tested=_places(covered.tested),
        pages=pages,
        accepted=covered.accepted,
        meets=covered.meets,
    )


def _places(citations: Sequence[Citation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{each.span.file}:{each.span.line}" for each in citations))


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    text = "; ".join(value) if isinstance(value, tuple) else str(value)
    # A cell that begins like a formula would be one in a spreadsheet.
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
