"""The editions this repository ships: whole, printable in every page preset, accepted as PDF/UA-1.

The sample course of tests/render is printed, not the real one: what is tested is the templates.
"""

import ast
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import pytest
from page import ValidationProfile, validate_pdf_bytes

from giaotrinh.bind import in_order, plan
from giaotrinh.driver.print.fonts import gather_fonts, isolate
from giaotrinh.driver.print.worker import prepare, print_job
from giaotrinh.model.course import ClassSession, TrainingClass
from giaotrinh.model.edition import Edition, EditionRole, Reader, edition_for
from giaotrinh.model.fragment import FACING, Fragment, Section
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.read import read_editions
from giaotrinh.render import render_part
from giaotrinh.render.blocks.words import PARTS as PART_NAMES
from render.sample import ROOT, TEMPLATES, curriculum

PAGES = ("a4-giao-trinh", "14.5x20.5")
PAPERS = ("de-cuong", "dien-thoai", "giao-an", "goi-y-tra-loi", "phat-tay", "phat-tay-day-du")
"""Editions with a file for each module; the page is their own."""


def editions(page: str) -> dict[str, Edition]:
    reading = read_editions(Snapshot(files=TEMPLATES), page)
    assert reading.diagnostics == ()
    return {edition.id: edition for edition in reading.value or ()}


@dataclass
class Printed:
    """An edition of the sample course, every part printed, without numbers of pages."""

    edition: Edition
    fragments: dict[tuple[str, str], Fragment] = field(default_factory=dict)
    found: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def fonts(tmp_path_factory):
    settings = isolate(gather_fonts(Snapshot(files={})), Path(tmp_path_factory.mktemp("fonts")))
    prepare(str(settings), 0)


@lru_cache(maxsize=8)
def printed(page: str, name: str) -> Printed:
    course = curriculum()
    result = Printed(editions(page)[name])
    for part, module in in_order(result.edition, [each.id for each in course.project.modules]):
        rendering = render_part(
            course, result.edition, part, course.modules.get(module), pages=None, templates=TEMPLATES
        )
        result.found += [found.code for found in rendering.diagnostics]
        if rendering.job:
            result.fragments[(part.template, module)] = print_job(rendering.job, "key")
    return result


def test_the_two_books_are_there():
    assert {"hoc-vien", "giang-vien"} <= set(editions(PAGES[0]))


@pytest.mark.parametrize("name", sorted(editions(PAGES[0])))
def test_every_part_stands_in_a_folder_of_its_edition(name):
    edition = editions(PAGES[0])[name]

    for part in edition.parts:
        assert part.home in edition.templates
        assert (ROOT / f"templates/{part.home}/{part.template}.html").is_file()


def test_learners_share_every_page_of_theirs_with_instructors():
    books = editions(PAGES[0])
    theirs = [part.template for part in books["hoc-vien"].parts if part.each_module]

    shared = [part for part in books["giang-vien"].parts if part.home == "hoc-vien" and part.each_module]
    assert [part.template for part in shared] == theirs


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["hoc-vien", "giang-vien"])
def test_all_parts_print_without_a_finding_or_a_warning_of_the_engine(fonts, page, name):
    result = printed(page, name)

    assert result.found == []
    assert {key: fragment.warnings for key, fragment in result.fragments.items() if fragment.warnings} == {}


@pytest.mark.parametrize("page", PAGES)
def test_every_fragment_is_accepted_as_pdf_ua(fonts, page):
    failed = {
        key: [str(each) for each in report.failures]
        for key, fragment in printed(page, "giang-vien").fragments.items()
        if not (report := validate_pdf_bytes(fragment.pdf, profile=ValidationProfile.PDF_UA_1)).is_compliant
    }

    assert failed == {}


@pytest.mark.parametrize("name", PAPERS)
def test_papers_print_without_a_finding_and_are_accepted_as_pdf_ua(fonts, name):
    result = printed(PAGES[0], name)

    assert result.found == []
    assert {module for _, module in result.fragments} == set(curriculum().modules)
    for key, fragment in result.fragments.items():
        report = validate_pdf_bytes(fragment.pdf, profile=ValidationProfile.PDF_UA_1)
        assert (fragment.warnings, report.is_compliant) == ((), True), (key, [str(each) for each in report.failures])


@pytest.mark.parametrize("page", PAGES)
def test_a_module_opens_on_one_page(fonts, page):
    """Title, objectives and map leave the second page to the text, however small the format."""
    body = printed(page, "hoc-vien").fragments[("body", "02-muc-tieu")]

    heading = next(block.id for block in curriculum().modules["02-muc-tieu"].walk() if block.kind == "heading")
    assert next(anchor.page for anchor in body.anchors if anchor.id == heading) <= 1


@pytest.mark.parametrize("page", PAGES)
def test_blocks_stand_on_the_same_numbers_in_both_books(fonts, page):
    labels = [_labels(printed(page, name)) for name in ("hoc-vien", "giang-vien")]

    shared = [block.id for block in curriculum().modules["02-muc-tieu"].walk() if block.id in labels[0]]
    assert len(shared) > 20
    assert [labels[0][name] for name in shared] == [labels[1][name] for name in shared]


@pytest.mark.parametrize("page", PAGES)
def test_facing_notes_keep_to_one_page_each(fonts, page):
    result = printed(page, "giang-vien")
    module = curriculum().modules["02-muc-tieu"]
    part = next(part for part in result.edition.parts if part.faces)

    job = render_part(
        curriculum(), result.edition, part, module, pages=plan(_sections(result), mirrored=True), templates=TEMPLATES
    ).job
    notes = print_job(job, "key")

    assert notes.page_count == result.fragments[("body", module.id)].page_count
    starts = [anchor.page for anchor in notes.anchors if anchor.id.startswith(FACING)]
    assert starts == list(range(notes.page_count))


def _sections(result: Printed) -> list[Section]:
    order = in_order(result.edition, [each.id for each in curriculum().project.modules])
    found = [(part, module, result.fragments.get((part.template, module))) for part, module in order]
    return [
        Section(part=part, job=fragment.job, page_count=fragment.page_count, module=module, anchors=fragment.anchors)
        for part, module, fragment in found
        if fragment
    ]


def _labels(result: Printed) -> dict[str, str]:
    return dict(plan(_sections(result), mirrored=True).labels)


def test_the_timetable_is_one_page_for_each_class(fonts):
    course = curriculum()
    classes = tuple(
        TrainingClass(id=name, title=f"Lớp {name}", sessions=(ClassSession(date="2021-10-04"),)) for name in ("a", "b")
    )
    course = replace(course, project=replace(course.project, classes=classes))
    edition = editions(PAGES[0])["lich-hoc"]

    job = render_part(course, edition, edition.parts[0], None, pages=None, templates=TEMPLATES).job
    fragment = print_job(job, "key")

    assert [anchor.page for anchor in fragment.anchors if anchor.id.startswith("timetable/")] == [0, 1]
    assert fragment.page_count == 2
    assert fragment.warnings == ()
    report = validate_pdf_bytes(fragment.pdf, profile=ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [str(each) for each in report.failures]


def test_every_part_that_is_a_document_of_its_own_has_a_name():
    alone = {part.template for each in editions(PAGES[0]).values() if each.per_module for part in each.parts}

    assert alone - PART_NAMES.keys() == set()


def literals_of_python() -> set[str]:
    """Return every string written out in the program, docstrings apart from those of one word."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "src").rglob("*.py"))
    constants = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in constants if isinstance(node.value, str)}


def test_no_edition_is_known_to_python_by_its_name():
    names = {path.parent.name for path in (ROOT / "templates").glob("*/edition.yaml")}

    assert len(names) > 5
    assert names & literals_of_python() == set()


def test_the_books_and_the_slides_say_what_they_are_for():
    known = tuple(editions(PAGES[0]).values())
    roles = {edition.id: edition.role for edition in known}

    assert [name for name, role in roles.items() if role is EditionRole.BOOK] == ["giang-vien", "hoc-vien"]
    assert [name for name, role in roles.items() if role is EditionRole.SLIDES] == ["trinh-chieu"]
    assert edition_for(known, EditionRole.BOOK) == next(each for each in known if each.id == "hoc-vien")
    assert edition_for(known, EditionRole.SLIDES, Reader.INSTRUCTOR) is None
