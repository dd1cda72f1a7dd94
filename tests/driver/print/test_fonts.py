"""The copies of the fonts that printing sees are the fonts, whatever became of them since the last build."""

import pytest

from giaotrinh.driver.print.fonts import FILES, INDEX, gather_fonts, isolate
from giaotrinh.model.snapshot import Snapshot


@pytest.fixture(scope="module")
def fonts():
    return gather_fonts(Snapshot())


def copies(settings):
    return {path.name: path.read_bytes() for path in (settings.parent / FILES).iterdir()}


@pytest.mark.parametrize("damage", ["exchanged", "cut", "missing", "one more"])
def test_damage_is_mended_and_the_notes_of_it_forgotten(fonts, tmp_path, damage):
    settings = isolate(fonts, tmp_path)
    folder = settings.parent / FILES
    regular = folder / "Tinos-Regular.ttf"
    (settings.parent / INDEX / "notes").write_bytes(b"as the files were")
    if damage == "exchanged":
        regular.write_bytes((folder / "Arimo-Regular.ttf").read_bytes())
    elif damage == "cut":
        regular.write_bytes(regular.read_bytes()[:1000])
    elif damage == "missing":
        regular.unlink()
    else:
        (folder / "Other.ttf").write_bytes(regular.read_bytes())

    isolate(fonts, tmp_path)

    assert copies(settings) == dict(fonts.files)
    assert not (settings.parent / INDEX / "notes").exists()


def test_what_is_whole_is_left_alone(fonts, tmp_path):
    settings = isolate(fonts, tmp_path)
    (settings.parent / INDEX / "notes").write_bytes(b"as the files are")
    before = {path: path.stat().st_mtime_ns for path in (settings.parent / FILES).iterdir()}

    isolate(fonts, tmp_path)

    assert before == {path: path.stat().st_mtime_ns for path in (settings.parent / FILES).iterdir()}
    assert (settings.parent / INDEX / "notes").exists()
