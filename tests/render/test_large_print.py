"""Large print: the text of every paper in 18 points and nothing below 14; what is laid over pages keeps to its room."""

from collections import Counter
from dataclasses import replace
from functools import cache

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from giaotrinh.driver.build.layout import Layout
from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.build.variants import LARGE, varied
from giaotrinh.driver.edge.project import bundled
from giaotrinh.driver.print.worker import print_job
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.fragment import Job
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.read.course.course import COURSE_FILE
from giaotrinh.render import render_part
from giaotrinh.render.style.large import SMALLEST, enlarged
from render.sample import TEMPLATES, curriculum, editions, overlay
from test_editions import fonts

__all__ = ["fonts"]

MODULE = "02-muc-tieu"
PAPERS = ("phat-tay", "giao-an", "de-cuong", "goi-y-tra-loi", "dien-thoai", "trinh-chieu-giay", "trinh-chieu-ghi-chu")


def sizes(job: Job) -> Counter[float]:
    """Return size of type in points -> letters printed in it."""
    found = Counter()
    for page in pypdfium2.PdfDocument(print_job(job, "key").pdf):
        text = page.get_textpage()
        found.update(_size(text, at) for at in range(text.count_chars()))
    return found


def _size(text: pypdfium2.PdfTextPage, at: int) -> float:
    """Return the size of a character as it is printed: drawings are scaled as a whole."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    return round(pdfium.FPDFText_GetFontSize(text, at) * abs(matrix.d), 1)


@cache
def reference() -> Curriculum:
    """Return the reference course."""
    folder = bundled() / "course"
    files = {f"course/{path.relative_to(folder).as_posix()}": path for path in folder.rglob("*") if path.is_file()}
    snapshot = Snapshot(files={name: path.read_bytes() for name, path in files.items()} | TEMPLATES)
    return prepare(snapshot, COURSE_FILE).curriculum


def printed(edition: str) -> Job:
    """Return the paper of a module of the reference course, full of tables and notes, in large print."""
    large = varied(editions()[edition], Request(large=True))
    layout = Layout(curriculum=reference(), edition=large, templates=TEMPLATES, only="03-chi-tieu", book=None)
    tuple(layout.wanted())
    [job] = [rendering.job for (part, _), rendering in layout.renderings.items() if part in large.parts]
    return job


@pytest.mark.parametrize("edition", PAPERS)
def test_the_text_is_in_large_type_and_nothing_else_is_small(fonts, edition):
    found = sizes(printed(edition))
    small = sum(count for size, count in found.items() if 1 < size < SMALLEST)

    assert sum(count for size, count in found.items() if size >= LARGE) > 0.3 * found.total()
    assert small < 0.03 * found.total(), "raised marks alone"


@pytest.mark.parametrize("edition", ["phat-tay", "dien-thoai"])
def test_heads_and_feet_keep_the_size_their_room_is_made_for(fonts, edition):
    large = varied(editions()[edition], Request(large=True))
    heads = replace(overlay("heads", edition), each_module=False)
    rendering = render_part(curriculum(), large, heads, curriculum().modules[MODULE], pages=None, templates=TEMPLATES)

    assert max(sizes(rendering.job)) < 10


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (".note { font-size: .7rem; color: red }", ".note { font-size: 0.84rem; color: red }"),
        (".a { font-size: 9pt } .b { font-size: 20pt }", ".a { font-size: 15pt } .b { font-size: 20pt }"),
        ("@media print { .a { font-size: .5em } }", "@media print { .a { font-size: 0.93em } }"),
        (".mark { font-size: .68em; vertical-align: .4em }", ".mark { font-size: .68em; vertical-align: .4em }"),
        (".a { width: 9pt; margin: .5em }", ".a { width: 9pt; margin: .5em }"),
    ],
)
def test_sizes_below_the_smallest_are_raised(css, expected):
    assert enlarged(css) == expected
