"""What a meeting decided about itself is read out; a policy about personnel is not."""

import pytest

from giaotrinh.draft.provisions.formal import is_formal
from giaotrinh.outline.tree import read_outline


@pytest.mark.parametrize(
    ("words", "formal"),
    [
        ("Đại hội đồng ý đồng chí Trần Văn B, Bí thư Đảng ủy khóa I tái cử Ban Chấp hành khóa II.", True),
        ("Thông qua kết quả bầu Ban Chấp hành khóa II gồm 27 đồng chí.", True),
        ("Miễn nhiệm chức vụ đối với ông Lê Văn C do nghỉ hưu.", True),
        ("Tán thành đánh giá kết quả nhiệm kỳ qua.", True),
        ("Chân thành cảm ơn các đồng chí lão thành cách mạng.", True),
        ("Giao Ban Chấp hành tổ chức thực hiện thắng lợi Nghị quyết.", False),
        ("Đổi mới cơ chế bổ nhiệm, đánh giá cán bộ khoa học theo kết quả đầu ra.", False),
        ("Thông qua các chỉ tiêu chủ yếu như sau: thu ngân sách tăng 8%.", False),
    ],
)
def test_only_what_decides_nothing_for_others_is_formal(words, formal):
    assert is_formal(read_outline(f"I- {words}\n", "text.txt").value[0]) is formal
