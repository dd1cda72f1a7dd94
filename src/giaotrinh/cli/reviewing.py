"""`giaotrinh review`: one place after the other, with what changed, until somebody says it was compared."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from giaotrinh.cli.app import chosen, command, here, say
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder, find_project

if TYPE_CHECKING:
    from giaotrinh.check.course.review import Link
    from giaotrinh.driver.tasks.reviewing import Reviewing

STATES = {
    "current": ("còn đúng", "current"),
    "suspect": ("nguồn đã đổi", "suspect"),
    "new": ("chưa đối chiếu", "new"),
    "orphaned": ("không còn chỗ", "orphaned"),
    "duplicate": ("ghi hai lần", "duplicate"),
}
YES, SKIP, STOP = "c", "b", "t"
QUESTION = (
    f"[{YES}] còn đúng, ghi nhận  [{SKIP}] bỏ qua  [{STOP}] thôi",
    f"[{YES}] holds, record  [{SKIP}] skip  [{STOP}] stop",
)


@command
def review(
    module: Annotated[str, typer.Argument(metavar="[MODULE]", help="Chuyên đề / one module.")] = "",
    by: Annotated[str, typer.Option("--by", help="Người đối chiếu / who compared.")] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="Ghi nhận tất cả, không hỏi từng chỗ / record all without asking.")
    ] = False,
    plan: Annotated[str, typer.Option("--plan", help="Kế hoạch khác / another plan.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Liệt kê bằng JSON / list as JSON.")] = False,
) -> int:
    """Đối chiếu từng chỗ với nguồn và ghi tên người đối chiếu. / Compare places with the source, on record."""
    from giaotrinh.driver.edge.report import SCHEMA, Format, format_diagnostics
    from giaotrinh.driver.tasks.reviewing import STALE, record, reviewing

    project = find_project(here())
    found = reviewing(project, plan, module)
    if found.errors:
        words = format_diagnostics(found.errors, found.snapshot, style=Format.HUMAN, language=chosen.language)
        typer.echo(words, nl=False)
        return Exit.PROBLEMS
    if as_json:
        data = {"schema": SCHEMA, "places": [_data(link) for link in found.links]}
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif everything:
        record(project, found.open, by or _asked_name())
    elif is_terminal():
        _one_by_one(project, found, by)
    else:
        for link in found.open:
            typer.echo(_heading(link))
    left = reviewing(project, plan, module)
    if not as_json:
        typer.echo(_tally(left), err=True)
    return Exit.PROBLEMS if any(link.state in STALE for link in left.links) else Exit.CLEAN


def is_terminal() -> bool:
    """Return whether there is somebody to ask."""
    return sys.stdin.isatty()


def _one_by_one(project: ProjectFolder, found: "Reviewing", by: str) -> None:
    """Show each place and ask; every answer is on disk before the next question."""
    from giaotrinh.driver.tasks.reviewing import record

    if not found.open:
        return
    name = by or _asked_name()
    for link in found.open:
        typer.echo(f"\n{_heading(link)}\n{_body(link, found)}")
        answer = typer.prompt(say(*QUESTION), default=SKIP).strip().lower()
        if answer == STOP:
            return
        if answer == YES:
            record(project, [link], name)


def _asked_name() -> str:
    if not is_terminal():
        raise Failure(Exit.USAGE, "review-no-name")
    return str(typer.prompt(say("Người đối chiếu", "Who compares")))


def _heading(link: "Link") -> str:
    module, place, address = link.key
    return f"{link.span}: {say(*STATES[link.state.value])}: {address} ({module}, {place})"


def _body(link: "Link", found: "Reviewing") -> str:
    from giaotrinh.check.course.review import changed_words

    lines = found.snapshot.files.get(link.span.file, b"").decode("utf-8", errors="replace").split("\n")
    shown = [f"   {link.span.line} | {lines[link.span.line - 1]}"] if 0 < link.span.line <= len(lines) else []
    if link.before and link.before != link.now:
        removed, added = changed_words(link.before, link.now)
        shown += [f"   - {removed}", f"   + {added}"]
    return "\n".join([*shown, *(f"   > {line}" for line in link.now.splitlines())])


def _data(link: "Link") -> dict[str, object]:
    module, place, address = link.key
    return {
        "module": module,
        "place": place,
        "address": address,
        "state": link.state.value,
        "file": link.span.file,
        "line": link.span.line,
        "before": link.before,
        "now": link.now,
    }


def _tally(found: "Reviewing") -> str:
    from collections import Counter

    counts = Counter(link.state.value for link in found.links)
    return ", ".join(f"{counts[name]} {say(*words)}" for name, words in STATES.items() if counts[name])
