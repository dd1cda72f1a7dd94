"""Slides of a drafted module: parts that begin alike are told apart, and no line repeats the title."""

from types import SimpleNamespace

from giaotrinh.draft.lesson import Lesson
from giaotrinh.draft.sections import Section, Unit
from giaotrinh.draft.short_forms import slides
from giaotrinh.outline.tree import read_outline

TEXT = """I. SẮP XẾP ĐƠN VỊ HÀNH CHÍNH
1. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của các xã Bạch Hạ, Khai Thái thành xã mới.
2. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của thị trấn Kim Bài thành xã mới.
II. ĐỔI MỚI TƯ DUY
1. Đổi mới tư duy phát triển; hoàn thiện đồng bộ thể chế phát triển nhanh; xây dựng con người mới.
"""


def first_slide(number: str) -> str:
    """Return the slide of a section that holds all children of a part of the text."""
    part = next(root for root in read_outline(TEXT, "text.txt").value if root.path == number)
    units = tuple(
        Unit(provision=each, whole=True, role="task", parent=number, parent_title="") for each in part.children
    )
    lesson = Lesson(
        source=SimpleNamespace(cite_as="Nghị quyết"),
        number=1,
        title="",
        sections=(Section(units=units),),
        for_leaders=False,
    )
    return slides(lesson)[0]


def test_parts_that_begin_alike_are_told_apart():
    assert first_slide("I").split("\n")[2:5] == [
        "- Các xã Bạch Hạ, Khai Thái thành xã mới",
        "- Thị trấn Kim Bài thành xã mới",
        "- {cite}`I.1, I.2`",
    ]


def test_one_long_sentence_is_shown_by_its_clauses_without_its_title():
    title, *_, first, second, places, _ = first_slide("II").split("\n")

    assert title == ":::{slide} Đổi mới tư duy phát triển"
    assert (first, second) == ("- Hoàn thiện đồng bộ thể chế phát triển nhanh", "- Xây dựng con người mới")
    assert places == "- {cite}`II.1`"
