"""axe finds nothing wrong on any view, in either language, light or dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser_course import opened

VIEWS = ("overview", "pages", "findings", "review", "print")


def violations(page):
    found = Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_view_has_a_violation(browser, address, language, scheme):
    page = opened(browser, f"{address}?lang={language}", color_scheme=scheme)
    for name in VIEWS:
        page.click(f"button[data-view={name}]")
        assert violations(page) == [], name
    page.click("button[data-view=pages]")
    page.locator(".spot").first.dispatch_event("click")
    expect(page.locator("#source")).to_be_visible()
    assert violations(page) == [], "panel"


def test_the_presenters_windows_have_no_violation(browser, address):
    page = opened(browser, address)
    page.check("input[value=trinh-chieu]")
    expect(page.locator(".column[data-edition=trinh-chieu] .page")).to_have_count(2)
    for name in ("presenter", "screen"):
        page.goto(f"{address}{name}/01-bai-mau")
        page.wait_for_timeout(500)
        assert violations(page) == [], name
