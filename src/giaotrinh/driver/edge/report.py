"""Diagnostics for people and machines: human with source line and caret, short, json, github."""

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum

from giaotrinh.driver.edge.messages import SEVERITY_WORDS, Message, fill, fill_text, load_messages
from giaotrinh.model.diagnostic import Diagnostic, Severity
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.model.span import Span

SCHEMA = 1
"""Version of the JSON that every reading command writes."""

_LABELS = {"vi": ("gợi ý", "liên quan"), "en": ("hint", "related")}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class Format(StrEnum):
    """How diagnostics are written."""

    HUMAN = "human"
    SHORT = "short"
    JSON = "json"
    GITHUB = "github"


def format_diagnostics(diagnostics: Sequence[Diagnostic], snapshot: Snapshot, *, style: Format, language: str) -> str:
    """Return the diagnostics as text, one line end at the end; "" for none (JSON is always a document)."""
    if style is Format.JSON:
        return json.dumps({"schema": SCHEMA, "diagnostics": as_data(diagnostics)}, ensure_ascii=False, indent=2) + "\n"
    write = {Format.HUMAN: _human, Format.SHORT: _headline, Format.GITHUB: _github}[style]
    return "".join(write(found, snapshot, language) + "\n" for found in diagnostics)


def as_data(diagnostics: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Return the diagnostics as plain data with wording in both languages."""
    return [
        {
            "code": found.code,
            "severity": found.severity.value,
            "place": _place_data(found.span),
            "arguments": dict(found.arguments),
            "related": [_place_data(span) for span in found.related],
            "message": {language: headline(found, language) for language in ("vi", "en")},
            "hint": {language: hint(found, language) for language in ("vi", "en")},
        }
        for found in diagnostics
    ]


def headline(found: Diagnostic, language: str) -> str:
    """Return what is wrong, in one line."""
    return fill_text(_message(found, language).text, dict(found.arguments))


def hint(found: Diagnostic, language: str) -> str:
    """Return what to do, "" where the message has no hint or nothing to fill it with."""
    return fill(_message(found, language).hint, dict(found.arguments))


def _message(found: Diagnostic, language: str) -> Message:
    return load_messages(language).get(found.code, Message(text=found.code))


def _place_data(span: Span) -> dict[str, object]:
    return {"file": span.file, "line": span.line, "column": span.column, "end_column": span.end_column}


def _headline(found: Diagnostic, _: Snapshot, language: str) -> str:
    word = SEVERITY_WORDS[language][found.severity]
    place = f"{found.span}: " if found.span.file else ""
    return f"{place}{word}[{found.code}]: {headline(found, language)}"


def _human(found: Diagnostic, snapshot: Snapshot, language: str) -> str:
    hint_word, related_word = _LABELS[language]
    lines = [_headline(found, snapshot, language), *_source_lines(found.span, snapshot)]
    if words := hint(found, language):
        lines.append(f"   {hint_word}: {words}")
    lines += [f"   {related_word}: {span}" for span in found.related]
    return "\n".join(lines)


def _source_lines(span: Span, snapshot: Snapshot) -> list[str]:
    content = snapshot.files.get(span.file)
    if content is None or not span.line or b"\0" in content:  # a spreadsheet has no lines to show
        return []
    lines = content.decode("utf-8", errors="replace").split("\n")
    if span.line > len(lines):
        return []
    line = lines[span.line - 1].rstrip("\r").replace("\t", " ")
    shown = [f"   {span.line:>4} | {line}"]
    if span.column:
        width = max(1, (span.end_column or span.column + 1) - span.column)
        shown.append(f"        | {' ' * (span.column - 1)}{'^' * min(width, max(1, len(line) - span.column + 1))}")
    return shown


def _github(found: Diagnostic, _: Snapshot, language: str) -> str:
    place = f"file={found.span.file},line={found.span.line or 1},col={found.span.column or 1},title={found.code}"
    words = " ".join(filter(None, (headline(found, language), hint(found, language))))
    escaped = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{_GITHUB[found.severity]} {place}::{escaped}"
