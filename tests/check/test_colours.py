"""Colours of templates: contrast of words, greys of neighbouring parts."""

import pytest

from giaotrinh.check.colours import colours, contrast
from giaotrinh.driver.project import bundled


def found_in(css):
    return [(found.code, found.span.line) for found in colours({"templates/x/x.css": css.encode()})]


def test_the_ratio_is_that_of_wcag():
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#fff", "#ffffff") == pytest.approx(1)
    assert contrast("#777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("p { color: #767676 }", []),
        ("p { color: #777 }", [("contrast-low", 1)]),
        (":root { --pale: #999 }\n\np {\n  color: var(--pale);\n}", [("contrast-low", 3)]),
        ("p { color: #fff; background: #7d1522 }", []),
        ("p { background: #7d1522 }", [("contrast-low", 1)]),
        ("p { border-color: #eee }", []),
        (".stamp { color: #ddd /* decoration */ }", []),
        (".part-0 { fill: #7d1522 } .part-1 { fill: #9a4a55 }", []),
        (".part-0 { fill: #7d1522 }\n.part-1 { fill: #22157d }", [("colour-alone", 2)]),
        (".part-0 { fill: #7d1522 } .part-2 { fill: #22157d }", []),
    ],
)
def test_pale_words_and_parts_alike_in_grey_are_found(css, expected):
    assert found_in(css) == expected


def test_the_programs_own_templates_are_clean():
    folder = bundled() / "templates"
    templates = {f"templates/{path.relative_to(folder)}": path.read_bytes() for path in folder.rglob("*.*")}

    assert colours(templates) == ()
