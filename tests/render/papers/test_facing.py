"""Facing pages: one for each page of the body, letters from a on each."""

import re
from dataclasses import replace

from giaotrinh.model.document import Block
from giaotrinh.model.fragment import Mark, PageMap
from giaotrinh.render import facing_marks
from render.sample import curriculum, editions, html, page_map, part_of, render, with_text, words

MODULE = "02-muc-tieu"


def notes() -> list[Block]:
    return [block for block in curriculum().modules[MODULE].walk() if block.kind == "notes"]


def headings() -> list[str]:
    return [block.id for block in curriculum().modules[MODULE].walk() if block.kind == "heading"]


def mapped(count: int = 3):
    table = "cd-02/bang-grdp"
    callout = next(block.id for block in curriculum().modules[MODULE].walk() if block.kind == "callout")
    places = dict.fromkeys(headings(), 0) | {table: 1, callout: 2}
    return page_map(curriculum(), MODULE, places, count)


def test_there_is_a_page_for_every_page_of_the_body():
    markup = html("notes", MODULE, edition="giang-vien", pages=mapped(count=4))

    assert re.findall(r'id="facing/(\d+)"', markup) == ["0", "1", "2", "3"]


def test_a_note_faces_the_page_of_the_block_before_it():
    markup = html("notes", MODULE, edition="giang-vien", pages=mapped())
    pages = markup.split('<section class="against')[1:]

    assert "của dự thảo, không dùng" in words(pages[0])
    assert "do học viên mang đến" in words(pages[2])


def test_letters_begin_anew_on_every_page():
    part = part_of("giang-vien", "notes")
    module = curriculum().modules[MODULE]

    marks = facing_marks(curriculum(), editions()["giang-vien"], part, module, pages=mapped())

    callout = next(block.id for block in module.walk() if block.kind == "callout")
    assert marks == (Mark(block=headings()[-1], text="a"), Mark(block=callout, text="a"))


def test_letters_of_one_page_go_on():
    one = page_map(curriculum(), MODULE, {headings()[0]: 0}, 1)
    markup = html("notes", MODULE, edition="giang-vien", pages=one)

    assert re.findall(r'<span class="note-letter">(\w)</span>', markup) == ["a", "b"]


def test_every_note_stands_on_some_page():
    job = render("notes", MODULE, edition="giang-vien", pages=mapped()).job
    assert job is not None

    assert {note.id for note in notes()} <= set(job.blocks)


def test_notes_wait_for_the_pages_of_the_body():
    assert render("notes", MODULE, edition="giang-vien").waits_for_pages
    assert not render("notes", MODULE, edition="giang-vien", pages=mapped()).waits_for_pages


def test_activities_stand_with_their_hour():
    assert "13:30 Giảng bài mới : Đọc mục tiêu (90 phút)" in words(html("notes", MODULE, edition="giang-vien"))


def test_notes_depend_on_pages_of_the_fragment_alone():
    """The same body further back in the book prints the same notes: binding lays the numbers over them."""
    here = mapped()
    moved = PageMap(
        pages=tuple(replace(page, label=f"1{page.label}") for page in here.pages),
        labels={name: f"1{label}" for name, label in here.labels.items()},
    )

    first = html("notes", MODULE, edition="giang-vien", pages=here)
    assert html("notes", MODULE, edition="giang-vien", pages=moved) == first


SLIDES = """
## Một

:::{callout} Nhớ
:kind: note
:id: nho

Đoạn.
:::

:::{notes}
:kind: stress

Lời dặn.
:::

:::{slide} Mở đầu
- Một
:::

:::{slide} Tới ô nhớ
:after: nho

- Hai
:::

:::{slide} Nói tiếp
- Ba
:::
"""


def test_the_slide_changes_facing_the_block_it_follows():
    course = with_text(SLIDES)
    mapped_pages = page_map(course, MODULE, {"cd-02/nho": 1}, 2)
    pages = html("notes", MODULE, edition="giang-vien", course=course, pages=mapped_pages).split('class="against')[1:]

    assert [re.findall(r"SL \d+", words(page)) for page in pages] == [["SL 1"], ["SL 2", "SL 3"]]
    assert words(pages[1]).index("Tới ô nhớ") < words(pages[1]).index("Lời dặn")


def test_slides_of_a_block_that_is_not_on_the_page_come_with_those_before_them():
    course = with_text(SLIDES.replace(":kind: note\n:id: nho", ":kind: note\n:audience: nguoi-khac\n:id: nho"))
    markup = html("notes", MODULE, edition="giang-vien", course=course, pages=page_map(course, MODULE, {}, 1))

    assert re.findall(r"SL \d+", words(markup)) == ["SL 1", "SL 2", "SL 3"]


def test_slides_have_no_letters():
    course = with_text(SLIDES)
    part = part_of("giang-vien", "notes")
    mapped_pages = page_map(course, MODULE, {"cd-02/nho": 0}, 1)

    marks = facing_marks(course, editions()["giang-vien"], part, course.modules[MODULE], pages=mapped_pages)

    assert [mark.text for mark in marks] == ["a"]
