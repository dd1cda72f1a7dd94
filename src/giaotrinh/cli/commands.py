"""The commands, each a few lines over the driver."""

import gc
import sys
from pathlib import Path
from typing import Annotated

import typer

from giaotrinh.cli.app import app, chosen, command, here, report_fault, say
from giaotrinh.cli.covering import coverage as coverage_
from giaotrinh.cli.drafting import draft as draft_
from giaotrinh.cli.gathering import gather as gather_
from giaotrinh.cli.importing import import_, source_app
from giaotrinh.cli.imposing import impose as impose_
from giaotrinh.cli.previewing import preview as preview_
from giaotrinh.cli.reviewing import review as review_
from giaotrinh.cli.verifying import verify as verify_
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.messages import load_messages
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.edge.report import Format

FormatOption = Annotated[Format, typer.Option("--format", help="Dạng thông báo / form of the findings.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Như / same as --format json.")]
PlanOption = Annotated[str, typer.Option("--plan", help="Kế hoạch khác: 3-ngay là course/3-ngay.yaml / another plan.")]
StrictOption = Annotated[bool, typer.Option("--strict", help="Coi cảnh báo là lỗi / warnings are errors.")]


@app.command("new")
@command
def new(directory: Annotated[Path, typer.Argument(metavar="DIR", help="Thư mục mới / a new folder.")]) -> int:
    """Tạo giáo trình mới với nguồn và chuyên đề mẫu. / Make a new course project."""
    from giaotrinh.driver.tasks.starting import start_project

    start_project(directory)
    typer.echo(
        say(
            f"Đã tạo {directory}. Tiếp theo: cd {directory} && giaotrinh build",
            f"Made {directory}. Next: cd {directory} && giaotrinh build",
        )
    )
    return Exit.CLEAN


@app.command("check")
@command
def check(
    plan: PlanOption = "", form: FormatOption = Format.HUMAN, json: JsonOption = False, strict: StrictOption = False
) -> int:
    """Kiểm tra giáo trình, không in. / Check the course without printing."""
    import gc

    from giaotrinh.cli.showing import show_check
    from giaotrinh.driver.build.checking import check_project

    gc.disable()  # as for a build: all that is made is kept to the end
    return show_check(check_project(find_project(here()), plan), Format.JSON if json else form, strict=strict)


@app.command("build")
@command
def build(
    editions: Annotated[list[str] | None, typer.Argument(metavar="[EDITION]...", help="Ấn bản / editions.")] = None,
    module: Annotated[str, typer.Option(help="Chỉ in một chuyên đề, số trang của sách / one module only.")] = "",
    plan: PlanOption = "",
    jobs: Annotated[int, typer.Option(min=0, help="Số tiến trình in; 0 là theo máy / printing processes.")] = 0,
    explain: Annotated[
        bool, typer.Option("--explain", help="Vì sao từng phần được in / why each part was printed.")
    ] = False,
    strict: StrictOption = False,
    large: Annotated[bool, typer.Option("--large", help="Bản chữ lớn 18 pt / large print.")] = False,
    archive: Annotated[bool, typer.Option("--archive", help="Bản lưu trữ PDF/A-2a / for the archive.")] = False,
    grey: Annotated[bool, typer.Option("--grey", help="Bản đen trắng / grey-scale.")] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="In dù có lỗi, đóng dấu BẢN NHÁP / print despite errors.")
    ] = False,
    form: FormatOption = Format.HUMAN,
    json: JsonOption = False,
) -> int:
    """In các ấn bản vào build/. / Build the editions into build/."""
    import gc

    from giaotrinh.cli.interrupting import Interrupts
    from giaotrinh.cli.showing import Showing
    from giaotrinh.driver.build.recipe import build_project
    from giaotrinh.driver.build.request import Request

    request = Request(
        editions=tuple(editions or ()),
        module=module,
        plan=plan,
        jobs=jobs,
        large=large,
        grey=grey,
        archive=archive,
        draft=draft,
    )
    showing = Showing(form=Format.JSON if json else form, explain=explain)
    gc.disable()  # a build is short and keeps nearly all it makes; looking for cycles costs it a tenth of its time
    with Interrupts() as interrupts, showing:
        outcome = build_project(find_project(here()), request, interrupts.watched(showing.progress))
    return showing.close(outcome, strict=strict)


app.command("import")(import_)
app.command("draft")(draft_)
app.command("coverage")(coverage_)
app.command("gather")(gather_)
app.command("preview")(preview_)
app.command("review")(review_)
app.command("verify")(verify_)
app.command("impose")(impose_)
app.add_typer(source_app, name="source")


EXPLAINED = "Mã trong ngoặc vuông, hoặc tệp:dòng / the code in square brackets, or file:line."


@app.command("explain")
@command
def explain(code: Annotated[str, typer.Argument(metavar="CODE|FILE:LINE", help=EXPLAINED)]) -> int:
    """Giải thích một mã thông báo, hoặc các con số ở một dòng. / Explain a code, or the numbers on a line."""
    import difflib

    file, _, line = code.rpartition(":")
    if file and line.isdecimal():
        from giaotrinh.cli.showing import show_check
        from giaotrinh.driver.build.numbers import explain_line

        show_check(explain_line(find_project(here()), file, int(line)), Format.HUMAN, strict=False)
        return Exit.CLEAN
    messages = load_messages(chosen.language)
    if code not in messages:
        nearest = ", ".join(difflib.get_close_matches(code, messages))
        raise Failure(Exit.USAGE, "code-unknown", name=code, nearest=nearest)
    message = messages[code]
    for words in filter(None, (f"{code}: {message.text}", message.hint, message.explain)):
        typer.echo(words.replace("{{", "{").replace("}}", "}"))
    return Exit.CLEAN


@app.command("schema")
@command
def schema() -> int:
    """Ghi lược đồ JSON cho trình soạn thảo vào build/schema. / Write JSON schemas for editors."""
    from giaotrinh.driver.tasks.schemas import write_schemas

    for path in write_schemas(find_project(here())):
        typer.echo(str(path))
    return Exit.CLEAN


@app.command("doctor")
@command
def doctor() -> int:
    """Xem máy đã đủ điều kiện in chưa. / See whether this machine can print."""
    from giaotrinh.cli.showing import show_examined
    from giaotrinh.driver.tasks.doctor import examine

    results = [show_examined(one) for one in examine(_build_folder())]
    return Exit.CLEAN if all(results) else Exit.ENVIRONMENT


@app.command("clean")
@command
def clean() -> int:
    """Xóa những gì đã in trong build/. / Remove what was built."""
    from giaotrinh.driver.tasks.cleaning import clean_project

    done = clean_project(find_project(here()))
    typer.echo(say(f"Đã xóa {done.removed} tệp.", f"Removed {done.removed} files."))
    if done.left:
        names = ", ".join(done.left)
        typer.echo(say(f"Để lại, vì không do chương trình tạo: {names}", f"Left, not made by the program: {names}"))
    return Exit.CLEAN


def _build_folder() -> Path:
    try:
        return find_project(here()).build
    except Failure:
        return here() / "build"


def main() -> None:
    """Run the program."""
    try:
        app(prog_name="giaotrinh")
    except KeyboardInterrupt:
        sys.exit(Exit.INTERRUPTED)
    except OSError as problem:  # of the help, which no command prints
        sys.exit(report_fault(problem))
    finally:
        gc.freeze()  # the process ends: looking for cycles once more takes a twentieth of a short build
