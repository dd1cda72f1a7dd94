"""Large print, grey-scale and drafts of any edition: files of their own, beside the edition itself."""

import json

import pypdfium2
import pytest

from giaotrinh.driver.build.editions import referred_books
from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.build.variants import varied
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.tasks.starting import start_project
from render.sample import editions


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return path -> PDF of four builds, in the order in which they were made."""
    folder = tmp_path_factory.mktemp("variants") / "p"
    start_project(folder)
    project = find_project(folder)
    made = {}
    for more in ({}, {"large": True}, {"grey": True}, {"draft": True}):
        outcome = build_project(project, Request(editions=("hoc-vien",), jobs=2, **more), lambda _: None)
        assert outcome.exit_code(strict=False) == 0
        made[outcome.files[0].path] = (folder / outcome.files[0].path).read_bytes()
    made["manifest"] = (project.build / "manifest.json").read_bytes()
    made["kept"] = [(folder / path).read_bytes() for path in made if path.endswith(".pdf")]
    return made


NAMES = [f"build/hoc-vien/HV_Giao-trinh{more}.pdf" for more in ("", "_Chu-lon", "_Xam", "_Ban-nhap")]


def colours(pdf):
    """Return whether any pixel of the first pages has a colour."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].render(scale=0.5).to_pil().convert("RGB") for number in range(min(9, len(document)))]
    return any(len(set(pixel)) > 1 for page in pages for _, pixel in page.getcolors(1 << 24))


def test_each_has_a_name_of_its_own_and_overwrites_no_other(built):
    assert [path for path in built if path.endswith(".pdf")] == NAMES
    assert built["kept"] == [built[path] for path in NAMES]


def test_the_manifest_lists_all_that_is_there(built):
    files = json.loads(built["manifest"])["files"]

    assert sorted(file["path"] for file in files) == sorted(NAMES)
    assert {file["variant"] for file in files} == {"", "Chu-lon", "Xam", "Ban-nhap"}


def fullest(pdf):
    """Return the letters on the fullest page."""
    return max(page.get_textpage().count_chars() for page in pypdfium2.PdfDocument(pdf))


def test_large_print_has_fewer_words_to_a_page(built):
    assert fullest(built[NAMES[1]]) < 0.8 * fullest(built[NAMES[0]])


def test_grey_scale_has_no_colour(built):
    assert colours(built[NAMES[0]])
    assert not colours(built[NAMES[2]])


@pytest.mark.parametrize(("large", "points"), [(False, 14), (True, 18)])
def test_papers_in_large_print_refer_to_the_book_in_large_print(large, points):
    known = editions()

    [book] = referred_books([known["phat-tay"]], tuple(known.values()), large=large)

    assert (book.id, book.page.body_points) == ("hoc-vien", points)


def test_large_print_keeps_no_limit_of_pages_and_every_other_option():
    edition = editions()["phat-tay"]
    slides = editions()["trinh-chieu"]

    assert "max-pages" in edition.options
    assert varied(edition, Request(large=True)).options == {"pages-of": "hoc-vien"}
    assert varied(edition, Request(grey=True)).options == edition.options
    assert varied(slides, Request(large=True)).options == slides.options
