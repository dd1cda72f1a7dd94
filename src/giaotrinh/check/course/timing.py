"""Timing: minutes of activities against periods, modules against sessions. Nothing is rescaled in silence."""

from collections.abc import Iterator

from giaotrinh.check.linking.naming import place
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.blocks import PRACTISING, TIMED
from giaotrinh.model.course import Module, TimeRules
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.document import Block

KINDS = ("theory", "discussion", "fieldwork", "assessment")
"""Kinds of periods that are taught in class, as in the front matter of a module."""


def timing(subject: Subject) -> Iterator[Diagnostic]:
    """Yield missing minutes, sums of minutes that differ from the periods, modules that break off within a session."""
    course = subject.course
    for module in subject.modules:
        yield from _minutes(module, course.time, course.audience)
        yield from _sessions(module, course.time)


def kind_of(block: Block) -> str:
    """Return the kind of periods a timed block counts as; "" for a break."""
    if block.kind in PRACTISING:
        return "discussion"
    if block.kind == "break":
        return ""
    step = block.options.get("step", "")
    return step if step in ("fieldwork", "assessment") else "theory"


def _minutes(module: Module, rules: TimeRules, audience: str) -> Iterator[Diagnostic]:
    timed = [block for block in module.walk() if block.kind in TIMED and _is_for(block, audience)]
    known: dict[str, int] = dict.fromkeys(KINDS, 0)
    unknown: set[str] = set()
    for block in timed:
        minutes = block.options.get("minutes", "").strip()
        if minutes.isdecimal():
            known[kind_of(block)] = known.get(kind_of(block), 0) + int(minutes)
        else:
            unknown.add(kind_of(block))
            if not minutes:  # what is no number was found when it was read
                yield error("minutes-missing", block.option_spans.get("minutes", block.span), block=block.kind)
    for kind in KINDS:
        expected = getattr(module.periods, kind) * rules.minutes_per_period
        if kind not in unknown and known[kind] != expected:
            yield _difference(module, kind, known[kind], expected, rules)


def _difference(module: Module, kind: str, found: int, expected: int, rules: TimeRules) -> Diagnostic:
    periods = getattr(module.periods, kind)
    return error(
        "minutes-do-not-add-up",
        place(module.spans, f"periods.{kind}", module.file),
        kind=kind,
        found=found,
        expected=expected,
        periods=periods,
        minutes=rules.minutes_per_period,
        difference=f"{found - expected:+d}",
    )


def _sessions(module: Module, rules: TimeRules) -> Iterator[Diagnostic]:
    total = module.periods.total(with_self_study=False)
    left = total % rules.periods_per_session if rules.periods_per_session else 0
    if left or not total:
        span = place(module.spans, "periods", module.file)
        yield warning("session-not-filled", span, total=total, session=rules.periods_per_session, left=left)


def _is_for(block: Block, audience: str) -> bool:
    return block.options.get("audience", "") in ("", audience)
