"""Fragments come back as they were stored; a damaged entry is a miss."""

import pytest

from giaotrinh.driver.print.cache import Cache
from giaotrinh.model.fragment import Anchor, Fragment


@pytest.fixture
def fragment():
    return Fragment(
        job="hoc-vien/body/01",
        key="ab" + "0" * 62,
        pdf=b"%PDF-1.7 \x00\xff",
        page_texts=("Nghị quyết", ""),
        anchors=(Anchor(id="01/b1", page=0, x=1.5, y=2.25),),
        warnings=("ignored",),
        missing="☐",
    )


def test_a_fragment_comes_back_equal(tmp_path, fragment):
    cache = Cache(tmp_path)
    cache.store(fragment)

    assert cache.load(fragment.key, fragment.job) == fragment


@pytest.mark.parametrize("position", [0, 20, 40, 90, -1])
def test_a_flipped_byte_is_a_miss(tmp_path, fragment, position):
    cache = Cache(tmp_path)
    cache.store(fragment)
    [path] = tmp_path.rglob("*.fragment")
    content = bytearray(path.read_bytes())
    content[position] ^= 1
    path.write_bytes(bytes(content))

    assert cache.load(fragment.key, fragment.job) is None


@pytest.mark.parametrize("length", [0, 10, 33, 60])
def test_a_cut_entry_is_a_miss(tmp_path, fragment, length):
    cache = Cache(tmp_path)
    cache.store(fragment)
    [path] = tmp_path.rglob("*.fragment")
    path.write_bytes(path.read_bytes()[:length])

    assert cache.load(fragment.key, fragment.job) is None


def test_unused_entries_are_removed(tmp_path, fragment):
    cache = Cache(tmp_path)
    cache.store(fragment)

    cache.keep_only(frozenset({"cd" + "0" * 62}))

    assert list(tmp_path.rglob("*.fragment")) == []
