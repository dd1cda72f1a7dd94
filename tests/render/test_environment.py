"""Templates run in a sandbox; what is wrong with one becomes a diagnostic with its place."""

import pytest

from giaotrinh.driver.edge.patience import at_most
from giaotrinh.render.environment import OutOfTime
from render.sample import render

BODY = "templates/hoc-vien/body.html"


def found(template: str) -> tuple[str, str, int]:
    rendering = render("body", "01-vi-tri", templates={BODY: template.encode()})
    assert rendering.job is None
    (diagnostic,) = rendering.diagnostics
    return diagnostic.code, diagnostic.span.file, diagnostic.span.line


def test_a_syntax_error_has_its_line():
    assert found("một\n{% if %}\n") == ("template-broken", BODY, 2)


def test_an_unknown_name_has_its_line():
    assert found("một\n\n{{ course.khong_co }}\n") == ("template-broken", BODY, 3)


@pytest.mark.parametrize("wanted", ["plan()", "answers()", "coverage()", "facing()", "module.lead_in", "module.method"])
def test_what_is_kept_for_instructors_is_forbidden_to_learners_templates(wanted):
    assert found(f"\n{{{{ {wanted} }}}}") == ("template-forbidden", BODY, 2)


@pytest.mark.parametrize("wanted", ["course.__class__", "draw.__globals__", "''.__class__.__mro__"])
def test_private_attributes_are_forbidden(wanted):
    assert found(f"{{{{ {wanted} }}}}")[0] == "template-forbidden"


def test_a_missing_template_is_named():
    assert found('{% extends "khong-co.html" %}')[:2] == ("template-missing", BODY)


def test_an_error_inside_a_block_template_is_placed_there():
    path = "templates/base/blocks/paragraph.html"
    rendering = render("body", "01-vi-tri", templates={path: b"\n{{ node.khong_co }}"})

    (diagnostic,) = rendering.diagnostics
    assert (diagnostic.code, diagnostic.span.file, diagnostic.span.line) == ("template-broken", path, 2)


def test_a_broken_style_sheet_is_placed():
    path = "templates/base/text.css"
    rendering = render("body", "01-vi-tri", templates={path: b"p { }\n{{ page.khong_co }}"})

    assert [(each.code, each.span.file, each.span.line) for each in rendering.diagnostics] == [
        ("template-broken", path, 2)
    ]


def test_bytes_that_are_no_text_are_a_finding():
    assert found_bytes(b"\xff\xfe") == ["template-broken"]


def found_bytes(content: bytes) -> list[str]:
    return [each.code for each in render("body", "01-vi-tri", templates={BODY: content}).diagnostics]


def test_templates_cannot_change_what_they_are_given():
    assert found("{{ module.sections.append(1) }}")[0] in ("template-broken", "template-forbidden")


def test_a_projects_own_block_template_replaces_the_built_in_one():
    path = "templates/hoc-vien/blocks/paragraph.html"
    job = render("body", "01-vi-tri", templates={path: b'<p class="own">{{ node.text }}</p>'}).job

    assert job is not None
    assert '<p class="own">' in job.html


def test_a_template_that_includes_itself_is_placed():
    assert found("một\n{% include 'body.html' %}") == ("template-broken", BODY, 2)


@pytest.mark.parametrize("asked", ["'a' * 10**9", "[1] * 10**9", "10**9 * 'ab'", "9 ** 9 ** 9"])
def test_what_no_page_could_hold_is_refused(asked):
    assert found(f"một\n{{{{ ({asked})|length }}}}")[:2] == ("template-broken", BODY)


def test_products_of_a_page_are_fine():
    assert "=====" in str(render("body", "01-vi-tri", templates={BODY: b"<p>{{ '=' * 5 }}{{ 3 * 4 }}</p>"}).job)


def test_work_without_end_is_stopped_at_its_line():
    endless = (
        "một\n{% set all = range(9999)|list %}{% for a in all %}{% for b in all %}\n{{ b }}{% endfor %}{% endfor %}"
    )
    found("{{ nothing }}")  # what is loaded and compiled once is not what is timed
    with at_most(2.0, OutOfTime):
        assert found(endless)[:2] == ("template-broken", BODY)
