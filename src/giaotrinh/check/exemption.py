"""Exemptions and severities: the one place where a finding is held back or weighed otherwise.

An exemption stands before a block (`% giaotrinh: allow CODE "reason"`), in the front matter of a module or in a
question of the bank, and holds for its lines of that file. The school's `policy.severities` holds everywhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from giaotrinh.check.linking.naming import place
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, Exemption, Severity, warning
from giaotrinh.model.document import Block
from giaotrinh.model.span import Span

ALL_LINES = 10**9
"""Last line of an exemption that holds for a whole file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Permit:
    code: str
    reason: str
    span: Span
    file: str
    first: int
    last: int

    def holds(self, found: Diagnostic) -> bool:
        here = found.span
        return found.code == self.code and here.file == self.file and self.first <= here.line <= self.last


def settle(
    curriculum: Curriculum, findings: Iterable[Diagnostic]
) -> tuple[tuple[Diagnostic, ...], tuple[Exemption, ...]]:
    """Return what remains of the findings, idle exemptions among them, and the exemptions with their counts."""
    permits = tuple(_permits(curriculum))
    held = [0] * len(permits)
    left: list[Diagnostic] = []
    for found in findings:
        matching = [number for number, permit in enumerate(permits) if permit.holds(found)]
        if matching:
            held[min(matching, key=lambda number: permits[number].last - permits[number].first)] += 1
        else:
            left.append(found)
    exemptions = tuple(
        Exemption(code=permit.code, reason=permit.reason, span=permit.span, count=count)
        for permit, count in zip(permits, held, strict=True)
    )
    return tuple(_weighed(curriculum, [*left, *_complaints(exemptions)])), exemptions


def _permits(curriculum: Curriculum) -> Iterator[_Permit]:
    for module in curriculum.project.modules:
        for code, reason in module.allow.items():
            span = place(module.spans, f"allow.{code}", module.file)
            yield _Permit(code=code, reason=reason, span=span, file=module.file, first=0, last=ALL_LINES)
        for block in module.walk():
            for code, reason in block.allowed:
                last = _last_line(block)
                yield _Permit(
                    code=code, reason=reason, span=block.span, file=module.file, first=block.span.line, last=last
                )
    for question in curriculum.project.questions:
        lines = [span.line for span in question.spans.values() if span.file == question.span.file]
        for code, reason in question.allow.items():
            span = place(question.spans, f"allow.{code}", question.span.file, question.span)
            first, last = question.span.line, max([question.span.line, *lines])
            yield _Permit(code=code, reason=reason, span=span, file=question.span.file, first=first, last=last)


def _last_line(block: Block) -> int:
    return max(max(each.span.line, each.end_line) for each in block.walk())


def _complaints(exemptions: Iterable[Exemption]) -> Iterator[Diagnostic]:
    for exemption in exemptions:
        if not exemption.reason.strip():
            yield warning("exemption-without-reason", exemption.span, name=exemption.code)
        if not exemption.count:
            yield warning("exemption-idle", exemption.span, name=exemption.code)


def _weighed(curriculum: Curriculum, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    severities = curriculum.course.policy.severities
    for found in findings:
        word = severities.get(found.code, found.severity.value)
        if word == "off":
            continue
        known = word in tuple(Severity)
        yield replace(found, severity=Severity(word)) if known else found
