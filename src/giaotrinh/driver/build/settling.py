"""Exemptions and severities: the one place where a finding of any room is held back or weighed otherwise.

An exemption stands before a block (`% giaotrinh: allow CODE "reason"`), in the front matter of a module or in a
question of the bank, and holds for its lines of that file. The school's `policy.severities` holds everywhere. An error
of a firm code is neither held back nor lowered: reading the course refuses who asks for it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from giaotrinh.check.linking.naming import place
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.codes import FIRM, OFF, STAGES, Stage
from giaotrinh.model.diagnostic import Diagnostic, Exemption, Severity, in_order, warning
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
    curriculum: Curriculum, findings: Iterable[Diagnostic], stages: Collection[Stage]
) -> tuple[tuple[Diagnostic, ...], tuple[Exemption, ...]]:
    """Return what remains of the findings of some whole stages, and the exemptions of their codes with their counts.

    An exemption that has no reason or held nothing back is a finding among those that remain.
    """
    permits = tuple(permit for permit in _permits(curriculum) if STAGES.get(permit.code) in stages)
    left, held = _held_back(permits, findings)
    exemptions = tuple(
        Exemption(code=permit.code, reason=permit.reason, span=permit.span, count=count)
        for permit, count in zip(permits, held, strict=True)
    )
    return in_order(_weighed(curriculum, [*left, *_complaints(exemptions)])), exemptions


def settled(curriculum: Curriculum, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what remains of some findings of a stage that is not over, in the order given."""
    left, _ = _held_back(tuple(_permits(curriculum)), findings)
    return tuple(_weighed(curriculum, left))


def _held_back(permits: Sequence[_Permit], findings: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[int]]:
    """Return the findings no exemption holds back, and for each exemption the number of those it does.

    Of several that hold, the one of the fewest lines counts.
    """
    held = [0] * len(permits)
    left: list[Diagnostic] = []
    for found in findings:
        matching = [] if _is_firm(found) else [at for at, permit in enumerate(permits) if permit.holds(found)]
        if matching:
            held[min(matching, key=lambda at: permits[at].last - permits[at].first)] += 1
        else:
            left.append(found)
    return left, held


def _is_firm(found: Diagnostic) -> bool:
    return found.code in FIRM and found.severity is Severity.ERROR


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
        word = found.severity.value if _is_firm(found) else severities.get(found.code, found.severity.value)
        if word != OFF:  # a word that is none was reported where it stands
            yield replace(found, severity=Severity(word)) if word in tuple(Severity) else found
