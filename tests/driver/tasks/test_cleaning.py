"""What the program made goes; what people put into build/, or have behind a link, stays."""

import json

import pytest

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.tasks.cleaning import clean_project
from giaotrinh.driver.tasks.starting import start_project


@pytest.fixture
def project(tmp_path):
    start_project(tmp_path / "p")
    return find_project(tmp_path / "p")


def made(project, *names):
    """Write files and the manifest that names them."""
    for name in names:
        path = project.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"pdf")
    entries = {"files": [{"path": name} for name in names]}
    (project.build / "manifest.json").write_text(json.dumps(entries), encoding="utf-8")


def test_the_files_of_the_manifest_go_and_with_them_their_folders(project):
    made(project, "build/hoc-vien/a.pdf", "build/giang-vien/b.pdf")
    (project.cache / "fragments").mkdir(parents=True)

    done = clean_project(project)

    assert (done.removed, done.left) == (3, ())
    assert {path.name for path in project.build.iterdir()} <= {".gitignore", ".lock"}


@pytest.mark.parametrize("name", ["../outside.pdf", "course/course.yaml", "build/../course/course.yaml", "/etc/hosts"])
def test_a_manifest_that_names_something_outside_removes_nothing_there(project, name):
    (project.build / "manifest.json").write_text(json.dumps({"files": [{"path": name}]}), encoding="utf-8")
    (project.root.parent / "outside.pdf").write_bytes(b"x")

    clean_project(project)

    assert (project.root.parent / "outside.pdf").exists()
    assert (project.root / "course/course.yaml").exists()


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"files": 1}', b'{"files": [{}]}'])
def test_a_manifest_nobody_can_read_names_nothing(project, content):
    (project.build / "manifest.json").write_bytes(content)
    (project.build / "thesis.docx").write_bytes(b"x")

    assert clean_project(project).left == ("build/thesis.docx",)


def test_nothing_goes_through_a_link_inside(project, tmp_path):
    (tmp_path / "person").mkdir()
    (tmp_path / "person" / "a.pdf").write_bytes(b"x")
    (project.build / "hoc-vien").symlink_to(tmp_path / "person")
    entries = {"files": [{"path": "build/hoc-vien/a.pdf"}]}
    (project.build / "manifest.json").write_text(json.dumps(entries), encoding="utf-8")
    (project.build / "schema").symlink_to(tmp_path / "person")

    clean_project(project)

    assert (tmp_path / "person" / "a.pdf").exists()


def test_a_linked_output_folder_is_refused(project, tmp_path):
    (project.build / ".gitignore").unlink()
    project.build.rmdir()
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "luan-van.docx").write_bytes(b"x")
    project.build.symlink_to(tmp_path / "stick")

    with pytest.raises(Failure) as raised:
        clean_project(project)

    assert (raised.value.exit_code, raised.value.code) == (Exit.USAGE, "clean-link")
    assert (tmp_path / "stick" / "luan-van.docx").exists()
