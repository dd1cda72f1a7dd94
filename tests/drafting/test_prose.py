"""The measures of a drafted course find what they are for: each kind is planted once."""

import pytest

from drafting.prose import again, cut_points, ours
from giaotrinh.read import read_source

TEXT = """Điều 1. Mức hỗ trợ
1. Sở Tài chính cấp kinh phí cho các xã, trừ trường hợp xã đã tự chủ; theo dõi việc chi.
2. Sở Nội vụ kiểm tra việc chi trả ở các xã.
"""
SETTINGS = b"title: N\nshort_title: N\ncite_as: N\nstatus: complete\nwording: verbatim\n"


@pytest.fixture(scope="module")
def source():
    return read_source(SETTINGS, TEXT.encode(), identity="n", folder="f").value


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("- Sở Tài chính cấp kinh phí cho các xã {cite}`D1.1`", True),
        ("- Sở Tài chính cấp kinh phí cho các xã […] {cite}`D1.1`", False),
        ("- Sở Nội vụ kiểm tra việc chi trả ở các xã {cite}`D1.2`.", False),
        ("Nêu đúng ý: “Sở Nội vụ kiểm tra việc chi trả”.", True),
    ],
)
def test_a_point_that_lost_its_end_is_found(source, line, cut):
    assert bool(list(cut_points([line], source))) is cut


def test_words_of_ours_are_those_no_run_of_the_source_holds(source):
    assert ours({"a": "Sở Nội vụ kiểm tra việc chi trả ở các xã"}, source) == 0
    said = "Sở Nội vụ kiểm tra việc chi trả ở các xã. Cả lớp thảo luận theo bàn"
    assert ours({"a": said}, source) == pytest.approx(6 / 17)


def test_what_stands_in_three_others_is_said_again():
    same, own = "một câu giống nhau ở mọi chuyên đề", "câu riêng của chuyên đề này về việc"

    assert again(dict.fromkeys("abcd", same)) == 1
    assert again(dict.fromkeys("abc", same) | {"d": own}) == 0
