"""What counts flaws finds them: each is planted once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from drafting.flaws import FLAWS
from giaotrinh.model.course import MarkingStep, Question
from giaotrinh.read import read_source

TEXT = """NGHỊ QUYẾT
I. QUAN ĐIỂM
1. Giáo dục là quốc sách hàng đầu.
II. MỤC TIÊU ĐẾN NĂM 2030
1. Tỉ lệ trường học công lập đạt chuẩn quốc gia đạt ít nhất 80%.
2. Tỉ lệ phòng học kiên cố đạt trên 95%.
III. TỔ CHỨC THỰC HIỆN
1. Bộ Nội vụ chủ trì xây dựng đề án về biên chế giáo viên.
2. Bộ Tài chính chủ trì xây dựng đề án về biên chế giáo viên.
"""
SETTINGS = """title: Nghị quyết
short_title: Nghị quyết
cite_as: Nghị quyết
status: complete
wording: verbatim
roles: {I.1: viewpoint, II.1: target}
"""
GOOD = Question(
    id="q-1",
    kind="single",
    module="01-mot",
    level="cơ bản",
    topic="chỉ tiêu",
    stem="Theo Nghị quyết (mốc năm 2030): “Tỉ lệ trường học công lập đạt chuẩn quốc gia đạt ......”?",
    options=("ít nhất 70%", "ít nhất 80%", "ít nhất 85%", "ít nhất 90%"),
    key=("B",),
    answer="Nghị quyết ghi: ít nhất 80%.",
    cites=("nq:II.1",),
)
ESSAY = replace(GOOD, id="q-2", kind="essay", stem="Phân tích.", options=(), key=(), points=Decimal(1))
BODY = replace(GOOD, stem="Ai có nhiệm vụ: “chủ trì xây dựng đề án về biên chế giáo viên”?", cites=("nq:III.1",))


@pytest.fixture(scope="module")
def source():
    return read_source(SETTINGS.encode(), TEXT.encode(), identity="nq", folder="course/sources/nq").value


def test_a_sound_question_has_no_flaw(source):
    assert {name for name, find in FLAWS.items() if list(find(source, [GOOD]))} == set()


@pytest.mark.parametrize(
    ("name", "questions"),
    [
        ("duplicates", [GOOD, replace(GOOD, id="q-9")]),
        ("options twice", [replace(GOOD, options=("ít nhất 70%", "ít nhất 80%", "ít nhất 70%", "ít nhất 90%"))]),
        ("distractors true elsewhere", [replace(GOOD, key=("A",))]),
        ("distractors true elsewhere", [replace(BODY, options=("Bộ Nội vụ", "Bộ Tài chính"), key=("A",))]),
        ("right answer longest", [replace(GOOD, options=("70%", "ít nhất 80%", "85%", "90%"))]),
        ("unanswerable stems", [replace(GOOD, stem=GOOD.stem.replace(" (mốc năm 2030)", ""))]),
        ("unanswerable stems", [replace(GOOD, stem="Năm 2030: “đạt ......”?")]),
        ("answers given away by the stem", [replace(GOOD, stem=GOOD.stem + " Không phải ít nhất 80%?")]),
        ("choices from viewpoint, lesson, theme, orientation", [replace(GOOD, cites=("nq:I.1",))]),
        ("quoted words that are not the source's", [replace(GOOD, answer="Nghị quyết ghi: “ít nhất 81%”.")]),
        ("marks, level, topic, provision", [replace(ESSAY, guide=(MarkingStep(text="Ý.", points=Decimal("0.75")),))]),
        ("marks, level, topic, provision", [replace(ESSAY, guide=(MarkingStep(text="Ý.", points=Decimal("0.1")),))]),
        ("marks, level, topic, provision", [replace(GOOD, level="")]),
        ("an index beyond one", [replace(GOOD, options=("khoảng 0,3", "khoảng 0,8", "khoảng 1,3", "khoảng 1,8"))]),
    ],
)  # fmt: skip
def test_a_planted_flaw_is_found(source, name, questions):
    assert list(FLAWS[name](source, questions))
