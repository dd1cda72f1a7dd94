"""Findings with the blocks they stand in and the provisions those lean on."""

from collections.abc import Iterable, Iterator

from giaotrinh.driver.edge.messages import load_messages
from giaotrinh.driver.edge.report import headline, hint
from giaotrinh.model.course import Module
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic
from giaotrinh.model.document import Block
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.render.blocks.places import cite


def findings(
    diagnostics: Iterable[Diagnostic], curriculum: Curriculum | None, snapshot: Snapshot, language: str
) -> list[dict[str, object]]:
    """Return every finding as data: what, where, the blocks around it, the provisions beside it."""
    return [_finding(each, curriculum, snapshot, language) for each in diagnostics]


def _finding(found: Diagnostic, curriculum: Curriculum | None, snapshot: Snapshot, language: str) -> dict[str, object]:
    module = _module_of(found, curriculum)
    around = list(blocks_at(module, found.span.line)) if module else []
    return {
        "code": found.code,
        "severity": found.severity.value,
        "text": headline(found, language),
        "hint": hint(found, language),
        "explain": load_messages(language)[found.code].explain.replace("{{", "{").replace("}}", "}"),
        "file": found.span.file,
        "line": found.span.line,
        "column": found.span.column,
        "end_column": found.span.end_column,
        "source": _line(snapshot, found.span.file, found.span.line),
        "module": module.id if module else "",
        "blocks": [block.id for block in around],
        "provisions": _provisions(around, curriculum) if curriculum else [],
        "related": [
            {"place": str(span), "text": _line(snapshot, span.file, span.line)} for span in found.related if span.line
        ],
    }


def _module_of(found: Diagnostic, curriculum: Curriculum | None) -> Module | None:
    modules = curriculum.project.modules if curriculum else ()
    return next((module for module in modules if module.file == found.span.file), None)


def blocks_at(module: Module, line: int) -> Iterator[Block]:
    """Yield the blocks that a line belongs to, the innermost first."""
    holding = [block for block in module.walk() if block.span.line <= line <= max(block.end_line, block.span.line)]
    yield from reversed(holding)


def _line(snapshot: Snapshot, file: str, number: int) -> str:
    lines = snapshot.files.get(file, b"").decode("utf-8", errors="replace").splitlines()
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _provisions(around: Iterable[Block], curriculum: Curriculum) -> list[dict[str, str]]:
    """Return the provisions of the innermost block that leans on any."""
    for block in around:
        citations = curriculum.by_block.get(block.id, ())
        if citations:
            keys = dict.fromkeys((each.source, each.path) for each in citations)
            return [provision_data(curriculum, source, path) for source, path in keys]
    return []


def provision_data(curriculum: Curriculum, source: str, path: str) -> dict[str, str]:
    """Return the address, the printed place and the words of a provision."""
    provision = curriculum.provisions.get((source, path))
    return {
        "source": source,
        "path": path,
        "place": cite(curriculum, f"{source}:{path}"),
        "text": provision.full_text() if provision else "",
    }
