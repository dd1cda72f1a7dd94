"""Jobs: the same for every edition that uses a part, the same on every run."""

from dataclasses import replace

import pytest

from giaotrinh.model.fragment import glyph_id, letter_id
from giaotrinh.render import head_name, render_part
from giaotrinh.render.blocks.glyphs import CHARACTERS, LETTERS
from render.sample import TEMPLATES, at_page, curriculum, editions, html, overlay, part_of, render

SHARED = ("body", "worksheet")


@pytest.mark.parametrize("template", SHARED)
def test_both_books_print_the_same_job(template):
    learners = render(template, "02-muc-tieu").job
    instructors = render(template, "02-muc-tieu", edition="giang-vien").job

    assert learners is not None
    assert instructors == learners
    assert instructors.key("engine") == learners.key("engine")


def test_a_job_is_named_after_home_part_and_module():
    assert html("cover")
    assert render("body", "02-muc-tieu").job.name == "hoc-vien/body/02-muc-tieu"
    assert render("cover", edition="giang-vien").job.name == "giang-vien/cover"


def test_parts_borrowed_on_another_page_have_names_of_their_own():
    course = curriculum()
    edition = replace(at_page("hoc-vien", body_points=18.0), id="chu-lon")
    edition = replace(edition, page=replace(edition.page, id="a4-chu-lon"))

    rendering = render_part(
        course, edition, part_of("hoc-vien", "body"), course.modules["01-vi-tri"], pages=None, templates=TEMPLATES
    )
    assert rendering.job.name == "hoc-vien@a4-chu-lon/body/01-vi-tri"
    assert "font-size: 18.0pt" in rendering.job.styles["base/page.css"]


def test_the_same_input_gives_the_same_job():
    first = render("body", "02-muc-tieu").job

    assert render("body", "02-muc-tieu").job == first
    backwards = dict(reversed(TEMPLATES.items()))
    assert render("body", "02-muc-tieu", templates=backwards).job == first


def test_a_part_with_nothing_to_print_has_no_job():
    assert render("worksheet", "01-vi-tri").job is None
    assert render("answers", "01-vi-tri", edition="giang-vien").job is None
    assert render("worksheet", "01-vi-tri").diagnostics == ()


def test_style_sheets_stand_in_cascade_order():
    names = list(render("notes", "01-vi-tri", edition="giang-vien").job.styles)

    assert names[-1] == "giang-vien/instructor.css"
    assert all(name.startswith("base/") for name in names[:-1])
    assert not any(name.startswith("giang-vien/") for name in render("body", "01-vi-tri").job.styles)


def test_fragments_know_no_sides():
    page = render("body", "01-vi-tri").job.styles["base/page.css"]

    assert "margin: 25.0mm 22.5mm 30.0mm" in page
    assert ":left" not in page


@pytest.mark.parametrize("edition", ["hoc-vien", "giang-vien"])
def test_every_part_has_language_and_title_and_skips_no_heading(edition):
    import re

    for part in editions()[edition].parts:
        for module in ("01-vi-tri", "02-muc-tieu") if part.each_module else ("",):
            job = render(part.template, module, edition=edition).job
            if job is None:
                continue
            assert '<html lang="vi">' in job.html
            assert re.search(r"<title>[^<]+</title>", job.html)
            levels = [int(level) for level in re.findall(r"<h([1-6])", job.html)]
            assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), part.template


def test_glyph_sheets_hold_every_character_of_folios_and_letters():
    rendering = render_part(
        curriculum(), editions()["hoc-vien"], overlay("glyphs"), None, pages=None, templates=TEMPLATES
    )

    ids = [*(glyph_id(char) for char in CHARACTERS), *(letter_id(char) for char in LETTERS)]
    assert [name for name in ids if f'id="{name}"' not in rendering.job.html] == []
    assert not rendering.job.tagged
    assert set("0123456789ivxlcgGV-") == set(CHARACTERS)


def test_heads_of_readers_do_not_meet():
    from giaotrinh.model.edition import Reader

    names = {head_name(reader, module) for reader in Reader for module in ("", "01-vi-tri")}
    assert len(names) == 4
