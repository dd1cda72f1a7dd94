"""Files that people name are read whole, or refused; nothing is waited for."""

import os

import pytest

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.messages import LANGUAGES, fill_text, load_messages
from giaotrinh.driver.edge.reading import read_file


def refused(path, limit=100):
    with pytest.raises(Failure) as raised:
        read_file(path, limit)
    assert raised.value.exit_code == Exit.UNREADABLE
    return raised.value.code


def test_a_file_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"x" * 100)

    assert read_file(tmp_path / "a", 100) == b"x" * 100


def test_a_larger_one_is_refused(tmp_path):
    (tmp_path / "a").write_bytes(b"x" * 101)

    assert refused(tmp_path / "a") == "input-too-large"


@pytest.mark.parametrize("make", ["pipe", "folder", "device", "nothing"])
def test_what_is_no_file_is_refused_at_once(tmp_path, make):
    path = tmp_path / "a"
    if make == "pipe":
        os.mkfifo(path)
    elif make == "folder":
        path.mkdir()
    elif make == "device":
        path.symlink_to("/dev/zero")

    assert refused(path) == ("input-unreadable" if make in ("nothing", "folder") else "input-special")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_is_no_text_can_be_told(language):
    told = fill_text(load_messages(language)["input-unreadable"].text, {"path": os.fsdecode(b"bad\xff.docx")})

    assert "bad\ufffd.docx" in told
    told.encode("utf-8")
