from giaotrinh.draft.lesson import shared_out


def test_minutes_add_up_and_nobody_is_left_out():
    assert shared_out(110, [5000, 10, 3000]) == (65, 5, 40)
    assert sum(shared_out(65, [1] * 6)) == 65
    assert min(shared_out(65, [9000, 1, 1, 1, 1, 1])) == 5
