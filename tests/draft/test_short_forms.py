"""Slides of a drafted module: headings and short sentences whole, never the first clause of a sentence."""

from types import SimpleNamespace

from giaotrinh.draft.lesson import Lesson
from giaotrinh.draft.sections import Section, Unit
from giaotrinh.draft.short_forms import slides
from giaotrinh.outline.tree import read_outline

TEXT = """I. SẮP XẾP ĐƠN VỊ HÀNH CHÍNH
1. Sắp xếp các xã Bạch Hạ, Khai Thái thành xã mới.
2. Sắp xếp thị trấn Kim Bài thành xã mới.
II. ĐỔI MỚI TƯ DUY
1. Đổi mới mạnh mẽ tư duy phát triển; hoàn thiện đồng bộ thể chế phát triển nhanh; xây dựng con người mới toàn diện.
2. Mở rộng hợp tác.
3. Đổi mới mạnh mẽ tư duy lãnh đạo; hoàn thiện đồng bộ thể chế quản lý; xây dựng đội ngũ; huy động hiệu quả nguồn lực.
"""


def first_slide(number: str) -> list[str]:
    """Return the lines of the slide of a section that holds all children of a part of the text."""
    part = next(root for root in read_outline(TEXT, "text.txt").value if root.path == number)
    units = tuple(
        Unit(provision=each, whole=True, role="task", parent=number, parent_title="Nhiệm vụ", piece=number)
        for each in part.children
    )
    lesson = Lesson(
        source=SimpleNamespace(cite_as="Nghị quyết", figures=()),
        number=1,
        title="",
        sections=(Section(units=units),),
        duties=(),
        for_leaders=False,
    )
    return slides(lesson)[0].split("\n")


def test_short_sentences_stand_whole():
    assert first_slide("I") == [
        ":::{slide} Nhiệm vụ",
        "",
        "- Sắp xếp các xã Bạch Hạ, Khai Thái thành xã mới",
        "- Sắp xếp thị trấn Kim Bài thành xã mới",
        "- {cite}`I.1, I.2`",
        ":::",
    ]


def test_where_one_of_many_would_pass_for_the_whole_the_class_is_sent_to_the_text():
    assert "- Đọc tại lớp: {cite}`II.1, II.2, II.3`" in first_slide("II")
