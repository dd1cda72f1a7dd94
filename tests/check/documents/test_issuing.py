"""Issuers, dates of issue and who is to do something, beside what sources, references and provisions say."""

import pytest

from check.small_course import SOURCE_TEXT, checked

TEXT = (
    SOURCE_TEXT
    + """V. TỔ CHỨC THỰC HIỆN
1. Văn phòng Trung ương Đảng phối hợp với Ban Kinh tế Trung ương theo dõi, kiểm tra, đánh giá kết quả thực hiện.
2. Bộ Khoa học và Công nghệ chủ trì xây dựng chương trình đào tạo nhân lực; Thủ tướng Chính phủ làm Trưởng ban.
3. Thực hiện Nghị quyết số 68-NQ/TW ngày 04-5-2025 của Bộ Chính trị.
"""
)
NUMBERED = {"number": "57-NQ/TW", "date": "2024-12-22", "issuer": "Bộ Chính trị"}
COURSE = {"as_of": "2025-12-31"}


def codes(body):
    return checked(body, text=TEXT, source=NUMBERED, course=COURSE).codes()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Nghị quyết số 57-NQ/TW được Ban Chấp hành Trung ương ban hành ngày 22 tháng 12 năm 2024.", "issuer-differs"),
        ("Nghị quyết số 57-NQ/TW ngày 22-12-2024 của Ban Bí thư, phần II.", "issuer-differs"),
        ("Ban Bí thư ban hành Nghị quyết số 57-NQ/TW.", "issuer-differs"),
        ("Nghị quyết 12/NQ-CP của Quốc hội.", "issuer-differs"),
        ("Ban Chấp hành Trung ương ban hành Nghị quyết số 68-NQ/TW.", "issuer-differs"),
        ("Chỉ thị số 57-NQ/TW của Bộ Chính trị.", "code-kind-differs"),
        ("Thực hiện Nghị định 12/NQ-CP năm 2023.", "code-kind-differs"),
        ("Nghị quyết số 57-NQ/TW được Bộ Chính trị ban hành ngày 12 tháng 12 năm 2024.", "code-date-differs"),
        ("Nghị quyết số 57-NQ/TW được ban hành tháng 11/2024.", "code-date-differs"),
        ("Nghị quyết số 57-NQ/TW do Bộ Chính trị ban hành năm 2023.", "code-date-differs"),
        (
            "{cite}`V.1` giao Văn phòng Quốc hội và Ban Tổ chức Trung ương theo dõi, kiểm tra, đánh giá kết quả.",
            "actor-differs",
        ),
        ("Bộ Giáo dục và Đào tạo chủ trì xây dựng chương trình đào tạo nhân lực {cite}`V.2`.", "actor-differs"),
    ],
)
def test_another_issuer_time_or_actor_is_found(body, code):
    assert code in codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "Nghị quyết số 57-NQ/TW được Bộ Chính trị ban hành ngày 22 tháng 12 năm 2024.",
        "Nghị quyết số 57-NQ/TW ngày 22-12-2024 của Bộ Chính trị, phần II.",
        "Nghị quyết số 57-NQ/TW của Bộ Chính trị được Quốc hội thể chế hóa.",
        "Nghị quyết số 57-NQ/TW được ban hành tháng 12/2024.",
        "Nghị quyết số 57-NQ/TW do Bộ Chính trị khóa XIII ban hành năm 2024.",
        "Nghị quyết số 57-NQ/TW là căn cứ để Luật Khoa học được thông qua năm 2025.",
        "Bộ Chính trị yêu cầu theo dõi, kiểm tra, đánh giá kết quả thực hiện {cite}`V.1`.",
        "Văn phòng Trung ương Đảng theo dõi, kiểm tra, đánh giá kết quả thực hiện {cite}`V.1`.",
        "Thủ tướng làm Trưởng ban, Bộ Khoa học và Công nghệ chủ trì xây dựng chương trình {cite}`V.2`.",
        "Bộ Chính trị đã ban hành nghị quyết số 68-NQ/TW; Quyết định 57-QĐ/TW thì khác.",
        "Quốc hội khóa này rất quan tâm đến nhân lực {cite}`V.2`.",
    ],
)
def test_right_issuers_times_and_actors_are_left_alone(body):
    assert not {"issuer-differs", "code-date-differs", "code-kind-differs", "actor-differs"} & set(codes(body))
