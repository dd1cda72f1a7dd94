"""What the pages for contributors name is there, and the map of the house has every package."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/giaotrinh"
PAGES = ("CONTRIBUTING.md", "tests/README.md", "docs/architecture.md", "docs/how-a-book-is-bound.md")
BASES = [
    *(ROOT, SOURCE, SOURCE / "bind", SOURCE / "driver/edge", SOURCE / "driver/edge/messages"),
    *(ROOT / "tests", ROOT / "templates/base"),
]
PLANNED = {"export/handout.py", "driver/tasks/handouts.py"}
"""Files of changes that are told on paper alone."""

FILE = re.compile(r"`((?:[\w.-]+/)*[\w.-]+\.(?:py|md|toml|yaml|css|html|sh))`")


@pytest.mark.parametrize("page", PAGES)
def test_files_that_are_named_are_there(page):
    named = set(FILE.findall((ROOT / page).read_text(encoding="utf-8"))) - PLANNED
    own = {"course.yaml": "course", "edition.yaml": "templates/hoc-vien"}
    lost = [name for name in sorted(named) if not any((base / own.get(name, "") / name).is_file() for base in BASES)]

    assert named
    assert lost == []


def test_the_map_of_the_house_has_every_room_and_every_package_of_the_driver():
    told = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    driver = {f"driver/{path.parent.name}" for path in SOURCE.glob("driver/*/__init__.py")}

    assert sorted(name for name in (rooms - {"driver"}) | driver if f"`{name}`" not in told) == []


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))

    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []
