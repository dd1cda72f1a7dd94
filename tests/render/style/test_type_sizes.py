"""Type has few sizes, each chosen: those of the table at the head of text.css."""

import re

from render.sample import editions, render

SIZES = {"0.62", ".72", ".86", "1", "1.2", "1.65", "4.5"}
SHEETS = ("base/text.css", "base/blocks.css", "base/parts.css", "giang-vien/instructor.css")


def sizes(part, edition):
    styles = render(part, "02-muc-tieu", edition=edition).job.styles
    return {size for name in SHEETS if name in styles for size in re.findall(r"font-size: ([^;} ]+)", styles[name])}


def test_the_books_know_no_other_sizes_than_those_of_the_table():
    found = sizes("body", "hoc-vien") | sizes("lesson-plan", "giang-vien")

    assert found == {f"{size}rem" for size in SIZES}


def test_the_smallest_type_is_eight_points_on_paper_of_any_size():
    pages = {edition.page.id: edition.page for edition in editions().values()}

    assert [name for name, page in pages.items() if page.note * page.body_points < 8] == []
