"""Benches and measures start one way, and each says what it takes."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BENCHES = {"checking", "drafting", "importing", "previewing", "printing"}
MEASURES = {"corpus", "crash", "drafting", "fidelity"}


def start(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "scripts/measuring.py", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def listed(kind: str) -> list[str]:
    return [line.split()[0] for line in start(kind).stdout.splitlines()]


@pytest.mark.parametrize(("kind", "least"), [("bench", BENCHES), ("measure", MEASURES)])
def test_what_there_is_is_listed_and_each_takes_help(kind, least):
    names = listed(kind)

    assert least <= set(names)
    for name in names:
        asked = start(kind, name, "--help")
        assert (asked.returncode, asked.stderr) == (0, ""), name
        assert len(asked.stdout.splitlines()) > 1, name


def test_an_unknown_name_is_refused_with_the_nearest():
    refused = start("bench", "imprting")

    assert (refused.returncode, refused.stdout) == (2, "")
    assert "importing" in refused.stderr


@pytest.mark.parametrize("word", ["bench", "measure"])
def test_the_launcher_knows_the_word(word):
    assert f"./giaotrinh {word}" in (ROOT / "giaotrinh").read_text(encoding="utf-8")
