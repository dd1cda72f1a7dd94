"""`giaotrinh coverage`: rows for every provision, pages of the printed book, an exit code."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from giaotrinh.cli import commands
from giaotrinh.cli.app import app
from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.tasks.coverage_report import HEAD, as_csv, as_html, as_json, coverage_report
from giaotrinh.driver.tasks.starting import start_project
from preview_course import change


@pytest.fixture
def project(tmp_path, monkeypatch):
    assert commands
    start_project(tmp_path / "p")
    monkeypatch.chdir(tmp_path / "p")
    return find_project(tmp_path / "p")


def test_every_provision_has_a_row_with_its_places(project):
    rows = {row.address: row for row in coverage_report(project).rows}

    row = rows["van-ban:I.1"]
    assert row.meets and row.taught and row.tested and row.pages == ()
    assert all(place.startswith("course/modules/01-bai-mau.md:") for place in (*row.taught, *row.tested))


def test_pages_come_from_the_printed_book(project):
    build_project(project, Request(editions=("hoc-vien",), jobs=1), lambda _: None)

    rows = {row.address: row for row in coverage_report(project).rows}

    assert rows["van-ban:I.1"].pages and all(page.isdigit() for page in rows["van-ban:I.1"].pages)


def test_csv_json_and_html_hold_the_same_rows(project):
    report = coverage_report(project)
    table = list(csv.reader(io.StringIO(as_csv(report).removeprefix("\ufeff"))))
    data = json.loads(as_json(report))

    assert table[0] == list(HEAD.values())
    assert [line[0] for line in table[1:]] == [row["address"] for row in data["provisions"]]
    assert as_html(report).count("<tr") == len(table)
    assert "<script" not in as_html(report)


def test_what_is_missing_is_exit_code_1(project, tmp_path):
    assert CliRunner().invoke(app, ["coverage"]).exit_code == 0
    text = project.root / "course/sources/van-ban/text.txt"
    text.write_text(f"{text.read_text(encoding='utf-8').rstrip()}\n2. Một việc chưa ai giảng.\n", encoding="utf-8")
    settings = project.root / "course/sources/van-ban/source.yaml"
    change(settings, "  II.1: task-group", "  II.1: task-group\n  II.2: task-group")
    change(project.root / "course/course.yaml", "page:", "policy: {coverage: {task-group: taught}}\npage:")

    told = CliRunner().invoke(app, ["coverage", "--format", "csv", "-o", str(tmp_path / "phu.csv")])

    assert told.exit_code == 1, told.output
    [line] = [line for line in (tmp_path / "phu.csv").read_text(encoding="utf-8").splitlines() if ":II.2" in line]
    assert line.endswith(",không")


def test_a_course_that_cannot_be_read_says_why(project):
    (project.root / "course/course.yaml").write_text("title: [", encoding="utf-8")

    assert CliRunner().invoke(app, ["coverage"]).exit_code == 1
