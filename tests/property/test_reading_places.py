"""Whatever people write: reading never fails, and what it returns stands where it says."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from giaotrinh.model.blocks import DIRECTIVES
from giaotrinh.model.document import ROLES
from giaotrinh.read.course.course import read_course
from giaotrinh.read.course.module import read_module
from giaotrinh.read.data.yaml import read_yaml

FILE = "course/modules/03-chi-tieu.md"
FRONT = "---\ntitle: a\nshort_title: a\nperiods: {theory: 1}\n---\n"

WORDS = st.sampled_from(
    [
        "Nghị quyết",
        "đột phá",
        "8.300-8.500 USD",
        "khoảng",
        "7,5%",
        "“chữ”",
        "Đường",
        "a",
        ".",
        ",",
        " ",
        "  ",
        "\t",
        "_",
    ]
)
MARKS = st.sampled_from(
    [
        "**",
        "*",
        "_",
        "`",
        "``",
        "[",
        "]",
        "](https://a.vn)",
        "![",
        "](a.png)",
        "\\",
        "\\*",
        "\\|",
        "|",
        "&amp;",
        "&",
        "<",
        ">",
    ]
    + ["<https://a.vn>", "<br>", "{", "}", "\\\n", "  \n", "\n"]
    + [f"{{{name}}}" for name in sorted(ROLES)]
    + ["{cite}`II.1.c`", "{from}`3,98% <nd>`", "{value}`x`", "{cit}`x`"]
)
INLINE = st.lists(st.one_of(WORDS, MARKS), max_size=14).map("".join)

FENCES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "", " ", "- "]),
    st.sampled_from([":::", "::::", ":::::"]),
    st.sampled_from(["", "", ""] + [f"{{{name}}}" for name in sorted(DIRECTIVES)] + ["{nots}", "notes"]),
    st.sampled_from(["", " Mục tiêu **a**", " II.1"]),
)
LINES = st.one_of(
    FENCES,
    INLINE,
    st.builds(
        "{} {}".format, st.sampled_from(["##", "###", "#", "####", "-", "1.", "12)", ">", "> -", "|", "%"]), INLINE
    ),
    st.builds("| {} | {} |".format, INLINE, INLINE),
    st.sampled_from(
        ["|---|---|", "---", "***", "```", "~~~", "", "", "    a", ":kind: stress", ":minutes: 5", ":id: a", ":x"]
    ),
    st.sampled_from(['% giaotrinh: allow figure-differs "a"', "% giaotrinh: allow x", "% a", "<!-- a -->", "[a]: b"]),
)
BODIES = st.lists(LINES, max_size=14).map("\n".join)


def as_written(lines, inline):
    """Return what the file holds from the place of an inline on."""
    return lines[inline.span.line - 1][inline.span.column - 1 :]


STARTS = {"strong": ("**", "__"), "emphasis": ("*", "_"), "code": ("`",), "link": ("[", "<"), "image": ("![",)}


def stands_where_it_says(lines, inline):
    found = as_written(lines, inline)
    if inline.kind == "text":
        is_plain = inline.span.end_column - inline.span.column == len(inline.text)
        return found.startswith(inline.text if is_plain else ("\\", "&", "{"))
    if inline.kind == "newline":
        return found.strip() in ("", "\\")
    return found.startswith(STARTS.get(inline.kind) or f"{{{inline.kind}}}`")


@settings(max_examples=150, deadline=None)
@given(BODIES)
def test_every_inline_stands_where_it_says(body):
    text = unicodedata.normalize("NFC", FRONT + body)
    lines = text.split("\n")
    reading = read_module(text.encode(), FILE, 3)

    blocks = [block for each in reading.value.blocks for block in each.walk()]
    inlines = [inline for block in blocks for inline in block.words() if block.kind != "code"]
    assert [inline for inline in inlines if not stands_where_it_says(lines, inline)] == []


@settings(max_examples=80, deadline=None)
@given(BODIES)
def test_findings_and_blocks_are_inside_the_file_and_ids_are_unique(body):
    text = unicodedata.normalize("NFC", FRONT + body)
    lines = text.split("\n")
    reading = read_module(text.encode(), FILE, 3)

    blocks = [block for each in reading.value.blocks for block in each.walk()]
    spans = [each.span for each in (*reading.diagnostics, *blocks)]
    outside = [span for span in spans if not 1 <= span.column <= len(lines[span.line - 1]) + 1]
    assert outside == []
    assert all(block.span.line <= block.end_line <= len(lines) for block in blocks)
    assert len({block.id for block in blocks}) == len(blocks)


@settings(max_examples=40, deadline=None)
@given(BODIES, st.sampled_from(["NFC", "NFD"]), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_normal_form_line_ends_and_mark_change_nothing(body, form, end, marked):
    text = unicodedata.normalize("NFC", FRONT + body)
    other = unicodedata.normalize(form, text).replace("\n", end)

    assert read_module((b"\xef\xbb\xbf" * marked) + other.encode(), FILE, 3) == read_module(text.encode(), FILE, 3)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=60), st.text(max_size=60))
def test_any_bytes_and_any_text_can_be_read(content, text):
    for each in (content, text.encode(errors="replace"), FRONT.encode() + content):
        found = (*read_module(each, FILE, 1).diagnostics, *read_course(each).diagnostics)

        assert all(finding.span.file for finding in found)


SYNTAX = [
    ": ",
    ":",
    "\n",
    "\n  ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    '"',
    "'",
    "&x ",
    "*x",
    ">-\n",
    "#",
    "!!int ",
    "---\n",
]
SCALARS = ["a", "đường", "12:30", "0755", "1.5", "true", "~"]
YAML = st.lists(st.sampled_from([*SYNTAX, *SCALARS, "? ", "%", "@", "\t", "|\n"]), max_size=20).map("".join)


@settings(max_examples=150, deadline=None)
@given(YAML)
def test_any_yaml_is_read_or_refused_at_a_place_inside_it(text):
    reading = read_yaml(text, "a.yaml")
    lines = text.split("\n")

    spans = [found.span for found in reading.diagnostics]
    spans += list(reading.value.spans.values()) if reading.value else []
    assert all(1 <= span.line <= len(lines) + 1 for span in spans)
    assert all(span.column <= len((*lines, "")[span.line - 1]) + 1 for span in spans)
    assert reading.value is not None or reading.diagnostics
