"""The handout: what a learner keeps of a module on two sheets, with nothing of the instructor's."""

import re

from giaotrinh.model.fragment import PageMap
from giaotrinh.render.blocks.inline import gap_width
from render.sample import GOALS, changed, curriculum, html, words

MODULE = "02-muc-tieu"
SHORT = """
::::{handout}
**Ba mốc:** 2025, 2030, 2045 {cite}`II`.

:::{notes}
:kind: stress

Lời dặn riêng trong bản phát tay.
:::
::::
"""


def handout(edition: str = "phat-tay", **more) -> str:
    return html("handout", MODULE, edition=edition, **more)


def with_short_form():
    return changed(GOALS, ":::{keypoints}\n", SHORT + "\n:::{keypoints}\n")


def test_it_holds_the_short_form_key_points_targets_questions_and_room_to_write():
    printed = words(handout(course=with_short_form()))
    order = ["Ba mốc: 2025, 2030, 2045", "Nội dung cốt lõi", "Chỉ tiêu theo mốc", "Liên hệ đơn vị tôi", "Câu 1."]

    places = [printed.index(each) for each in order]
    assert places == sorted(places)
    assert handout().count('class="writing"') >= 3


def test_nothing_of_the_instructors_and_no_hint_stands_on_it():
    printed = words(handout(course=with_short_form()))

    for secret in ("Lời dặn riêng", "Đáp án gồm hai vế", "Nêu đủ hai vế", "DÙNG CHO GIẢNG VIÊN"):
        assert secret not in printed


def test_without_a_short_form_the_key_points_stand_alone():
    assert 'class="brief"' not in handout()
    assert "Ba mốc có tên gọi khác nhau" in words(handout())


def test_pages_are_those_of_the_printed_book():
    asked = next(block.id for block in curriculum().modules[MODULE].walk() if block.kind == "question")
    pages = PageMap(pages=(), labels={MODULE: "31", asked: "40"})

    printed = words(handout(pages=pages))

    assert "chuyên đề này bắt đầu từ trang 31" in printed
    assert "Câu hỏi ôn tập, thảo luận (tr. 40)" in printed
    assert "tr." not in words(handout()), "a page that is not known is not named"


def test_references_name_pages_of_the_book_and_link_nowhere():
    course = changed(GOALS, "1. Ba mốc có tên gọi", "1. Theo {ref}`bang-grdp`, ba mốc có tên gọi")
    pages = PageMap(pages=(), labels={"cd-02/bang-grdp": "33"})

    printed = handout(course=course, pages=pages)

    assert "Theo Bảng 2.1 (tr. 33), ba mốc" in words(printed)
    assert "asset:///ref/" not in printed


def test_a_reference_in_brackets_opens_no_second_pair():
    course = changed(GOALS, "1. Ba mốc có tên gọi", "1. Ba mốc (xem {ref}`bang-grdp`) có tên gọi")
    pages = PageMap(pages=(), labels={"cd-02/bang-grdp": "33"})

    assert "Ba mốc (xem Bảng 2.1, tr. 33) có tên gọi" in words(handout(course=course, pages=pages))


def test_a_missing_value_is_a_dash_that_is_explained():
    printed = handout()

    assert "Dấu – trong bảng: chưa có trong văn bản nguồn." in words(printed)
    assert re.search(r'<td class="figure">–</td>', printed)


def test_an_author_s_own_box_takes_the_place_of_the_empty_one():
    course = changed(GOALS, ":kind: confusable\n\nMức", ":kind: unit\n\nMức")

    printed = words(handout(course=course))

    assert "Liên hệ đơn vị tôi: Ba nghĩa" in printed
    assert printed.count("Liên hệ đơn vị tôi") == 1


def with_a_blank(words: str = "có tên gọi riêng"):
    short = SHORT.replace("**Ba mốc:**", f"Mỗi mốc {{blank}}`{words}`, **ba mốc:**")
    return changed(GOALS, ":::{keypoints}\n", short + "\n:::{keypoints}\n")


def test_a_blank_is_room_for_learners_and_words_in_the_same_room_for_instructors():
    empty, full = (handout(edition, course=with_a_blank()) for edition in ("phat-tay", "phat-tay-day-du"))

    (room,), (filled,) = (re.findall(r'<span class="gap" style="width: (\d+)mm">', each) for each in (empty, full))
    assert room == filled
    assert "có tên gọi riêng" not in words(empty)
    assert "Mỗi mốc có tên gọi riêng , ba mốc:" in words(full).replace("\u00a0", " ")


def test_the_room_of_a_blank_grows_with_the_words_and_with_the_type():
    widths = [gap_width(text, 13) for text in ("ba", "năm bài", "tổ chức, đội ngũ, cá nhân")]

    assert widths == [15, 25, 75]
    assert gap_width("năm bài", 18) > gap_width("năm bài", 13)


def test_the_full_sheet_holds_the_same_blocks_and_no_answers():
    full = words(handout("phat-tay-day-du", course=with_a_blank()))

    for secret in ("Lời dặn riêng", "Đáp án gồm hai vế", "Nêu đủ hai vế"):
        assert secret not in full


def test_other_papers_hold_the_words_of_blanks_in_their_text():
    printed = html("summary", MODULE, edition="dien-thoai", course=with_a_blank())

    assert "Mỗi mốc có tên gọi riêng, ba mốc:" in words(printed)
    assert 'class="gap"' not in printed
