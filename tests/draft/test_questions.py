"""The question bank of a draft: what is asked, and what may never be asked."""

from decimal import Decimal

import pytest
import yaml

from giaotrinh.draft.provisions.duties import duties
from giaotrinh.draft.questions import draft_questions, questions_text
from giaotrinh.model.text import fold
from giaotrinh.read import read_questions, read_source

TEXT = """NGHỊ QUYẾT
về phát triển giáo dục
I. QUAN ĐIỂM CHỈ ĐẠO
1. Giáo dục là quốc sách hàng đầu, dành 20% nguồn lực của xã hội cho sự nghiệp chung của cả nước.
2. Đầu tư cho giáo dục là đầu tư cho phát triển, phải đi trước một bước so với các ngành khác.
II. MỤC TIÊU
1. Mục tiêu đến năm 2030
- Tỉ lệ trường học đạt chuẩn quốc gia ít nhất 80%; tỉ lệ người học ngoại ngữ hằng năm đạt 40 - 50%.
- Tỉ lệ phòng học kiên cố đạt trên 95%; số trường đại học hàng đầu châu Á đạt 8 cơ sở giáo dục.
- Chi ngân sách nhà nước cho giáo dục, đào tạo đạt tối thiểu 25% tổng chi ngân sách nhà nước.
2. Tầm nhìn đến năm 2045
Nền giáo dục hiện đại, công bằng, chất lượng thuộc nhóm 20 nước có hệ thống giáo dục tốt nhất.
III. NHIỆM VỤ, GIẢI PHÁP
1. Hoàn thiện thể chế về giáo dục và đào tạo
a) Rà soát, sửa đổi các luật về giáo dục
b) Ban hành chính sách đãi ngộ đối với nhà giáo
c) Phân cấp cho cơ sở giáo dục công lập
d) Giao quyền tự chủ cho các trường đại học
2. Phát triển đội ngũ nhà giáo các cấp
a) Bố trí đủ giáo viên cho các cấp học phổ thông và mầm non ở vùng khó khăn, biên giới
b) Nâng chuẩn đào tạo sư phạm
c) Thu hút chuyên gia nước ngoài
3. Xây dựng trường lớp hiện đại ở mọi địa phương
a) Kiên cố hóa phòng học, hoàn thành trước ngày 31 tháng 12 năm 2028 trên phạm vi cả nước
b) Nối mạng máy tính cho mọi điểm trường ở vùng sâu, vùng xa, biên giới và hải đảo của Tổ quốc
c) Trồng cây xanh quanh trường
4. Lộ trình sắp xếp mạng lưới trường lớp theo các bước
a) Rà soát mạng lưới trường lớp hiện có
b) Lập phương án sắp xếp mạng lưới
c) Lấy ý kiến phụ huynh học sinh
d) Quyết định phương án sắp xếp
IV. TỔ CHỨC THỰC HIỆN
1. Đảng ủy Quốc hội lãnh đạo, chỉ đạo rà soát, hoàn thiện pháp luật về nhà giáo.
2. Đảng ủy Chính phủ chủ trì, xây dựng chương trình hành động thực hiện văn bản này.
3. Ban Tuyên giáo Trung ương phối hợp với các cơ quan liên quan hướng dẫn học tập ở cơ sở.
4. Văn phòng Trung ương Đảng theo dõi, đôn đốc và định kỳ báo cáo kết quả thực hiện.
"""
ROLES = {
    "I.1": "viewpoint", "I.2": "viewpoint", "II.1": "goal", "II.1.-1": "target", "II.1.-2": "target",
    "II.1.-3": "target", "II.2": "vision", "III.1": "task-group", "III.2": "task-group", "III.3": "task-group",
    "III.4": "task-group",
    "III.1.a": "task",
}  # fmt: skip

SETTINGS = {
    "title": "Nghị quyết về phát triển giáo dục",
    "short_title": "Nghị quyết giáo dục",
    "cite_as": "Nghị quyết",
    "status": "complete",
    "wording": "verbatim",
    "roles": ROLES,
}


@pytest.fixture(scope="module")
def source():
    content = yaml.safe_dump(SETTINGS, allow_unicode=True).encode()
    return read_source(content, TEXT.encode(), identity="nq", folder="course/sources/nq").value


@pytest.fixture(scope="module")
def bank(source):
    return draft_questions(source, {"01-mot": tuple(source.walk())})["01-mot"]


def of(bank, *kinds):
    return [question for question in bank if question.kind in kinds]


def test_every_kind_is_asked(bank):
    assert {question.kind for question in bank} == {
        "single", "multiple", "true-false", "matching", "ordering", "gap", "short", "essay", "case",
    }  # fmt: skip


def test_half_and_more_is_written_with_a_guide_in_steps_that_adds_up(bank):
    written = [question for question in bank if question.guide]

    assert 2 * len(written) >= len(bank)
    for question in written:
        assert sum(line.points for line in question.guide) == question.points
        assert all(line.points > 0 and line.points % Decimal("0.25") == 0 for line in question.guide)
        assert question.answer


def test_every_question_says_its_level_topic_module_and_provision(bank, source):
    paths = {f"nq:{each.path}" for each in source.walk()}
    for question in bank:
        assert (question.level, question.topic, question.module) != ("", "", "")
        assert question.cites
        assert set(question.cites) <= paths


def test_nothing_false_is_made_of_a_viewpoint(bank):
    for question in of(bank, "single", "multiple", "true-false", "matching", "ordering"):
        assert not any(cited.startswith("nq:I.") for cited in question.cites)


def test_a_wrong_number_stands_nowhere_in_the_source_with_the_same_words(bank):
    whole = fold(TEXT)
    for question in of(bank, "single"):
        if "......" in question.stem and "“" in question.stem:
            asked = question.stem.split("“")[1].split("”")[0]
            right = "ABCD".index(question.key[0])
            said = [fold(asked.replace("......", option)) in whole for option in question.options]
            assert [at for at, is_said in enumerate(said) if is_said] == [right]


def test_the_right_answer_is_not_the_longest_alone(bank):
    for question in of(bank, "single", "multiple"):
        if any(character.isdigit() for character in question.options[0]):
            continue
        right = [option for at, option in enumerate(question.options) if "ABCDEFGH"[at] in question.key]
        wrong = [option for option in question.options if option not in right]
        assert max(map(len, right)) <= max(map(len, wrong))


def test_a_target_is_asked_for_with_its_year(bank):
    for question in of(bank, "single", "gap", "true-false", "matching"):
        if question.topic in ("chỉ tiêu", "tầm nhìn"):
            assert "2030" in question.stem or "2045" in question.stem


def test_who_is_asked_for_where_the_source_says_it(bank):
    [asked] = [question for question in bank if "hoàn thiện pháp luật về nhà giáo" in question.stem and question.key]

    assert asked.kind == "single"
    assert asked.options["ABCD".index(asked.key[0])] == "Đảng ủy Quốc hội"
    assert len(set(asked.options)) == 4


def test_a_deadline_has_its_words_and_other_years_beside_it(bank):
    asked = [question for question in bank if "Kiên cố hóa phòng học, hoàn thành ......" in question.stem]

    assert len(asked) == 1
    given = asked[0].key if asked[0].kind == "gap" else (asked[0].options["ABCD".index(asked[0].key[0])],)
    assert given == ("trước ngày 31 tháng 12 năm 2028",)


def test_an_order_is_that_of_the_source(bank):
    for question in of(bank, "ordering"):
        inside = [TEXT.index(question.options["ABCDEFGH".index(letter)]) for letter in question.key]
        assert inside == sorted(inside)
        assert sorted(question.key) == list("ABCDEFGH"[: len(question.options)])


def test_the_file_reads_back_as_the_questions(bank):
    read = read_questions(questions_text(bank).encode(), "course/questions/01-mot.yaml")

    assert read.diagnostics == ()
    again = [(each.id, each.stem, each.options, each.key, each.points, each.guide, each.cites) for each in read.value]
    assert again == [(each.id, each.stem, each.options, each.key, each.points, each.guide, each.cites) for each in bank]


def test_a_module_asks_only_about_what_it_teaches_and_no_question_comes_twice(source):
    parts = tuple(source.walk())
    half = [part for part in parts if part.path.startswith("III")]
    rest = [part for part in parts if not part.path.startswith("III")]
    both = draft_questions(source, {"01-mot": half, "02-hai": rest, "03-ba": half})

    assert all(each.cites[0].startswith("nq:III") for each in both["01-mot"])
    assert not any(each.cites[0].startswith("nq:III") for each in both["02-hai"])
    assert both["03-ba"] == ()


def test_an_edit_elsewhere_leaves_ids_as_they_are(source, bank):
    changed = TEXT.replace("Trồng cây xanh quanh trường", "Trồng nhiều cây xanh quanh trường")
    settings = yaml.safe_dump(SETTINGS, allow_unicode=True).encode()
    other = read_source(settings, changed.encode(), identity="nq", folder="course/sources/nq").value
    again = {each.id for each in draft_questions(other, {"01-mot": tuple(other.walk())})["01-mot"]}

    about_targets = {each.id for each in bank if each.cites[0].startswith("nq:II.1")}
    assert about_targets
    assert about_targets <= again


def test_an_order_is_asked_only_of_steps(bank, source):
    titles = {source.find(question.cites[0].partition(":")[2]).title for question in of(bank, "ordering")}

    assert titles == {"Lộ trình sắp xếp mạng lưới trường lớp theo các bước"}


def test_no_figure_that_is_asked_for_stands_in_a_stem_beside_it(bank):
    for question in of(bank, "gap", "single"):
        for other in bank:
            if other is not question and set(other.cites) & set(question.cites) and question.kind == "gap":
                assert fold(question.key[0]) not in fold(other.stem)


BODIES = """NGHỊ QUYẾT
I. NHIỆM VỤ
1. Ủy ban nhân dân các xã tiếp tục rà soát các hộ thiếu đói, cứu trợ kịp thời trong năm.
2. Bộ Tài chính chủ trì, phối hợp với các bộ, cơ quan liên quan:
- Xây dựng phương án miễn, giảm thuế cho người bị thiệt hại.
- Báo cáo Chính phủ kết quả chi trả bảo hiểm trong quý.
3. Giao Ban Chấp hành tổ chức thực hiện thắng lợi Nghị quyết.
4. Sở Công Thương được kiểm tra giá vật liệu, trừ trường hợp giá do Nhà nước định.
"""


@pytest.fixture(scope="module")
def bodies_source():
    content = yaml.safe_dump({**SETTINGS, "roles": {}}, allow_unicode=True).encode()
    return read_source(content, BODIES.encode(), identity="nq", folder="course/sources/nq").value


def test_a_body_is_asked_for_without_the_words_before_its_verb_and_a_duty_with_its_object(bodies_source):
    given = [(duty.body, duty.duty, duty.provision.path) for duty in duties(bodies_source)]

    assert given == [
        ("Ủy ban nhân dân các xã", "rà soát các hộ thiếu đói, cứu trợ kịp thời trong năm", "I.1"),
        ("Bộ Tài chính", "xây dựng phương án miễn, giảm thuế cho người bị thiệt hại", "I.2.-1"),
        ("Bộ Tài chính", "báo cáo Chính phủ kết quả chi trả bảo hiểm trong quý", "I.2.-2"),
    ]


def test_an_exception_is_asked_for_with_all_its_words(bodies_source):
    asked = draft_questions(bodies_source, {"01-mot": tuple(bodies_source.walk())})["01-mot"]
    answers = [question.key[0] for question in asked if "trừ ra" in question.stem]

    assert answers == ["Sở Công Thương được kiểm tra giá vật liệu, trừ trường hợp giá do Nhà nước định"]


def test_an_empty_task_is_not_asked(bodies_source):
    asked = draft_questions(bodies_source, {"01-mot": tuple(bodies_source.walk())})["01-mot"]

    assert not any("nq:I.3" in question.cites[:1] for question in asked)
