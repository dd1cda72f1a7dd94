"""Titles in capitals are written as sentences write them."""

import pytest

from giaotrinh.outline.casing import Casing

LINES = (
    "Ủy ban nhân dân Thành phố Hà Nội và Bộ Chính trị phối hợp với Văn phòng Quốc hội.",
    "Hiện nay việc thực hiện tại thành phố chưa đều; giao Bộ Tài chính hướng dẫn.",
    "THÀNH PHỐ ĐÀ NẴNG",
)


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("QUY ĐỊNH THỰC HIỆN TẠI HÀ NỘI", "quy định thực hiện tại Hà Nội"),
        ("CỦA BỘ TÀI CHÍNH (SỐ 39/2024/QH15)", "của Bộ Tài chính (số 39/2024/QH15)"),
        ("Đã viết thường", "Đã viết thường"),
        ("HIỆN NAY", "hiện nay"),
    ],
)
def test_names_keep_their_capitals(capitals, written):
    assert Casing(LINES).in_sentence(capitals) == written
