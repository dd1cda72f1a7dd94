"""Pages an edition allows for a module's file: what is longer is an error in the module, the rest is printed."""

import shutil
from dataclasses import replace

import pytest

from giaotrinh.driver.build.fitting import too_long
from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.read import read_editions
from render.sample import TEMPLATES, curriculum, editions

MODULE = "course/modules/01-bai-mau.md"


@pytest.mark.parametrize(
    ("name", "limit"), [("phat-tay", 2), ("phat-tay-day-du", 2), ("de-cuong", 3), ("dien-thoai", 8)]
)
def test_a_file_with_more_pages_than_the_edition_allows_is_found_in_its_module(name, limit):
    module = curriculum().modules["02-muc-tieu"]

    assert list(too_long(editions()[name], module, limit)) == []
    (found,) = too_long(editions()[name], module, limit + 1)
    assert (found.code, found.span.file) == ("handout-too-long", module.file)
    assert dict(found.arguments) == {"edition": name, "pages": str(limit + 1), "limit": str(limit)}


def test_an_edition_without_a_limit_may_be_as_long_as_it_is():
    edition = replace(editions()["phat-tay"], options={})

    assert list(too_long(edition, curriculum().modules["02-muc-tieu"], 99)) == []


def test_a_limit_that_is_no_number_is_found_where_it_stands():
    path = "templates/phat-tay/edition.yaml"
    text = TEMPLATES[path].decode().replace('max-pages: "2"', "max-pages: hai")

    reading = read_editions(Snapshot(files=TEMPLATES | {path: text.encode()}))

    (found,) = reading.diagnostics
    assert (found.code, found.span.file) == ("option-not-number", path)
    assert found.span.line > 1


@pytest.fixture
def project(tmp_path):
    start_project(tmp_path / "project")
    return find_project(tmp_path / "project")


def test_a_handout_that_runs_over_is_not_handed_over_and_the_others_are(project):
    file = project.root / MODULE
    points = "".join(f"- Một ý ngắn thứ {number} để ghi nhớ.\n" for number in range(200))
    second = file.with_name("02-bai-mau.md")
    shutil.copy(file, second)
    course = project.root / "course/course.yaml"
    course.write_text(course.read_text().replace("[01-bai-mau]", "[01-bai-mau, 02-bai-mau]"))
    file.write_text(f"{file.read_text()}\n:::{{handout}}\n{points}:::\n")

    outcome = build_project(project, Request(jobs=1, editions=("phat-tay",)), lambda printed: None)

    found = [each for each in outcome.diagnostics if each.code == "handout-too-long"]
    assert [each.span.file for each in found] == [MODULE]
    assert [each.module for each in outcome.files] == ["02-bai-mau"]
