"""Slides: short forms in order, sources apart, the page of the book, what a learner may see."""

from giaotrinh.model.fragment import BoundPage, PageMap
from giaotrinh.render.papers.slides import slide_changes
from render.sample import GOALS, editions, html, render, with_text, words

MODULE = "02-muc-tieu"

TEXT = """
## Mở đầu

Đoạn thứ nhất.

:::{callout} Nhớ
:kind: note
:id: nho

Đoạn thứ hai.
:::

:::{slide} Câu hỏi
- Một
- Hai
:::

:::{slide} Con số
:after: nho

- Tăng {value}`grdp-2025`
- {cite}`II.1.c`
:::

:::{slide} Nói tiếp
- Ba
:::
"""


def slides(text: str = TEXT, **more: object) -> str:
    return html("slides", MODULE, edition="trinh-chieu", course=with_text(text), **more)


def book(**pages: str) -> PageMap:
    return PageMap(pages=(BoundPage(job="", index=0, label="1", right=True),), labels=pages)


def test_every_slide_block_is_a_slide_with_its_number():
    text = words(slides())

    assert [f"{number}/3" in text for number in (1, 2, 3, 4)] == [True, True, True, False]
    assert "Đoạn thứ nhất" not in text


def test_a_line_of_citations_alone_is_the_source_line():
    markup = slides()

    assert "Nguồn: Tư liệu mẫu, mục II.1.c" in words(markup)
    assert markup.count("<li") == 4


def test_figures_without_a_citation_name_the_source_they_come_from():
    text = words(slides(TEXT.replace("- {cite}`II.1.c`\n", "")))

    assert "Nguồn: Tư liệu mẫu, mục II.1.a" in text
    assert "Báo A, 10-2020 (theo báo chí, chưa đối chiếu nguyên văn)" in text


def test_a_slide_names_the_page_of_the_block_it_follows():
    pages = book(**{"cd-02/nho": "31", MODULE: "29"})
    text = words(slides(pages=pages))

    assert [text.count(page) for page in ("tr. 29", "tr. 31")] == [1, 2]


def test_without_pages_no_page_is_named():
    assert "tr." not in words(slides())


def test_slides_wait_for_the_pages_of_the_book():
    rendering = render("slides", MODULE, edition="trinh-chieu", course=with_text(TEXT))

    assert rendering.waits_for_pages


def test_a_slide_without_a_block_comes_with_the_one_before_it():
    course = with_text(TEXT)
    changes = slide_changes(course, course.modules[MODULE])

    assert [(each.number, each.after) for each in changes] == [(1, ""), (2, "cd-02/nho"), (3, "cd-02/nho")]


def test_slides_say_that_the_source_is_a_sample_one_by_one():
    assert words(slides()).count("CHƯA ĐỐI CHIẾU VỚI NGUYÊN VĂN NGHỊ QUYẾT") == 3


def test_notes_inside_a_slide_are_absent():
    text = TEXT.replace(":::{slide} Câu hỏi\n- Một", "::::{slide} Câu hỏi\n- Một").replace(
        "- Hai\n:::", "- Hai\n\n:::{notes}\n:kind: stress\n\nChỉ thầy biết.\n:::\n::::"
    )

    assert "Chỉ thầy biết" not in slides(text)


def test_slides_for_another_audience_are_not_counted():
    text = TEXT.replace(":::{slide} Nói tiếp\n", ":::{slide} Nói tiếp\n:audience: nguoi-khac\n\n")

    assert "2/2" in words(slides(text))


def test_a_module_without_slides_is_reported_where_it_begins():
    rendering = render("slides", MODULE, edition="trinh-chieu", course=with_text("## Mở đầu\n\nChữ.\n"))

    assert rendering.job is None
    assert [(found.code, found.span.file, found.span.line) for found in rendering.diagnostics] == [
        ("slides-missing", GOALS, 1)
    ]


def test_the_type_of_a_slide_is_read_from_the_back_of_the_room():
    page = editions()["trinh-chieu"].page

    assert page.body_points >= 24
    assert round(page.width / page.height, 2) == round(16 / 9, 2)
    assert not page.mirrored


KINDS = """
:::{targets} GRDP bình quân đầu người
:id: bang-grdp
:metrics: grdp
:horizons: 2020, 2025
:::

:::{slide} Một con số
:kind: number
:figure: grdp-2025
:::

:::{slide} Bảng của sách
:kind: table
:shows: bang-grdp
:::

:::{slide} Hai điều dễ lẫn
:kind: columns

Tốc độ

- lớn thêm

Mức

- độ lớn
:::
"""


def test_a_slide_of_one_figure_prints_it_large_with_what_it_measures_when_and_where_it_stands():
    drawn = slides(KINDS).split("<section")[1]

    assert words("<p " + drawn.split('class="big-number')[1]).startswith("8.300–8.500")
    assert "2025</p>" in drawn
    assert "Nguồn: " in drawn


def test_a_slide_shows_a_table_of_the_book_under_no_id_of_its_own_and_names_it():
    drawn = slides(KINDS).split("<section")[2]

    assert "<table" in drawn
    assert "bang-grdp" not in drawn
    assert "Nguồn: Bảng " in words(drawn)


def test_two_lists_stand_side_by_side_each_with_what_stands_before_it():
    columns = slides(KINDS).split("<section")[3].split('class="slide-column"')[1:]

    assert len(columns) == 2
    assert ["Tốc độ" in columns[0], "lớn thêm" in columns[0]] == [True, True]
    assert ["Mức" in columns[1], "độ lớn" in columns[1]] == [True, True]
