"""Headings printed in capitals: names are learnt from how the same document writes them in its sentences."""

import pytest

from giaotrinh.draft.provisions.casing import learnt

RUNNING = [
    "Nghị quyết này áp dụng tại tỉnh Khánh Hòa và vịnh Vân Phong.",
    "Các xã phối hợp với Ban Chỉ đạo tỉnh Khánh Hòa theo quan điểm chỉ đạo đã nêu, thực hiện Luật Đất đai.",
    "Việc phát triển vịnh Vân Phong do tỉnh quyết định; sử dụng đất theo Luật Đất đai.",
]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("PHÁT TRIỂN TỈNH KHÁNH HÒA", "Phát triển tỉnh Khánh Hòa"),
        ("KHU KINH TẾ VÂN PHONG", "Khu kinh tế Vân Phong"),
        ("QUAN ĐIỂM CHỈ ĐẠO", "Quan điểm chỉ đạo"),
        ("THI HÀNH LUẬT ĐẤT ĐAI", "Thi hành Luật Đất đai"),
        ("ĐẠI HỘI LẦN THỨ XIV CỦA ĐẢNG", "Đại hội lần thứ XIV của Đảng"),
    ],
)
def test_a_name_keeps_the_capitals_of_the_running_text(heading, expected):
    assert learnt([RUNNING]).small(heading) == expected
