"""build/ holds what the course of today makes: former files go, altered ones are kept aside, and both are told once."""

import copy
import json

import pytest

from giaotrinh.driver.build.clearing import clear
from giaotrinh.driver.build.manifest import files_in
from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.tasks.coverage_report import coverage_report
from giaotrinh.driver.tasks.starting import start_project
from preview_course import change

BEFORE = "build/phat-tay/CD01_HV_Phat-tay_Bai-mau.pdf"
AFTER = "build/phat-tay/CD01_HV_Phat-tay_Bai-khac.pdf"
KEPT = "build/old/phat-tay/CD01_HV_Phat-tay_Bai-mau.pdf"


def build(project, *more, **wanted):
    return build_project(project, Request(editions=("phat-tay", *more), jobs=1, **wanted), lambda _: None)


def told(outcome):
    return [(each.code, dict(each.arguments)["files"]) for each in outcome.diagnostics if each.code.startswith("print-")]


def rename(project):
    change(project.root / "course/modules/01-bai-mau.md", "short_title: Bài mẫu", "short_title: Bài khác")


def listed(project):
    return [file.path for file in files_in((project.build / "manifest.json").read_bytes())]


@pytest.fixture
def project(tmp_path):
    start_project(tmp_path / "p")
    project = find_project(tmp_path / "p")
    build(project)
    assert (project.root / BEFORE).is_file()
    return project


def test_a_file_as_it_was_written_goes_and_is_told_once(project):
    rename(project)

    assert told(build(project)) == [("print-removed", BEFORE)]
    assert told(build(project)) == []
    assert listed(project) == [AFTER] and not (project.root / BEFORE).exists()


def test_an_altered_file_is_kept_aside_and_named(project):
    (project.root / BEFORE).write_bytes(b"of a person")
    (project.root / KEPT).parent.mkdir(parents=True)
    (project.root / KEPT).write_bytes(b"of an earlier day")
    rename(project)

    assert told(build(project)) == [("print-set-aside", KEPT.replace(".pdf", "_2.pdf"))]
    assert (project.root / KEPT.replace(".pdf", "_2.pdf")).read_bytes() == b"of a person"
    assert (project.root / KEPT).read_bytes() == b"of an earlier day"
    assert listed(project) == [AFTER]


def test_variants_and_single_modules_of_today_stay(project):
    build(project, "hoc-vien", grey=True)
    build(project, "hoc-vien", module="01-bai-mau")
    files = sorted(listed(project))

    assert told(build(project)) == [] and len(files) == 4
    assert sorted(listed(project)) == files


def test_nothing_goes_while_a_part_of_the_course_cannot_be_read(project):
    rename(project)
    change(project.root / "course/modules/01-bai-mau.md", "# ", ":::{no-such-block}\n:::\n\n# ")

    build(project)

    assert (project.root / BEFORE).is_file() and BEFORE in listed(project)


def test_nothing_is_touched_behind_a_link(project, tmp_path):
    [file] = files_in((project.build / "manifest.json").read_bytes())
    (project.root / "build/phat-tay").rename(tmp_path / "elsewhere")
    (project.root / "build/phat-tay").symlink_to(tmp_path / "elsewhere")

    assert clear(project, [file]) == ()
    assert (tmp_path / "elsewhere/CD01_HV_Phat-tay_Bai-mau.pdf").is_file()


def test_coverage_counts_the_pages_of_todays_files_alone(project):
    manifest = project.build / "manifest.json"
    build(project, "hoc-vien")
    data = json.loads(manifest.read_bytes())
    book = next(file for file in data["files"] if file["edition"] == "hoc-vien")
    data["files"].append(copy.deepcopy({**book, "path": "build/hoc-vien/CD09_HV_Cu.pdf"}))
    for each in data["files"][-1]["provisions"].values():
        each["pages"] = ["999"]
    manifest.write_text(json.dumps(data), encoding="utf-8")

    pages = {page for row in coverage_report(project).rows for page in row.pages}

    assert pages and "999" not in pages
