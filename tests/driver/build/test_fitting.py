"""One page for each slide: what runs over is found where its author wrote it."""

from dataclasses import replace
from pathlib import Path

import pytest
from page import ValidationProfile, validate_pdf_bytes

from giaotrinh.driver.build.fitting import overflows
from giaotrinh.driver.print.fonts import gather_fonts, isolate
from giaotrinh.driver.print.worker import prepare, print_job
from giaotrinh.model.fragment import Anchor, Fragment
from giaotrinh.model.snapshot import Snapshot
from render.sample import editions, render, with_text

MODULE = "02-muc-tieu"
TITLE = "Một tên trang chiếu dài tới hai dòng vì người viết muốn nói hết ý"


def course(*counts: int, title: str = TITLE):
    """Return the course with a slide for each count of lines, under a title of two lines and over a source."""
    texts = (f":::{{slide}} {title}\n" + "- Một dòng chữ\n" * count + "- {cite}`II.1.c`\n:::\n" for count in counts)
    return with_text("\n".join(texts))


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    settings = isolate(gather_fonts(Snapshot(files={})), Path(tmp_path_factory.mktemp("fonts")))
    prepare(str(settings), 0)


def printed(given) -> Fragment:
    rendering = render("slides", MODULE, edition="trinh-chieu", course=given)
    assert rendering.job is not None, rendering.diagnostics
    return print_job(rendering.job, "key")


def test_six_lines_fit(fonts):
    given = course(6, 6)
    fragment = printed(given)

    assert fragment.page_count == 2
    assert list(overflows(editions()["trinh-chieu"], given, {"a": fragment})) == []


def test_a_title_of_three_lines_takes_room_from_the_slide_and_covers_nothing(fonts):
    given = course(6, title=f"{TITLE} của mình ngay ở đây, không để dành")

    found = list(overflows(editions()["trinh-chieu"], given, {"a": printed(given)}))

    assert [each.code for each in found] == ["slide-overflows"]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_seventh_line_is_found_where_the_slide_is_written(fonts, at):
    counts = [3, 3, 3]
    counts[at] = 7
    given = course(*counts)

    found = list(overflows(editions()["trinh-chieu"], given, {"a": printed(given)}))

    slide = [block for block in given.modules[MODULE].walk() if block.kind == "slide"][at]
    assert [(each.code, each.span) for each in found] == [("slide-overflows", slide.span)]


def test_slides_are_accepted_as_pdf_ua(fonts):
    fragment = printed(course(6, 1))

    report = validate_pdf_bytes(fragment.pdf, profile=ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [str(each) for each in report.failures]
    assert fragment.warnings == ()


def test_an_edition_that_promises_nothing_is_not_asked():
    given = course(2, 2)
    names = [block.id for block in given.modules[MODULE].walk() if block.kind == "slide"]
    anchors = tuple(Anchor(id=name, page=page, x=0, y=0) for name, page in zip(names, (0, 2), strict=True))
    fragment = Fragment(job="a", key="k", pdf=b"", page_texts=("", "", ""), anchors=anchors)
    edition = editions()["trinh-chieu"]

    assert len(list(overflows(edition, given, {"a": fragment}))) == 1
    assert list(overflows(replace(edition, options={}), given, {"a": fragment})) == []


def test_on_paper_three_slides_share_a_page_with_lines_to_write_on(fonts):
    given = course(6, 1, 6, 6)
    rendering = render("slides-on-paper", MODULE, edition="trinh-chieu-giay", course=given)
    assert rendering.job is not None
    fragment = print_job(rendering.job, "key")

    slides = [block.id for block in given.modules[MODULE].walk() if block.kind == "slide"]
    assert [anchor.page for anchor in fragment.anchors if anchor.id in slides] == [0, 0, 0, 1]
    assert rendering.job.html.count('class="writing"') >= 4 * 6
    assert validate_pdf_bytes(fragment.pdf, profile=ValidationProfile.PDF_UA_1).is_compliant


def test_a_source_line_too_long_for_the_foot_takes_room_from_the_slide(fonts):
    many = "{cite}`" + ", ".join(["II.1.a", "II.1.b", "II.1.c"] * 12) + "`"
    text = f":::{{slide}} {TITLE}\n" + "- Một dòng chữ\n" * 6 + f"- {many}\n:::\n"
    given = with_text(text)

    found = list(overflows(editions()["trinh-chieu"], given, {"a": printed(given)}))

    assert [each.code for each in found] == ["slide-overflows"]
