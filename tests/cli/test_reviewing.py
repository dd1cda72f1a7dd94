"""`giaotrinh review` as it is called."""

import json

import pytest
from typer.testing import CliRunner

from giaotrinh.cli import commands, reviewing
from giaotrinh.cli.app import app
from giaotrinh.driver.tasks.starting import start_project


@pytest.fixture
def project(tmp_path, monkeypatch):
    assert commands
    start_project(tmp_path / "p")
    monkeypatch.chdir(tmp_path / "p")
    return tmp_path / "p"


def run(*words, typed=None):
    return CliRunner().invoke(app, ["review", *words], input=typed)


def correct(project):
    text = project / "course/sources/van-ban/text.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("1. ", "1. Đã sửa: ", 1), encoding="utf-8")


def test_recording_all_needs_a_name_where_there_is_nobody_to_ask(project):
    refused = run("--all")

    assert refused.exit_code == 2
    assert "[review-no-name]" in refused.stderr
    assert not (project / "course/review.lock").exists()


def test_the_first_record_then_a_corrected_source(project):
    assert run("--all", "--by", "An").exit_code == 0
    correct(project)

    listed = run()

    assert listed.exit_code == 1
    assert "course/modules/01-bai-mau.md:" in listed.stdout and "nguồn đã đổi" in listed.stdout
    assert "van-ban:I.1" in listed.stdout and "van-ban:I.2" not in listed.stdout


def test_one_by_one_each_answer_is_kept(project, monkeypatch):
    run("--all", "--by", "An")
    correct(project)
    suspect = len(run().stdout.splitlines())
    assert suspect > 1
    monkeypatch.setattr(reviewing, "is_terminal", lambda: True)

    asked = run("--by", "Bình", typed="c\nt\n")

    assert "+ Đã sửa:" in asked.stdout
    assert (project / "course/review.lock").read_text(encoding="utf-8").count('"Bình"') == 1
    assert asked.exit_code == 1
    assert run("--by", "Bình", typed="c\n" * suspect).exit_code == 0


def test_json_lists_every_place(project):
    data = json.loads(run("--json").stdout)

    assert {place["state"] for place in data["places"]} == {"new"}
    assert all(place["line"] and place["now"] for place in data["places"])


def test_an_unknown_module_and_an_unreadable_course(project):
    assert run("99-la").exit_code == 2
    assert "[review-unknown-module]" in run("99-la").stderr
    (project / "course/course.yaml").write_text("title: [", encoding="utf-8")
    assert run().exit_code == 1
