"""`giaotrinh gather`: filled worksheets become the draft of a programme or plan."""

from pathlib import Path
from typing import Annotated

import typer

from giaotrinh.cli.app import chosen, command, here, say
from giaotrinh.driver.edge.project import find_project


@command
def gather(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Phiếu đã điền, YAML hoặc CSV / filled rows.")],
    layout: Annotated[str, typer.Option("--layout", help="Thể thức / form of the document: dang, nha-nuoc.")] = "dang",
    unit: Annotated[str, typer.Option("--unit", help="Cơ quan ban hành / who issues it.")] = "",
    output: Annotated[Path | None, typer.Option("--output", help="Tệp Word sẽ viết / the Word file to write.")] = None,
) -> int:
    """Gom phiếu đã điền thành dự thảo chương trình, kế hoạch (Word). / Gather filled worksheets into a draft plan."""
    from giaotrinh.driver.build.outcome import exit_code
    from giaotrinh.driver.edge.report import Format, format_diagnostics
    from giaotrinh.driver.tasks.action_plan import Gathering, gather_project

    request = Gathering(files=tuple(files), layout=layout, unit=unit, output=output)
    gathered = gather_project(find_project(here()), request)
    shown = format_diagnostics(gathered.diagnostics, gathered.snapshot, style=Format.HUMAN, language=chosen.language)
    typer.echo(shown, nl=False)
    if gathered.written is not None:
        count = gathered.count
        typer.echo(say(f"đã viết {gathered.written}: {count} dòng", f"wrote {gathered.written}: {count} rows"))
    return exit_code(gathered.diagnostics, strict=False)
