"""The program's options, and what every command shares: language, failures, exit codes."""

import contextlib
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Annotated, ParamSpec

import typer

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.messages import LANGUAGES, fill, fill_text, load_messages


@dataclass(slots=True)
class Choices:
    """What the options before the command decide."""

    language: str = "vi"


chosen = Choices()

P = ParamSpec("P")

app = typer.Typer(
    name="giaotrinh",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Biên soạn giáo trình từ nghị quyết, đối chiếu từng con số với nguồn. / "
    "Compiles a training course from a resolution, every figure checked against the source.",
)


def show_version(wanted: bool) -> None:
    """Print the version and leave, when asked."""
    if wanted:
        from giaotrinh.driver.print.engine import package_version

        typer.echo(f"giaotrinh {package_version('giaotrinh')}")
        raise typer.Exit


@app.callback()
def options(
    lang: Annotated[
        str, typer.Option("--lang", envvar="GIAOTRINH_LANG", help="Ngôn ngữ thông báo / language of messages: vi, en.")
    ] = "vi",
    version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="In số phiên bản / print the version."),
    ] = False,
) -> None:
    """Set what every command shares."""
    if lang not in LANGUAGES:
        raise typer.BadParameter(f"vi | en, không phải / not: {lang}", param_hint="--lang")
    chosen.language = lang


def command(function: Callable[P, int]) -> Callable[P, None]:
    """Turn a function that returns an exit code into a command; failures become a message and their exit code."""

    @wraps(function)
    def run(*arguments: P.args, **named: P.kwargs) -> None:
        try:
            code = function(*arguments, **named)
            sys.stdout.flush()  # a full disk refuses now, while it can be told
        except Failure as failure:
            show_failure(failure)
            code = failure.exit_code
        except KeyboardInterrupt:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second one must not tear what is being put in order
            code = Exit.INTERRUPTED
        except typer.Exit:
            raise
        except BrokenPipeError:
            # The reader of a pipe (head, less) went away; nothing is wrong with the course.
            _write_no_more()
            code = Exit.CLEAN
        except Exception as fault:
            code = report_fault(fault)
        raise typer.Exit(int(code))

    return run


def report_fault(fault: Exception) -> Exit:
    """Keep the traceback in a file for whoever mends the program; tell the user where it is.

    What the machine refuses is no fault of the program and has no report.
    """
    from giaotrinh.driver.edge.faults import keep_report
    from giaotrinh.driver.edge.machine import refused

    if failure := refused(fault):
        _write_no_more()
        show_failure(failure)
        return failure.exit_code

    words = traceback.format_exception(fault)
    show_failure(
        Failure(Exit.FAULT, "program-fault", path=keep_report(here(), "".join(words)), reason=words[-1].strip())
    )
    return Exit.FAULT


def _write_no_more() -> None:
    """Let what is still to be written to standard output go nowhere, so that the end of the process is quiet."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def show_failure(failure: Failure) -> None:
    """Write a failure to standard error: what is wrong, what to do."""
    message = load_messages(chosen.language)[failure.code]
    word = {"vi": "lỗi", "en": "error"}[chosen.language]
    typer.echo(f"{word}[{failure.code}]: {fill_text(message.text, failure.arguments)}", err=True)
    if remedy := fill(message.hint, failure.arguments):
        typer.echo(f"   {({'vi': 'gợi ý', 'en': 'hint'})[chosen.language]}: {remedy}", err=True)


def say(vi: str, en: str) -> str:
    """Return the words in the language of this run."""
    return vi if chosen.language == "vi" else en


def here() -> Path:
    """Return the folder the program was called in."""
    return Path.cwd()
