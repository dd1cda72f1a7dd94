from hypothesis import given
from hypothesis import strategies as st

from giaotrinh.intake.proposal.merging import merge_lines

BEFORE = ["I. Một", "1. Hai", "2. Ba", "II. Bốn"]


def test_changes_at_different_places_both_survive():
    merged = merge_lines(BEFORE, ["I. Một", "1. Hai sửa", "2. Ba", "II. Bốn"], [*BEFORE, "III. Năm"])
    assert merged.lines == ("I. Một", "1. Hai sửa", "2. Ba", "II. Bốn", "III. Năm")
    assert (merged.conflicts, merged.kept) == ((), 1)


def test_the_same_change_on_both_sides_is_no_conflict():
    both = ["I. Một", "1. Hai!", "2. Ba", "II. Bốn"]
    assert merge_lines(BEFORE, both, both).lines == tuple(both)
    assert merge_lines(BEFORE, both, both).conflicts == ()


def test_two_ways_to_change_a_line_conflict_and_the_person_stays():
    merged = merge_lines(BEFORE, ["I. Một", "1. A", "2. Ba", "II. Bốn"], ["I. Một", "1. B", "2. Ba", "II. Bốn"])
    assert merged.lines[1] == "1. A"
    conflict = merged.conflicts[0]
    assert (conflict.line, conflict.before, conflict.mine, conflict.theirs) == (2, ("1. Hai",), ("1. A",), ("1. B",))


def test_a_line_deleted_on_one_side_and_changed_on_the_other_conflicts():
    assert len(merge_lines(BEFORE, BEFORE[:1] + BEFORE[2:], ["I. Một", "1. B", "2. Ba", "II. Bốn"]).conflicts) == 1


lines = st.lists(st.sampled_from("abcdef"), max_size=8)


@given(lines, lines)
def test_one_side_alone_wins(before, after):
    assert merge_lines(before, before, after).lines == tuple(after)
    assert merge_lines(before, after, before).lines == tuple(after)


@given(lines, lines, lines)
def test_without_a_conflict_the_order_of_sides_does_not_matter(before, mine, theirs):
    one, other = merge_lines(before, mine, theirs), merge_lines(before, theirs, mine)
    assert bool(one.conflicts) == bool(other.conflicts)
    if not one.conflicts:
        assert one.lines == other.lines


@given(lines, lines)
def test_equal_sides_never_conflict(before, after):
    assert merge_lines(before, after, after).conflicts == ()
