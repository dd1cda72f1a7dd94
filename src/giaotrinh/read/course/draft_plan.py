"""A plan file -> the plan a course is drafted by: `giaotrinh draft --plan FILE`."""

from collections.abc import Iterator
from typing import Any

from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.drafting import DraftPlan
from giaotrinh.model.reading import Reading
from giaotrinh.model.source import Role
from giaotrinh.model.span import Span
from giaotrinh.read.course.course import read_yaml_file
from giaotrinh.read.data.decode import build, decode, entry_type
from giaotrinh.read.data.values import check_numbers, check_word
from giaotrinh.read.data.yaml import YamlDocument

PLAN = entry_type(DraftPlan, without=frozenset({"id", "file", "spans"}))
"""What a plan file holds."""

KINDS = ("content", "workshop", "review")
TAKES = (*(role.value for role in Role), "rest")


def read_draft_plan(content: bytes, file: str, periods_per_session: int = 4) -> Reading[DraftPlan]:
    """Return the plan of a file; None with every mistake of the file where it cannot be used."""
    document = read_yaml_file(content, file)
    if document.value is None:
        return Reading(value=None, diagnostics=document.diagnostics)
    entry = decode(PLAN, document.value, file)
    found = (*document.diagnostics, *entry.diagnostics)
    if entry.value is None:
        return Reading(value=None, diagnostics=found)
    found = (*found, *_check(entry.value, document.value, file, periods_per_session))
    if found:
        return Reading(value=None, diagnostics=found)
    name = file.rpartition("/")[2].rpartition(".")[0]
    return Reading(value=build(DraftPlan, entry.value, id=name, file=file, spans=document.value.spans))


def _check(entry: Any, document: YamlDocument, file: str, session: int) -> Iterator[Diagnostic]:
    least = 1 + sum(module.kind != "content" for module in entry.modules)
    yield from check_numbers({"sessions": entry.sessions}, least, document, file)
    if all(module.kind != "content" for module in entry.modules):
        yield error("plan-without-content", document.span("modules", file))
    if not entry.audiences:
        yield error("plan-without-audience", document.span("audiences", file))
    taken: dict[str, Span] = {}
    for index, module in enumerate(entry.modules):
        at = f"modules.{index}"
        yield from check_word(module.kind, KINDS, document.span(f"{at}.kind", file))
        for place, role in enumerate(module.takes):
            span = document.span(f"{at}.takes.{place}", file)
            yield from check_word(role, TAKES, span)
            if role in taken:
                yield error("role-taken-twice", span, taken[role], role=role)
            taken.setdefault(role, span)
        total = module.theory + module.discussion + module.assessment
        if total != session:
            yield error("plan-session-not-filled", document.span(at, file), total=total, session=session)
        if module.kind == "content" and not module.theory:
            yield error("plan-without-theory", document.span(at, file))
