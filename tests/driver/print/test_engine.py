"""What names the engine, asked without importing it."""

import subprocess
import sys

import pytest

import giaotrinh.driver.print.engine as engine
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.print.fonts import gather_fonts
from giaotrinh.model.snapshot import Snapshot


def test_the_name_holds_engine_libraries_and_fonts():
    fonts = gather_fonts(Snapshot())

    name = engine.engine_name(fonts)

    assert "weasyprint 70" in name and "libpango-1.0.so.0 1." in name and fonts.digest in name


def test_a_schools_own_font_changes_the_name():
    own = Snapshot(files={"templates/fonts/Truong.ttf": b"font"})

    assert engine.engine_name(gather_fonts(own)) != engine.engine_name(gather_fonts(Snapshot()))


def test_a_missing_library_is_named(monkeypatch):
    monkeypatch.setattr(engine, "LIBRARIES", (("libkhong-co.so.9", ""),))

    with pytest.raises(Failure) as raised:
        engine.library_versions()

    assert (raised.value.exit_code, raised.value.code) == (Exit.ENVIRONMENT, "libraries-missing")
    assert raised.value.arguments["names"] == "libkhong-co.so.9"


def test_missing_fonts_are_named(monkeypatch):
    monkeypatch.setattr("giaotrinh.driver.print.fonts.SYSTEM_FOLDERS", ())

    with pytest.raises(Failure) as raised:
        gather_fonts(Snapshot())

    assert (raised.value.exit_code, raised.value.code) == (Exit.ENVIRONMENT, "fonts-missing")


def test_the_engine_is_imported_without_a_search_for_its_libraries():
    program = """
import ctypes.util
def search(name): raise AssertionError(name)
ctypes.util.find_library = search
from giaotrinh.driver.print.loading import load_engine
assert load_engine().HTML
assert ctypes.util.find_library is search
"""
    subprocess.run([sys.executable, "-c", program], check=True)
