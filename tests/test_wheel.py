"""The wheel stands alone: it carries the templates and the course, and the program finds them where it is installed."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def build(kind: str, source: Path, target: Path) -> Path:
    """Return the one file hatchling makes of a source tree."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(target)]
    subprocess.run(command, cwd=source, capture_output=True, check=True)
    [made] = target.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-index"]
    subprocess.run([*command, "--no-deps", "--target", str(folder), str(wheel)], check=True)
    return folder


def run(installed: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run Python as it is where only the wheel is installed."""
    environment = os.environ | {"PYTHONPATH": str(installed), "GIAOTRINH_LANG": "vi"}
    return subprocess.run(
        [sys.executable, *words], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def people_write(folder: str) -> set[str]:
    """Return the paths of what is kept of templates/ or course/."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        return {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    command = ["git", "-c", "core.quotePath=off", "ls-files", "--cached", "--others", "--exclude-standard", folder]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {line for line in listed.stdout.splitlines() if (ROOT / line).is_file()}


@pytest.mark.parametrize("folder", ["templates", "course"])
def test_the_wheel_carries(wheel, folder):
    names = set(zipfile.ZipFile(wheel).namelist())
    carried = {name.removeprefix("giaotrinh/_bundled/") for name in names if name.startswith("giaotrinh/_bundled/")}

    assert {name for name in carried if name.startswith(f"{folder}/")} == people_write(folder) != set()


def test_the_wheel_carries_no_more_than_the_program(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    assert {name.split("/")[0].split("-")[0] for name in names} == {"giaotrinh"}
    assert [name for name in names if name.endswith(".pyc") or "/.cache/" in name] == []
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_installed_program_finds_what_it_carries(installed, tmp_path):
    program = "from giaotrinh.driver.edge.project import bundled; print(bundled())"

    found = Path(run(installed, "-c", program, cwd=tmp_path).stdout.strip())

    assert found == installed / "giaotrinh/_bundled"
    assert (found / "templates/hoc-vien/edition.yaml").is_file()
    assert (found / "course/course.yaml").is_file()


def test_the_installed_program_starts_a_course_and_checks_it(installed, tmp_path):
    started = run(installed, "-m", "giaotrinh", "new", "khoa-hoc", cwd=tmp_path)
    checked = run(installed, "-m", "giaotrinh", "check", cwd=tmp_path / "khoa-hoc")

    assert (started.returncode, checked.returncode) == (0, 0), started.stderr + checked.stderr


def test_the_same_source_gives_the_same_wheel(wheel, tmp_path):
    assert build("wheel", ROOT, tmp_path).read_bytes() == wheel.read_bytes()


def test_a_wheel_can_be_made_of_the_source_archive(wheel, tmp_path):
    archive = build("sdist", ROOT, tmp_path / "sdist")
    (tmp_path / "source").mkdir()
    subprocess.run(["tar", "-xf", str(archive), "-C", str(tmp_path / "source")], check=True)
    [source] = (tmp_path / "source").iterdir()

    again = build("wheel", source, tmp_path / "wheel")

    assert zipfile.ZipFile(again).namelist() == zipfile.ZipFile(wheel).namelist()


def test_the_wheel_carries_the_word_lists(wheel):
    folder = "giaotrinh/viet/lexicon/"
    carried = {name.removeprefix(folder) for name in zipfile.ZipFile(wheel).namelist() if name.startswith(folder)}

    assert carried == {path.name for path in (ROOT / "src" / folder).glob("*.*")}
