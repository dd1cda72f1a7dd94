"""Spelling of page labels and the ranges a PDF holds."""

import pytest

from giaotrinh.bind.labels import facing, label_ranges, own
from giaotrinh.viet.roman import in_roman


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (49, "xlix"), (90, "xc"), (388, "ccclxxxviii")],
)
def test_roman(number: int, text: str) -> None:
    assert in_roman(number).lower() == text


def test_facing_pages_are_named_after_the_page_they_face() -> None:
    assert [facing("31", 1), facing("31", 2)] == ["31g", "31g2"]
    assert own(2) == "GV-2"


def test_following_labels_share_a_range() -> None:
    labels = ["i", "ii", "iii", "1", "2", "3", "GV-1", "GV-2"]
    assert label_ranges(labels) == ((0, "r", "", 1), (3, "D", "", 1), (6, "D", "GV-", 1))


def test_labels_of_spreads_are_written_out() -> None:
    assert label_ranges(["1g", "1", "2g", "2"]) == (
        (0, "", "1g", 0),
        (1, "D", "", 1),
        (2, "", "2g", 0),
        (3, "D", "", 2),
    )


@pytest.mark.parametrize("labels", [["c", "ci"], ["1g2", "1g3"], ["x", "1"], ["", ""]])
def test_ranges_spell_the_labels_back(labels: list[str]) -> None:
    spelled = []
    ranges = label_ranges(labels)
    for at, (first, style, prefix, number) in enumerate(ranges):
        end = ranges[at + 1][0] if at + 1 < len(ranges) else len(labels)
        for page in range(first, end):
            value = number + page - first
            spelled.append(prefix + {"D": str(value), "r": in_roman(value).lower(), "": ""}[style])
    assert spelled == labels
