"""An edition on its way: what fails in print becomes a finding, and rounds have an end."""

import pytest

import giaotrinh.driver.build.layout as layout_module
from giaotrinh.driver.build.layout import Layout
from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.edge.project import find_project, take_snapshot
from giaotrinh.driver.print.printer import Printed
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.model.fragment import Fragment


@pytest.fixture
def layout(tmp_path):
    start_project(tmp_path / "p")
    project = find_project(tmp_path / "p")
    snapshot = take_snapshot(project)
    prepared = prepare(snapshot, project.course_file(""))
    [edition] = [edition for edition in prepared.editions if edition.id == "hoc-vien"]
    return Layout(curriculum=prepared.curriculum, edition=edition, templates=dict(snapshot.below("templates")))


def blank(job, **more):
    return Fragment(job=job.name, key="k", pdf=b"", page_texts=("",), **more)


def codes(layout):
    return {found.code for found in layout.diagnostics()}


@pytest.mark.parametrize(
    ("failure", "code"),
    [("time-limit", "print-time-limit"), ("worker-died", "print-worker-died"), ("crashed", "print-crashed")],
)
def test_a_failed_print_is_a_finding_and_stops_the_edition(layout, failure, code):
    jobs = tuple(layout.wanted())

    layout.take({job.name: Printed(job=job, key="k", fragment=None, failure=failure, detail="x") for job in jobs[:1]})

    assert codes(layout) == {code}
    assert layout.failed and tuple(layout.wanted()) == ()


def test_a_character_without_a_glyph_is_a_finding(layout):
    jobs = tuple(layout.wanted())

    layout.take({jobs[0].name: Printed(job=jobs[0], key="k", fragment=blank(jobs[0], missing="漢"))})

    [found] = layout.diagnostics()
    assert (found.code, dict(found.arguments)["characters"]) == ("glyph-missing", "漢")


def test_what_the_engine_logs_is_a_warning(layout):
    jobs = tuple(layout.wanted())

    layout.take({jobs[0].name: Printed(job=jobs[0], key="k", fragment=blank(jobs[0], warnings=("odd CSS",)))})

    assert codes(layout) == {"engine-warning"}
    assert not layout.failed


def test_page_numbers_that_never_settle_end_in_a_finding(layout, monkeypatch):
    monkeypatch.setattr(layout_module, "ROUNDS", 1)
    jobs = tuple(layout.wanted())
    layout.take({job.name: Printed(job=job, key="k", fragment=blank(job)) for job in jobs})

    assert tuple(layout.wanted()) == ()
    assert codes(layout) == {"pages-do-not-settle"}
