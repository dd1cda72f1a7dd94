"""`giaotrinh verify`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from giaotrinh.cli.app import chosen, command, here, say
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder, find_project

if TYPE_CHECKING:
    from giaotrinh.driver.tasks.verifying import Verified

LABELS = {
    "Title": ("tên", "title"),
    "Edition": ("ấn bản", "edition"),
    "Module": ("chuyên đề", "module"),
    "Version": ("bản", "version"),
    "AsOf": ("tư liệu tính đến", "as of"),
    "Audience": ("đối tượng", "audience"),
    "Plan": ("kế hoạch", "plan"),
}


@command
def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Tệp PDF đã in / a printed PDF.")],
    as_json: Annotated[bool, typer.Option("--json", help="Kết quả bằng JSON / the result as JSON.")] = False,
) -> int:
    """Cho biết tệp PDF là ấn bản nào, có bị sửa, có cũ hơn nguồn không. / Tell what a printed PDF is."""
    from giaotrinh.driver.tasks.verifying import verify as examine

    found = examine(file, _project(file))
    if as_json:
        typer.echo(json.dumps(_data(found), ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(_lines(found)))
    return Exit.CLEAN if found.good else Exit.PROBLEMS


def _project(file: Path) -> ProjectFolder | None:
    """Return the project one stands in, else the one the file lies in."""
    for place in (here(), file.resolve().parent):
        try:
            return find_project(place)
        except Failure:
            continue
    return None


def _lines(found: "Verified") -> list[str]:
    from giaotrinh.driver.edge.report import headline

    lines = [f"{say(*words)}: {found.identity[name]}" for name, words in LABELS.items() if found.identity.get(name)]
    lines.append(
        say("ĐÃ BỊ SỬA sau khi in", "ALTERED after it was made")
        if found.altered
        else say("nguyên vẹn", "unaltered")
        + (say(", đúng tệp ghi trong manifest.json", ", the very file manifest.json lists") if found.recorded else "")
    )
    if not found.compared:
        lines.append(say("không có giáo trình để so với nguồn", "no course at hand to compare the sources with"))
    elif found.changed:
        lines.append(say("CŨ HƠN NGUỒN: ", "BEHIND ITS SOURCES: ") + ", ".join(found.changed))
    else:
        lines.append(say("đúng với nguồn hiện nay", "in step with the sources of today"))
    return [*lines, *(headline(each, chosen.language) for each in found.findings)]


def _data(found: "Verified") -> dict[str, object]:
    return {
        "schema": 1,
        "identity": found.identity,
        "altered": found.altered,
        "recorded": found.recorded,
        "compared": found.compared,
        "changed_sources": list(found.changed),
        "good": found.good,
    }
