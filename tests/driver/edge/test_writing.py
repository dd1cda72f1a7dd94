"""Files are whole or absent, whatever fails; two builds never share a folder."""

import errno
import os

import pytest

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.writing import locked, write_whole

CALLS = ["open", "fsync", "replace"]


def test_a_file_is_written_with_its_folders(tmp_path):
    path = tmp_path / "a" / "b.pdf"

    write_whole(path, b"one")
    write_whole(path, b"two")

    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["b.pdf"]


@pytest.mark.parametrize("failing", CALLS)
def test_the_old_file_survives_any_failing_call(tmp_path, monkeypatch, failing):
    path = tmp_path / "book.pdf"
    write_whole(path, b"old")

    def fail(*arguments, **named):
        raise OSError(errno.EIO, "broken disk")

    target = {"open": "pathlib.Path.open", "fsync": "os.fsync", "replace": "pathlib.Path.replace"}[failing]
    with monkeypatch.context() as patch:
        patch.setattr(target, fail)
        with pytest.raises(Failure) as raised:
            write_whole(path, b"new")

    assert raised.value.exit_code == Exit.NOT_WRITABLE
    assert raised.value.code == "output-not-writable"
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["book.pdf"]


def test_a_full_disk_is_named(tmp_path, monkeypatch):
    def full(handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)

    with pytest.raises(Failure) as raised:
        write_whole(tmp_path / "book.pdf", b"new")

    assert raised.value.code == "disk-full"
    assert list(tmp_path.iterdir()) == []


def test_a_second_build_is_told_to_wait(tmp_path):
    with locked(tmp_path), pytest.raises(Failure) as raised, locked(tmp_path):
        pass

    assert raised.value.exit_code == Exit.LOCKED


def test_what_a_killed_build_left_is_swept(tmp_path):
    leftover = tmp_path / "hoc-vien" / ".book.pdf.123.part"
    leftover.parent.mkdir()
    leftover.write_bytes(b"half")

    with locked(tmp_path):
        swept = not leftover.exists()

    assert swept


def test_a_folder_that_cannot_be_made_is_a_failure(tmp_path):
    (tmp_path / "build").write_text("a file where the folder should be")

    with pytest.raises(Failure) as raised, locked(tmp_path / "build"):
        pass

    assert raised.value.exit_code == Exit.NOT_WRITABLE
