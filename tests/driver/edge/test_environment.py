"""What the program stands on is looked over, and damage is told as such: never as a fault of the course."""

import subprocess
import sys

import pytest

from giaotrinh.driver.edge.environment import broken_packages, damage_of, is_damage
from giaotrinh.driver.edge.failure import Exit


def install(folder, name, *, needs=(), files=("a.py",)):
    """Lay a package into a folder as pip does."""
    (folder / name).mkdir()
    record = []
    for file in files:
        (folder / name / file).write_text("x = 1\n", encoding="utf-8")
        record.append(f"{name}/{file},,6")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    lines = ["Metadata-Version: 2.1", f"Name: {name}", "Version: 1.0", *(f"Requires-Dist: {each}" for each in needs)]
    (info / "METADATA").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (info / "RECORD").write_text("\n".join(record) + "\n", encoding="utf-8")


@pytest.fixture
def site(tmp_path, monkeypatch):
    install(tmp_path, "chuongtrinh", needs=["can>=1", 'khac; extra == "them"', 'cu; python_version < "3"'])
    install(tmp_path, "can", needs=["sau"], files=("a.py", "b.py"))
    install(tmp_path, "sau")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    return tmp_path


def test_a_whole_environment_has_nothing_broken(site):
    assert broken_packages("chuongtrinh") == ()
    assert broken_packages() == ()  # the one these tests run in is not on the path


@pytest.mark.parametrize("damage", ["gone", "file gone", "cut", "empty", "gone below"])
def test_damage_is_found(site, damage):
    name = "sau" if damage == "gone below" else "can"
    if damage.startswith("gone"):
        for path in (site / f"{name}-1.0.dist-info").iterdir():
            path.unlink()
        (site / f"{name}-1.0.dist-info").rmdir()
    elif damage == "file gone":
        (site / name / "b.py").unlink()
    else:
        (site / name / "b.py").write_bytes(b"x" if damage == "cut" else b"")

    assert broken_packages("chuongtrinh") == (name,)


def test_the_environment_is_marked_to_be_made_anew(tmp_path, monkeypatch):
    (tmp_path / "ready-run").write_text("whole", encoding="utf-8")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))

    failure = damage_of(ImportError("No module named 'typer'"))

    assert (failure.exit_code, failure.code) == (Exit.ENVIRONMENT, "environment-damaged")
    assert not (tmp_path / "ready-run").exists()


@pytest.mark.parametrize(
    ("problem", "is_so"),
    [
        (ModuleNotFoundError("No module named 'jinja2'", name="jinja2"), True),
        (ImportError("cannot import name 'x' from 'typer'", name="typer"), True),
        (ModuleNotFoundError("No module named 'giaotrinh.x'", name="giaotrinh.x"), False),
        (ValueError("x"), False),
    ],
)
def test_a_missing_package_is_no_fault_of_the_program(problem, is_so):
    assert is_damage(problem) is is_so


def test_without_its_command_line_library_the_program_says_so():
    program = "import sys, runpy; sys.prefix = '/nowhere'; sys.modules['typer'] = None; runpy.run_module('giaotrinh')"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert ran.returncode == Exit.ENVIRONMENT
    assert "Traceback" not in ran.stderr
    assert "bị hỏng" in ran.stderr
    assert "is damaged" in ran.stderr
