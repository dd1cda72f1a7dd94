"""A file is bound and proved anew exactly when something it is made from has changed."""

import shutil

import pytest

from bench.synthetic import write_course
from giaotrinh.driver.build import editions
from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.build.standing import StandingFiles
from giaotrinh.driver.edge.project import find_project

EDITIONS = ("hoc-vien", "giao-an", "phat-tay")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = write_course(tmp_path_factory.mktemp("standing") / "c", modules=3)
    course = root / "course/course.yaml"
    text = course.read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if not line.startswith("editions:")]
    course.write_text("\n".join([*kept, f"editions: [{', '.join(EDITIONS)}]", ""]), encoding="utf-8")
    build(find_project(root))
    return root


@pytest.fixture
def project(built, tmp_path):
    shutil.copytree(built, tmp_path / "copy")
    return find_project(tmp_path / "copy")


def build(project):
    return build_project(project, Request(jobs=2), lambda printed: None)


def bound_in(project, monkeypatch):
    """Build, and return what was bound: edition with module, "" for a book."""
    bound = []
    finish = editions.finish

    def noted(layout, module):
        file = finish(layout, module)
        bound.append((file.edition.id, file.module))
        return file

    monkeypatch.setattr(editions, "finish", noted)
    build(project)
    return sorted(bound)


def files(project):
    return {path.relative_to(project.build): path.read_bytes() for path in project.build.rglob("*.pdf")}


def change(project, number, old, new):
    path = sorted((project.root / "course/modules").iterdir())[number - 1]
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path.stem


def test_an_edit_binds_the_files_of_its_module_and_the_book(project, monkeypatch):
    module = change(project, 2, "## ", "## Sửa: ")

    assert set(bound_in(project, monkeypatch)) <= {("hoc-vien", ""), ("giao-an", module), ("phat-tay", module)}


def test_what_is_warm_has_the_bytes_of_what_is_cold(project, tmp_path):
    for number, words in ((2, "## Sửa: "), (1, "## Thêm: "), (3, "## Bớt: ")):
        change(project, number, "## ", words)
        build(project)
    cold = tmp_path / "cold"
    shutil.copytree(project.root, cold, ignore=shutil.ignore_patterns("build"))
    build(find_project(cold))

    assert files(project) == files(find_project(cold))


@pytest.mark.parametrize("damage", ["altered", "gone", "notes gone", "notes broken"])
def test_a_file_that_is_not_as_it_was_written_is_made_again(project, monkeypatch, damage):
    before = files(project)
    path = next(project.build.glob("giao-an/*.pdf"))
    notes = project.cache / "files.json"
    if damage == "altered":
        path.write_bytes(path.read_bytes() + b" ")
    elif damage == "gone":
        path.unlink()
    elif damage == "notes gone":
        notes.unlink()
    else:
        notes.write_bytes(b'{"schema": 1, "files": {"a": {}}}')
    (project.cache / "last.json").unlink()
    bound = bound_in(project, monkeypatch)

    assert len(bound) == (1 if damage in ("altered", "gone") else len(before))
    assert files(project) == before


def test_what_is_known_of_a_file_needs_the_file(tmp_path):
    assert StandingFiles(tmp_path / "files.json", tmp_path).find("a.pdf", "x") is None
