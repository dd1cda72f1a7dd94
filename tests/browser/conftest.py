"""A browser and a served course for each test."""

from collections.abc import Iterator
from shutil import which

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser_course import MODULE, SLIDES, served
from giaotrinh.driver.edge.project import ProjectFolder, find_project
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.preview.serving import Wish
from preview_course import change


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def project(tmp_path) -> ProjectFolder:
    start_project(tmp_path / "p")
    change(tmp_path / "p/course/course.yaml", "[hoc-vien, giang-vien]", "[hoc-vien, giang-vien, trinh-chieu]")
    module = tmp_path / "p" / MODULE
    change(module, ", so-ke-hoach\n:::", ", so-ke-hoach\n:id: muc-tieu\n:::")
    change(module, ":::{provision} II.1\n", ":::{provision} II.1\n:id: nhiem-vu\n")
    module.write_text(module.read_text(encoding="utf-8") + SLIDES, encoding="utf-8")
    return find_project(tmp_path / "p")


@pytest.fixture
def address(project) -> Iterator[str]:
    with served(project, Wish(port=0)) as found:
        yield found
