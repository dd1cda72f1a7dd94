"""What an instructor does with the preview, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from browser_course import MODULE, opened, served
from giaotrinh.driver.tasks.reviewing import record, reviewing
from giaotrinh.preview.serving import Wish
from preview_course import change

UNREADABLE = "---\ntitle: [\n---\n"
SEARCHES = 40
"""Times half a second: what was written a moment ago is found once it has been read."""
SENTENCE = "Văn bản đặt ra hai mục tiêu."


def pictures(page, edition="hoc-vien"):
    """Return the digests of the pages shown."""
    pages = page.locator(f".column[data-edition={edition}] .page")
    return pages.evaluate_all("all => all.map(each => each.dataset.digest)")


def settled(page):
    expect(page.locator("body")).to_have_attribute("data-printing", "false")


def words_shown_in(page, place):
    """Return what tells all the words an element has held since: some stand there for a moment only."""
    page.evaluate(
        """place => {
            const found = document.querySelector(place), seen = (window.seenWords = []);
            new MutationObserver(() => seen.push(found.textContent)).observe(found, {childList: true, subtree: true});
        }""",
        place,
    )
    return lambda: page.evaluate("() => window.seenWords")


def block_of(page, words):
    """Return the block that holds some words, by searching for them as a person would: again until they are there."""
    link = page.locator("main a[href^='#block=']").first
    for _ in range(SEARCHES):
        page.fill("#words", words)
        with page.expect_response(re.compile("/api/search")):
            page.keyboard.press("Enter")
        page.wait_for_timeout(500)
        if link.count():
            break
    block = link.get_attribute("href").removeprefix("#block=")
    link.click()
    return block


def test_an_edit_in_the_page_is_saved_and_printed(browser, address, project):
    page = opened(browser, address)
    settled(page)
    before = pictures(page)
    block_of(page, SENTENCE)
    area = page.locator("#source")
    expect(area).to_have_value(re.compile(SENTENCE))

    told = words_shown_in(page, "#quick")
    area.fill(area.input_value().replace("hai mục tiêu.", "hai mục tiêu rõ ràng."))
    area.press("Control+s")

    expect(page.locator(".status")).to_contain_text(".giaotrinh/history")
    expect(page.locator(".page[data-swapped]").first).to_be_attached()
    settled(page)
    assert any("hai mục tiêu rõ ràng" in words for words in told()), "the block is shown before its page is printed"
    assert "hai mục tiêu rõ ràng." in (project.root / MODULE).read_text(encoding="utf-8")
    assert set(before) & set(pictures(page)), "only changed pages are loaded again"


def test_a_broken_file_keeps_the_old_pages_under_a_banner(browser, address, project):
    page = opened(browser, address)
    settled(page)
    before = pictures(page)
    good = (project.root / MODULE).read_text(encoding="utf-8")

    (project.root / MODULE).write_text(UNREADABLE, encoding="utf-8")
    expect(page.locator("#banner[data-kind=broken]")).to_contain_text(MODULE)
    assert pictures(page) == before
    assert page.locator(".page img").first.evaluate("image => image.naturalWidth") > 0

    (project.root / MODULE).write_text(good, encoding="utf-8")
    expect(page.locator("#banner")).to_be_empty()


def test_a_wrong_figure_is_marked_on_the_page_and_opens_its_line(browser, address, project):
    text = change(project.root / MODULE, SENTENCE, f"Có 37% cán bộ được quán triệt {{cite}}`I.1`. {SENTENCE}")
    line = next(at for at, each in enumerate(text.split("\n"), 1) if "37%" in each)
    page = opened(browser, address)

    spot = page.locator(".spot[data-severity=error]").first
    expect(spot).to_be_attached()
    spot.dispatch_event("click")

    panel = page.locator("#panel")
    expect(panel.locator(".finding mark")).to_contain_text("37")
    expect(panel.locator("a.place")).to_have_attribute("href", re.compile(rf"{MODULE}:{line}:"))
    expect(panel.locator(".beside blockquote").first).not_to_be_empty()
    expect(panel.locator("#source")).to_have_value(re.compile("37%"))


def test_two_browsers_see_the_same_and_neither_overwrites_the_other(browser, address, project):
    one, two = opened(browser, address), opened(browser, address)
    for page in (one, two):
        block_of(page, SENTENCE)
        expect(page.locator("#source")).to_have_value(re.compile(SENTENCE))

    first, second = one.locator("#source"), two.locator("#source")
    text = first.input_value()
    first.fill(text.replace("hai mục tiêu.", "hai mục tiêu lớn."))
    first.press("Control+s")
    expect(one.locator(".status")).to_contain_text(".giaotrinh/history")
    second.fill(text.replace("hai mục tiêu.", "hai mục tiêu nhỏ."))
    second.press("Control+s")

    expect(two.locator(".conflict pre")).to_contain_text("hai mục tiêu lớn.")
    assert "hai mục tiêu lớn." in (project.root / MODULE).read_text(encoding="utf-8")
    expect(second).to_have_value(re.compile("nhỏ"))


def test_writing_vietnamese_with_an_input_method_saves_nothing_half_done(browser, address, project):
    page = opened(browser, address)
    block_of(page, SENTENCE)
    before = (project.root / MODULE).read_bytes()

    keys = "{key: 's', ctrlKey: true, isComposing: true, bubbles: true}"
    page.locator("#source").evaluate(f"area => area.dispatchEvent(new KeyboardEvent('keydown', {keys}))")
    page.wait_for_timeout(300)

    assert (project.root / MODULE).read_bytes() == before


def test_fifty_rapid_edits_while_printing_end_in_the_right_state(browser, address, project):
    page = opened(browser, address)
    good = (project.root / MODULE).read_text(encoding="utf-8")
    for turn in range(50):
        edited = good.replace("đặt ra hai", f"đặt ra lần {turn} hai")
        (project.root / MODULE).write_text(edited if turn % 8 else UNREADABLE, encoding="utf-8")
        page.wait_for_timeout(10)

    expect(page.locator("#banner")).to_be_empty()
    settled(page)
    block_of(page, "đặt ra lần 49")
    expect(page.locator("#source")).to_have_value(re.compile("đặt ra lần 49"))


def test_two_windows_of_the_presenter_go_together(browser, address):
    page = opened(browser, address)
    page.check("input[value=trinh-chieu]")
    expect(page.locator(".column[data-edition=trinh-chieu] .page")).to_have_count(2)
    page.goto(f"{address}presenter/01-bai-mau")
    expect(page.locator("#now-title")).to_contain_text("1/2")
    with page.context.expect_page() as shown:
        page.click("#screen")
    screen = shown.value
    expect(screen.locator("#now")).to_have_attribute("alt", "Hai mục tiêu")

    page.bring_to_front()
    page.locator("#notes").press("PageDown")
    expect(page.locator("#now-title")).to_contain_text("2/2: Nhiệm vụ")
    expect(screen.locator("#now")).to_have_attribute("alt", "Nhiệm vụ")
    expect(page.locator("#clock")).to_contain_text(re.compile(r"\d\dh\d\d"))

    screen.keyboard.press("PageUp")
    expect(page.locator("#now-title")).to_contain_text("1/2")
    expect(page.locator("#notes")).to_contain_text("con số trong bài được lấy từ nguồn")


def test_a_corrected_source_is_compared_again_in_the_page(browser, project):
    record(project, reviewing(project).links, "An")
    text = project.root / "course/sources/van-ban/text.txt"
    line = next(each for each in text.read_text(encoding="utf-8").split("\n") if each.startswith("1. "))
    change(text, line, f"{line.rstrip('.')} thêm.")
    with served(project, Wish(port=0)) as address:
        page = opened(browser, address)
        page.click("button[data-view=review]")
        places = page.locator(".findings li")
        expect(places.first.locator("ins")).to_contain_text("thêm")
        before = places.count()
        page.fill("#by", "Bình")
        places.first.locator("button").click()
        expect(places).to_have_count(before - 1)

    assert '"Bình"' in (project.root / "course/review.lock").read_text(encoding="utf-8")


def test_printing_to_a_file_shows_progress_and_gives_the_file(browser, address):
    page = opened(browser, address)
    settled(page)
    page.click("button[data-view=print]")
    page.select_option("#print-edition", "hoc-vien")
    page.click("form.print button")

    link = page.locator("a[href^='/download/']")
    expect(link).to_be_visible()
    with page.expect_download() as fetched:
        link.click()
    assert fetched.value.suggested_filename.endswith(".pdf")


def test_everything_can_be_reached_with_the_keyboard(browser, address):
    page = opened(browser, address)
    page.keyboard.press("1")
    expect(page.locator("main table").first).to_be_visible()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "words"
    page.keyboard.type("muc tieu")
    page.keyboard.press("Enter")
    link = page.locator("main a[href^='#block=']").first
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#source")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def test_learners_find_no_way_to_the_instructors_matter(browser, project):
    source = (project.root / MODULE).read_text(encoding="utf-8")
    notes = re.findall(r":::\{(?:notes|answer)\}.*?\n\n(.*?)\n:::", source, re.DOTALL)
    with served(project, Wish(port=0, for_learners=True)) as address:
        page = browser.new_page()
        asked = []
        page.on("response", lambda answer: asked.append(answer))
        page.goto(address)
        expect(page.locator(".page img").first).to_be_visible()
        for name in ("overview", "pages"):
            page.click(f"button[data-view={name}]")
        links = page.locator("a").evaluate_all("all => all.map(each => each.href)")
        data = (answer for answer in asked if "json" in answer.headers.get("content-type", ""))
        told = [page.content(), *(answer.text() for answer in data)]

    assert page.locator("[data-view=findings], .spot, #search").count() == 0
    assert all(link.startswith(address) for link in links)
    assert notes and not [words for words in notes for text in told if words.strip()[:30] in text]


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_nothing_is_wider_than_the_window(browser, address, width):
    page = opened(browser, address, viewport={"width": width, "height": 800})
    for name in ("overview", "pages", "findings", "review", "print"):
        page.click(f"button[data-view={name}]")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
