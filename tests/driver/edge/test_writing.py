"""Files are whole or absent, whatever fails; two builds never share a folder."""

import errno
import os
import threading

import pytest

from giaotrinh.driver.edge import writing
from giaotrinh.driver.edge.exchange import exchange
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.writing import FORGOTTEN, Overtaken, locked, taking_turns, write_whole

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


def test_files_of_writers_that_live_are_spared(tmp_path):
    mine = tmp_path / f".book.pdf.{os.getpid()}.1.1.part"
    old = tmp_path / f".old.pdf.{os.getpid()}.1.2.part"
    for path in (mine, old):
        path.write_bytes(b"half")
    os.utime(old, (0, old.stat().st_mtime - FORGOTTEN - 1))

    with locked(tmp_path):
        left = sorted(path.name for path in tmp_path.glob(".*.part"))

    assert left == [mine.name]


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o640])
def test_a_file_keeps_its_mode(tmp_path, mode):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(mode)

    write_whole(path, b"new")

    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", mode)


def test_a_file_nobody_may_write_is_not_written(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o444)

    with pytest.raises(Failure) as raised:
        write_whole(path, b"new")

    assert raised.value.code == "output-not-writable"
    assert path.read_bytes() == b"old"


def test_through_a_link_its_target_is_written(tmp_path):
    target, link = tmp_path / "real" / "a.md", tmp_path / "a.md"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link.symlink_to(target)

    write_whole(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert [path.name for path in target.parent.iterdir()] == ["a.md"]


def test_what_somebody_wrote_meanwhile_stands(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"theirs")

    with pytest.raises(Overtaken):
        write_whole(path, b"ours", instead_of=b"as we read it")

    assert path.read_bytes() == b"theirs"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("more", [[b"theirs"], [b"theirs", b"theirs again"]])
def test_what_another_program_writes_after_the_last_look_stays(tmp_path, monkeypatch, more):
    path = tmp_path / "a.md"
    path.write_bytes(b"as we read it")
    rivals = iter(more)

    def overtaken(one, other):
        rival = next(rivals, None)
        if rival is not None:
            other.write_bytes(rival) if rival == b"theirs" else swap(other, rival)
        return exchange(one, other)

    def swap(target, content):
        target.with_name("of-theirs").write_bytes(content)
        target.with_name("of-theirs").replace(target)

    monkeypatch.setattr(writing, "exchange", overtaken)
    with pytest.raises(Overtaken):
        write_whole(path, b"ours", instead_of=b"as we read it")

    assert path.read_bytes() == more[-1]
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


def test_without_such_a_step_a_file_is_replaced(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    path.write_bytes(b"as we read it")
    monkeypatch.setattr(writing, "exchange", lambda one, other: False)

    write_whole(path, b"ours", instead_of=b"as we read it")

    assert path.read_bytes() == b"ours"


def test_many_writers_of_one_file_leave_one_of_their_texts_whole(tmp_path):
    path = tmp_path / "a.md"
    texts = [bytes([letter]) * 5000 for letter in b"abcdefgh"]
    writers = [threading.Thread(target=write_whole, args=(path, text)) for text in texts]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert path.read_bytes() in texts
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


def test_those_who_take_turns_lose_nothing(tmp_path):
    path = tmp_path / "count"
    path.write_bytes(b"0")

    def add():
        for _ in range(20):
            with taking_turns(tmp_path / "turn"):
                write_whole(path, str(int(path.read_bytes()) + 1).encode())

    writers = [threading.Thread(target=add) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert path.read_bytes() == b"80"
