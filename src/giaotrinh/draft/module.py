"""A whole module as Markdown: front matter, objectives, lesson, practice, closing, short forms."""

import json
from collections.abc import Sequence

from giaotrinh.draft import phrases, practice
from giaotrinh.draft.allotting import Allotted
from giaotrinh.draft.blocks import block, bullets, front_matter, notes, outer
from giaotrinh.draft.lesson import STEP, Lesson, shared_out, teaching
from giaotrinh.draft.short_forms import handout, slides
from giaotrinh.draft.wording import escaped, lowered, shortened
from giaotrinh.model.course import Periods, TimeRules

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
    roles = dict.fromkeys(phrases.NAMES[section.role] for section in lesson.sections)
    lead_in = (
        f"Thưa các đồng chí, buổi này chúng ta đọc phần {', '.join(roles)} của {lesson.doc}. Chúng ta đọc đúng lời văn bản "
        "trước, rồi tìm việc của đơn vị mình trong đó."
    )
    return front(
        lesson.title,
        allotted.short_title,
        allotted.periods,
        lead_in=lead_in,
        method="Đọc văn bản, thuyết trình, thảo luận, làm việc nhóm trên phiếu",
        lacks=_lacks(lesson),
    )


def _lacks(lesson: Lesson) -> list[str]:
    """Return what the source does not say about what this module teaches."""
    roles = {section.role for section in lesson.sections}
    found: list[str] = []
    if "target" in roles or any(lesson.figures(section) for section in lesson.sections):
        found.append("mức gốc, cách tính và cơ quan theo dõi của những chỉ tiêu mà văn bản chỉ nêu mức phải đạt")
    if roles & {"task", "task-group"}:
        found.append("thời hạn, sản phẩm, nguồn lực của những nhiệm vụ mà văn bản không nêu")
    return found


def _objectives(lesson: Lesson) -> list[str]:
    names = [escaped(lowered(shortened(lesson.name_of(section), 90))) for section in lesson.sections]
    verbs = ("Trình bày được", "Phân tích được", "Xác định được")
    knowledge = [
        f"{verbs[at % len(verbs)]} nội dung “{name}” theo đúng văn bản." for at, name in enumerate(dict.fromkeys(names))
    ]
    role = "ra quyết định phân công" if lesson.for_leaders else "tham mưu phân công"
    skills = [
        "Xác định được nội dung của văn bản thuộc trách nhiệm của cơ quan, đơn vị mình.",
        "Xây dựng được các dòng của chương trình, kế hoạch có sản phẩm, cơ quan chủ trì, thời hạn và căn cứ.",
        f"Đề xuất được phương án để {role} việc cho từng bộ phận.",
    ]
    attitude = [
        "Có ý thức đọc và dẫn đúng lời văn bản, không suy diễn điều văn bản không nêu.",
        "Có trách nhiệm đến cùng với phần việc được giao.",
    ]
    stated = (("knowledge", knowledge), ("skills", skills), ("attitude", attitude))
    return [block("objectives", bullets(items), kind=kind) for kind, items in stated]


def _opening(lesson: Lesson) -> str:
    note = "Đọc lời dẫn. Nói cách chia giờ: phần đầu đọc và giảng văn bản, phần sau làm việc nhóm trên phiếu."
    return outer(
        "activity",
        notes("lead-in", note),
        title="Ổn định lớp, giới thiệu chuyên đề",
        minutes=OPENING,
        step="opening",
        method="Thuyết trình",
        means="Máy chiếu",
    )


def _review(lesson: Lesson) -> str:
    note = (
        "Mời hai học viên, mỗi người nêu một nội dung cốt lõi của chuyên đề trước và một việc đơn vị mình đã ghi trong ô "
        "“Liên hệ đơn vị tôi”. Chưa chữa; ghi chỗ nhầm để quay lại."
    )
    return outer(
        "activity",
        notes("expected-question", note),
        title="Kiểm tra nhận thức bài trước",
        minutes=REVIEW,
        step="review",
        method="Hỏi đáp nhanh",
        means="Bảng",
    )


def _consolidation(lesson: Lesson) -> str:
    return outer(
        "activity",
        practice.key_points(lesson),
        notes("stress", "Đọc lại từng nội dung cốt lõi; với mỗi nội dung, mời một học viên nói tên mục trong văn bản."),
        title="Chốt kiến thức",
        minutes=CLOSING,
        step="consolidation",
        method="Hỏi đáp",
        means="Máy chiếu",
    )


def _guidance(lesson: Lesson) -> str:
    return outer(
        "activity",
        *practice.questions(lesson),
        *practice.reading(lesson),
        title="Hướng dẫn câu hỏi, bài tập, nghiên cứu tài liệu",
        minutes=GUIDANCE,
        step="guidance",
        method="Thuyết trình",
        means="Tài liệu học viên",
    )
