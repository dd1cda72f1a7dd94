"""`giaotrinh draft`: a resolution becomes the first draft of a course."""

from typing import TYPE_CHECKING, Annotated

import typer

from giaotrinh.cli.app import chosen, command, here, say
from giaotrinh.driver.edge.failure import Exit
from giaotrinh.driver.edge.project import find_project

if TYPE_CHECKING:
    from giaotrinh.driver.tasks.draft_keeping import Changed
    from giaotrinh.driver.tasks.drafting import Drafted


@command
def draft(
    source: Annotated[str, typer.Option("--source", help="Mã nguồn, như nq17 / id of the source.")] = "",
    plan: Annotated[
        str,
        typer.Option(
            "--plan",
            help="mot-buoi, mot-ngay, 3-ngay, 5-ngay, hoặc một tệp kế hoạch; để trống thì dài ngắn theo văn bản / "
            "or a plan file; without it the source decides.",
        ),
    ] = "",
    audience: Annotated[str, typer.Option("--audience", help="Đối tượng, như can-bo-nguon / audience.")] = "",
    module: Annotated[
        str, typer.Option("--module", help="Chỉ soạn lại chuyên đề này, không đụng tệp khác / draft one module anew.")
    ] = "",
) -> int:
    """Soạn bản nháp đầy đủ của khóa học từ một nguồn. / Draft a whole course from a source."""
    from giaotrinh.driver.build.outcome import exit_code
    from giaotrinh.driver.edge.report import Format, format_diagnostics
    from giaotrinh.driver.tasks.drafting import DraftRequest, draft_project

    drafted = draft_project(
        find_project(here()), DraftRequest(source=source, plan=plan, audience=audience, module=module)
    )
    shown = format_diagnostics(drafted.diagnostics, drafted.snapshot, style=Format.HUMAN, language=chosen.language)
    typer.echo(shown, nl=False)
    _show(drafted)
    return exit_code(drafted.diagnostics, strict=False) if not drafted.written else Exit.CLEAN


def _show(drafted: "Drafted") -> None:
    rows = (
        (say("đã viết", "written"), drafted.written),
        (
            say("đã có người sửa, phần mới để bên cạnh", "changed by a person, what is new stands beside it"),
            drafted.beside,
        ),
        (say("đã bỏ, chưa ai sửa", "removed, untouched"), drafted.removed),
    )
    for words, names in rows:
        for name in names:
            typer.echo(f"{words}: {name}")
    if drafted.changes is not None:
        _show_changes(drafted.changes)
    if drafted.written or drafted.beside:
        typer.echo(
            say("Tiếp theo: giaotrinh check, rồi giaotrinh build", "Next: giaotrinh check, then giaotrinh build")
        )


def _show_changes(changes: "Changed") -> None:
    rows = (
        (say("mục mới của nguồn", "new in the source"), changes.added),
        (say("mục đã đổi lời", "changed in the source"), changes.altered),
        (say("mục không còn", "gone from the source"), changes.gone),
    )
    for words, paths in rows:
        if paths:
            typer.echo(f"{words}: {', '.join(paths)}")
