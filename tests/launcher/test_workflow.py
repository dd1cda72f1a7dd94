"""The workflow of a public forge starts what .ci/run has, and nothing of its own."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")


def test_it_starts_suites_there_are():
    suites = yaml.safe_load(TEXT)["jobs"]["run"]["strategy"]["matrix"]["suite"]
    known = re.findall(r"^    ([a-z-]+)\)", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)

    assert suites
    assert set(suites) <= set(known)


def test_it_names_no_host_and_no_index():
    assert re.findall(r"https?://|index-url|[\w-]+\.(?:com|org|net|io|internal)\b", TEXT) == []
