"""`giaotrinh import` and `giaotrinh source`: documents from outside become sources, and are looked at again."""

import json as json_format
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from giaotrinh.cli.app import chosen, command, here, say
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import find_project

if TYPE_CHECKING:
    from giaotrinh.driver.intake.importing import Imported
    from giaotrinh.intake.proposal.versions import Change

source_app = typer.Typer(
    no_args_is_help=True,
    help="Xem và so sánh các nguồn. / Look at sources and compare them.",
    rich_markup_mode=None,
)

SHOWN = 100
_UNSURE = ("import-metadata-missing", "import-count-differs", "import-no-structure", "import-unaccounted")


@command
def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Tệp văn bản / documents.")],
    identity: Annotated[str, typer.Option("--id", help="Mã nguồn, như nq17 / id of the source.")] = "",
    into: Annotated[str, typer.Option(help="Thư mục đích / folder for sources.")] = "course/sources",
    force: Annotated[bool, typer.Option("--force", help="Thay bản đã sửa tay, giữ bản cũ / replace edits.")] = False,
    split: Annotated[bool, typer.Option("--split", help="Tách các văn bản trong tệp / one source each.")] = False,
    ocr: Annotated[bool, typer.Option("--ocr", help="Đọc chữ từ ảnh bằng tesseract / read pictures.")] = False,
    secret: Annotated[bool, typer.Option("--secret", help="Được phép nhập văn bản mật / allow secret.")] = False,
    max_damage: Annotated[
        float | None,
        typer.Option(min=0, max=100, help="Phần trăm mất chữ được phép, thay cho policy / damage allowed, %."),
    ] = None,
    sheet: Annotated[bool, typer.Option("--sheet", help="In phiếu đối chiếu PDF / print the sign-off sheet.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Kết quả dạng JSON / the outcome as JSON.")] = False,
) -> int:
    """Nhập văn bản (Word, PDF, HTML, Markdown, văn bản thuần) thành nguồn. / Import documents as sources."""
    from giaotrinh.driver.intake.delivery import print_sheets, write_report
    from giaotrinh.driver.intake.importing import ImportRequest, import_file

    if identity and len(files) > 1:
        raise Failure(Exit.USAGE, "import-name-once")
    project = find_project(here())
    request = ImportRequest(
        identity=identity,
        into=into,
        force=force,
        read_pictures=ocr,
        secret=secret,
        split=split,
        damaged_share=None if max_damage is None else max_damage / 100,
    )
    sources = [source for path in files for source in import_file(project, path, request)]
    reports = [write_report(project, source) for source in sources]
    sheets = print_sheets(project, sources) if sheet else ()
    made = [str(path.relative_to(project.root)) for path in (*reports, *sheets)]
    return _show(sources, made, json=json)


@source_app.command("show")
@command
def show(
    identity: Annotated[str, typer.Argument(metavar="[ID]", help="Mã nguồn / id.")] = "",
    path: Annotated[str, typer.Argument(metavar="[PATH]", help="Địa chỉ, như II.1.c / address.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Dạng JSON / as JSON.")] = False,
) -> int:
    """Liệt kê nguồn, cây mục của một nguồn, hoặc nguyên văn một mục. / List sources, a tree, or one provision."""
    from giaotrinh.driver.intake.delivery import known_sources, load_source

    project = find_project(here())
    if not identity:
        known = known_sources(project)
        typer.echo(json_format.dumps({"schema": 1, "sources": known}) if json else "\n".join(known))
        return Exit.CLEAN
    source = load_source(project, identity)
    parts = [part for root in source.provisions for part in root.walk()]
    if path:
        parts = [part for part in parts if part.path == path]
        if not parts:
            raise Failure(Exit.USAGE, "provision-not-there", path=path, source=identity)
    rows = [{"path": part.path, "kind": part.kind, "line": part.line, "lines": part.lines} for part in parts]
    if json:
        typer.echo(json_format.dumps({"schema": 1, "provisions": rows}, ensure_ascii=False, indent=1))
    elif path:
        typer.echo("\n".join(line for part in parts[0].walk() for line in part.lines))
    else:
        for part in parts:
            words = f"{part.label} {part.title}".strip()
            typer.echo(f"{part.path:<16} {words[:SHOWN]}")
    return Exit.CLEAN


@source_app.command("diff")
@command
def diff(
    identity: Annotated[str, typer.Argument(metavar="ID", help="Mã nguồn / id.")],
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Bản khác / another copy.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Dạng JSON / as JSON.")] = False,
) -> int:
    """So từng mục: chỗ đã sửa tay, hoặc khác gì với một tệp. / Compare by provision: edits, or another copy."""
    from giaotrinh.driver.intake.delivery import changes_by_hand, changes_in_file

    project = find_project(here())
    found = changes_in_file(project, identity, file) if file else changes_by_hand(project, identity)
    if json:
        rows = [_change_data(one) for one in found]
        typer.echo(json_format.dumps({"schema": 1, "changes": rows}, ensure_ascii=False, indent=1))
        return Exit.CLEAN
    for one in found:
        for line in _change_lines(one):
            typer.echo(line)
    typer.echo(say(f"{len(found)} mục khác nhau.", f"{len(found)} provisions differ."), err=True)
    return Exit.CLEAN


def _change_lines(change: "Change") -> list[str]:
    """Return the lines that show a change: sign, address, the words before and after."""
    old, new = change.old, change.new
    if old and new and old.path != new.path:
        return [f"> {old.path} > {new.path}"]
    there = new or old
    sign = "~" if old and new else "+" if new else "-"
    lines = [f"{sign} {there.path if there else ''}"]
    lines += [f"    - {line}" for line in (old.lines if old else ())]
    return lines + [f"    + {line}" for line in (new.lines if new else ())]


def _change_data(change: "Change") -> dict[str, Any]:
    sides = (("before", change.old), ("after", change.new))
    return {"kind": change.kind} | {name: {"path": one.path, "lines": one.lines} for name, one in sides if one}


def _show(sources: "list[Imported]", made: list[str], *, json: bool) -> int:
    from giaotrinh.driver.build.outcome import exit_code
    from giaotrinh.driver.edge.report import SCHEMA, Format, as_data, format_diagnostics
    from giaotrinh.model.snapshot import Snapshot

    diagnostics = tuple(found for source in sources for found in source.diagnostics)
    code = exit_code(diagnostics, strict=False)
    if json:
        data = {
            "schema": SCHEMA,
            "exit": int(code),
            "sources": [_as_data(source) for source in sources],
            "reports": made,
            "diagnostics": as_data(diagnostics),
        }
        typer.echo(json_format.dumps(data, ensure_ascii=False, indent=2))
        return code
    texts = {f"{source.folder}/text.txt": source.text.encode() for source in sources}
    shown = format_diagnostics(diagnostics, Snapshot(files=texts), style=Format.HUMAN, language=chosen.language)
    typer.echo(shown, nl=False)
    for source in sources:
        typer.echo(_summary(source))
        for change in source.changes:
            typer.echo(_change_lines(change)[0])
    for path in made:
        typer.echo(say(f"đối chiếu: {path}", f"to compare: {path}"))
    return code


def _summary(source: "Imported") -> str:
    provisions = sum(1 for root in source.provisions for _ in root.walk())
    lines, doubts = len(source.extraction.paragraphs), len(source.extraction.damaged) + _doubts(source)
    number = source.metadata.number or source.origin.name
    return say(
        f"{source.folder}: {number}, {lines} đoạn, {provisions} mục, {doubts} chỗ cần đối chiếu",
        f"{source.folder}: {number}, {lines} paragraphs, {provisions} provisions, {doubts} places to compare",
    )


def _doubts(source: "Imported") -> int:
    """Return how many places import was not sure of; damaged letters are counted one by one beside them."""
    return sum(1 for found in source.diagnostics if found.code.startswith("outline-") or found.code in _UNSURE)


def _as_data(source: "Imported") -> dict[str, Any]:
    from giaotrinh.driver.intake.record import account, outline_counts

    metadata = source.metadata
    return {
        "id": source.identity,
        "folder": source.folder,
        "file": source.origin.name,
        "sha256": source.origin.digest,
        "carrier": source.extraction.carrier,
        "converted_by": source.origin.converted_by,
        "pages": source.extraction.pages,
        "metadata": {name: getattr(metadata, name) for name in ("title", "number", "date", "issuer", "place")},
        "secrecy": source.secrecy,
        "provisions": outline_counts(source.provisions),
        "account": account(source.extraction),
        "damaged": len(source.extraction.damaged),
        "doubts": _doubts(source),
        "left_out": dict(Counter(part.reason for part in source.extraction.left_out)),
        "mended": dict(source.extraction.mended),
        "changes": [_change_data(change) for change in source.changes],
        "backups": list(source.backups),
        "kept_settings": source.kept_settings,
    }
