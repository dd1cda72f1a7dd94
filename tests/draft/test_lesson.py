from giaotrinh.draft.lesson import shared_out
from giaotrinh.draft.wording import shortened


def test_minutes_add_up_and_nobody_is_left_out():
    assert shared_out(110, [5000, 10, 3000]) == (65, 5, 40)
    assert sum(shared_out(65, [1] * 6)) == 65
    assert min(shared_out(65, [9000, 1, 1, 1, 1, 1])) == 5


def test_words_are_cut_where_the_text_pauses():
    assert (
        shortened("Rà soát, sửa đổi các luật; ban hành chính sách đối với nhà giáo", 40) == "Rà soát, sửa đổi các luật"
    )


def test_a_figure_never_loses_its_qualifier():
    assert shortened("Phổ cập giáo dục; tỉ lệ trường đạt chuẩn ít nhất 80%", 100) == "Phổ cập giáo dục"
    assert shortened("Tốc độ tăng bình quân đạt khoảng 4,5 - 5%", 100) == "Tốc độ tăng bình quân…"
