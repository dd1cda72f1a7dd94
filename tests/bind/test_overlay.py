"""Heads, numbers, letters, stamps and ruled pages."""

from dataclasses import replace

import pytest
from pikepdf import Pdf

from bind.books import SETUP, book_of, instructor, instructor_book, learner, learner_book, learner_sections
from bind.opened import opened, texts
from bind.serial_printer import glyph_sheet, print_html
from giaotrinh.bind import bind
from giaotrinh.bind.overlay import POINTS, Sheets, laid_on_pages
from giaotrinh.model.fragment import Book, glyph_id, letter_id


def without_worksheets() -> Book:
    """A book of three pages a module, so that the second one opens right after a blank page."""
    return book_of("hoc-vien", tuple(each for each in learner_sections() if each.part.template != "worksheet"))


def placed(book: Book, label: str) -> list[tuple[str, float, float]]:
    sheets = Sheets(Pdf.new(), book.overlays)
    at = [page.label for page in book.page_map.pages].index(label)
    return [(each.sheet, each.x, each.y) for each in list(laid_on_pages(book, sheets))[at]]


def test_heads_stand_on_the_side_of_the_page_and_not_on_the_first() -> None:
    book = learner_book()
    assert [sheet for sheet, _, _ in placed(book, "1")] == ["head/m1/opening/right", "glyph/1"]
    assert [sheet for sheet, _, _ in placed(book, "2")] == ["head/m1/left", "glyph/2"]
    assert [sheet for sheet, _, _ in placed(book, "3")] == ["head/m1/right", "glyph/3"]


def test_numbers_stand_at_the_outer_edge_of_the_text() -> None:
    book = learner_book()
    (_, left, low) = placed(book, "2")[-1]
    (_, right, _) = placed(book, "3")[-1]
    assert (left, low) == pytest.approx((SETUP.side * POINTS, 15 * POINTS))
    width = 11 * 1139 / 2048  # the advance of a digit at 11 points
    assert right == pytest.approx((SETUP.width - SETUP.side) * POINTS - width, abs=0.02)


def test_a_number_of_several_characters_is_set_one_after_the_other() -> None:
    found = [(sheet, x) for sheet, x, _ in placed(instructor_book(), "GV-1") if sheet.startswith("glyph/")]
    assert [sheet for sheet, _ in found] == ["glyph/G", "glyph/V", "glyph/-", "glyph/1"]
    assert [x for _, x in found] == sorted(x for _, x in found)


def test_unnumbered_pages_show_no_number() -> None:
    assert placed(learner_book(), "i") == []
    assert "i" not in texts(learner().pdf)["i"].split()


def test_a_blank_page_is_ruled_and_numbered_above_the_foot() -> None:
    words = texts(bind(without_worksheets()).pdf)["4"]
    assert words.split() == ["GHI", "CHÉP", "Chân", "trang", "4"]


def test_what_is_laid_over_is_an_artifact_after_the_page_has_ended() -> None:
    with opened(learner().pdf) as file:
        first, content, last = (piece.read_bytes() for piece in file.pages[3].obj.Contents)
    assert first == b"q\n"
    assert b"MCID" in content
    assert last.startswith(b"Q\n/Artifact BMC\nq 1 0 0 1 ") and last.endswith(b"Do Q\nEMC\n")


def test_letters_stand_in_the_margin_beside_their_block_in_the_instructors_copy_only() -> None:
    book = instructor_book()
    page, _, y = book.page_map.places["m1/b2"]
    label = book.page_map.pages[page].label
    (letter,) = [each for each in placed(book, label) if each[0] == letter_id("a")]
    assert letter[1] == pytest.approx(SETUP.side * POINTS - 4 - 11 * 1139 / 2048, abs=0.02)
    assert letter[2] == pytest.approx(SETUP.height * POINTS - y - 14, abs=0.1)
    assert not [each for each in placed(learner_book(), label) if each[0].startswith("letter/")]
    extra = sorted(texts(instructor().pdf)[label])
    for character in texts(learner().pdf)[label]:
        if character in extra:
            extra.remove(character)
    assert "".join(extra).split() == ["a"]


def test_two_letters_at_one_height_stand_side_by_side() -> None:
    (mark,) = instructor_book().marks
    book = replace(instructor_book(), marks=(mark, replace(mark, text="b")))
    found = sorted((x, sheet) for sheet, x, _ in placed(book, "2") if sheet.startswith("letter/"))
    assert [sheet for _, sheet in found] == ["letter/a", "letter/b"]
    assert found[1][0] - found[0][0] > 5


def test_a_stamp_is_laid_over_the_pages_of_its_part() -> None:
    sections = tuple(
        replace(section, stamp="draft" if section.module == "m2" else "") for section in learner_sections()
    )
    found = texts(bind(book_of("hoc-vien", sections)).pdf)
    assert "BẢN NHÁP" in found["5"] and "BẢN NHÁP" not in found["1"]


def test_the_words_of_a_page_stand_over_its_stamp() -> None:
    sections = tuple(replace(section, stamp="draft") for section in learner_sections())
    with opened(bind(book_of("hoc-vien", sections)).pdf) as file:
        first, _, last = (piece.read_bytes() for piece in file.pages[3].obj.Contents)
    assert first.startswith(b"/Artifact BMC\nq ") and first.endswith(b"Do Q\nEMC\nq\n")
    assert last.count(b" Do ") == 2  # head and number


def test_characters_that_share_a_page_are_named() -> None:
    crowded = print_html("glyphs", f"<p id='{glyph_id('1')}'>1</p><p id='{glyph_id('2')}'>2</p>", tagged=False)
    codes = [each.code for each in bind(replace(learner_book(), overlays=(crowded,))).diagnostics]
    assert codes.count("overlay-crowded") == 1


def test_a_missing_sheet_is_named_once() -> None:
    found = bind(replace(without_worksheets(), overlays=(glyph_sheet(),)))
    codes = {(each.code, dict(each.arguments)["sheet"]) for each in found.diagnostics}
    assert ("overlay-missing", "head/m1/left") in codes and ("overlay-missing", "ruled") in codes
    assert len(codes) == len(found.diagnostics)
