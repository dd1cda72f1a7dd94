"""Keys of pages and the words read from them."""

from dataclasses import replace

from bind.books import book_of, fragment, learner, learner_book, learner_sections
from bind.serial_printer import print_html
from giaotrinh.bind import bind
from giaotrinh.prove import extract, page_keys


def test_words_are_read_in_normal_form_c() -> None:
    printed = print_html("x", "<p>Đảng bộ thành phố; " + "e\u0302\u0301 o\u0302\u0323" + "</p>")
    assert extract(printed.pdf, [0]) == {0: "Đảng bộ thành phố; ế ộ"}


def test_only_the_pages_asked_for_are_read() -> None:
    assert sorted(extract(learner().pdf, [3, 1, 3])) == [1, 3]


def test_every_page_has_a_key_of_its_own() -> None:
    keys = page_keys(learner().pdf)
    assert len(keys) == len(learner().page_texts) == len(set(keys))


def test_an_edit_changes_the_keys_of_its_own_part_only() -> None:
    edited = print_html("worksheet/m1", "<h1>Phiếu làm việc m1</h1><p id='m1/phieu'>Ghi ý kiến của tổ.</p>")
    book = learner_book()
    found = page_keys(bind(replace(book, fragments={**book.fragments, "worksheet/m1": edited})).pdf)
    labels = [page.label for page in book.page_map.pages]
    changed = [label for label, old, new in zip(labels, page_keys(learner().pdf), found, strict=True) if old != new]
    assert changed == ["4"]


def test_pages_that_move_keep_nothing_but_their_content() -> None:
    """A page with another number is another page: its number is among its words."""
    sections = learner_sections()
    moved = book_of("hoc-vien", (*sections[:2], *sections[3:]))
    assert not set(page_keys(learner().pdf)[2:]) & set(page_keys(bind(moved).pdf)[2:])


def test_a_font_that_maps_glyphs_otherwise_changes_the_key() -> None:
    from io import BytesIO

    from pikepdf import Pdf

    with Pdf.open(BytesIO(fragment("body/m1").pdf)) as file:
        font = next(iter(dict(file.pages[0].obj.Resources.Font.items()).values()))
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"endcmap", b"endcmap "))
        stream = BytesIO()
        file.save(stream)
    assert page_keys(stream.getvalue())[0] != page_keys(fragment("body/m1").pdf)[0]
