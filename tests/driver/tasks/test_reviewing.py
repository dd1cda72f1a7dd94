"""Reviews on disk: a corrected source marks the places and the printed pages that lean on what changed, no others."""

import json

import pytest

from giaotrinh.check.course.review import LOCK_FILE, LinkState
from giaotrinh.driver.build.checking import check_project
from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.tasks.reviewing import record, reviewing
from giaotrinh.driver.tasks.starting import start_project

MODULE = "01-bai-mau"


@pytest.fixture
def project(tmp_path):
    start_project(tmp_path / "p")
    return find_project(tmp_path / "p")


def correct(project):
    """Correct provision I.1 of the source."""
    text = project.root / "course/sources/van-ban/text.txt"
    lines = text.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("1. "))
    lines[at] = f"{lines[at].rstrip('.')} theo kế hoạch."
    text.write_text("\n".join(lines), encoding="utf-8")


def states(project):
    return {(link.key[1], link.key[2]): link.state for link in reviewing(project).links}


def codes(project):
    return [found.code for found in check_project(project).diagnostics]


def test_everything_is_new_until_somebody_records_it(project):
    first = reviewing(project)
    assert {link.state for link in first.links} == {LinkState.NEW}

    record(project, first.links, "Nguyễn Văn An")

    assert set(states(project).values()) == {LinkState.CURRENT}
    assert '"Nguyễn Văn An"' in (project.root / "course/review.lock").read_text(encoding="utf-8")
    assert codes(project) == []


def test_a_corrected_provision_marks_its_places_alone(project):
    first = reviewing(project)
    record(project, first.links, "An")

    correct(project)

    suspect = {address for (_, address), state in states(project).items() if state is LinkState.SUSPECT}
    assert suspect == {"van-ban:I.1"}
    found = [each for each in check_project(project).diagnostics if each.code == "review-suspect"]
    assert found and all("theo kế hoạch" in dict(each.arguments)["now"] for each in found)
    assert all(each.span.file.startswith("course/modules/") and each.span.line for each in found)


def test_one_module_is_asked_for_by_its_name(project):
    assert reviewing(project, module=MODULE).links == reviewing(project).links
    with pytest.raises(Failure) as refused:
        reviewing(project, module="99-khong-co")
    assert (refused.value.exit_code, refused.value.code) == (Exit.USAGE, "review-unknown-module")


def test_printed_pages_that_fell_behind_are_named(project):
    build_project(project, Request(editions=("hoc-vien",), jobs=1), lambda _: None)
    manifest = json.loads((project.build / "manifest.json").read_bytes())
    printed = manifest["files"][0]["provisions"]
    assert printed["van-ban:I.1"]["pages"] and "print-behind" not in codes(project)

    correct(project)

    [found] = [each for each in check_project(project).diagnostics if each.code == "print-behind"]
    assert found.span.file == manifest["files"][0]["path"]
    assert dict(found.arguments) == {
        "provisions": "van-ban:I.1",
        "pages": ", ".join(printed["van-ban:I.1"]["pages"]),
    }


def test_a_manifest_that_is_none_says_nothing(project):
    project.build.mkdir(exist_ok=True)
    for content in ("{", "[]", '{"files": [{}]}', '{"files": [{"path": "x", "provisions": {"a": 1}}]}'):
        (project.build / "manifest.json").write_text(content)
        assert codes(project) == []


def test_two_reviewers_keep_each_others_records(project):
    lan, binh = reviewing(project), reviewing(project)
    record(project, lan.links[:1], "Lan")
    record(project, binh.links[1:2], "Bình")

    written = (project.root / LOCK_FILE).read_text(encoding="utf-8")

    assert '"Lan"' in written
    assert '"Bình"' in written
