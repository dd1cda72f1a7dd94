"""`giaotrinh coverage`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from giaotrinh.cli.app import chosen, command, here, say
from giaotrinh.driver.edge.failure import Exit
from giaotrinh.driver.edge.project import find_project

if TYPE_CHECKING:
    from giaotrinh.driver.tasks.coverage_report import Report


class Form(StrEnum):
    """How the coverage is written."""

    SHORT = "short"
    HTML = "html"
    CSV = "csv"
    JSON = "json"


@command
def coverage(
    form: Annotated[Form, typer.Option("--format", help="short, html, csv, json.")] = Form.SHORT,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Ghi vào tệp / write to a file.")] = None,
    plan: Annotated[str, typer.Option("--plan", help="Kế hoạch khác / another plan.")] = "",
) -> int:
    """Mục nào của nguồn đã giảng, luyện tập, kiểm tra. / What of the sources is taught, practised, tested."""
    from giaotrinh.driver.edge.report import Format, format_diagnostics
    from giaotrinh.driver.edge.writing import write_whole
    from giaotrinh.driver.tasks.coverage_report import as_csv, as_html, as_json, coverage_report

    report = coverage_report(find_project(here()), plan)
    if report.errors:
        words = format_diagnostics(report.errors, report.snapshot, style=Format.HUMAN, language=chosen.language)
        typer.echo(words, nl=False)
        return Exit.PROBLEMS
    write = {Form.HTML: as_html, Form.CSV: as_csv, Form.JSON: as_json}.get(form)
    text = write(report) if write else "".join(f"{row.address}: {row.needed}: {row.words}\n" for row in report.missing)
    if output is None:
        typer.echo(text, nl=False)
    else:
        write_whole(output, text.encode())
    typer.echo(_tally(report), err=True)
    return Exit.PROBLEMS if report.missing else Exit.CLEAN


def _tally(report: "Report") -> str:
    total, asked, short = len(report.rows), sum(bool(row.needed) for row in report.rows), len(report.missing)
    if not asked:
        return say(
            f"{total} mục; chưa yêu cầu mục nào phải dạy (policy.coverage trong course.yaml)",
            f"{total} provisions; none is asked for (policy.coverage in course.yaml)",
        )
    return say(
        f"{total} mục, {asked} mục phải dạy, {short} chưa đạt yêu cầu",
        f"{total} provisions, {asked} asked for, {short} fall short",
    )
