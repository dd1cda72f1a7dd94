"""`giaotrinh preview`."""

from contextlib import suppress
from importlib.util import find_spec
from typing import Annotated

import typer

from giaotrinh.cli.app import chosen, command, here, say
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import find_project

NEEDED = ("starlette", "uvicorn", "watchfiles")
OWN = frozenset({"127.0.0.1", "localhost", "::1"})


@command
def preview(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Cổng; 0 là cổng trống bất kỳ / port.")] = 8710,
    open_: Annotated[bool, typer.Option("--open", help="Mở trình duyệt / open the browser.")] = False,
    learner: Annotated[
        bool, typer.Option("--learner", help="Chỉ cho xem bản của học viên / share learners' pages alone.")
    ] = False,
    host: Annotated[
        str, typer.Option(help="Địa chỉ mạng khác 127.0.0.1: máy khác xem được / another address lets others in.")
    ] = "127.0.0.1",
    plan: Annotated[str, typer.Option("--plan", help="Kế hoạch khác / another plan.")] = "",
) -> int:
    """Xem và sửa giáo trình trong trình duyệt, không cần mạng. / Preview and edit the course in the browser."""
    from giaotrinh.preview.serving import Wish, serve

    if missing := ", ".join(name for name in NEEDED if find_spec(name) is None):
        raise Failure(Exit.ENVIRONMENT, "preview-missing", names=missing)
    if host not in OWN:
        typer.echo(
            say(
                f"cảnh báo: mở ra {host}, ai trong mạng cũng vào được" + ("" if learner else ", kể cả lời giải"),
                f"warning: open on {host}: anyone on the network can read" + ("" if learner else ", answers included"),
            ),
            err=True,
        )
    wish = Wish(plan=plan, host=host, port=port, for_learners=learner, language=chosen.language)
    with suppress(KeyboardInterrupt):  # how one ends it
        serve(find_project(here()), wish, told=_tell, open_browser=open_)
    return Exit.CLEAN


def _tell(address: str) -> None:
    typer.echo(say(f"Xem trước tại {address} (Ctrl+C để dừng)", f"Preview at {address} (Ctrl+C ends it)"))
