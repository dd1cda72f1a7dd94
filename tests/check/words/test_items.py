"""Items of enumerations beside the provision a sentence cites."""

import pytest

from check.small_course import SOURCE_TEXT, checked

CODES = {"item-not-in-provision", "item-out-of-order", "item-replaced"}


def found(body):
    return [each for each in checked(body).found if each.code in CODES]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Ba khâu đột phá: kết cấu hạ tầng, thể chế, cải cách hành chính {cite}`III`.", "cải cách hành chính"),
        ("Ba khâu đột phá gồm kết cấu hạ tầng, thể chế và khoa học công nghệ {cite}`III`.", "khoa học công nghệ"),
        ("Thứ nhất: thể chế. Thứ hai: hạ tầng. Ở khâu thứ hai có chữ đồng bộ {cite}`III`.", "thể chế"),
        ("Phát triển hạ tầng đồng bộ, thông minh, nối đô thị trung tâm với ngoại thành {cite}`III.1`.", "thông minh"),
        ("Thứ nhất, hoàn thiện thể chế; thứ hai, kết cấu hạ tầng; thứ ba, nhân lực {cite}`III`.", "hoàn thiện thể chế"),
    ],
)
def test_strange_and_exchanged_items_are_found(body, words):
    assert words in [dict(each.arguments)["found"] for each in found(body)]


def test_what_is_not_told_is_named():
    (only,) = found("Ba khâu đột phá: kết cấu hạ tầng, thể chế, cải cách hành chính {cite}`III`.")

    assert dict(only.arguments)["missing"].startswith("Phát triển nguồn nhân lực")


@pytest.mark.parametrize(
    "body",
    [
        "Ba khâu đột phá: kết cấu hạ tầng, thể chế, nguồn nhân lực {cite}`III`.",
        "Thứ nhất, kết cấu hạ tầng; thứ hai, thể chế; thứ ba, nguồn nhân lực {cite}`III`.",
        "Thứ nhất, đọc bài; thứ hai, ghi chép; thứ ba, thảo luận {cite}`III`.",
        "Phát triển hạ tầng đồng bộ, hiện đại, nối đô thị trung tâm với ngoại thành {cite}`III.1`.",
        "Phát triển hạ tầng đồng bộ, thật hiện đại, nối đô thị trung tâm với ngoại thành {cite}`III.1`.",
        "Chuẩn bị: bút, giấy, máy tính {cite}`III`.",
        "Ba khâu đột phá: kết cấu hạ tầng, thể chế {cite}`III`.",
    ],
)
def test_right_enumerations_are_left_alone(body):
    assert found(body) == []


def test_an_item_from_the_middle_of_another_item_is_strange_where_each_item_has_its_provision():
    text = SOURCE_TEXT + (
        "V. NHIỆM VỤ\n1. Phát triển thể chế của Thành phố theo hướng đồng bộ, hiện đại, phân cấp mạnh, rõ người, "
        "gắn với khoa học và công nghệ.\n2. Phát triển nhân lực.\n3. Phát triển hạ tầng.\n"
    )
    wrong = checked("Ba nhiệm vụ: thể chế, nhân lực, khoa học {cite}`V`.", text=text)

    assert dict(wrong.one("item-not-in-provision").arguments)["missing"] == "Phát triển hạ tầng."
    assert checked("Ba nhiệm vụ: thể chế, nhân lực, hạ tầng {cite}`V`.", text=text).codes() == []
