"""What each number is taken for, as `explain FILE:LINE` tells it."""

import pytest

from check.small_course import checked
from giaotrinh.check import taken

KINDS = [
    ("number-sourced", "Tỷ lệ thất nghiệp dưới 3% {cite}`II.3`."),
    ("number-called", "Tỷ lệ thất nghiệp là {value}`that-nghiep` {cite}`II.3`."),
    ("number-of-another", "Báo viết {from}`9,1% <bao>`."),
    ("number-assumed", "Giả sử xã thu 12,5 tỷ đồng."),
    ("number-computed", "Lấy 450 tỷ đồng cộng 225 tỷ đồng, tức là 675 tỷ đồng."),
    ("number-of-the-class", "Thảo luận 15 phút."),
    ("number-of-the-world", "Tỉnh ta có 8,7 triệu người."),
    ("number-mentioned", "Không được viết là 9,9% trong báo cáo."),
]


@pytest.mark.parametrize(("code", "body"), KINDS)
def test_every_kind_is_told(code, body):
    assert code in [each.code for each in taken(checked(body).curriculum)]
