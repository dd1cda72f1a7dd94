"""Modules that teach no new provisions: the workshop and the closing test."""

from giaotrinh.draft import practice
from giaotrinh.draft.allotting import Allotted
from giaotrinh.draft.blocks import block, bullets, cite, notes, numbers, outer, table
from giaotrinh.draft.lesson import Lesson
from giaotrinh.draft.module import CLOSING, GUIDANCE, OPENING, front, joined
from giaotrinh.model.course import TimeRules

_STEPS = (
    ("Chọn nội dung", "Nội dung nào của văn bản thuộc chức năng, thẩm quyền của đơn vị?"),
    ("Viết nhiệm vụ", "Làm gì, bắt đầu bằng động từ nào, sản phẩm là gì?"),
    ("Giao việc", "Một cơ quan chủ trì nào, phối hợp với ai?"),
    ("Định thời hạn, nguồn lực", "Xong ngày nào, tiền và người lấy từ đâu?"),
    ("Ghi căn cứ", "Dẫn mục nào của văn bản?"),
)


def workshop_module(lesson: Lesson, allotted: Allotted, time: TimeRules) -> str:
    """Return the module in which a class turns provisions into a programme of its own."""
    theory = allotted.periods.theory * time.minutes_per_period - OPENING - CLOSING - GUIDANCE
    practised = allotted.periods.discussion * time.minutes_per_period
    talking = practised // 4 // 5 * 5
    first = (practised - talking) // 2 // 5 * 5
    parts = [
        front(
            lesson.title,
            allotted.short_title,
            allotted.periods,
            lead_in="Buổi này các đồng chí viết phần việc của đơn vị mình: có người làm, có hạn, có sản phẩm.",
            method="Làm mẫu, làm việc nhóm trên phiếu, phản biện chéo",
            lacks=("thời hạn, nguồn lực của những nhiệm vụ mà văn bản không nêu: đơn vị đề xuất và ghi rõ là đề xuất",),
        ),
        *_objectives(),
        _step(
            "opening",
            "Ổn định lớp, chia nhóm",
            OPENING,
            notes("lead-in", "Xếp nhóm theo ngành, lĩnh vực."),
        ),
        _teaching(lesson, theory),
        practice.discussion(lesson, talking),
        block("break", minutes=time.break_minutes),
        practice.exercise(lesson, first),
        _crossing(lesson, practised - talking - first),
        _points(lesson),
        _guidance(lesson),
        _handout(lesson),
        *_slides(lesson),
    ]
    return joined(parts)


def review_module(lesson: Lesson, allotted: Allotted, time: TimeRules) -> str:
    """Return the closing module: revision, questions, the essay that ends the course."""
    minutes = allotted.periods.assessment * time.minutes_per_period
    revising = minutes // 3 // 5 * 5
    parts = [
        front(
            lesson.title,
            allotted.short_title,
            allotted.periods,
            lead_in="Buổi cuối dành cho câu hỏi còn bỏ ngỏ và cho bài thu hoạch.",
            method="Hỏi đáp, viết bài",
            lacks=("đề tài, số trang, hạn nộp và thang điểm của bài thu hoạch: nhà trường quy định",),
        ),
        *_objectives(),
        _step(
            "assessment",
            "Ôn tập, giải đáp",
            revising,
            f"## Ôn tập, giải đáp\n\nMỗi nhóm nêu một câu hỏi còn bỏ ngỏ; câu trả lời dẫn đúng mục của văn bản {_where(lesson)}.",
            notes("stress", "Câu nào văn bản không trả lời thì nói rõ là văn bản chưa nêu và ghi lại nơi cần hỏi."),
        ),
        block("break", minutes=time.break_minutes),
        _step(
            "assessment",
            "Bài thu hoạch",
            minutes - revising,
            "## Bài thu hoạch",
            "Mỗi học viên chọn một nội dung đã học, phân tích yêu cầu của văn bản và xây dựng phần việc của đơn vị mình để thực "
            f"hiện nội dung ấy {_where(lesson)}.",
            block("form", title="Đề cương bài thu hoạch", lines=8, worksheet="yes"),
            block(
                "callout",
                "Đề tài, số trang, hạn nộp và cách chấm do nhà trường quy định; ghi vào đây khi có thông báo.",
                block("form", lines=3),
                title="Quy định về bài thu hoạch",
                kind="missing",
                id=f"thieu-quy-dinh-{lesson.number}",
                depth=4,
            ),
        ),
        block(
            "handout",
            "**Bài thu hoạch.** Chọn một nội dung đã học; phân tích đúng văn bản; nêu việc của đơn vị có sản phẩm, người "
            f"chủ trì, thời hạn; dẫn mục {_where(lesson)}.",
        ),
        block(
            "slide",
            bullets(("Câu hỏi còn bỏ ngỏ", "Bài thu hoạch: một nội dung, một đơn vị", "Dẫn đúng mục của văn bản")),
            title="Buổi cuối",
        ),
    ]
    return joined(parts)


def _objectives() -> list[str]:
    stated = {
        "knowledge": ("Trình bày được các bước chuyển một nội dung của văn bản thành việc của đơn vị.",),
        "skills": (
            "Xây dựng được chương trình, kế hoạch có sản phẩm, cơ quan chủ trì, thời hạn, nguồn lực và căn cứ.",
            "Tham mưu được nội dung cần kiến nghị khi việc vượt thẩm quyền của đơn vị.",
        ),
        "attitude": ("Có trách nhiệm với tính khả thi của việc mình đề xuất.",),
    }
    return [block("objectives", bullets(items), kind=kind) for kind, items in stated.items()]


def _step(step: str, title: str, minutes: int, *body: str) -> str:
    return outer(
        "activity", *body, title=title, minutes=minutes, step=step, method="Hỏi đáp", means="Tài liệu học viên"
    )


def _teaching(lesson: Lesson, minutes: int) -> str:
    return _step(
        "teaching",
        "Từ văn bản đến chương trình, kế hoạch",
        minutes,
        "## Từ văn bản đến chương trình, kế hoạch",
        f"Một nội dung của văn bản thành việc của đơn vị khi trả lời được các câu hỏi trong bảng dưới đây {_where(lesson)}.",
        block(
            "table",
            table(("Bước", "Câu hỏi phải trả lời"), _STEPS),
            title="Các bước cụ thể hóa",
            id=f"bang-buoc-{lesson.number}",
            source="ban biên soạn gợi ý",
        ),
        notes("stress", "Làm mẫu một dòng trên bảng với một nội dung lớp vừa học; để lớp tự tìm chỗ thiếu."),
        notes("transition", "Có đủ các bước, các nhóm viết cho đơn vị mình."),
    )


def _crossing(lesson: Lesson, minutes: int) -> str:
    return outer(
        "exercise",
        f"Các nhóm đổi phiếu và soát từng dòng: sản phẩm có đếm được không, có một cơ quan chủ trì không, căn cứ có đúng mục không "
        f"{_where(lesson)}. Ghi ý kiến vào phiếu soát.",
        block("form", title=f"Phiếu soát {lesson.number}", columns="Dòng | Chỗ được | Chỗ phải sửa | Đề nghị viết lại", rows=5, worksheet="yes"),
        block("solution", "Ý kiến soát đạt yêu cầu khi chỉ đúng ô phải sửa và viết lại được ô ấy; nhận xét chung chung không tính."),
        notes("stress", "Mời mỗi nhóm đọc một dòng trước và sau khi sửa."),
        title="Soát chéo giữa các nhóm",
        minutes=minutes,
        method="Phản biện chéo",
        means="Phiếu bài tập",
        id=f"bai-tap-{lesson.number}b",
        group="5-7",
    )  # fmt: skip


def _points(lesson: Lesson) -> str:
    said = (
        f"Việc của đơn vị bắt đầu từ một nội dung cụ thể của văn bản {_where(lesson)}.",
        f"Mỗi việc có sản phẩm, một cơ quan chủ trì, thời hạn và căn cứ {_where(lesson)}.",
        f"Điều văn bản không nêu thì ghi là đề xuất của đơn vị {_where(lesson)}.",
    )
    return _step(
        "consolidation",
        "Chốt kiến thức",
        CLOSING,
        block("keypoints", numbers(said), id=f"cot-loi-{lesson.number}", depth=4),
    )


def _guidance(lesson: Lesson) -> str:
    question = block(
        "question",
        "Chọn một nội dung của văn bản, xây dựng phần kế hoạch của đơn vị đồng chí để thực hiện và giải thích căn cứ của từng việc.",
        block(
            "answer", "Kế hoạch có đủ tám cột; sản phẩm đếm được; căn cứ dẫn đúng mục; chỗ đề xuất ghi rõ là đề xuất."
        ),
        depth=4,
        id=f"cau-{lesson.number}-1",
        kind="case",
        cites=", ".join(section.addresses[0] for section in lesson.sections[:3]),
    )
    return _step(
        "guidance", "Hướng dẫn câu hỏi, bài tập, nghiên cứu tài liệu", GUIDANCE, question, *practice.reading(lesson)
    )


def _handout(lesson: Lesson) -> str:
    lines = bullets(f"**{step}:** {asked[:1].lower()}{asked[1:]}" for step, asked in _STEPS)
    return block("handout", f"Một nội dung của văn bản thành việc của đơn vị {_where(lesson)}:", lines)


def _slides(lesson: Lesson) -> list[str]:
    steps = block(
        "slide", bullets(step for step, _ in _STEPS), title="Các bước cụ thể hóa", after=f"bang-buoc-{lesson.number}"
    )
    talk = block(
        "slide",
        bullets(("Tự làm", "Phối hợp", "Kiến nghị")),
        title="Ba cột việc của đơn vị",
        after=f"thao-luan-{lesson.number}",
    )
    return [steps, talk]


def _where(lesson: Lesson) -> str:
    return cite(lesson.sections[0].addresses[0])
