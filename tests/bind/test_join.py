"""The recipe: what a bound book is as a whole."""

import subprocess
from collections import Counter
from dataclasses import replace

import page
import pytest

from bind.books import HALF, book_of, fragment, instructor, instructor_book, learner, learner_book, learner_sections
from bind.opened import opened, texts
from bind.serial_printer import print_html
from giaotrinh.bind import bind
from giaotrinh.bind.join import bind as recipe
from giaotrinh.model.fragment import Bound

BOOKS = {"learner": learner, "instructor": instructor}


@pytest.mark.parametrize("name", BOOKS)
def test_both_books_are_accepted_as_pdf_ua(name: str) -> None:
    report = page.validate_pdf_bytes(BOOKS[name]().pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.parametrize("name", BOOKS)
def test_the_syntax_is_sound(name: str) -> None:
    with opened(BOOKS[name]().pdf) as file:
        assert file.check_pdf_syntax() == []


@pytest.mark.parametrize("name", BOOKS)
def test_page_labels_in_the_file_are_those_of_the_plan(name: str) -> None:
    book = {"learner": learner_book, "instructor": instructor_book}[name]()
    with opened(BOOKS[name]().pdf) as file:
        assert [each.label for each in file.pages] == [each.label for each in book.page_map.pages]


def test_page_n_is_the_same_page_in_both_books() -> None:
    ours, theirs = texts(learner().pdf), texts(instructor().pdf)
    numbered = [label for label in ours if label.isdigit()]
    assert len(numbered) == 8
    for label in numbered:
        more = Counter("".join(theirs[label].split())) - Counter("".join(ours[label].split()))
        less = Counter("".join(ours[label].split())) - Counter("".join(theirs[label].split()))
        assert (more, less) == (Counter("a" if label == "2" else ""), Counter())  # "a": the note letter


def test_the_same_book_gives_the_same_bytes() -> None:
    book = learner_book()
    turned = replace(book, fragments=dict(reversed(list(book.fragments.items()))))
    assert recipe(turned).pdf == learner().pdf


def test_page_boxes_move_towards_the_spine() -> None:
    with opened(learner().pdf) as file:
        pages = zip(file.pages, learner_book().page_map.pages, strict=True)
        for sheet, bound in pages:
            left = float(sheet.obj.MediaBox[0])
            assert left == pytest.approx(-HALF if bound.right else HALF, abs=0.01)
            assert [float(side) for side in sheet.obj.TrimBox] == [float(side) for side in sheet.obj.MediaBox]


def test_links_keep_their_places_when_boxes_move() -> None:
    job = "body/m1"
    with opened(fragment(job).pdf) as file:
        before = [[float(side) for side in each.Rect] for each in file.pages[0].obj.Annots]
    with opened(learner().pdf) as file:
        at = next(at for at, bound in enumerate(learner_book().page_map.pages) if (bound.job, bound.index) == (job, 0))
        after = [[float(side) for side in each.Rect] for each in file.pages[at].obj.Annots]
    assert after == before


def test_without_a_spine_the_boxes_stay() -> None:
    book = learner_book()
    loose = bind(replace(book, setup=replace(book.setup, mirrored=False)))
    with opened(loose.pdf) as file:
        assert {float(sheet.obj.MediaBox[0]) for sheet in file.pages} == {0.0}


def test_the_words_every_page_must_show_are_told() -> None:
    found = learner()
    with opened(found.pdf) as file:
        labels = [sheet.label for sheet in file.pages]
    expected = dict(zip(labels, found.page_texts, strict=True))
    assert "Kết luận" in expected["3"]
    assert "Đầu trang m1" in expected["3"]
    assert expected["3"].rstrip().endswith("3")


def test_equal_fonts_are_kept_once() -> None:
    sections = learner_sections()[2:3]
    twin = replace(sections[0], job="twin", module="m3")
    alone = book_of("mot", sections)
    with_twin = book_of("hai", (*sections, twin), fragments={**alone.fragments, "twin": fragment("body/m1")})
    assert _font_files(bind(with_twin)) == _font_files(bind(alone))


def test_a_part_without_tags_is_named() -> None:
    sections = learner_sections()
    plain = print_html("worksheet/m1", "<p>Phiếu</p>", tagged=False)
    book = learner_book()
    found = bind(replace(book, sections=sections, fragments={**book.fragments, "worksheet/m1": plain}))
    assert [(each.code, dict(each.arguments)["part"]) for each in found.diagnostics] == [
        ("fragment-untagged", "worksheet/m1")
    ]


def test_a_clean_book_has_no_findings() -> None:
    assert learner().diagnostics == ()
    assert instructor().diagnostics == ()


def test_another_program_can_read_the_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("bound") / "book.pdf"
    path.write_bytes(instructor().pdf)
    try:
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("qpdf is not installed")
    assert done.returncode == 0, done.stderr


def _font_files(bound: Bound) -> int:
    with opened(bound.pdf) as file:
        return sum(1 for each in file.objects if each._type_name == "stream" and "/Length1" in each)
