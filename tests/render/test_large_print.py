"""Large print: the text of every paper in 18 points, and what is laid over pages no larger than its room."""

from collections import Counter
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from giaotrinh.driver.request import Request
from giaotrinh.driver.variants import LARGE, varied
from giaotrinh.driver.worker import print_job
from giaotrinh.render import render_part
from render.sample import TEMPLATES, curriculum, editions, overlay, part_of
from test_editions import fonts

__all__ = ["fonts"]

MODULE = "02-muc-tieu"
PAPERS = {
    "phat-tay": "handout",
    "giao-an": "lesson",
    "de-cuong": "outline",
    "goi-y-tra-loi": "answer-sheet",
    "dien-thoai": "summary",
}


def sizes(edition, part):
    """Return size of type in points -> letters printed in it."""
    large = varied(editions()[edition], Request(large=True))
    rendering = render_part(curriculum(), large, part, curriculum().modules[MODULE], pages=None, templates=TEMPLATES)
    assert rendering.job
    found = Counter()
    for page in pypdfium2.PdfDocument(print_job(rendering.job, "key").pdf):
        text = page.get_textpage()
        # The engine writes sizes in pixels of 1/96 inch.
        found.update(round(pdfium.FPDFText_GetFontSize(text, at) * 0.75, 1) for at in range(text.count_chars()))
    return found


@pytest.mark.parametrize("edition", PAPERS)
def test_the_text_is_in_large_type(fonts, edition):
    found = sizes(edition, part_of(edition, PAPERS[edition]))

    assert found[LARGE] > 0.1 * found.total(), "notes and tables are smaller"


@pytest.mark.parametrize("edition", ["phat-tay", "dien-thoai"])
def test_heads_and_feet_keep_the_size_their_room_is_made_for(fonts, edition):
    heads = replace(overlay("heads", edition), each_module=False)

    assert max(sizes(edition, heads)) < 10
