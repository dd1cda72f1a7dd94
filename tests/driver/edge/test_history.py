"""Versions are kept by age and size, whatever becomes of build/."""

import os

import pytest

from giaotrinh.driver.edge import history
from giaotrinh.driver.edge.history import AGE_LIMIT, history_of, keep_version
from giaotrinh.driver.edge.project import ProjectFolder


@pytest.fixture
def project(tmp_path):
    return ProjectFolder(root=tmp_path)


def test_two_versions_of_one_second_are_two(project, tmp_path):
    keep_version(project, tmp_path / "a.md", b"one")
    keep_version(project, tmp_path / "a.md", b"two")

    assert sorted(path.read_bytes() for path in history_of(project).iterdir()) == [b"one", b"two"]


def test_what_is_too_old_goes(project, tmp_path):
    old = keep_version(project, tmp_path / "a.md", b"old")
    os.utime(old, (0, old.stat().st_mtime - AGE_LIMIT - 1))
    new = keep_version(project, tmp_path / "a.md", b"new")

    assert [*history_of(project).iterdir()] == [new]


def test_what_is_too_much_goes_the_oldest_first(project, tmp_path, monkeypatch):
    monkeypatch.setattr(history, "SIZE_LIMIT", 10)
    old = keep_version(project, tmp_path / "a.md", b"12345678")
    os.utime(old, (0, old.stat().st_mtime - 60))
    new = keep_version(project, tmp_path / "a.md", b"abcdefgh")

    assert [*history_of(project).iterdir()] == [new]
