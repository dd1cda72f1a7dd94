"""What a text says of the build of its source, and the calculations it writes out."""

import pytest

from check.small_course import SOURCE_TEXT, checked

WRONG = [
    ("structure-differs", "Phần III của văn bản có bốn nhiệm vụ {cite}`III`."),
    ("structure-differs", "Văn bản gồm năm phần lớn."),
    ("structure-differs", "Phần III có bốn nhiệm vụ."),
    ("structure-differs", "Phần này có năm mục {cite}`III.1, III.2`."),
    ("computed-differs", "Lãi một năm là 800 × 8% = 46 triệu đồng."),
    ("structure-differs", "Văn bản đánh số La Mã từ I đến VI."),
    ("place-differs", "Nhiệm vụ thứ hai là nguồn nhân lực {cite}`III.3`."),
    ("reference-differs", "Phần II nêu các khâu đột phá {cite}`III.1`."),
    ("computed-differs", "Tính nhanh: 961 - 756 = 215 hộ."),
    ("computed-differs", "Hiện nay 24 chia 30 bằng 70%."),
    ("computed-differs", "Lấy 2.400 × 1,61 = 3.964 tỷ đồng."),
    ("computed-differs", "Sau bảy năm, 1,1 mũ 7 xấp xỉ 2,15."),
    ("computed-differs", "40% của 500 hộ là 250 hộ."),
    ("computed-differs", "Đi từ 30% lên 50% tức là thêm 25 điểm phần trăm."),
    ("computed-differs", "Số trường tăng gấp ba, từ 5 lên 10."),
    ("computed-differs", "Chặng đầu đến năm 2030, chặng sau đến năm 2045, cách nhau hai mươi năm."),
    ("computed-differs", "| Việc | Đầu | Cuối | Chênh lệch |\n|---|---|---|---|\n| Trường | 3 | 5 | thêm 3 |"),
    ("year-differs", "Báo cáo về thất nghiệp phải xong trong năm 2027 {cite}`II.3`."),
    ("year-differs", "## Mục tiêu đến năm 2035"),
    ("year-differs", "Kết quả giai đoạn 2015-2020 {cite}`I.1`."),
]

RIGHT = [
    "Phần III của văn bản có ba nhiệm vụ {cite}`III`.",
    "Văn bản gồm bốn phần lớn, đánh số La Mã từ I đến IV.",
    "Đọc kỹ phần III {cite}`III`. Phần III có ba mục, đáng nhớ là hai {cite}`III.1, III.2`.",
    "Phần III và phần IV có sáu mục.",
    "Phần này có ba mục {cite}`III.1, III.2`.",
    "Phần III của Luật Giáo dục có bốn nhiệm vụ.",
    "Ba nhiệm vụ thì hai việc cần ngay; có ba điểm, từ đầu đến cuối: việc một {cite}`III.1`, việc hai {cite}`III.2`.",
    "Hiện nay 24 chia 30 bằng 80%.",
    "Lãi một năm là 800 × 8% = 64 triệu đồng; 3 × 12% = 36%.",
    "Nhiệm vụ thứ ba là nguồn nhân lực {cite}`III.3`.",
    "Phần III nêu các khâu đột phá {cite}`III.1`.",
    "Phần II Luật Giáo dục là việc khác {cite}`III.1`.",
    "Tính nhanh: 961 - 756 = 205 hộ.",
    "Lấy 2.400 × 1,61 = 3.865 tỷ đồng.",
    "Viết lên bảng: 1,16 × 1,16 × 1,16 × 1,16 ≈ 1,81.",
    "Sau bảy năm, 1,1 mũ 7 xấp xỉ 1,95.",
    "40% của 500 hộ là 200 hộ.",
    "Đi từ 30% lên 50% tức là thêm 20 điểm phần trăm.",
    "Số trường tăng gấp đôi, từ 5 lên 10.",
    "Chặng đầu đến năm 2030, chặng sau đến năm 2045, cách nhau mười lăm năm.",
    "| Việc | Đầu | Cuối | Chênh lệch |\n|---|---|---|---|\n| Trường | 3 | 5 | thêm 2 |",
    "Báo cáo về thất nghiệp phải xong trong năm 2025 {cite}`II.3`.",
    "So với năm 2015, thất nghiệp đã giảm nhiều {cite}`II.3`.",
    "Một đơn vị được khen vào năm 1986 kể lại.",
]

CODES = {code for code, _ in WRONG}


@pytest.mark.parametrize(("code", "body"), WRONG)
def test_what_the_source_or_the_sum_has_otherwise_is_found(code, body):
    assert code in checked(body, text=SOURCE_TEXT).codes()


@pytest.mark.parametrize("body", RIGHT)
def test_what_comes_out_is_silent(body):
    assert CODES.isdisjoint(checked(body, text=SOURCE_TEXT).codes())


def test_the_parts_of_an_annex_are_not_those_of_the_text():
    annex = "PHỤ LỤC 1\nDANH MỤC\nI. PHÁP LUẬT\n1. Luật thứ nhất.\n2. Luật thứ hai.\nII. HẠ TẦNG\n1. Đường thứ nhất.\n"
    found = checked("Mở phụ lục: phần I có hai mục {cite}`PL1`.", text=f"{SOURCE_TEXT}{annex}").codes()

    assert "structure-differs" not in found
