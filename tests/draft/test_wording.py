"""Words taken from provisions: cut where the text pauses, never inside a name, never to a figure without its words."""

import pytest

from giaotrinh.draft.wording import clauses, shortened


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        (
            "Kiên định chủ nghĩa Mác - Lênin và tư tưởng Hồ Chí Minh trong mọi việc",
            36,
            "Kiên định chủ nghĩa Mác - Lênin…",
        ),
        ("Phát triển kinh tế - xã hội năm 2026 - 2030, bền vững", 46, "Phát triển kinh tế - xã hội năm 2026 - 2030"),
        ("Về kinh tế: Phấn đấu đạt tốc độ tăng trưởng tổng sản phẩm trong nước cao", 52, "Về kinh tế"),
        ("Đẩy mạnh cơ cấu lại kinh tế gắn với đổi mới mô hình", 40, "Đẩy mạnh cơ cấu lại kinh tế…"),
        ("Kiên định, vận dụng sáng tạo", 60, "Kiên định, vận dụng sáng tạo"),
        ("Tỷ lệ đô thị hóa đạt trên 60% vào năm 2025", 60, "Tỷ lệ đô thị hóa…"),
    ],
)
def test_words_are_cut_where_a_phrase_ends(words, width, expected):
    assert shortened(words, width) == expected


def test_clauses_begin_as_in_the_text():
    text = "Đổi mới tư duy; hoàn thiện thể chế, chính sách vượt trội về khoa học; mở rộng. Xây dựng con người."

    assert clauses(text, 30) == ["Đổi mới tư duy", "hoàn thiện thể chế", "Xây dựng con người"]
