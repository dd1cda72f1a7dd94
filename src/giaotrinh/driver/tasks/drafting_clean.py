"""A draft passes `check`: what it is sure to be wrong is taken out, and its place told.

A question is left out; a line or a block of a module becomes a gap that a person fills. Never a draft with an error.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from giaotrinh.driver.build.preparing import prepare
from giaotrinh.model.diagnostic import Diagnostic, Severity, warning
from giaotrinh.model.snapshot import Snapshot

_ROUNDS = 4
"""Times a draft is looked at: what is taken out may uncover an error that stood behind it."""
_FENCE = re.compile(r"(:{3,})(\{[a-z]+\})?")
_ENTRY = re.compile(r"- id:")
_START = re.compile(r"\s*(?:[-*] |\d+\. |#+ )?")
GAP = "[cần bổ sung: soạn lại chỗ này theo đúng văn bản]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """Files without an error in them, and what was taken out."""

    files: Mapping[str, str]
    gaps: tuple[Diagnostic, ...] = ()


def cleaned(files: Mapping[str, str], snapshot: Snapshot, course_file: str) -> Cleaned:
    """Return drafted files as they may be written, over the files of the project as they stand."""
    gaps: list[Diagnostic] = []
    for _ in range(_ROUNDS):
        errors = _errors(files, snapshot, course_file)
        if not errors:
            break
        gaps += [_gap(each) for each in errors]
        files = {name: _without(name, text, errors) for name, text in files.items()}
    return Cleaned(files=files, gaps=tuple(gaps))


def _errors(files: Mapping[str, str], snapshot: Snapshot, course_file: str) -> list[Diagnostic]:
    """Return the errors in modules and banks that a person can still write; those of course.yaml are told by check."""
    drafted = {name: text.encode() for name, text in files.items()}
    found = prepare(Snapshot(files={**snapshot.files, **drafted}), course_file).diagnostics
    ours = {name for name in files if name != course_file}
    ends = {name: text.find("\n---\n", 4) for name, text in files.items()}
    heads = {name: text[: max(0, ends[name])].count("\n") + 2 for name, text in files.items() if name.endswith(".md")}
    errors = [each for each in found if each.severity is Severity.ERROR and each.span.file in ours]
    return [each for each in errors if each.span.line > heads.get(each.span.file, 0)]


def _gap(found: Diagnostic) -> Diagnostic:
    return warning("draft-left-gap", found.span, cause=found.code)


def _without(name: str, text: str, errors: Iterable[Diagnostic]) -> str:
    at = {each.span.line - 1 for each in errors if each.span.file == name}
    if not at:
        return text
    lines = text.split("\n")
    return "\n".join(_questions(lines, at) if name.endswith(".yaml") else _blocks(lines, at))


def _questions(lines: list[str], at: set[int]) -> list[str]:
    """Return the lines of a bank without the questions that hold a line of `at`."""
    starts = [index for index, line in enumerate(lines) if _ENTRY.match(line)]
    bounds = list(zip(starts, [*starts[1:], len(lines)], strict=True))
    gone = {index for first, last in bounds if at & set(range(first, last)) for index in range(first, last)}
    left = [line for index, line in enumerate(lines) if index not in gone]
    return (
        left
        if len(gone) < len(lines) - (starts[0] if starts else 0)
        else [*lines[: starts[0] - 1], "questions: []", ""]
    )


def _blocks(lines: list[str], at: set[int]) -> list[str]:
    """Return the lines of a module with a gap for each line of `at`, or for the block whose fence or option it is."""
    for line in sorted(at, reverse=True):
        first, last = _bounds(lines, line)
        start = _START.match(lines[first])
        lead = start[0] if start and first == last else ""
        lines = [*lines[:first], f"{lead}{GAP}", *lines[last + 1 :]]
    return lines


def _bounds(lines: list[str], line: int) -> tuple[int, int]:
    """Return the first and the last line of what has to go for a line: itself, or its block."""
    words = lines[line]
    if not (words.startswith((":", "|"))):
        return line, line
    first = line
    while first and not (_FENCE.match(lines[first]) and "{" in lines[first]):
        first -= 1
    fence = _FENCE.match(lines[first])
    colons = fence[1] if fence else ":::"
    last = next((at for at in range(first + 1, len(lines)) if lines[at].rstrip() == colons), first)
    return first, last
