"""The engine's early line breaks are mended."""

import pytest

from giaotrinh.driver.print.fonts import gather_fonts, isolate
from giaotrinh.driver.print.worker import prepare, print_job
from giaotrinh.model.fragment import Job
from giaotrinh.model.snapshot import Snapshot


@pytest.fixture(scope="module", autouse=True)
def fonts(tmp_path_factory):
    prepare(str(isolate(gather_fonts(Snapshot()), tmp_path_factory.mktemp("fonts"))), 0)


def lines(width):
    html = (
        '<html lang="vi"><head><title>t</title></head><body><p>Chỉ tiêu chủ yếu của Thành phố <b>đến năm 2025</b></p>'
    )
    style = f"@page {{ size: {width}pt 200pt; margin: 0 }} body {{ margin: 0; font: 12pt Tinos }} p {{ margin: 0 }}"
    [text] = print_job(Job(name="t", html=html, styles={"a": style}), "k").page_texts
    return [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("width", [tenth / 10 for tenth in range(1500, 1800)][::3])
def test_a_line_is_never_broken_after_its_first_word(width):
    assert lines(width)[0] != "Chỉ"
