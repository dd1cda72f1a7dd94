"""Short forms of a module: what the handout says, what the slides show."""

from giaotrinh.draft.blocks import block, bullets, cite
from giaotrinh.draft.lesson import Lesson
from giaotrinh.draft.sections import Section
from giaotrinh.draft.wording import escaped, plain_title, shortened

_ON_SLIDE, _LINES = 52, 4


def handout(lesson: Lesson) -> str:
    """Return the handout: what to look up where."""
    lines = [f"{escaped(shortened(section.title, 90))}: {cite(*section.addresses[:3])}" for section in lesson.sections]
    return block(
        "handout", f"**Đọc ở đâu.** Các phần của chuyên đề và chỗ của chúng trong {lesson.doc}:", bullets(lines)
    )


def slides(lesson: Lesson) -> list[str]:
    """Return a slide for each section, one for the group work and one to close."""
    shown = [_slide(section) for section in lesson.sections]
    asked = bullets(("Nội dung nào đụng đến việc của đơn vị?", "Đã làm đến đâu, vướng ở đâu?", "Ai quyết định được?"))
    points = bullets(escaped(shortened(section.title, _ON_SLIDE)) for section in lesson.sections[:_LINES])
    return [
        *shown,
        block("slide", asked, title="Thảo luận", after=f"thao-luan-{lesson.number}"),
        block("slide", points, title="Nội dung cốt lõi", after=f"cot-loi-{lesson.number}"),
    ]


def _slide(section: Section) -> str:
    below = [part for part in section.parts() if part.path not in section.addresses] or [
        unit.provision for unit in section.units
    ]
    lines = [escaped(plain_title(part, _ON_SLIDE)) for part in below[:_LINES]]
    lines = [line for line in dict.fromkeys(lines) if line]
    return block("slide", bullets([*lines, cite(*section.addresses[:2])]), title=escaped(shortened(section.title, 56)))
