"""For tests in a browser: a preview on a real port, of a course that has slides too, and its opened pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import sleep

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.preview.serving import Preview, Wish, listening

MODULE = "course/modules/01-bai-mau.md"
SLIDES = """
:::{slide} Hai mục tiêu
:after: muc-tieu

- {value}`ty-le-quan-triet-2030` cán bộ được quán triệt
:::

:::{slide} Nhiệm vụ
:after: nhiem-vu

- Việc của đơn vị tôi
:::
"""

expect.set_options(timeout=60_000)


@contextmanager
def served(project: ProjectFolder, wish: Wish) -> Iterator[str]:
    """Serve a project; yield its address."""
    with Preview(project, wish) as preview, listening(wish) as listener:
        port = listener.getsockname()[1]
        settings = uvicorn.Config(preview.app(port), log_level="error", timeout_graceful_shutdown=1)
        server = uvicorn.Server(settings)
        thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            sleep(0.01)
        yield f"http://127.0.0.1:{port}/"
        server.should_exit = True
        thread.join(10)


def opened(browser: Browser, address: str, **more) -> Page:
    """Open the printed pages of a preview; a script that fails makes the test fail."""
    page = browser.new_page(**more)
    page.on("pageerror", lambda problem: pytest.fail(str(problem)))
    page.goto(address)
    page.click("button[data-view=pages]")
    expect(page.locator(".column[data-edition=hoc-vien] .page img").first).to_be_visible()
    return page
