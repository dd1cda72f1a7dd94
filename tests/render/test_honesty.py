"""A sample source is never mistaken for the resolution; a complete one carries none of its marks."""

import pytest

from giaotrinh.render import head_name, render_part
from render.sample import TEMPLATES, changed, curriculum, editions, html, overlay, words

STATUS = "TÀI LIỆU MẪU - CHƯA ĐỐI CHIẾU VỚI NGUYÊN VĂN NGHỊ QUYẾT"
SETTINGS = "course/sources/nq17/source.yaml"


def complete():
    return changed(SETTINGS, "status: sample\nwording: summary", "status: complete\nwording: verbatim")


def heads(home: str = "hoc-vien", course=None, module: str = "02-muc-tieu") -> str:
    """Return the four sheets of a module: right and left, with and without a running head."""
    course = course or curriculum()
    part = overlay("heads", home)
    rendering = render_part(course, editions()[home], part, None, pages=None, templates=TEMPLATES)
    assert rendering.job is not None, rendering.diagnostics
    sheets = rendering.job.html.split('<div class="sheet ')
    return "".join(f'<div class="sheet {sheet}' for sheet in sheets if f"{head_name(part.reader, module)}/" in sheet)


@pytest.mark.parametrize("part", ["cover", "imprint"])
def test_cover_and_imprint_say_that_it_is_a_sample_and_its_date(part):
    printed = words(html(part))

    assert STATUS in printed
    assert "Tư liệu tính đến ngày 30-9-2021" in printed


def test_the_foot_of_every_page_says_it_on_both_sides():
    assert words(heads()).count(STATUS) == 4, "right and left, with and without a running head"
    assert words(heads()).count("Tư liệu tính đến ngày 30-9-2021") == 4


@pytest.mark.parametrize("part", ["cover", "imprint", "colophon", "concordance"])
def test_a_complete_source_carries_none_of_the_marks(part):
    printed = words(html(part, course=complete()))

    assert STATUS not in printed
    assert "TÓM LƯỢC TƯ LIỆU" not in printed
    assert STATUS not in words(heads(course=complete()))


def test_no_id_of_a_source_is_printed():
    for part in ("cover", "imprint", "introduction", "concordance", "colophon"):
        assert "nq17" not in words(html(part))
    assert "nq17" not in words(html("body", "02-muc-tieu"))


def test_instructor_matter_is_headed_as_such_on_every_page():
    assert words(heads("giang-vien")).count("DÙNG CHO GIẢNG VIÊN - KHÔNG PHÁT CHO HỌC VIÊN") == 4
    assert "DÙNG CHO GIẢNG VIÊN" not in words(heads("hoc-vien"))
    assert "DÙNG CHO GIẢNG VIÊN - KHÔNG PHÁT CHO HỌC VIÊN" in words(html("cover", edition="giang-vien"))


def test_a_module_that_is_not_issued_says_so():
    issued = changed("course/modules/02-muc-tieu.md", "khoa-thong-qua", "ban-hanh")

    assert "DỰ THẢO" in words(heads())
    assert "DỰ THẢO" not in words(heads(course=issued))


def test_the_running_head_has_the_module_outside_and_the_course_inside():
    right, left = (words(part) for part in heads().split('id="head/')[1:3])

    assert right.index("Nghị quyết Đại hội XVII") < right.index("Chuyên đề 2. Mục tiêu, tầm nhìn")
    assert left.index("Chuyên đề 2. Mục tiêu, tầm nhìn") < left.index("Nghị quyết Đại hội XVII")
