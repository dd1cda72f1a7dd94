"""Sentences that follow the cited provision word for word, with another word in one place."""

import pytest

from check.small_course import checked


def found(body):
    return [dict(each.arguments) for each in checked(body).found if each.code == "retelling-differs"]


@pytest.mark.parametrize(
    ("body", "words", "expected"),
    [
        ("Kết cấu hạ tầng đồng bộ, thông minh, nối đô thị trung tâm {cite}`III.1`.", "thông minh", "hiện đại"),
        ("Cần phát triển nguồn nhân lực chất lượng vàng {cite}`III.3`.", "vàng", "cao"),
        ("Phải nâng cao hiệu lực giám sát nhà nước {cite}`III.2`.", "giám sát", "quản lý"),
        ("Hạ tầng hiện đại, nối vùng ven xa xôi với ngoại thành {cite}`III.1`.", "vùng ven xa xôi", "đô thị trung tâm"),
    ],
)
def test_another_word_amid_the_words_of_the_provision_is_found(body, words, expected):
    assert [(each["found"], each["expected"]) for each in found(body)] == [(words, expected)]


@pytest.mark.parametrize(
    "body",
    [
        "Ta phát triển kết cấu hạ tầng đồng bộ, hiện đại, nối đô thị trung tâm {cite}`III.1`.",
        "Phải nâng cao hiệu lực công tác điều hành nhà nước {cite}`III.2`.",  # another number of words
        "Nói đến lực chất lượng vàng {cite}`III.3`.",  # three words in common, then the end
        "Hoàn thiện thể chế, siết chặt kỷ cương pháp lý nhà nước {cite}`III.2`.",  # five words differ
        "Kết cấu hạ tầng ở và của ta, nối đô thị trung tâm {cite}`III.1`.",  # no words that tell anything
        "Hạ tầng đồng bộ, hiện đại, “nối nội thị trung tâm với ngoại thành” {cite}`III.1`.",  # in marks
        "Kết cấu hạ tầng hiện đại, nối đô thị trung tâm {cite}`III.1`.",  # an item is left out
        "Hoàn thiện pháp luật {cite}`III.2`.",  # two words in common, "hoàn thiện", none behind
        "Cần phát triển nguồn nhân lực chất lượng vàng.",  # nothing cited
    ],
)
def test_words_of_ones_own_are_not(body):
    assert found(body) == []
