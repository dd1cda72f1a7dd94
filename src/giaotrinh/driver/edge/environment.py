"""The packages the program runs on: whether they are whole, and what is done where they are not.

Standard library only: this is what still runs when nothing else does.
"""

import contextlib
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, files, requires, version
from pathlib import Path

from giaotrinh.driver.edge.failure import Exit, Failure

STAMP = "ready-*"
"""Files in the environment by which the launcher knows it for whole."""


def damage_of(problem: ImportError) -> Failure:
    """Return the failure for a package that cannot be imported; the launcher will make the environment anew."""
    for stamp in Path(sys.prefix).glob(STAMP):
        with contextlib.suppress(OSError):
            stamp.unlink()
    return Failure(Exit.ENVIRONMENT, "environment-damaged", path=sys.prefix, reason=problem)


def is_damage(problem: BaseException) -> bool:
    """Return whether a fault is a missing or broken package of others, not one of the program's own files."""
    return isinstance(problem, ImportError) and not (problem.name or "").startswith("giaotrinh.")


def report_damage(problem: ImportError) -> Exit:
    """Tell of the damage in both languages, for no option could be read; return the exit code."""
    from giaotrinh.driver.edge.messages import LANGUAGES, fill, fill_text, load_messages

    failure = damage_of(problem)
    for language in LANGUAGES:
        message = load_messages(language)[failure.code]
        told = f"{fill_text(message.text, failure.arguments)}; {fill(message.hint, failure.arguments)}"
        sys.stderr.write(f"giaotrinh: {told}\n")
    return failure.exit_code


def broken_packages(program: str = "giaotrinh") -> tuple[str, ...]:
    """Return the packages a program needs that are missing, or of which a file is missing or has another length."""
    return tuple(sorted({name for name in _needed(program) if not _is_whole(name)}))


def _needed(program: str) -> Iterator[str]:
    """Yield the names of the packages a program needs, and of those they need, wherever they are installed."""
    waiting, seen = [program], {program}
    while waiting:
        for line in _requirements(waiting.pop()):
            name = _name(line)
            if "extra ==" not in line and name not in seen:
                seen.add(name)
                waiting.append(name)
                yield name


def _requirements(name: str) -> list[str]:
    try:
        return [line for line in requires(name) or [] if _applies(line)]
    except PackageNotFoundError:
        return []


def _applies(line: str) -> bool:
    """Return whether a requirement is for this machine; one with a condition counts only where it is installed."""
    if ";" not in line:
        return True
    try:
        return bool(version(_name(line)))
    except PackageNotFoundError:
        return False


def _name(line: str) -> str:
    head = line.partition(";")[0]
    for sign in "[(<>=!~ ":
        head = head.partition(sign)[0]
    return head.strip().lower().replace("_", "-")


def _is_whole(name: str) -> bool:
    try:
        known = files(name) or []
    except PackageNotFoundError:
        return False
    return all(_stands(Path(str(file.locate())), file.size) for file in known if file.suffix != ".pyc")


def _stands(path: Path, size: int | None) -> bool:
    try:
        return size is None or path.stat().st_size == size
    except OSError:
        return False
