"""What of a course is secret."""

from dataclasses import replace
from decimal import Decimal

from giaotrinh.model.course import Course, MarkingStep, Module, Periods, Question, School
from giaotrinh.model.curriculum import Curriculum, Project
from giaotrinh.model.document import Block, Inline
from giaotrinh.model.span import NOWHERE
from giaotrinh.prove import instructor_only_ids, secrets_of_course

PUBLIC = "Học viên đọc đoạn này trong sách của mình trước khi đến lớp học"
NOTE = "Giảng viên nhắc cả lớp giữ lại tờ phiếu cho đến cuối buổi chiều"
LEAD_IN = "Thưa các đồng chí, hôm nay chúng ta cùng trả lời hai câu hỏi đầu tiên"
CUT = "Lược phần chuẩn bị văn kiện, chỉ giữ tên gọi và thời gian họp"
SEALED = "Anh chị hãy phân tích ba khâu đột phá và liên hệ với đơn vị mình"


def block(kind: str, name: str, words: str = "", *children: Block, **options: str) -> Block:
    inlines = (Inline(kind="text", text=words),) if words else ()
    return Block(kind=kind, id=name, span=NOWHERE, inlines=inlines, children=children, options=options)


def curriculum() -> Curriculum:
    blocks = (
        block(
            "activity",
            "a",
            "",
            block("paragraph", "p", PUBLIC),
            block("notes", "n", "", block("paragraph", "n1", NOTE), block("paragraph", "n2", PUBLIC)),
            block("question", "q", "", block("answer", "k", "", block("paragraph", "k1", "Phương án B và D"))),
            cut=CUT,
        ),
    )
    module = Module(
        id="m1", number=1, title="Một", short_title="Một", periods=Periods(), blocks=blocks, file="", lead_in=LEAD_IN
    )
    course = Course(
        title="Thử", short_title="Thử", kind="Giáo trình", school=School(name="Trường"), audience="", audiences={},
        as_of="2021-09-30", year=2021, main_source="", sources=(), modules=("m1",), editions=(),
    )  # fmt: skip
    question = Question(id="x", kind="essay", stem=SEALED, answer="", sealed=True)
    return Curriculum(project=Project(course=course, sources=(), modules=(module,), questions=(question,)))


def looked_for(*fixed: str) -> set[str]:
    return {" ".join(run) for run in secrets_of_course(curriculum(), fixed).runs}


def test_every_instructors_text_is_looked_for() -> None:
    runs = looked_for()
    for words in (
        "nhắc cả lớp giữ lại tờ phiếu cho",
        "hôm nay chúng ta cùng trả lời hai",
        "phần chuẩn bị văn kiện chỉ giữ tên",
    ):
        assert words in runs
    assert "ba khâu đột phá và liên hệ với" in runs


def test_fixed_phrases_and_citations_part_what_is_looked_for() -> None:
    runs = looked_for("giữ lại tờ phiếu")
    assert not [run for run in runs if "tờ phiếu" in run]
    assert "hôm nay chúng ta cùng trả lời hai" in runs


def test_a_part_of_a_fixed_phrase_is_no_secret_either() -> None:
    runs = looked_for("Nhắc cả lớp giữ lại tờ phiếu cho đến khi họp")

    assert "nhắc cả lớp giữ lại tờ phiếu cho" not in runs
    assert "phiếu cho đến cuối buổi chiều" in " ".join(runs)


def test_short_and_empty_phrases_part_nothing() -> None:
    assert secrets_of_course(curriculum(), ("", " ", "cả lớp", "–")).runs == secrets_of_course(curriculum()).runs


def test_words_that_stand_in_a_learners_block_too_are_not() -> None:
    assert "học viên đọc đoạn này trong sách của" not in looked_for()


def test_the_short_lines_of_a_slide_are_read_as_one() -> None:
    lines = NOTE.split()
    slide = block("slide", "s", "", *(block("paragraph", f"s{at}", word) for at, word in enumerate(lines)))
    before = curriculum()
    module = replace(before.project.modules[0], blocks=(*before.project.modules[0].blocks, slide))
    after = replace(before, project=replace(before.project, modules=(module,)))

    assert secrets_of_course(before).runs - secrets_of_course(after).runs
    assert "nhắc cả lớp giữ lại tờ phiếu cho" not in {" ".join(run) for run in secrets_of_course(after).runs}


def test_short_answers_are_keys() -> None:
    assert secrets_of_course(curriculum()).keys == (" phương án b và d ",)


def test_blocks_inside_instructors_blocks_are_instructors_too() -> None:
    assert instructor_only_ids(curriculum()) == {"n", "n1", "n2", "k", "k1"}


def test_answers_and_guides_of_the_bank_are_looked_for_clause_by_clause() -> None:
    answer = "Học viên nêu đủ sáu thành phần của một chỉ tiêu: đọc đoạn này trong sách của mình trước khi đến lớp"
    step = MarkingStep(text="Liên hệ bằng việc có thật của cơ quan, đơn vị mình", points=Decimal(1))
    base = curriculum()
    asked = replace(base.project.questions[0], answer=answer, guide=(step,))
    runs = secrets_of_course(replace(base, project=replace(base.project, questions=(asked,)))).runs
    words = {" ".join(run) for run in runs}

    assert "học viên nêu đủ sáu thành phần của" in words
    assert "liên hệ bằng việc có thật của cơ" in words
    assert not any("tiêu đọc" in run for run in words)


def test_a_title_parts_the_note_that_repeats_it() -> None:
    base = curriculum()
    title = "Đẩy mạnh hoạt động khoa học, công nghệ"
    module = replace(base.project.modules[0], title=title, lead_in=f"Ta chuyển sang: {title}. Hỏi lớp xem hai phần")
    runs = secrets_of_course(replace(base, project=replace(base.project, modules=(module,)))).runs

    assert not any("nghệ hỏi" in " ".join(run) for run in runs)
