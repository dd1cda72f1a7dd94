"""What the README and the handbook say of commands, exit codes, files and blocks is so."""

import re
from pathlib import Path

import pytest

from giaotrinh.cli.commands import app
from giaotrinh.driver.edge.failure import Exit
from giaotrinh.driver.edge.messages import load_messages

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HANDBOOK = (ROOT / "docs/so-tay.md").read_text(encoding="utf-8")
PAGES = ["README.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))]


def section(title: str) -> str:
    """Return the README from a heading to the next."""
    _, _, rest = README.partition(f"{title}\n")
    return re.split(r"^#+ ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def test_every_exit_code_is_listed_and_no_other():
    listed = [int(code) for code in re.findall(r"^\| (\d+) \|", section("### Mã thoát"), re.MULTILINE)]

    assert listed == sorted(int(code) for code in Exit)


def test_every_command_is_listed_and_no_other():
    listed = re.findall(r"^\| `([a-z]+)", section("### Các lệnh"), re.MULTILINE)

    offered = [*app.registered_commands, *app.registered_groups]
    assert sorted(listed) == sorted(command.name for command in offered if not command.hidden)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"(?:\]\(|src=\")([^)\"#]+)", text)
    near = [target for target in targets if "://" not in target]

    assert [target for target in near if not ((ROOT / page).parent / target).exists()] == []


def test_links_inside_the_readme_lead_to_headings():
    headings = {
        re.sub(r"[^\w\s-]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    }

    assert set(re.findall(r"\]\(#([^)]+)\)", README)) <= headings


def test_codes_shown_in_the_handbook_exist():
    shown = re.findall(r"\[([a-z]+(?:-[a-z]+)+)\]|explain ([a-z-]+)|allow ([a-z-]+)", HANDBOOK)
    codes = {code for found in shown for code in found if code}

    assert codes
    assert codes - load_messages("vi").keys() == set()
