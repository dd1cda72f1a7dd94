"""Results kept in a process that lives on."""

from giaotrinh.check.passages.memory import Memory


def test_the_result_longest_unused_goes_first():
    memory: Memory[int] = Memory(2)
    first, second, third = [1], [2], [3]
    made: list[int] = []

    def get(one: list[int]) -> int:
        return memory.get((one,), lambda: made.append(one[0]) or one[0])

    assert [get(one) for one in (first, second, first, third, first, second)] == [1, 2, 1, 3, 1, 2]
    assert made == [1, 2, 3, 2]


def test_equal_objects_are_not_the_same():
    memory: Memory[int] = Memory(4)

    assert memory.get(([1],), lambda: 1) == 1
    assert memory.get(([1],), lambda: 2) == 2
