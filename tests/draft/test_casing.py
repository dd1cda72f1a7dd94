"""Headings printed in capitals: names are learnt from how the same document writes them in its sentences."""

import pytest

from giaotrinh.draft.provisions.casing import learnt, readable
from giaotrinh.model.source import Provision, Source

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
        ("ĐẠI BIỂU HỘI ĐỒNG NHÂN DÂN", "Đại biểu Hội đồng nhân dân"),
        ("HỘI ĐỒNG NHÂN DÂN VÀ NHÂN DÂN", "Hội đồng nhân dân và Nhân dân"),
        ("THI HÀNH LUẬT ĐẤT ĐAI", "Thi hành Luật Đất đai"),
        ("ĐẠI HỘI LẦN THỨ XIV CỦA ĐẢNG", "Đại hội lần thứ XIV của Đảng"),
    ],
)
def test_a_name_keeps_the_capitals_of_the_running_text(heading, expected):
    assert learnt([RUNNING]).small(heading) == expected


def test_a_heading_in_capitals_over_two_lines_is_one_heading():
    part = Provision(
        path="C2",
        kind="chapter",
        label="Chương II",
        lines=("Chương II", "SỐ LƯỢNG PHÓ CHỦ TỊCH,", "PHÓ TRƯỞNG BAN", "Quy định như sau:"),
    )
    source = Source(
        id="nq", title="", short_title="", cite_as="", status="complete", wording="verbatim", provisions=(part,)
    )
    (read,) = readable(source).provisions
    assert part.title == "SỐ LƯỢNG PHÓ CHỦ TỊCH, PHÓ TRƯỞNG BAN"
    assert read.lines == ("Chương II", "Số lượng phó chủ tịch, phó trưởng ban", "Quy định như sau:")
