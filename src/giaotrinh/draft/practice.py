"""What a class does itself: discussion, group exercise, key points, questions with answers, reading."""

from collections.abc import Iterator, Sequence

from giaotrinh.draft.blocks import block, bullets, cite, numbers, outer, table
from giaotrinh.draft.lesson import Lesson
from giaotrinh.draft.numbers import in_words
from giaotrinh.draft.provisions.formal import is_frame
from giaotrinh.draft.provisions.wording import escaped, heading_of, listed_of, lowered, point, said_of
from giaotrinh.draft.sections import Section
from giaotrinh.model.source import Provision
from giaotrinh.outline.places import place_of

COLUMNS = "TT | Nhiệm vụ, giải pháp | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Nguồn lực | Căn cứ"
"""The eight columns of an action plan."""
FEW, MOST = 3, 6
"""Sections of a module below which its parts are named, and how many of them."""
WIDTH = 280
"""Characters up to which a point is said whole."""
_ROWS = 5


def discussion(lesson: Lesson, minutes: int) -> str:
    """Return the discussion of a module: what its own bodies, times, conditions and figures ask of my unit."""
    return outer(
        "discussion",
        numbers(_asked_of_unit(lesson)),
        title=f"Thảo luận: {escaped(lowered(_shortest(lesson)))}",
        minutes=minutes,
        method="Thảo luận nhóm, trình bày",
        means="Giấy khổ lớn",
        id=f"thao-luan-{lesson.number}",
        group="5-7",
    )


def _asked_of_unit(lesson: Lesson) -> list[str]:
    """Return questions for a discussion, from what the provisions hold; the last asks for what the unit decides itself."""
    matter = lesson.matter(*lesson.asking)
    asked: list[str] = []
    for duty in matter.acting[:1]:
        asked.append(
            f"{escaped(duty.body)} được giao: {escaped(duty.duty)} {cite(duty.provision.path)}. Đơn vị đồng chí góp phần nào, còn vướng ở đâu?"
        )
    for part in (*matter.exceptions, *matter.conditions)[:1]:
        asked.append(
            f"Ở đơn vị đồng chí có trường hợp nào thuộc điều kiện hoặc ngoại lệ nêu ở {place_of(part.path)} {cite(part.path)}? Xử lý thế nào?"
        )
    for time, part in matter.deadlines[:1]:
        asked.append(
            f"Việc ở {place_of(part.path)} phải xong {lowered(time)} {cite(part.path)}: đơn vị còn thiếu gì để kịp?"
        )
    for quantity, part in matter.figures[:1]:
        asked.append(f"Mức {in_words(quantity)} {cite(part.path)}: đơn vị đang ở đâu, số liệu nào chứng tỏ?")
    for section in lesson.asking[: max(0, 2 - len(asked))]:
        asked.append(
            f"{escaped(lowered(lesson.name_of(section)))} {cite(section.addresses[0])}: việc nào đơn vị tự quyết định được, việc nào phải kiến nghị?"
        )
    return asked[:4]


def exercise(lesson: Lesson, minutes: int) -> str:
    """Return the group exercise: from provisions to rows of an action plan, with the rows the source itself gives."""
    chosen = _acting(lesson)
    names = "; ".join(
        dict.fromkeys(f"{escaped(lowered(lesson.name_of(section)))} {cite(section.addresses[0])}" for section in chosen)
    )
    return outer(
        "exercise",
        f"Lập các dòng kế hoạch thực hiện {names} ở đơn vị của một thành viên trong nhóm.",
        block("form", title=f"Phiếu bài tập {lesson.number}", columns=COLUMNS, rows=4, worksheet="yes"),
        block("solution", *_solution(lesson, chosen)),
        title=f"Lập kế hoạch: {escaped(lowered(_shortest(lesson)))}",
        minutes=minutes,
        method="Làm việc nhóm trên phiếu",
        means="Phiếu bài tập, tài liệu học viên",
        id=f"bai-tap-{lesson.number}",
        group="5-7",
    )


def _solution(lesson: Lesson, chosen: Sequence[Section]) -> list[str]:
    """Return what the source fixes of the rows: who acts, what, where; the rest is the unit's own to propose."""
    matter = lesson.matter(*chosen)
    rows = [
        (escaped(point(duty.duty, WIDTH)), escaped(duty.body), cite(duty.provision.path))
        for duty in matter.acting[:_ROWS]
    ]
    times = [f"Thời hạn văn bản nêu: {time} {cite(part.path)}." for time, part in matter.deadlines[:2]]
    if rows:
        return ["Văn bản đã định:", table(("Việc", "Cơ quan", "Căn cứ"), rows), *times]
    parts = [part for section in chosen for part in _told(section)][:_ROWS]
    said = bullets(map(_said_with_list, parts))
    return ["Mỗi dòng bám vào một ý của văn bản:", said, *times]


def unit_box(lesson: Lesson) -> str:
    """Return the box in which a learner writes about the unit."""
    chosen = _acting(lesson)[0]
    return block(
        "callout",
        f"Việc đơn vị tôi phải làm: {escaped(lowered(lesson.name_of(chosen)))} {cite(chosen.addresses[0])}.",
        block("form", lines=4),
        title="Liên hệ đơn vị tôi",
        kind="unit",
        id=f"lien-he-{lesson.number}",
        depth=4,
    )


def key_points(lesson: Lesson) -> str:
    """Return the key points: the headings of what was taught, or its words whole."""
    return block(
        "keypoints",
        numbers(f"{escaped(words)} {cite(*addresses)}." for words, addresses in points(lesson)),
        id=f"cot-loi-{lesson.number}",
        depth=4,
    )


def points(lesson: Lesson) -> Sequence[tuple[str, tuple[str, ...]]]:
    """Return what a module comes down to: words and addresses of its sections, or of their parts where they are few."""
    asking = lesson.asking
    if len(asking) >= FEW:
        return [(_point(lesson, section), section.addresses[:3]) for section in asking]
    parts = [part for section in asking for part in _told(section)]
    return [(said_of(part, WIDTH), (part.path,)) for part in parts][:MOST]


def _point(lesson: Lesson, section: Section) -> str:
    first = section.units[0].provision
    if len(section.units) == 1 and not heading_of(first):
        return point(first.text, WIDTH)
    return lesson.name_of(section)


def _told(section: Section) -> list[Provision]:
    """Return the provisions that say what a section says: those just below its units, or the units themselves."""
    told: list[Provision] = []
    for unit in section.units:
        below = [child for child in unit.provision.children if unit.whole and child.text and "|" not in child.text]
        told += below or ([unit.provision] if unit.whole or not heading_of(unit.provision) else [])
    return told or [unit.provision for unit in section.units]


def questions(lesson: Lesson) -> Iterator[str]:
    """Yield a question for each section, with an answer that names what has to be said and where it stands."""
    for at, section in enumerate(lesson.asking, start=1):
        told = _told(section)
        yield block(
            "question",
            _stem(lesson, section),
            block("answer", *_answer(told)),
            depth=4,
            id=f"cau-{lesson.number}-{at}",
            kind="essay",
            cites=", ".join(dict.fromkeys((*section.addresses[:3], *(part.path for part in told)))),
        )


def _stem(lesson: Lesson, section: Section) -> str:
    """Return a question after what the section is: an exception, a time, a body, figures, or what it says."""
    stem = _STEMS[_kind(lesson, section)]
    acting = [*(duty.body for duty in lesson.matter(section).acting[:2]), "", ""]
    name = lesson.name_of(section)
    shown = name[:1].upper() + name[1:] if stem.startswith("{name}") else lowered(name)
    return stem.format(name=escaped(shown), first=escaped(acting[0]), second=escaped(acting[1]))


def _kind(lesson: Lesson, section: Section) -> str:
    matter = lesson.matter(section)
    is_rule = any(path.startswith("D") for path in section.addresses)  # a rule excepts; a task only leaves out
    told = (
        ("exception", is_rule and bool(matter.exceptions)),
        ("responsibility", len(matter.acting) > 1),
        ("deadline", bool(matter.deadlines)),
        ("figures", len(matter.figures) > 1),
        ("condition", is_rule and bool(matter.conditions)),
    )
    return next((kind for kind, holds in told if holds), "")


_STEMS = {
    "exception": "{name}: quy định áp dụng cho ai, trong điều kiện nào, trừ trường hợp nào?",
    "responsibility": "Phân biệt trách nhiệm của {first} với {second} trong nội dung {name}; đơn vị đồng chí phối hợp với ai?",
    "deadline": "{name}: việc nào có thời hạn, ai chịu trách nhiệm, đơn vị đồng chí phải xong phần nào trước?",
    "figures": "{name}: nêu các mức phải đạt kèm mốc thời gian; đơn vị đồng chí đóng góp vào mức nào, đo bằng gì?",
    "condition": "Nội dung {name} đặt ra điều kiện nào, vì sao?",
    "": "Phân tích nội dung {name} và đề xuất một việc đơn vị đồng chí làm được ngay.",
}
"""What a section holds -> the question that asks for it."""


def _answer(told: Sequence[Provision]) -> list[str]:
    listed = told[:12]
    said = bullets(map(_said_with_list, listed))
    more = [f"Các ý còn lại: {cite(*(part.path for part in told[12:]))}."] if told[12:] else []
    return [said, *more]


def _said_with_list(part: Provision) -> str:
    """Return the lines that answer for a provision; what it lists stands indented below it."""
    first, *below = listed_of(part, WIDTH)
    return "\n".join((f"{escaped(first)} {cite(part.path)}", *(f"  - {escaped(each)}" for each in below)))


def reading(lesson: Lesson) -> tuple[str, str]:
    """Return the reading lists."""
    places = cite(*(section.addresses[0] for section in lesson.sections[:3]))
    further = "- Chương trình, kế hoạch thực hiện văn bản của nơi học viên công tác."
    return block("reading", f"- {lesson.doc} {places}.", kind="required"), block("reading", further, kind="further")


def _acting(lesson: Lesson) -> Sequence[Section]:
    """Return the sections that ask for action: by their role, by a body that is to act, or by ruling anything at all."""
    asking = lesson.asking
    acting = [section for section in asking if section.role in ("task-group", "task", "breakthrough", "target")]
    given = [section for section in asking if lesson.matter(section).acting]
    ruling = [section for section in asking if not all(is_frame(part.title) for part in _told(section))]
    return (acting or given or ruling or asking)[:2]


def _shortest(lesson: Lesson) -> str:
    """Return the shortest name among what a module asks action for: a title has to fit a line."""
    return min((lesson.name_of(section) for section in _acting(lesson)), key=len)
