"""Guided notes: the learner's sheet and the instructor's have the same pages and lines; only the blanks differ."""

from pathlib import Path

import pytest

from giaotrinh.driver.build.layout import Layout
from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.edge.project import bundled, find_project, take_snapshot
from giaotrinh.driver.print.engine import engine_name
from giaotrinh.driver.print.fonts import gather_fonts, isolate
from giaotrinh.driver.print.printer import SerialBackend
from giaotrinh.model.fragment import PageMap
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.prove import find_told_blanks

BLANK = "\u00a0"
TWINS = ("phat-tay", "phat-tay-day-du")


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    """Return (module, edition) -> the printed sheet of the reference course, no page of the book being known."""
    snapshot = take_snapshot(find_project(bundled()))
    prepared = prepare(snapshot, "course/course.yaml")
    editions = {edition.id: edition for edition in prepared.editions}
    fonts = gather_fonts(Snapshot())
    backend = SerialBackend(isolate(fonts, Path(tmp_path_factory.mktemp("fonts"))))
    templates, no_book = dict(snapshot.below("templates")), PageMap(pages=(), labels={})

    def sheet(module, name):
        layout = Layout(
            curriculum=prepared.curriculum, edition=editions[name], templates=templates, only=module, book=no_book
        )
        tuple(layout.wanted())
        [job] = [job for job in layout.wanted() if job.tagged]
        return backend.submit(job, job.key(engine_name(fonts))).result().fragment

    return {(module, name): sheet(module, name) for module in prepared.curriculum.modules for name in TWINS}


def lines(fragment):
    return [page.split("\n") for page in fragment.page_texts]


def modules_of(sheets):
    return sorted({module for module, _ in sheets})


def test_all_modules_have_blanks(sheets):
    pages = {module: lines(sheets[module, "phat-tay"]) for module in modules_of(sheets)}

    assert len(pages) == 11
    assert [module for module, found in pages.items() if not any(BLANK in page for page in found)] == []


def test_every_block_stands_at_the_same_place_on_the_same_page(sheets):
    for module in modules_of(sheets):
        learner, instructor = ({each.id: each for each in sheets[module, name].anchors} for name in TWINS)
        assert learner == instructor, module


def test_every_line_says_the_same_but_for_the_blanks(sheets):
    for module in modules_of(sheets):
        learner, instructor = (lines(sheets[module, name]) for name in TWINS)
        assert [len(page) for page in learner] == [len(page) for page in instructor], module
        pairs = [pair for pages in zip(learner, instructor, strict=True) for pair in zip(*pages, strict=True)]
        assert {blank for blank, filled in pairs if blank != filled} <= {BLANK}, module


def test_words_of_a_blank_told_on_the_same_sheet_are_found():
    from check.small_course import checked

    curriculum = checked(":::{handout}\n- Ba mức: biết; {blank}`liên hệ được`.\n:::").curriculum
    blocks = {block.id for module in curriculum.modules.values() for block in module.walk()}

    assert find_told_blanks(curriculum, blocks, ["Ba mức: biết; ."], {}) == ()
    [on_page] = find_told_blanks(curriculum, blocks, ["Ai cũng Liên hệ được."], {})
    [hidden] = find_told_blanks(curriculum, blocks, [""], {"/Alt": "phải liên hệ được"})
    assert {on_page.code, hidden.code} == {"blank-told"}
