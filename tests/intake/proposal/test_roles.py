"""Roles proposed from headings and wording."""

from giaotrinh.intake.proposal.roles import count_roles, propose_roles
from giaotrinh.model.source import Role
from giaotrinh.outline.tree import read_outline

TEXT = """I- CHỦ ĐỀ ĐẠI HỘI
II- QUAN ĐIỂM
1. Phát triển nhanh
2. Phát triển bền vững
III- MỤC TIÊU
1. Mục tiêu tổng quát
2. Chỉ tiêu chủ yếu đến năm 2025
- GRDP tăng 7,5%
- Thu nhập đạt 8.300 USD
- Giữ vững an ninh
3. Định hướng đến năm 2030
- Kinh tế số đạt 30%
4. Tầm nhìn đến năm 2045
Trở thành thành phố kết nối toàn cầu.
IV- NĂM ĐỊNH HƯỚNG LỚN
1. A
2. B
V- BA KHÂU ĐỘT PHÁ
1. C
2. D
3. E
VI- NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU
1. Phát triển kinh tế
a) Cơ cấu lại
2. Phát triển văn hóa
VII- KẾT QUẢ, HẠN CHẾ
1. Kết quả đạt được
- G
2. Hạn chế, yếu kém
- H
3. Nguyên nhân của hạn chế
- I
4. Bài học kinh nghiệm
- K
VIII- TỔ CHỨC THỰC HIỆN
1. L
"""


def roles() -> dict[str, Role]:
    return dict(propose_roles(read_outline(TEXT, "text.txt").value or ()))


def test_headings_say_what_stands_below_them() -> None:
    found = roles()
    assert found["I"] is Role.THEME
    assert found["II.2"] is Role.VIEWPOINT
    assert found["III.1"] is Role.GOAL
    assert (found["III.2.-1"], found["III.2.-2"], found["III.2.-3"]) == (Role.TARGET, Role.TARGET, Role.GOAL)
    assert found["III.4"] is Role.VISION
    assert (found["V.1"], found["VI.1"], found["VI.1.a"]) == (Role.BREAKTHROUGH, Role.TASK_GROUP, Role.TASK)
    assert (found["VII.2.-1"], found["VII.3.-1"], found["VII.4.-1"]) == (Role.LIMITATION, Role.CAUSE, Role.LESSON)
    assert found["VII.1.-1"] is Role.RESULT
    assert found["VIII.1"] is Role.IMPLEMENTATION


def test_an_orientation_up_to_a_year_is_a_time_and_five_great_ones_are_a_role() -> None:
    found = roles()
    assert (found["III.3"], found["III.3.-1"]) == (Role.GOAL, Role.TARGET)
    assert (found["IV.1"], found["IV.2"]) == (Role.ORIENTATION, Role.ORIENTATION)


def test_a_breakthrough_in_a_name_is_no_breakthrough() -> None:
    text = "I- A\n1. Đột phá phát triển khoa học, công nghệ\n- B"
    assert propose_roles(read_outline(text, "text.txt").value or ()) == {}


def test_counts_leave_out_what_stands_below_the_same_role() -> None:
    provisions = read_outline(TEXT, "text.txt").value or ()
    counts = count_roles(roles(), provisions)
    assert (counts[Role.BREAKTHROUGH], counts[Role.ORIENTATION], counts[Role.TASK_GROUP]) == (3, 2, 2)
