"""The loose sheets of the lecturer: the lesson plan a faculty signs, and the suggested answers."""

import pytest

from giaotrinh.model.fragment import PageMap
from giaotrinh.render import render_part
from render.sample import GOALS, TEMPLATES, changed, curriculum, editions, html, overlay, words

MODULE = "02-muc-tieu"


def lesson(**more) -> str:
    return html("lesson", MODULE, edition="giao-an", **more)


def ids(kind: str) -> list[str]:
    return [block.id for block in curriculum().modules[MODULE].walk() if block.kind == kind]


def test_it_has_the_two_parts_and_the_places_to_sign():
    printed = words(lesson())
    order = ["A. KẾ HOẠCH BÀI GIẢNG", "Tiến trình", "B. NỘI DUNG BÀI GIẢNG", "THÔNG QUA KHOA, ngày", "GIẢNG VIÊN"]

    places = [printed.index(each) for each in order]
    assert places == sorted(places)
    assert printed.endswith("GIẢNG VIÊN"), "nobody's name stands where somebody signs"


def test_the_steps_of_the_plan_come_back_with_their_clock():
    printed = words(lesson())

    assert "Đọc mục tiêu" in printed.partition("B. NỘI DUNG")[0]
    assert "13:30–15:00 Giảng bài mới: Đọc mục tiêu" in printed
    assert "Giải lao" not in printed.partition("B. NỘI DUNG")[2]


def test_a_step_named_like_its_title_is_said_once():
    course = changed(GOALS, "{activity} Đọc mục tiêu", "{activity} Giảng bài mới, phần một")

    assert "Giảng bài mới: Giảng bài mới" not in words(lesson(course=course))


def test_pages_of_the_learners_book_stand_at_steps_headings_and_exhibits():
    first, second = ids("heading")[:2]
    pages = PageMap(pages=(), labels={first: "31", second: "32", "cd-02/bang-grdp": "33"})

    printed = words(lesson(pages=pages))

    assert "Đọc mục tiêu (tr. 31–33)" in printed
    assert "Bảng 2.1: Chỉ tiêu theo mốc (tr. 33)" in printed
    assert "(tr." not in words(lesson()), "pages that are not known are not named"


def test_notes_stand_in_full_and_the_text_of_the_book_does_not():
    printed = words(lesson())

    assert "Con số 8.100–8.300 USD là của dự thảo" in printed
    assert "Dễ hiểu sai" in printed
    assert "Tăng trưởng là chỉ tiêu" not in printed
    assert "Đáp án gồm hai vế" not in printed, "answers have a paper of their own"


@pytest.mark.parametrize("edition", ["giao-an", "goi-y-tra-loi"])
def test_every_page_says_that_it_is_not_for_learners_and_what_it_rests_on(edition):
    rendering = render_part(
        curriculum(), editions()[edition], overlay("heads", "giang-vien"), None, pages=None, templates=TEMPLATES
    )

    assert rendering.job is not None
    sheets = [words(sheet) for sheet in rendering.job.html.split('<div class="sheet ')[1:]]
    for sheet in sheets:
        assert "DÙNG CHO GIẢNG VIÊN - KHÔNG PHÁT CHO HỌC VIÊN" in sheet
        assert "TÀI LIỆU MẪU - CHƯA ĐỐI CHIẾU VỚI NGUYÊN VĂN NGHỊ QUYẾT" in sheet
        assert "Tư liệu tính đến ngày 30-9-2021" in sheet


def test_suggested_answers_stand_under_what_was_asked_with_its_page():
    asked = ids("question")[0]
    pages = PageMap(pages=(), labels={asked: "40"})

    printed = words(html("answer-sheet", MODULE, edition="goi-y-tra-loi", pages=pages))

    assert "Câu 1 (tr. 40)" in printed
    assert printed.index("Phân tích mục tiêu đến năm 2025") < printed.index("Đáp án gồm hai vế")
    assert "Bảng phải có ba mốc kiểm tra bắt buộc" in printed


def test_a_module_without_answers_says_so():
    printed = words(html("answer-sheet", "01-vi-tri", edition="goi-y-tra-loi"))

    assert "không có câu hỏi hay bài tập kèm gợi ý" in printed
