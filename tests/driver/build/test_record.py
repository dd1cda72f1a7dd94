"""The record of the last build: trusted only while every file it names is the very file that was made."""

import hashlib

import pytest

from giaotrinh.driver.build.outcome import Finished, Outcome
from giaotrinh.driver.build.record import load_outcome, store_outcome
from giaotrinh.model.snapshot import Snapshot

FILE = "build/hoc-vien/Sach.pdf"


@pytest.fixture
def kept(tmp_path):
    """Return the record of a build that made one file, and the folder that holds it."""
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_bytes(b"pdf")
    digest = hashlib.sha256(b"pdf").hexdigest()
    made = Finished(edition="hoc-vien", path=FILE, pages=1, printed=1, cached=0, seconds=1.0, findings=0, digest=digest)
    store_outcome(tmp_path / "last.json", "same", Outcome(files=(made,), diagnostics=(), snapshot=Snapshot()))
    return tmp_path


def load(folder, identity="same"):
    return load_outcome(folder / "last.json", identity, folder, Snapshot())


def test_a_build_of_the_same_is_already_done(kept):
    outcome = load(kept)

    assert outcome is not None
    assert [(file.path, file.printed, file.cached) for file in outcome.files] == [(FILE, 0, 1)]


def test_an_altered_file_is_made_anew(kept):
    (kept / FILE).write_bytes(b"pdg")

    assert load(kept) is None


def test_a_lost_file_and_another_build_are_made_anew(kept):
    assert load(kept, "other") is None
    (kept / FILE).unlink()
    assert load(kept) is None
