"""The lesson plan of a module with its running clock, from the time rules of the course."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from giaotrinh.model.blocks import PRACTISING, TIMED
from giaotrinh.model.course import Module, TimeRules
from giaotrinh.model.document import Block
from giaotrinh.render.blocks.inline import set_inlines
from giaotrinh.render.blocks.typography import typeset
from giaotrinh.render.blocks.words import STEPS
from giaotrinh.render.composition import Composition

KINDS = {"theory": "Lý thuyết", "discussion": "Thảo luận", "fieldwork": "Nghiên cứu thực tế", "assessment": "Kiểm tra"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A line of the plan."""

    id: str
    step: str
    title: Markup
    method: str
    means: str
    minutes: int
    start: str
    """Clock at its beginning, "08:15"."""
    end: str
    is_break: bool
    session: int
    """Which buổi of the module it falls in, from 1."""
    cut: str = ""
    reserve: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The rows of a module's lesson plan and their sums."""

    rows: tuple[PlanRow, ...]
    sums: tuple[tuple[str, int, str], ...]
    """(kind of period, minutes, tiết in words), without breaks."""
    minutes: int
    break_minutes: int


def lesson_plan(composition: Composition) -> Plan:
    """Return the plan of the composition's module."""
    module = composition.module
    if module is None:
        return Plan(rows=(), sums=(), minutes=0, break_minutes=0)
    rules = composition.curriculum.course.time
    timed = [block for block in composition.view.walk(module.id) if block.kind in TIMED]
    rows = _clocked([_row(block, composition, rules) for block in timed], _offset(composition, module), rules)
    taught = [row.minutes for row in rows if not row.is_break]
    return Plan(
        rows=rows,
        sums=_sums(timed, rules),
        minutes=sum(taught),
        break_minutes=sum(row.minutes for row in rows if row.is_break),
    )


def minutes_of(block: Block, rules: TimeRules) -> int:
    """Return the minutes of a timed block; a break without any lasts as the time rules say."""
    value = block.options.get("minutes", "")
    return int(value) if value.isdigit() else rules.break_minutes if block.kind == "break" else 0


def _row(block: Block, composition: Composition, rules: TimeRules) -> PlanRow:
    options = {name: typeset(value) for name, value in block.options.items()}
    step = block.options.get("step", "teaching") if block.kind == "activity" else block.kind
    name = "Bài tập nhóm" if block.kind == "exercise" and "group" in block.options else STEPS.get(step, step)
    return PlanRow(
        id=block.id,
        step=name,
        title=set_inlines(block.title, composition),
        method=options.get("method", ""),
        means=options.get("means", ""),
        minutes=minutes_of(block, rules),
        start="",
        end="",
        is_break=block.kind == "break",
        session=1,
        cut=options.get("cut", ""),
        reserve=options.get("reserve", ""),
    )


def _offset(composition: Composition, module: Module) -> int:
    """Return the taught minutes of the modules before this one."""
    course = composition.curriculum.course
    before = (other for other in composition.curriculum.project.modules if other.number < module.number)
    return sum(other.periods.total(with_self_study=False) for other in before) * course.time.minutes_per_period


def _clocked(rows: list[PlanRow], offset: int, rules: TimeRules) -> tuple[PlanRow, ...]:
    length = max(rules.minutes_per_period * rules.periods_per_session, 1)
    first, taught = divmod(offset, length)
    session, clock = first, _session_start(first, rules) + taught
    done: list[PlanRow] = []
    for row in rows:
        if not row.is_break and taught >= length:
            session, taught = session + 1, taught - length
            clock = _session_start(session, rules) + taught
        done.append(replace(row, start=_clock(clock), end=_clock(clock + row.minutes), session=session - first + 1))
        clock += row.minutes
        taught += 0 if row.is_break else row.minutes
    return tuple(done)


def _session_start(session: int, rules: TimeRules) -> int:
    starts = rules.session_starts or ("08:00",)
    hours, _, minutes = starts[session % len(starts)].partition(":")
    return int(hours) * 60 + int(minutes or 0)


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _sums(timed: list[Block], rules: TimeRules) -> tuple[tuple[str, int, str], ...]:
    totals = dict.fromkeys(KINDS, 0)
    for block in timed:
        if block.kind != "break":
            totals[_kind(block)] += minutes_of(block, rules)
    return tuple((KINDS[kind], total, _periods(total, rules)) for kind, total in totals.items() if total)


def _kind(block: Block) -> str:
    step = block.options.get("step", "")
    return "discussion" if block.kind in PRACTISING else step if step in ("fieldwork", "assessment") else "theory"


def _periods(minutes: int, rules: TimeRules) -> str:
    whole, rest = divmod(minutes, rules.minutes_per_period)
    return f"{whole} tiết" + (f" {rest} phút" if rest else "")
