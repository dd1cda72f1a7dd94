"""A secret source: its mark is on every page of every edition, and the telephone edition is refused."""

from dataclasses import replace

import pypdfium2
import pytest

from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.project import find_project, take_snapshot
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.model.curriculum import Curriculum, Project
from preview_course import change

EDITIONS = ("hoc-vien", "giang-vien", "phat-tay", "giao-an")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("secret") / "p"
    start_project(folder)
    change(folder / "course/sources/van-ban/source.yaml", "status: sample", "status: sample\nsecrecy: TỐI MẬT")
    project = find_project(folder)
    return folder, build_project(project, Request(editions=(*EDITIONS, "dien-thoai")), lambda _: None)


def test_every_page_bears_the_mark(built):
    folder, outcome = built

    assert {file.edition for file in outcome.files} == set(EDITIONS)
    for file in outcome.files:
        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(folder / file.path)]
        bare = [number for number, text in enumerate(pages, 1) if text.strip() and "TỐI MẬT" not in text]
        assert bare == [], file.path


def test_the_telephone_edition_is_refused_and_says_where(built):
    [found] = [each for each in built[1].diagnostics if each.code == "edition-secret"]

    assert (found.span.file, bool(found.span.line)) == ("course/sources/van-ban/source.yaml", True)
    assert dict(found.arguments) == {"edition": "dien-thoai", "mark": "TỐI MẬT"}


def test_the_gravest_mark_counts(built):
    prepared = prepare(take_snapshot(find_project(built[0])), "course/course.yaml")
    assert prepared.curriculum is not None
    [source] = prepared.curriculum.project.sources
    sources = tuple(replace(source, id=mark, secrecy=mark) for mark in ("MẬT", "TUYỆT MẬT", ""))

    curriculum = Curriculum(project=Project(course=prepared.curriculum.course, sources=sources, modules=()))

    assert curriculum.secrecy == "TUYỆT MẬT"
