"""What people see: findings, progress, the closing table, the doctor's list."""

import json
import sys
from collections import Counter
from typing import TYPE_CHECKING

import typer

from giaotrinh.cli.app import chosen, say, show_failure
from giaotrinh.driver.build.outcome import Checked, Outcome, exit_code
from giaotrinh.driver.edge.messages import SEVERITY_WORDS
from giaotrinh.driver.edge.report import SCHEMA, Format, as_data, format_diagnostics

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from giaotrinh.driver.print.printer import Printed
    from giaotrinh.driver.tasks.doctor import Examined
    from giaotrinh.model.diagnostic import Diagnostic

WIDTH = 200
"""Columns of the closing table: a terminal wraps a long line, but a file name must stay whole to be copied."""

REASONS = {
    "new": ("mới", "new"),
    "text": ("nội dung đổi", "text changed"),
    "style": ("mẫu trình bày đổi", "style changed"),
    "asset": ("hình ảnh đổi", "asset changed"),
    "engine": ("bộ dàn trang hoặc phông đổi", "engine or fonts changed"),
    "lost": ("bản lưu bị mất", "its cache entry was lost"),
}


def show_check(checked: Checked, form: Format, *, strict: bool) -> int:
    """Write the findings; return the exit code."""
    typer.echo(
        format_diagnostics(checked.diagnostics, checked.snapshot, style=form, language=chosen.language), nl=False
    )
    if form in (Format.HUMAN, Format.SHORT):
        typer.echo(tally(checked.diagnostics), err=True)
    return exit_code(checked.diagnostics, strict=strict)


def tally(diagnostics: "tuple[Diagnostic, ...]") -> str:
    """Return a line such as "2 lỗi, 1 cảnh báo"."""
    counts = Counter(found.severity for found in diagnostics)
    words = SEVERITY_WORDS[chosen.language]
    listed = ", ".join(f"{counts[severity]} {words[severity]}" for severity in counts)
    return listed or say("Không có lỗi.", "No findings.")


class Showing:
    """Shows a build while it runs: a bar on a terminal, otherwise one line for each printed part."""

    def __init__(self, *, form: Format, explain: bool) -> None:
        self._form, self._explain = form, explain
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> "Showing":
        if sys.stderr.isatty() and self._form is not Format.JSON:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = (
                TextColumn(say("In", "Printing")),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("{task.description}"),
            )
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("", total=0)
        return self

    def __exit__(self, *exception: object) -> None:
        if self._bar:
            self._bar.stop()

    def progress(self, printed: "Printed | int") -> None:
        """Take note of more jobs to come (a number) or of a job that is done."""
        if isinstance(printed, int):
            if self._bar and self._task is not None:
                self._bar.update(self._task, total=(self._bar.tasks[0].total or 0) + printed)
            return
        if self._bar and self._task is not None:
            self._bar.update(self._task, advance=1, description=printed.job.name)
        elif not printed.from_cache and self._form is not Format.JSON:
            typer.echo(f"{say('in', 'printed')} {printed.job.name}", err=True)

    def close(self, outcome: Outcome, *, strict: bool) -> int:
        """Write findings, reasons and the closing table; return the exit code."""
        code = outcome.exit_code(strict=strict)
        if self._form is Format.JSON:
            typer.echo(json.dumps(_as_json(outcome, int(code)), ensure_ascii=False, indent=2))
            return code
        language = chosen.language
        typer.echo(
            format_diagnostics(outcome.diagnostics, outcome.snapshot, style=self._form, language=language), nl=False
        )
        if self._explain:
            _show_reasons(outcome)
        if self._form is Format.HUMAN:
            _show_table(outcome)
        typer.echo(tally(outcome.diagnostics), err=True)
        return code


def _show_reasons(outcome: Outcome) -> None:
    for reason in outcome.reasons:
        typer.echo(f"{reason.job}: {say(*REASONS[reason.reason])}")
    if not outcome.reasons:
        typer.echo(say("Không phần nào phải in lại.", "Nothing had to be printed."))


def _show_table(outcome: Outcome) -> None:
    from rich.console import Console
    from rich.table import Table

    heads = (
        ("Ấn bản", "Edition"),
        ("Trang", "Pages"),
        ("Tờ hai mặt", "Sheets"),
        ("In mới", "Printed"),
        ("Từ bản lưu", "From cache"),
        ("Giây", "Seconds"),
        ("Phát hiện", "Findings"),
        ("Tệp", "File"),
    )
    table = Table(box=None, header_style="bold", pad_edge=False)
    for index, head in enumerate(heads):
        is_text = index in (0, len(heads) - 1)
        table.add_column(say(*head), justify="left" if is_text else "right", no_wrap=True, overflow="ignore")
    for file in outcome.files:
        numbers = (file.pages, file.sheets, file.printed, file.cached, f"{file.seconds:.1f}", file.findings)
        table.add_row(file.edition, *(str(number) for number in numbers), file.path)
    if outcome.files:
        Console(width=WIDTH, highlight=False).print(table)


def _as_json(outcome: Outcome, code: int) -> dict[str, object]:
    files = [
        {
            "edition": file.edition,
            "module": file.module,
            "path": file.path,
            "pages": file.pages,
            "sheets": file.sheets,
            "printed": file.printed,
            "from_cache": file.cached,
            "seconds": file.seconds,
            "findings": file.findings,
            "sha256": file.digest,
        }
        for file in outcome.files
    ]
    reasons = [{"part": reason.job, "reason": reason.reason} for reason in outcome.reasons]
    return {
        "schema": SCHEMA,
        "exit": code,
        "files": files,
        "printed": reasons,
        "diagnostics": as_data(outcome.diagnostics),
    }


EXAMINED = {
    "python": ("Python 3.11 trở lên", "Python 3.11 or newer"),
    "packages": ("Gói Python", "Python packages"),
    "weasyprint": ("WeasyPrint 70", "WeasyPrint 70"),
    "libraries": ("Pango, HarfBuzz", "Pango, HarfBuzz"),
    "fonts": ("Phông chữ", "Fonts"),
    "writing": ("Ghi được vào", "Can write to"),
    "letters": ("Chữ cái tiếng Việt có trong phông", "Vietnamese letters in the fonts"),
    "sample": ("Trang thử, chữ chép ra đúng", "Sample page, its text copied out right"),
}


def show_examined(examined: "Examined") -> bool:
    """Write one line of the doctor; return whether all was well."""
    mark = say("được", "ok") if examined.well else say("KHÔNG", "NO")
    typer.echo(f"[{mark}] {say(*EXAMINED[examined.name])}: {examined.found}")
    if examined.failure:
        show_failure(examined.failure)
    return examined.well
