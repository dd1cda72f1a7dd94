"""`giaotrinh impose`."""

from pathlib import Path
from typing import Annotated

import typer

from giaotrinh.cli.app import command, say
from giaotrinh.driver.edge.failure import Exit


@command
def impose(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Tệp PDF đã in / a printed PDF.")],
    way: Annotated[str, typer.Option("--as", help="booklet (A5), 2-up, 4-up.")] = "booklet",
    signature: Annotated[
        int, typer.Option(min=0, help="Số tờ gấp lồng một tay sách; 0 là tất cả / sheets of a signature; 0 is all.")
    ] = 0,
    creep: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Độ dày một tờ, mm / thickness of a sheet in mm.")
    ] = 0.0,
) -> int:
    """Xếp trang lên tờ A4 để in hai mặt, gấp, đóng ghim. / Lay pages on A4 sheets for the copy room."""
    from giaotrinh.driver.tasks.imposing import BOOKLET, impose_file

    made = impose_file(file, way, signature=signature, creep=creep)
    edge = (
        say("lật cạnh ngắn", "turn on the short edge") if way in (BOOKLET, "2-up") else say("lật cạnh dài", "long edge")
    )
    typer.echo(
        say(
            f"{made.path}: {made.pages} trang, {made.sheets} tờ A4 hai mặt ({edge}), {made.blanks} chỗ trống",
            f"{made.path}: {made.pages} pages, {made.sheets} A4 sheets on both sides ({edge}), {made.blanks} blanks",
        )
    )
    return Exit.CLEAN
