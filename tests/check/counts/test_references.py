"""Clauses of articles, quarters and bodies beside the article a passage cites."""

import pytest

from check.small_course import SOURCE_TEXT, checked

TEXT = (
    SOURCE_TEXT
    + """Điều 5. Thanh tra, kiểm tra
1. Số lần thanh tra không quá một lần trong năm; trình trong Quý II/2023.
2. Bộ Xây dựng trình, UBND thành phố phối hợp thẩm định quy hoạch chuyên ngành.
3. Cơ quan ở khoản 1 Điều này công khai kết luận thẩm định, KHCN, thanh tra, kiểm tra.
Điều 6. Tổ chức
1. Giao Chính phủ:
a) Rà soát, loại bỏ những điều kiện kinh doanh không cần thiết;
"""
)


def codes(body):
    wanted = {"reference-differs", "year-differs", "actor-differs", "item-replaced", "quotation-elsewhere"}
    return [code for code in checked(body, text=TEXT).codes() if code in wanted]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Khoản 3 nói về thẩm định {cite}`D5.2`.", "reference-differs"),
        ("Khoản ba nói về thẩm định {cite}`D5.2`.", "reference-differs"),
        ("Theo khoản 4 Điều 5 thì phải thẩm định {cite}`D5.2`.", "reference-differs"),
        ("Việc này trình trong Quý III/2023 {cite}`D5.1`.", "year-differs"),
        ("Việc này trình trong quý 2 năm 2024 {cite}`D5.1`.", "year-differs"),
        ("Bộ Tài chính rà soát, loại bỏ những điều kiện kinh doanh không cần thiết {cite}`D6.1.a`.", "actor-differs"),
    ],
)
def test_another_clause_quarter_or_body_is_found(body, code):
    assert code in codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "Khoản 2 nói về thẩm định {cite}`D5.2`.",
        "Khoản hai nói về thẩm định, khoản 1 Điều 5 về thanh tra {cite}`D5.1, D5.2`.",
        "Khoản 1 được nhắc đến {cite}`D5.3`.",
        "Khoản 3 Điều 31 Hiến pháp được nhắc đến {cite}`D5.2`.",
        "Khoản ba năm ấy đã qua {cite}`D5.2`.",
        "Việc này trình trong quý 2 năm 2023 {cite}`D5.1`.",
        "Chính phủ rà soát, loại bỏ những điều kiện kinh doanh không cần thiết {cite}`D6.1.a`.",
        "Ủy ban nhân dân phối hợp thẩm định quy hoạch chuyên ngành {cite}`D5.2`.",
        "Công khai kết luận thẩm định, khoa học công nghệ, thanh tra, kiểm tra {cite}`D5.3`.",
        "Thanh tra {cite}`D5.1`. Kết luận {cite}`D5.3`. Các chữ “không quá một lần trong năm” là trần.",
    ],
)
def test_what_the_article_says_is_left_alone(body):
    assert codes(body) == []
