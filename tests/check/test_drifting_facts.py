"""Facts of the reference sources that conflict or drift from paper to paper, each written the way people get it wrong.

Draft against final text, two newspapers with two numbers, an estimate that a later count replaced, a qualifier that
goes and comes back, a list that is not the official one: it may be said as the sources hold it, and no other way.
"""

from functools import cache

import pytest

from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.edge.project import bundled
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.read.course.course import COURSE_FILE

MODULE = "course/modules/01-vi-tri-y-nghia.md"
HEADING = "## Một câu thử"

WRONG = [
    # the draft of September 2020, not the resolution
    ("GRDP bình quân đầu người năm 2025 đạt 8.100-8.300 USD {cite}`IV.4`.", "figure-differs"),
    ("Đến năm 2025, GRDP bình quân đầu người trên 8.300-8.500 USD {cite}`IV.4`.", "figure-qualifier"),
    # horizons in each other's place, a lost "trên"
    ("GRDP bình quân đầu người năm 2030 đạt 8.300-8.500 USD {cite}`III.2.b, IV.4`.", "figure-horizon"),
    ("GRDP bình quân đầu người năm 2045 đạt 36.000 USD {cite}`III.3.b`.", "figure-qualifier"),
    # targets: structure with two sectors exchanged, a growth rate of the parts for that of the whole
    ("Cơ cấu GRDP năm 2025: dịch vụ 22,5-23,0%, công nghiệp và xây dựng 65,0-65,5% {cite}`IV.3`.", "figure-differs"),
    ("Tăng trưởng GRDP bình quân giai đoạn 2021-2025 là 8,0-8,5%/năm {cite}`IV.2`.", "figure-differs"),
    ("Kinh tế số năm 2025 chiếm 30% GRDP {cite}`IV.5`.", "figure-qualifier"),
    ("Nghị quyết đề ra 19 chỉ tiêu chủ yếu {cite}`I.7.b`.", "count-differs"),
    ("Nghị quyết đề ra 23 chỉ tiêu chủ yếu {cite}`I.7.b`.", "count-differs"),
    # results: two papers, two numbers; a qualifier of one of them
    ("GRDP bình quân đầu người năm 2020 là 126 triệu đồng {cite}`II.1.e`.", "figure-differs"),
    ("Thu ngân sách của Hà Nội năm 2020 chiếm 19% cả nước {cite}`II.3.d`.", "figure-qualifier"),
    ("Thu ngân sách của Hà Nội năm 2020 chiếm trên 18,5% cả nước {cite}`II.3.d`.", "figure-qualifier"),
    ("GRDP của Hà Nội năm 2020 chiếm 16% GDP cả nước {cite}`II.3.c`.", "figure-qualifier"),
    ("GRDP giai đoạn 2016-2020 ước tăng bình quân 7,4%/năm {cite}`II.1.a`.", "figure-rounded"),
    ("GRDP giai đoạn 2016-2020 ước tăng bình quân 6,93%/năm {cite}`II.1`.", "figure-horizon"),
    # a count made after the report, and after the congress
    ("GRDP năm 2020 của Hà Nội tăng 3,98% {cite}`II.1`.", "figure-differs"),
    ("Đến nay có 382/382 xã đạt chuẩn nông thôn mới {cite}`II.5.a`.", "figure-differs"),
]

RIGHT = [
    "GRDP bình quân đầu người năm 2025 đạt 8.300-8.500 USD {cite}`IV.4`.",
    "GRDP bình quân đầu người năm 2020 được ghi là khoảng 125 triệu đồng hoặc 127,6 triệu đồng {cite}`II.1.e`.",
    "Thu ngân sách của Hà Nội năm 2020 chiếm 18,5% cả nước, có báo ghi gần 19% {cite}`II.3.d`.",
    "Thu nội địa năm 2020 chiếm 20% cả nước, có báo ghi trên 20% {cite}`II.3.đ`.",
    "Cơ cấu GRDP năm 2025: dịch vụ 65,0-65,5%, công nghiệp và xây dựng 22,5-23,0% {cite}`IV.3`.",
    "Nghị quyết đề ra 20 chỉ tiêu chủ yếu {cite}`I.7.b`.",
]


@cache
def files() -> dict[str, bytes]:
    """Return the reference course and the program's templates."""
    root = bundled()
    paths = [path for folder in ("course", "templates") for path in (root / folder).rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def found_in(sentence: str) -> list[str]:
    """Return the codes found at a sentence put into the reference course under a heading of its own."""
    text = files()[MODULE].decode() + f"\n{HEADING}\n\n{sentence}\n"
    line = text.count("\n")
    found = prepare(Snapshot(files=files() | {MODULE: text.encode()}), COURSE_FILE).diagnostics
    return [each.code for each in found if each.span.file == MODULE and each.span.line == line]


@pytest.mark.parametrize(("sentence", "code"), WRONG)
def test_what_drifted_is_told(sentence, code):
    assert code in found_in(sentence)


@pytest.mark.parametrize("sentence", RIGHT)
def test_what_the_sources_hold_may_be_said(sentence):
    assert found_in(sentence) == []
