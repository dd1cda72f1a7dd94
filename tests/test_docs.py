"""What the pages for contributors name is there, and the map of the house has every package."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("CONTRIBUTING.md", "tests/README.md", "docs/architecture.md", "docs/how-a-book-is-bound.md")
SOURCE = ROOT / "src/giaotrinh"
BASES = [
    *(ROOT, SOURCE, SOURCE / "bind", SOURCE / "driver/edge", SOURCE / "driver/edge/messages"),
    *(ROOT / "tests", ROOT / "templates/base"),
]
