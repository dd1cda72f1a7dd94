"""Colours of templates: contrast of words, greys of neighbouring parts."""

import pytest

from giaotrinh.check.course.colours import colours, contrast
from giaotrinh.driver.edge.project import bundled
from giaotrinh.model.colour import read_colour


def found_in(text, name="x.css"):
    return [(found.code, found.span.line) for found in colours({f"templates/x/{name}": text.encode()})]


def ratio(one, other):
    return contrast(read_colour(one), read_colour(other))


def test_the_ratio_is_that_of_wcag():
    assert ratio("#000", "#fff") == pytest.approx(21)
    assert ratio("#fff", "#ffffff") == pytest.approx(1)
    assert ratio("#777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("p { color: #767676 }", []),
        ("p { color: #777 }", [("contrast-low", 1)]),
        (":root { --pale: #999 }\n\np {\n  color: var(--pale);\n}", [("contrast-low", 4)]),
        ("p { color: #fff; background: #7d1522 }", []),
        ("p { background: #7d1522 }", [("contrast-low", 1)]),
        ("p { border-color: #eee }", []),
        (".stamp { color: #ddd /* decoration */ }", []),
        (".part-0 { fill: #7d1522 } .part-1 { fill: #9a4a55 }", []),
        (".part-0 { fill: #7d1522 }\n.part-1 { fill: #22157d }", [("colour-alone", 2)]),
        (".part-0 { fill: #7d1522 } .part-2 { fill: #22157d }", []),
        ("p { color: silver }", [("contrast-low", 1)]),
        ("p { color: rgb(119 119 119) }", [("contrast-low", 1)]),
        ("p { color: rgb(0 0 0 / 40%) }", [("contrast-low", 1)]),
        ("p { color: #0006 }", [("contrast-low", 1)]),
        ("p { color: hsl(0 0% 20%) }", []),
        ("p { opacity: .5 }", [("contrast-low", 1)]),
        ("p { opacity: 90% }", []),
        ("p { opacity: .2 /* decoration */ }", []),
        ("p { background: transparent; color: inherit }", []),
        ("@page {\n  @top-left {\n    color: silver\n  }\n}", [("contrast-low", 3)]),
        ("@media print { p { color: silver } }", [("contrast-low", 1)]),
        ("p { color: /* #999 */ #111 }", []),
        (".chart text { fill: silver }", [("contrast-low", 1)]),
        (".chart rect { fill: silver }", []),
        (".part-0 { fill: maroon } .part-1 { fill: rgb(34 21 125) }", [("colour-alone", 1)]),
    ],
)
def test_pale_words_and_parts_alike_in_grey_are_found(css, expected):
    assert found_in(css) == expected


def test_the_programs_own_templates_are_clean():
    folder = bundled() / "templates"
    templates = {f"templates/{path.relative_to(folder)}": path.read_bytes() for path in folder.rglob("*.*")}

    assert colours(templates) == ()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p>\n<b style="color: #999">a</b>', [("contrast-low", 2)]),
        ("<p style='color: #999'>a", [("contrast-low", 1)]),
        ("<style>\np { color: #999 }\n</style>", [("contrast-low", 2)]),
        ('<svg><text x="1" fill="#999">a</text></svg>', [("contrast-low", 1)]),
        ('<svg><rect fill="#999"/><text fill="#333">a</text></svg>', []),
        ('<p style="width: {{ length }}mm; color: {{ colour }}">a', []),
    ],
)
def test_words_of_templates_are_judged_wherever_their_colour_stands(html, expected):
    assert found_in(html, "x.html") == expected
