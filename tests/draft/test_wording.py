"""Words taken from provisions: whole, or a heading, or marked; an exception is never parted from what it limits."""

import pytest

from giaotrinh.draft.provisions.wording import CUT, heading_of, lowered, name_of, point, said_of, sentences
from giaotrinh.outline.tree import read_outline


def provision(text: str, path: str):
    return next(part for root in read_outline(text, "text.txt").value for part in root.walk() if part.path == path)


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        ("Đổi mới tư duy; hoàn thiện thể chế.", 60, "Đổi mới tư duy; hoàn thiện thể chế"),
        ("Đổi mới tư duy. Hoàn thiện thể chế phát triển.", 20, f"Đổi mới tư duy. {CUT}"),
        ("Đổi mới tư duy, hoàn thiện đồng bộ thể chế phát triển.", 40, f"Đổi mới tư duy, hoàn thiện đồng bộ thể {CUT}"),
        ("Tỉ lệ trường đạt chuẩn phấn đấu đạt ít nhất 80% số trường", 49, f"Tỉ lệ trường đạt chuẩn phấn đấu {CUT}"),
        (
            "Sở quyết định danh mục được miễn lệ phí, trừ trường hợp nhà đầu tư nước ngoài.",
            40,
            "Sở quyết định danh mục được miễn lệ phí, trừ trường hợp nhà đầu tư nước ngoài",
        ),
    ],
)  # fmt: skip
def test_a_point_is_whole_or_marked(words, width, expected):
    assert point(words, width) == expected


def test_a_label_ends_no_sentence():
    assert sentences("1. Chủ tịch nước trình dự án luật. Ủy ban của Quốc hội thẩm tra.") == (
        "1. Chủ tịch nước trình dự án luật.",
        "Ủy ban của Quốc hội thẩm tra.",
    )


TEXT = """Điều 1. Thông qua dự toán ngân sách năm 2017 như sau:
1. Thu ngân sách.
Điều 2. Phạm vi điều chỉnh
1. Các cơ quan sau đây được áp dụng bao gồm:
a) Sở Tài chính.
2. Sở Tài chính lập dự toán và quyết toán ngân sách. Sở Tài chính công khai ngân sách của các xã, phường trong tỉnh.
"""


@pytest.mark.parametrize(
    ("path", "heading", "name"),
    [
        ("D1", "Thông qua dự toán ngân sách năm 2017", "Thông qua dự toán ngân sách năm 2017"),
        ("D2.1", "", "Điều 2, khoản 1"),
        ("D2.2", "", "Điều 2, khoản 2"),
        ("D1.1", "", "Thu ngân sách"),
    ],
)
def test_a_name_is_a_heading_a_short_sentence_or_a_place(path, heading, name):
    part = provision(TEXT, path)

    assert (heading_of(part), name_of(part)) == (heading, name)


def test_a_line_that_only_opens_a_list_is_marked():
    assert said_of(provision(TEXT, "D2.1"), 200) == f"Các cơ quan sau đây được áp dụng bao gồm {CUT}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Điều chỉnh quy hoạch", "điều chỉnh quy hoạch"),
        ("Điều 5 của Luật", "Điều 5 của Luật"),
        ("Hà Nội và vùng Thủ đô", "Hà Nội và vùng Thủ đô"),
        ("Bộ máy tinh gọn", "bộ máy tinh gọn"),
        ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
    ],
)
def test_names_keep_their_capital(words, expected):
    assert lowered(words) == expected
