"""`giaotrinh verify`."""

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

VERDICTS = {
    "intact": ("nguyên vẹn", "unaltered"),
    "signed": ("nguyên vẹn, được ký sau khi in", "unaltered, signed after it was made"),
    "annotated": ("CÓ GHI CHÚ, DẤU thêm sau khi in", "ANNOTATED after it was made"),
    "altered": ("ĐÃ BỊ SỬA sau khi in", "ALTERED after it was made"),
}

HOLDS = {
    True: ("chữ ký khớp với tệp (chứng thư chưa xét)", "signature holds (its certificate was not judged)"),
    False: ("CHỮ KÝ KHÔNG KHỚP với tệp", "SIGNATURE DOES NOT HOLD"),
    None: ("CHƯA XÉT chữ ký: cài giaotrinh[sign]", "signature NOT CHECKED: install giaotrinh[sign]"),
}
"""Whether a signature holds -> words."""


@command
def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Tệp PDF đã in / a printed PDF.")],
    as_json: Annotated[bool, typer.Option("--json", help="Kết quả bằng JSON / the result as JSON.")] = False,
) -> int:
    """Cho biết tệp PDF là ấn bản nào, có bị sửa, có cũ hơn nguồn không. / Tell what a printed PDF is."""
    from giaotrinh.driver.tasks.verdict_report import as_json as report
    from giaotrinh.driver.tasks.verifying import verify as examine

    found = examine(file, _project(file))
    typer.echo(report(found) if as_json else "\n".join(_lines(found)))
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
    lines += [_verdict(found), *_signatures(found), _listed(found)]
    if not found.compared:
        lines.append(say("không có giáo trình để so với nguồn", "no course at hand to compare the sources with"))
    elif found.changed:
        lines.append(say("CŨ HƠN NGUỒN: ", "BEHIND ITS SOURCES: ") + ", ".join(found.changed))
    else:
        lines.append(say("đúng với nguồn hiện nay", "in step with the sources of today"))
    return [*lines, *(headline(each, chosen.language) for each in found.findings)]


def _verdict(found: "Verified") -> str:
    words = say(*VERDICTS[found.verdict])
    if found.verdict == "altered" and found.altered_pages:
        return words + say(" ở trang ", " on page ") + ", ".join(map(str, found.altered_pages))
    places = ", ".join(f"{mark.page} ({mark.kind})" for mark in found.marks)
    return words + (say(" ở trang ", " on page ") + places if places and found.verdict != "altered" else "")


def _signatures(found: "Verified") -> list[str]:
    return [say(*HOLDS[each.holds]) + (f": {each.signer}" if each.signer else "") for each in found.signatures]


def _listed(found: "Verified") -> str:
    if found.recorded is None:
        return say("không có manifest.json để đối chiếu tệp", "no manifest.json at hand to look the file up in")
    if found.recorded:
        return say("có ghi trong manifest.json", "listed in manifest.json")
    return say("KHÔNG CÓ trong manifest.json", "NOT LISTED in manifest.json")
