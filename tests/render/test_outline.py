"""The outline for a guest speaker: what the course expects, with pages of the book, without answers."""

from giaotrinh.model.fragment import PageMap
from render.sample import GOALS, changed, curriculum, html, words

MODULE = "02-muc-tieu"


def outline(**more) -> str:
    return html("outline", MODULE, edition="de-cuong", **more)


def test_it_holds_what_is_asked_the_clock_the_core_and_room_for_the_guest():
    printed = words(outline())
    order = [
        "Đề cương báo cáo",
        "Người báo cáo:",
        "1. Yêu cầu đối với người học",
        "2. Bố cục và thời gian",
        "3. Nội dung cốt lõi",
        "Câu hỏi gợi mở, thảo luận",
        "Ví dụ, kinh nghiệm của người báo cáo",
        "NGƯỜI BÁO CÁO",
    ]

    assert sorted(order, key=printed.index) == order


def test_no_answer_stands_on_it():
    printed = words(outline())

    for secret in ("Đáp án gồm hai vế", "Nêu đủ hai vế"):
        assert secret not in printed


def test_words_of_blanks_stand_in_the_text():
    short = ":::{handout}\n- Ba mốc có {blank}`tên gọi riêng`.\n:::\n\n"

    printed = words(outline(course=changed(GOALS, ":::{keypoints}\n", short + ":::{keypoints}\n")))

    assert "4. Số liệu, câu chữ phải nói đúng" in printed
    assert "tên gọi riêng" in printed


def test_pages_are_those_of_the_printed_book():
    asked = next(block.id for block in curriculum().modules[MODULE].walk() if block.kind == "question")

    assert "thảo luận (tr. 40)" in words(outline(pages=PageMap(pages=(), labels={asked: "40"})))
    assert "(tr." not in words(outline())
