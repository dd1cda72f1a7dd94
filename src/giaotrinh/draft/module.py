"""A whole module as Markdown: front matter, objectives, lesson, practice, closing, short forms."""

import json
from collections.abc import Sequence

from giaotrinh.draft import practice
from giaotrinh.draft.allotting import Allotted
from giaotrinh.draft.blocks import block, bullets, cite, front_matter, outer
from giaotrinh.draft.lesson import STEP, Lesson, shared_out, teaching
from giaotrinh.draft.numbers import in_words
from giaotrinh.draft.provisions.wording import escaped, lowered
from giaotrinh.draft.short_forms import handout, slides
from giaotrinh.model.course import Periods, TimeRules
from giaotrinh.outline.places import place_of

OPENING, REVIEW, CLOSING, GUIDANCE = 5, 5, 10, 5
"""Minutes of the steps around the lesson."""


def content_module(lesson: Lesson, allotted: Allotted, time: TimeRules) -> str:
    """Return the text of a module that teaches provisions."""
    periods = allotted.periods
    review = REVIEW if lesson.number > 1 else 0
    spare = periods.theory * time.minutes_per_period - OPENING - review - CLOSING - GUIDANCE
    minutes = shared_out(spare, [section.size for section in lesson.sections])
    practised = periods.discussion * time.minutes_per_period
    talking = practised * 4 // 9 // STEP * STEP
    lessons = with_breaks(
        teaching(lesson, minutes), minutes, before=OPENING + review, time=time, sessions=allotted.sessions
    )
    groups = [practice.discussion(lesson, talking), practice.exercise(lesson, practised - talking)] if practised else []
    parts = [
        _front(lesson, allotted),
        *_objectives(lesson),
        _opening(lesson),
        *([_review(lesson)] if review else []),
        *lessons,
        practice.unit_box(lesson),
        *groups,
        _consolidation(lesson),
        _guidance(lesson),
        handout(lesson),
        *slides(lesson),
    ]
    return joined(parts)


def joined(parts: Sequence[str]) -> str:
    """Return blocks with an empty line between them."""
    return "\n\n".join(part for part in parts if part) + "\n"


def with_breaks(
    activities: Sequence[str], minutes: Sequence[int], *, before: int, time: TimeRules, sessions: int
) -> list[str]:
    """Return activities with a break near the middle of each session."""
    session = time.minutes_per_period * time.periods_per_session
    due = [session * at + session // 2 for at in range(sessions)]
    clock, placed = before, []
    for activity, length in zip(activities, minutes, strict=True):
        placed.append(activity)
        clock += length
        if due and clock >= due[0] and time.periods_per_session > 1:
            placed.append(block("break", minutes=time.break_minutes))
            due = [at for at in due if at > clock]
    return placed


def front(title: str, short: str, periods: Periods, *, lead_in: str, method: str, lacks: Sequence[str] = ()) -> str:
    """Return the front matter of a module."""
    kinds = ("theory", "discussion", "fieldwork", "assessment")
    given = ", ".join(f"{kind}: {getattr(periods, kind)}" for kind in kinds if getattr(periods, kind))
    return front_matter(
        {
            "title": quoted(title),
            "short_title": quoted(short),
            "periods": f"{{{given}}}",
            "state": "{stage: du-thao}",
            "method": quoted(method),
            "means": quoted("Tài liệu học viên, phiếu bài tập, máy chiếu"),
            "lead_in": quoted(lead_in),
            "lacks": f"[{', '.join(map(quoted, lacks))}]" if lacks else "",
        }
    )


def quoted(words: str) -> str:
    """Return words as a YAML scalar."""
    return json.dumps(words, ensure_ascii=False)


def _front(lesson: Lesson, allotted: Allotted) -> str:
    return front(
        lesson.title,
        allotted.short_title,
        allotted.periods,
        lead_in=f"Buổi này đọc {lesson.doc}: {'; '.join(lowered(lesson.name_of(section)) for section in lesson.sections)}.",
        method="Đọc văn bản, thảo luận, làm việc nhóm",
        lacks=_lacks(lesson),
    )


def _lacks(lesson: Lesson) -> list[str]:
    """Return what the source does not say about what this module teaches."""
    matter = lesson.matter(*lesson.asking)
    found: list[str] = []
    if any(lesson.figures(section) for section in lesson.sections):
        found.append("mức gốc và cách tính của các chỉ tiêu")
    if {section.role for section in lesson.sections} & {"task", "task-group"} and not matter.deadlines:
        found.append("thời hạn của các nhiệm vụ")
    return found


def _objectives(lesson: Lesson) -> list[str]:
    names = list(dict.fromkeys(escaped(lowered(lesson.name_of(section))) for section in lesson.asking))
    knowledge = [f"Trình bày được nội dung {name}." for name in names]
    attitude = f"Có trách nhiệm với phần việc của mình trong nội dung {min(names, key=len)}."
    stated = (("knowledge", knowledge), ("skills", _skills(lesson)), ("attitude", [attitude]))
    return [block("objectives", bullets(items), kind=kind) for kind, items in stated]


def _skills(lesson: Lesson) -> list[str]:
    """Return what a learner can do afterwards, after what the provisions hold."""
    matter = lesson.matter(*lesson.asking)
    found = []
    if matter.acting:
        found.append(
            f"Xác định được phần việc phải phối hợp với {escaped(matter.acting[0].body)} {cite(matter.acting[0].named.path)}."
        )
    if matter.exceptions:
        found.append(
            f"Vận dụng được ngoại lệ ở {place_of(matter.exceptions[0].path)} {cite(matter.exceptions[0].path)}."
        )
    if matter.figures:
        quantity, part = matter.figures[0]
        found.append(f"Theo dõi được mức {in_words(quantity)} {cite(part.path)} bằng số liệu của đơn vị.")
    verb = "Phân công" if lesson.for_leaders else "Tham mưu"
    return found or [f"{verb} được việc thực hiện {place_of(lesson.sections[0].addresses[0])}."]


def _opening(lesson: Lesson) -> str:
    return outer(
        "activity", title="Ổn định lớp, giới thiệu chuyên đề", minutes=OPENING, step="opening", method="Thuyết trình"
    )


def _review(lesson: Lesson) -> str:
    return outer("activity", title="Kiểm tra bài trước", minutes=REVIEW, step="review", method="Hỏi đáp")


def _consolidation(lesson: Lesson) -> str:
    return outer(
        "activity",
        practice.key_points(lesson),
        title="Chốt kiến thức",
        minutes=CLOSING,
        step="consolidation",
        method="Hỏi đáp",
    )


def _guidance(lesson: Lesson) -> str:
    return outer(
        "activity",
        *practice.questions(lesson),
        *practice.reading(lesson),
        title="Câu hỏi, tài liệu",
        minutes=GUIDANCE,
        step="guidance",
        method="Thuyết trình",
    )
