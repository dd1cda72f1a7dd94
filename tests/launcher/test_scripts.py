"""Shell scripts are plain POSIX; locks and scripts name no index and no machine."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SCRIPTS = [ROOT / "giaotrinh", ROOT / ".ci/run", *sorted((ROOT / "scripts").glob("*.sh"))]
LOCKS = [ROOT / f"requirements{more}.lock" for more in ("", "-dev", "-browser")]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_shellcheck_has_nothing_to_say(script):
    shellcheck = Path(sys.executable).with_name("shellcheck")

    outcome = subprocess.run([shellcheck, "--shell=sh", script], capture_output=True, text=True, check=False)

    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_dash_reads_it(script):
    dash = shutil.which("dash") or "/bin/sh"

    assert subprocess.run([dash, "-n", script], check=False).returncode == 0
    assert script.stat().st_mode & 0o111 == 0o111


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_locks_are_exact_and_name_no_index(lock):
    text = lock.read_text(encoding="utf-8")
    requirements = [line for line in text.replace("\\\n", " ").splitlines() if line[:1].isalpha()]

    assert "://" not in text
    assert len(requirements) >= 3
    assert [line for line in requirements if not re.match(r"[a-z0-9-]+==[\w.]+ ", line)] == []
    assert [line for line in requirements if "--hash=sha256:" not in line] == []


def test_locks_agree_with_each_other():
    versions = [
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)) for lock in LOCKS
    ]
    shared = versions[0].keys() & versions[1].keys()

    assert shared
    assert [name for name in shared if versions[0][name] != versions[1][name]] == []


def test_locks_hold_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *(each for extra in project["project"]["optional-dependencies"].values() for each in extra),
        *(each for group in project["dependency-groups"].values() for each in group),
    ]
    locked = {name for lock in LOCKS for name in re.findall(r"^([a-z0-9-]+)==", lock.read_text(), re.MULTILINE)}

    assert {re.split(r"[<>=]", each)[0].lower() for each in wanted} - locked == set()
