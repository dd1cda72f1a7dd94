"""Finding projects and taking snapshots."""

import pytest

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import bundled, find_project, take_snapshot
from giaotrinh.driver.tasks.starting import start_project


@pytest.fixture
def project(tmp_path):
    start_project(tmp_path / "p")
    return find_project(tmp_path / "p" / "course" / "modules")


def test_a_project_is_found_from_below(project, tmp_path):
    assert project.root == tmp_path / "p"


def test_built_in_templates_fill_what_the_project_lacks(project):
    own = project.root / "templates" / "base" / "text.css"
    own.parent.mkdir()
    own.write_bytes(b"/* own */")

    files = take_snapshot(project).files

    assert files["templates/base/text.css"] == b"/* own */"
    assert files["templates/hoc-vien/edition.yaml"] == (bundled() / "templates/hoc-vien/edition.yaml").read_bytes()


def test_hidden_files_and_links_out_of_the_project_are_left_out(project, tmp_path):
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (project.root / "course" / "images").mkdir()
    (project.root / "course" / "images" / "a.png").symlink_to(tmp_path / "secret.txt")
    (project.root / "course" / ".swap").write_bytes(b"x")

    names = take_snapshot(project).files

    assert "course/images/a.png" not in names
    assert "course/.swap" not in names


def test_an_unreadable_file_is_a_failure_of_input(project, monkeypatch):
    def refuse(*arguments):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("giaotrinh.driver.edge.reading.os.open", refuse)

    with pytest.raises(Failure) as raised:
        take_snapshot(project)

    assert (raised.value.exit_code, raised.value.code) == (Exit.UNREADABLE, "input-unreadable")
