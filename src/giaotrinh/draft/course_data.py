"""course.yaml of a drafted course: what is known of the source, what an existing course says of school and class."""

from collections.abc import Mapping, Sequence

from giaotrinh.draft import phrases
from giaotrinh.draft.blocks import bullets
from giaotrinh.draft.module import quoted
from giaotrinh.draft.provisions.formal import is_formal
from giaotrinh.draft.provisions.wording import lowered
from giaotrinh.draft.sections import is_reference_matter, units_of
from giaotrinh.model.course import Course
from giaotrinh.model.drafting import DraftPlan
from giaotrinh.model.source import Role, Source

GAP = "[cần bổ sung: {what}]"
"""What stands where a person must write; `check` lists every one."""

_DEPTHS: Mapping[Role, str] = {
    role: "tested" if role in (Role.TARGET, Role.BREAKTHROUGH, Role.TASK_GROUP, Role.TASK) else "taught"
    for role in Role
}
UNKNOWN = "1900-01-01"
"""Stands where the day of a document is not known; the gap in the foreword asks for it."""
_DECIDED = "nội dung nhân sự, biểu quyết, cảm ơn: đọc để biết, không giao bài, không hỏi thi"
_LOOKED_UP = "phụ lục dùng để tra cứu khi lập kế hoạch, lớp không giảng từng dòng"

_FRAME = "phần mở đầu, kết thúc, nơi nhận hoặc phụ lục: không thuộc nội dung giảng dạy"


def course_yaml(
    source: Source,
    plan: DraftPlan,
    audience: str,
    modules: Sequence[str],
    editions: Sequence[str],
    existing: Course | None,
) -> str:
    """Return the course file; what a person wrote of school, class and time in an existing course is kept."""
    school = existing.school if existing else None
    named = school is not None and not school.name.startswith("(")
    date = _date(source, existing)
    audiences = dict(plan.audiences) | dict(existing.audiences if existing else {})
    lines = [
        "# yaml-language-server: $schema=../build/schema/course.json",
        f"# {plan.title}. Bản nháp do giaotrinh draft viết; sửa thẳng vào đây, lần nháp sau không ghi đè.",
        *([] if date else [f"# {GAP.format(what='ngày văn bản được ban hành: as_of và year dưới đây chỉ giữ chỗ')}"]),
        f"title: {quoted(f'Học tập, quán triệt và cụ thể hóa {lowered(_title(source))}')}",
        f"short_title: {quoted(source.short_title or _title(source))}",
        f"kind: {quoted(existing.kind if existing else 'Tài liệu bồi dưỡng')}",
        "school:",
        f"  name: {quoted(school.name if school and named else GAP.format(what='tên trường'))}",
        *([f"  parent: {quoted(school.parent)}"] if school and named and school.parent else []),
        f"  place: {quoted(school.place if school and named else GAP.format(what='địa danh'))}",
        f"audience: {audience}",
        "audiences:",
        *(f"  {key}: {quoted(name)}" for key, name in audiences.items()),
        f"as_of: {quoted(date or UNKNOWN)}",
        f"year: {(date or UNKNOWN)[:4]}",
        'version: "0.1"',
        f"main_source: {source.id}",
        f"sources: [{source.id}]",
        "modules:",
        *(f"  - {name}" for name in modules),
        f"editions: [{', '.join(editions)}]",
        f"page: {existing.page if existing else 'a4-giao-trinh'}",
        f"foreword: {quoted(_foreword(source))}",
        *_time(existing),
        "policy:",
        f"  coverage: {{{', '.join(f'{role.value}: {_DEPTHS[role]}' for role in _roles(source))}}}",
        *_accepted(source),
    ]
    return "\n".join(lines) + "\n"


def _title(source: Source) -> str:
    return source.title or GAP.format(what="tên văn bản")


def _date(source: Source, existing: Course | None) -> str:
    before = existing.as_of if existing and existing.main_source == source.id else UNKNOWN
    return source.date or ("" if before == UNKNOWN else before)


def _foreword(source: Source) -> str:
    """Return what holds for all modules and is said here alone: how the parts are read, how work is marked."""
    present = dict.fromkeys(unit.role for unit in units_of(source))
    reading = dict.fromkeys(phrases.READING[role] for role in present)
    asked = "" if source.date else GAP.format(what="ngày ban hành văn bản; as_of và year trong course.yaml")
    parts = [asked, phrases.FOREWORD.format(doc=source.cite_as), bullets(reading), phrases.MARKING, phrases.WRITING]
    return "\n\n".join(part for part in parts if part)


def _time(existing: Course | None) -> list[str]:
    if existing is None:
        return []
    time = existing.time
    return [
        "time:",
        f"  minutes_per_period: {time.minutes_per_period}",
        f"  periods_per_session: {time.periods_per_session}",
        f"  sessions_per_day: {time.sessions_per_day}",
        f"  break_minutes: {time.break_minutes}",
        f"  session_starts: [{', '.join(map(quoted, time.session_starts))}]",
        f"  counts_self_study: {str(time.counts_self_study).lower()}",
    ]


def _roles(source: Source) -> list[Role]:
    present = {part.role for part in source.walk()}
    return [role for role in Role if role in present]


def _accepted(source: Source) -> list[str]:
    """Return reasons for the numbered provisions that no module teaches."""
    taught = {part.path for unit in units_of(source) for part in unit.parts()}
    reasons: dict[str, str] = {}
    for root in source.provisions:
        if is_reference_matter(root):
            reasons |= {part.path: _LOOKED_UP for part in root.walk() if part is root or part.label}
        reasons |= {
            part.path: _DECIDED
            for part in root.walk()
            if part.role and _DEPTHS[part.role] == "tested" and is_formal(part)
        }
        reasons |= {part.path: _FRAME for part in root.walk() if part.role and not {root.path, part.path} & taught}
    return ["  accepted:", *(f"    {path}: {quoted(why)}" for path, why in reasons.items())] if reasons else []
