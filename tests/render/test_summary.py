"""The summary for telephones: a narrow page, tables as lists, the page of the printed book in brackets."""

from giaotrinh.model.fragment import PageMap
from render.sample import GOALS, changed, curriculum, editions, html, words

MODULE = "02-muc-tieu"


def summary(**more) -> str:
    return html("summary", MODULE, edition="dien-thoai", **more)


def test_the_page_fits_a_telephone_and_has_no_spine():
    page = editions()["dien-thoai"].page

    assert (page.width, page.height, page.mirrored) == (90, 160, False)


def test_tables_become_lists():
    course = changed(
        GOALS, ":kind: confusable\n\nMức", ":kind: confusable\n\n| Mốc | Tên |\n|---|---|\n| 2025 | Đích |\n\nMức"
    )

    for printed in (summary(), summary(course=course)):
        assert "<table" not in printed
    assert "2025 Tên: Đích" in words(summary(course=course))


def test_every_value_of_a_table_stands_behind_its_year_and_what_is_missing_is_explained():
    printed = words(summary())

    assert "GRDP bình quân đầu người" in printed
    assert "2025: 8.300–8.500" in printed
    assert "Dấu – : chưa có trong văn bản nguồn." in printed


def test_origins_of_the_figures_stand_under_the_list():
    assert "Tư liệu mẫu, mục II.1" in words(summary()).partition("Chỉ tiêu theo mốc")[2]


def test_pages_of_the_printed_book_stand_in_brackets():
    heading = next(block.id for block in curriculum().modules[MODULE].walk() if block.kind == "heading")
    asked = next(block.id for block in curriculum().modules[MODULE].walk() if block.kind == "question")
    pages = PageMap(pages=(), labels={heading: "31", "cd-02/bang-grdp": "33", asked: "40"})

    printed = words(summary(pages=pages))

    assert "Mục tiêu (tr. 31)" in printed
    assert "Chỉ tiêu theo mốc (tr. 33)" in printed
    assert "1 câu (tr. 40)" in printed
    assert "(tr." not in words(summary()), "pages that are not known are not named"


def test_what_is_easily_mistaken_and_what_the_source_lacks_stand_in_it():
    printed = words(summary())

    assert "Mức 7,5% có ba nghĩa" in printed
    assert "nguyên văn các mục tiêu" in printed


def test_nothing_of_the_instructors_stands_in_it():
    printed = words(summary())

    for secret in ("Đáp án gồm hai vế", "là của dự thảo, không dùng", "Nêu đủ hai vế", "DÙNG CHO GIẢNG VIÊN"):
        assert secret not in printed
