"""Printing in workers that can be killed, and the cache in front of them."""

import pytest

from giaotrinh.driver.print.cache import Cache
from giaotrinh.driver.print.engine import engine_name
from giaotrinh.driver.print.fonts import gather_fonts, isolate
from giaotrinh.driver.print.printer import Printed, Printer, WorkerBackend
from giaotrinh.model.fragment import Job
from giaotrinh.model.snapshot import Snapshot

STYLE = {"page.css": "@page { size: 100mm 60mm } body { font-family: Tinos }"}
ENDLESS = "<table><tr><td colspan=100000>x</td></tr></table>"


def page(text, name="a"):
    html = f'<html lang="vi"><head><title>t</title></head><body><p id="p">{text}</p></body></html>'
    return Job(name=name, html=html, styles=STYLE)


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    found = gather_fonts(Snapshot())
    return isolate(found, tmp_path_factory.mktemp("fonts")), engine_name(found)


@pytest.fixture
def printer(tmp_path, fonts):
    settings, engine = fonts
    seen = []
    backend = WorkerBackend(settings, workers=2, time_limit=6)
    yield Printer(cache=Cache(tmp_path), engine=engine, backend=backend, progress=seen.append), seen
    backend.close()


def test_jobs_print_with_their_words_and_places(printer):
    press, _ = printer

    [printed] = press.print([page("Khâu đột phá")]).values()

    assert [text.split() for text in printed.fragment.page_texts] == [["Khâu", "đột", "phá"]]
    assert printed.fragment.missing == ""
    assert [(anchor.id, anchor.page) for anchor in printed.fragment.anchors] == [("p", 0)]
    assert printed.fragment.pdf.startswith(b"%PDF-")


def test_characters_no_font_has_are_named(printer):
    press, _ = printer

    [printed] = press.print([page("ô trống ☐ và 漢")]).values()

    assert printed.fragment.missing == "☐漢"


def test_the_second_time_nothing_is_printed(printer, tmp_path, fonts):
    press, _ = printer
    first = press.print([page("một"), page("hai", "b")])

    again = Printer(cache=Cache(tmp_path), engine=fonts[1], backend=None, progress=lambda printed: None)
    second = again.print([page("hai", "b"), page("một")])

    assert [result.from_cache for result in second.values()] == [True, True]
    assert [result.seconds for result in second.values()] == [0, 0]
    assert all(result.seconds > 0 for result in first.values())
    assert [result.fragment.pdf for result in second.values()] == [result.fragment.pdf for result in first.values()]


def test_a_job_that_never_ends_is_stopped_and_the_others_go_on(printer):
    press, seen = printer
    endless = Job(name="endless", html=ENDLESS, styles={})

    results = press.print([endless, page("một"), page("hai", "b")])

    assert results["endless"].failure == "time-limit"
    assert results["endless"].fragment is None
    assert results["a"].fragment and results["b"].fragment
    assert len(seen) == 3 and all(isinstance(printed, Printed) for printed in seen)


def test_two_thousand_nested_boxes_crash_only_their_own_job(printer):
    press, _ = printer
    deep = Job(name="deep", html="<div>" * 3000 + "x", styles={})

    results = press.print([deep, page("một")])

    assert results["deep"].failure in ("crashed", "worker-died")
    assert results["a"].fragment


def test_a_page_may_not_reach_the_disk(printer):
    press, _ = printer
    job = page('<img src="file:///etc/passwd" alt="x"> <img src="asset:///missing.png" alt="y"> chữ')

    [printed] = press.print([job]).values()

    assert any("not an asset of this job" in warning for warning in printed.fragment.warnings)


def test_equal_jobs_of_two_names_are_printed_once(printer):
    press, seen = printer

    results = press.print([page("một"), page("một", "b")])

    assert results["a"].fragment is results["b"].fragment
    assert len(seen) == 1
