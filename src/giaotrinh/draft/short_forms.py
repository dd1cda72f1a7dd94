"""Short forms of a module: what the handout says, what the slides show."""

from collections.abc import Sequence
from itertools import takewhile

from giaotrinh.draft.blocks import block, bullets, cite
from giaotrinh.draft.lesson import Lesson
from giaotrinh.draft.practice import points
from giaotrinh.draft.sections import Section
from giaotrinh.draft.wording import clauses, escaped, plain_title, shortened
from giaotrinh.model.source import Provision

_ON_SLIDE, _LINES, _LONG = 52, 4, 200


def handout(lesson: Lesson) -> str:
    """Return the handout: what to look up where."""
    lines = [
        f"{escaped(shortened(lesson.name_of(section), 90))}: {cite(*section.addresses[:3])}"
        for section in lesson.sections
    ]
    return block(
        "handout", f"**Đọc ở đâu.** Các phần của chuyên đề và chỗ của chúng trong {lesson.doc}:", bullets(lines)
    )


def slides(lesson: Lesson) -> list[str]:
    """Return a slide for each section, one for the group work and one to close."""
    shown = [_slide(section, lesson.name_of(section)) for section in lesson.sections]
    asked = bullets(("Nội dung nào đụng đến việc của đơn vị?", "Đã làm đến đâu, vướng ở đâu?", "Ai quyết định được?"))
    said = dict.fromkeys(shortened(words, _ON_SLIDE) for words, _ in points(lesson))
    closing = bullets(map(escaped, [*said][:_LINES]))
    return [
        *shown,
        block("slide", asked, title="Thảo luận", after=f"thao-luan-{lesson.number}"),
        block("slide", closing, title="Nội dung cốt lõi", after=f"cot-loi-{lesson.number}"),
    ]


def _slide(section: Section, name: str) -> str:
    title = shortened(name, 56)
    below = [part for part in section.parts() if part.path not in section.addresses]
    heads = [unit.provision for unit in section.units]
    named = _told_apart(below or heads) if below or len(heads) > 1 else []
    # A provision without parts: how its clauses begin. What the title says already is not said again.
    said = named or [words for head in heads for words in clauses(head.full_text(), _ON_SLIDE)]
    lines = [line[:1].upper() + line[1:] for line in dict.fromkeys(said) if line and not _says(title, line)][:_LINES]
    return block("slide", bullets([*map(escaped, lines), cite(*section.addresses[:2])]), title=escaped(title))


def _told_apart(parts: Sequence[Provision]) -> list[str]:
    """Return a short name for each part; where they begin alike, by what comes after the words they share."""
    named = [plain_title(part, _ON_SLIDE) for part in parts]
    if len(set(named)) == len(named):
        return named
    words = [plain_title(part, _LONG).split() for part in parts]
    shared = sum(1 for _ in takewhile(lambda same: len(set(same)) == 1, zip(*words, strict=False)))
    return [shortened(" ".join(each[shared:]), _ON_SLIDE) for each in words if len(each) > shared]


def _says(title: str, line: str) -> bool:
    return line.rstrip("…").lower() in title.lower()
