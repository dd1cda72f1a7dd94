"""What a class does itself: discussion, group exercise, key points, questions with answers, reading."""

from collections.abc import Iterator, Sequence

from giaotrinh.draft import phrases
from giaotrinh.draft.blocks import block, bullets, cite, notes, numbers, outer
from giaotrinh.draft.lesson import Lesson
from giaotrinh.draft.sections import Section
from giaotrinh.draft.wording import escaped, lowered, plain_title, shortened
from giaotrinh.model.source import Provision

MOST_ROWS = 8
COLUMNS = "TT | Nhiệm vụ, giải pháp | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Nguồn lực | Căn cứ"
"""The eight columns of an action plan."""
FEW, MOST = 3, 6
"""Sections of a module below which its parts are named, and how many of them."""

_BRIEF = 140


def discussion(lesson: Lesson, minutes: int) -> str:
    """Return the discussion of a module: what it asks of my unit."""
    addresses = _addresses(lesson.sections)
    role = "người quyết định và chịu trách nhiệm" if lesson.for_leaders else "người tham mưu"
    reading, showing, closing = minutes // 5, minutes // 4, minutes // 5
    return outer(
        "discussion",
        f"Đọc lại các mục đã học {cite(*addresses)} và thảo luận ở vai {role}:",
        numbers(
            (
                "Trong các nội dung ấy, nội dung nào đụng trực tiếp đến chức năng, nhiệm vụ của đơn vị đồng chí?",
                "Đơn vị đã làm đến đâu, còn vướng ở khâu nào? Số liệu nào chứng tỏ điều đó?",
                "Việc nào đơn vị tự quyết định được; việc nào phải kiến nghị, kiến nghị với ai?",
            )
        ),
        notes(
            "expected-question",
            "Hướng chốt: ghi lên bảng ba cột “tự làm”, “phối hợp”, “kiến nghị”; mỗi ý dẫn đúng mục của văn bản. Ý không dẫn "
            f"được mục thì để riêng, hỏi lại sau. Phân thời gian: đọc {reading} phút; thảo luận "
            f"{minutes - reading - showing - closing} phút; trình bày {showing} phút; chốt {closing} phút.",
        ),
        notes("unit-data", "Số liệu của đơn vị dùng trong thảo luận: …………"),
        title="Nội dung nào đòi hỏi nhiều nhất ở đơn vị tôi?",
        minutes=minutes,
        method="Thảo luận nhóm, trình bày",
        means="Giấy khổ lớn",
        id=f"thao-luan-{lesson.number}",
        group="5-7",
    )


def exercise(lesson: Lesson, minutes: int) -> str:
    """Return the group exercise: from provisions to rows of an action plan."""
    sections = _asked(lesson.sections)
    chosen = _addresses(sections)
    what = " và ".join(dict.fromkeys(phrases.NAMES[section.role] for section in sections))
    return outer(
        "exercise",
        f"Mỗi nhóm chọn một số ý trong phần {what} {cite(*chosen)} và lập các dòng của chương trình, kế hoạch thực hiện ở một "
        "đơn vị cụ thể của thành viên trong nhóm. Cột cuối ghi đúng mục của văn bản; cột nào chưa có căn cứ thì ghi “phải hỏi”.",
        block(
            "form",
            title=f"Phiếu bài tập {lesson.number}: việc của đơn vị",
            columns=COLUMNS,
            rows=4,
            worksheet="yes",
        ),
        block(
            "solution",
            "Dòng đạt yêu cầu khi: bắt đầu bằng động từ; sản phẩm là thứ đếm được hoặc nộp được; một cơ quan chủ trì; thời hạn "
            "có ngày hoặc quý; nguồn lực nêu rõ từ đâu; căn cứ dẫn đúng mục. Trừ điểm khi chép nguyên lời văn bản làm nhiệm vụ "
            "hoặc ghi hoạt động (mở hội nghị, quán triệt) thay cho sản phẩm. Thời hạn, nguồn lực mà văn bản không nêu thì do đơn "
            "vị đề xuất và ghi rõ là đề xuất.",
        ),
        notes("reserve", "Các nhóm đổi phiếu; nhóm nhận gạch chân sản phẩm nào thực chất là hoạt động."),
        title="Từ văn bản đến việc của đơn vị",
        minutes=minutes,
        method="Làm việc nhóm trên phiếu",
        means="Phiếu bài tập, tài liệu học viên",
        id=f"bai-tap-{lesson.number}",
        group="5-7",
    )


def unit_box(lesson: Lesson) -> str:
    """Return the box in which a learner writes about the unit."""
    return block(
        "callout",
        f"Viết một việc đơn vị tôi phải làm để thực hiện nội dung của chuyên đề này {cite(*_addresses(_asked(lesson.sections)))}: "
        "sản phẩm, người chủ trì, thời hạn, số liệu hiện có và nguồn của số liệu.",
        block("form", lines=5),
        title="Liên hệ đơn vị tôi",
        kind="unit",
        id=f"lien-he-{lesson.number}",
        depth=4,
    )


def key_points(lesson: Lesson) -> str:
    """Return the key points: what each section is about, in the words of the source where they are short."""
    return block(
        "keypoints",
        numbers(f"{escaped(words)} {cite(*addresses)}." for words, addresses in points(lesson)),
        id=f"cot-loi-{lesson.number}",
        depth=4,
    )


def points(lesson: Lesson) -> list[tuple[str, tuple[str, ...]]]:
    """Return what a module comes down to: words and addresses of its sections, or of their parts where they are few."""
    if len(lesson.sections) >= FEW:
        return [_point(section) for section in lesson.sections]
    return [each for section in lesson.sections for each in _parts(section)][:MOST]


def _parts(section: Section) -> list[tuple[str, tuple[str, ...]]]:
    below = [
        part for unit in section.units for part in unit.provision.children if part.text and part in section.parts()
    ]
    if not below:
        return [_point(section)]
    return [(plain_title(part, _BRIEF), (part.path,)) for part in below]


def questions(lesson: Lesson) -> Iterator[str]:
    """Yield a question for each section, with an answer that names what has to be said and where it stands."""
    for at, section in enumerate(lesson.sections, start=1):
        parts = [part for part in section.parts() if part.text]
        addresses = tuple(dict.fromkeys(part.path for part in parts))
        name = phrases.NAMES[section.role]
        yield block(
            "question",
            _STEMS[(lesson.number + at) % len(_STEMS)].format(
                name=name, title=escaped(lowered(shortened(lesson.name_of(section), 90))), doc=lesson.doc
            ),
            block("answer", _answer(lesson, section, parts)),
            depth=4,
            id=f"cau-{lesson.number}-{at}",
            kind="essay",
            cites=", ".join(addresses),
        )


_STEMS = (
    "Phân tích nội dung “{title}” của {doc}. Liên hệ trách nhiệm của cơ quan, đơn vị đồng chí.",
    "Trình bày nội dung “{title}” theo đúng các ý của {doc}. Đơn vị đồng chí cần làm gì để thực hiện?",
    "{doc} yêu cầu những gì ở phần “{title}”? Chọn một yêu cầu và đề xuất việc của đơn vị đồng chí.",
)


def reading(lesson: Lesson) -> tuple[str, str]:
    """Return the reading lists."""
    source = lesson.source
    places = cite(*(lesson.sections[0].addresses[:1] if lesson.sections else ()))
    required = bullets(
        [
            f"{escaped(source.short_title)}: đọc các mục đã dẫn trong chuyên đề, trước hết {places}.",
            "Tài liệu học viên, phần chuyên đề này.",
        ]
        if lesson.sections
        else [f"{escaped(source.short_title)}.", "Tài liệu học viên, các chuyên đề đã học."]
    )
    further = "- Chương trình, kế hoạch thực hiện văn bản của cấp ủy, cơ quan nơi học viên công tác, nếu đã ban hành."
    return block("reading", required, kind="required"), block("reading", further, kind="further")


def _answer(lesson: Lesson, section: Section, parts: Sequence[Provision]) -> str:
    listed = [part for part in parts if len(part.text) > _BRIEF // 4][:12]
    said = bullets(f"{escaped(shortened(part.title, _BRIEF))} {cite(part.path)}" for part in listed)
    more = "" if len(listed) == len(parts) else " Các ý còn lại tra ở những mục đã dẫn của câu hỏi."
    marks = "Phần trình bày, phân tích đúng văn bản chiếm sáu phần mười số điểm, phần liên hệ chiếm bốn phần mười; điểm lẻ đến một phần tư điểm."
    return f"Ý phải có, theo lời văn bản:\n\n{said}\n\nLiên hệ: nêu việc đã làm, chỗ vướng, việc sẽ làm, có số liệu của đơn vị và nguồn của số liệu.{more} {marks}"


def _point(section: Section) -> tuple[str, tuple[str, ...]]:
    first = section.units[0].provision
    said = plain_title(first, _BRIEF)
    if len(section.units) > 1 and section.title != said:
        said = f"{shortened(section.title, 70)}: {lowered(shortened(said, 90))}"
    return said, section.addresses[:3]


def _asked(sections: Sequence[Section]) -> Sequence[Section]:
    """Return the sections that ask for action; all where none does."""
    acting = [section for section in sections if section.role in ("task-group", "task", "breakthrough", "target")]
    return (acting or sections)[:3]


def _addresses(sections: Sequence[Section]) -> tuple[str, ...]:
    """Return the first address of each section, at most six."""
    return tuple(dict.fromkeys(section.addresses[0] for section in sections))[:6]
