"""Bookmarks of a bound book."""

from typing import Any

from bind.books import instructor, learner
from bind.opened import opened

Lines = list[tuple[str, str, list[Any]]]


def outline(pdf: bytes) -> Lines:
    """(title, page label, children) for every bookmark."""
    with opened(pdf) as file:
        labels = {sheet.obj.objgen: sheet.label for sheet in file.pages}
        return _below(file.Root.Outlines, labels)


def _below(parent: Any, labels: dict[tuple[int, int], str]) -> Lines:
    found: Lines = []
    item, previous = parent.get("/First"), None
    while item is not None:
        assert item.Parent.objgen == parent.objgen
        assert previous is None or item.Prev.objgen == previous.objgen
        found.append((str(item.Title), labels[item.Dest[0].objgen], _below(item, labels)))
        item, previous = item.get("/Next"), item
    assert not found or parent.Last.objgen == previous.objgen
    return found


def test_parts_of_a_module_stand_below_its_title() -> None:
    found = outline(learner().pdf)
    assert [title for title, _, _ in found] == [
        "Mục lục",
        "Chuyên đề m1: mục tiêu đến năm 2025",
        "Chuyên đề m2: mục tiêu đến năm 2025",
    ]
    assert [(title, label) for title, label, _ in found[1][2]] == [
        ("Tình hình", "1"),
        ("Nhiệm vụ", "2"),
        ("Kết luận", "3"),
        ("Phiếu làm việc m1", "4"),
    ]


def test_the_instructors_outline_keeps_the_title_of_the_body() -> None:
    found = outline(instructor().pdf)
    title, label, children = found[1]
    assert (title, label) == ("Chuyên đề m1: mục tiêu đến năm 2025", "1")
    assert [(each, page) for each, page, _ in children][:2] == [("Kế hoạch bài giảng m1", "GV-1"), ("Tình hình", "1")]


def test_facing_notes_have_no_bookmarks() -> None:
    assert "Ghi chú trang đầu" not in str(outline(instructor().pdf))
