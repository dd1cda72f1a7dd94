import pytest

from giaotrinh.read.markup.fences import DEPTH_LIMIT, Chunk, scan_fences
from reading_cases import argument, expected, placed, unmark


def scanned(text):
    plain, places = unmark(text)
    body = scan_fences(plain.split("\n"), "a.md")
    return body, places


def shape(content):
    """Return blocks as (name, content) and text as its words."""
    return [
        " ".join(" ".join(part.lines).split()) if isinstance(part, Chunk) else (part.name, shape(part.content))
        for part in content
    ]


def check(text, *codes):
    body, places = scanned(text)

    assert sorted(placed(body.diagnostics)) == sorted(expected(codes, places))
    return shape(body.content)


def test_blocks_nest_by_falling_numbers_of_colons():
    text = "a\n:::::{activity} Mở đầu\nb\n::::{question}\nc\n:::{answer}\nd\n:::\n::::\n:::::\ne"

    assert check(text) == ["a", ("activity", ["b", ("question", ["c", ("answer", ["d"])])]), "e"]


def test_a_block_knows_its_title_options_and_end():
    body, places = scanned("x\n¦::::{activity}  ¦Mục tiêu \n:¦minutes: ¦90\n:step:\n\nb\n::::")
    block = body.content[1]

    spans = [block.span, block.option_keys["minutes"], block.option_spans["minutes"]]
    assert (block.name, block.title, block.end_line) == ("activity", "Mục tiêu", 7)
    assert block.options == {"minutes": "90", "step": ""}
    assert [f"{spans[0].line}:{spans[0].column}", f"2:{block.title_column}"] == places[:2]
    assert [f"{span.line}:{span.column}" for span in spans[1:]] == places[2:]
    assert block.option_spans["minutes"].end_column == block.option_spans["minutes"].column + 2


def test_content_may_follow_options_without_an_empty_line():
    assert check(":::{table} Bảng\n:source: báo\n| a |\n|---|\n:::") == [("table", ["| a | |---|"])]


@pytest.mark.parametrize(
    ("text", "codes", "read_as"),
    [
        # Same length: meant as nested when both are closed, as a missing close when only one is.
        (
            ":::{activity}\n¦:::{notes}\na\n:::\nb\n:::\nc",
            ["fence-same-length"],
            [("activity", [("notes", ["a"]), "b"]), "c"],
        ),
        (
            "¦:::{activity}\na\n\n:::{activity}\nb\n:::",
            ["fence-unclosed"],
            [("activity", ["a"]), ("activity", ["b"])],
        ),
        (
            "¦:::{hint}\n\n:::{hint}\n:::\n:::{hint}\n:::",
            ["fence-unclosed"],
            [("hint", []), ("hint", []), ("hint", [])],
        ),
        # The lines of an outer block show which inner one was not closed.
        (
            "::::{activity}\n¦:::{notes}\na\n::::\n::::{activity}\nb\n::::",
            ["fence-unclosed"],
            [("activity", [("notes", ["a"])]), ("activity", ["b"])],
        ),
        (
            ":::{activity}\n¦::::{notes}\na\n::::\n:::\nb",
            ["fence-longer-inside"],
            [("activity", [("notes", ["a"])]), "b"],
        ),
        (
            "¦:::{notes}\na\n::::{activity}\nb\n::::",
            ["fence-unclosed"],
            [("notes", ["a"]), ("activity", ["b"])],
        ),
        ("a\n¦:::\nb", ["fence-stray-close"], ["a", "b"]),
        ("::::{activity}\na\n¦:::", ["fence-close-length"], [("activity", ["a"])]),
        ("::::{activity}\na\n¦:::\nb\n::::", ["fence-close-length"], [("activity", ["a", "b"])]),
        ("¦:::{notes}\na", ["fence-unclosed"], [("notes", ["a"])]),
        ("¦::::{activity}\n¦:::{notes}\na", ["fence-unclosed", "fence-unclosed"], [("activity", [("notes", ["a"])])]),
        ("  ¦:::{notes}\na\n:::", ["fence-indented"], [("notes", ["a"])]),
        (":::{notes}\na\n  ¦:::", ["fence-indented"], [("notes", ["a"])]),
        ("- ¦:::{notes}\n:::", ["fence-indented"], [("notes", [])]),
        ("> ¦:::{notes}\n:::", ["fence-indented"], [("notes", [])]),
        ("¦::: {notes}\na\n:::", ["fence-malformed"], [("notes", ["a"])]),
        ("¦:::notes\na\n:::", ["fence-malformed"], [("notes", ["a"])]),
        ("¦::: abc\na", ["fence-malformed"], ["::: abc a"]),
        (f"¦{':' * 21}{{notes}}\na", ["fence-malformed"], [f"{':' * 21}{{notes}} a"]),
        (":::{¦note}\na\n:::", ["block-unknown"], [("note", ["a"])]),
        (":::{¦}\na\n:::", ["block-unknown"], [("", ["a"])]),
        ("¦```python\na", ["code-unclosed"], ["```python a"]),
        (":::{notes}\n¦:minutes 15\na\n:::", ["option-malformed"], [("notes", ["a"])]),
        (":::{notes}\n:kind: cut\n¦: x\na\n:::", ["option-malformed"], [("notes", ["a"])]),
        (":::{notes}\n:kind: cut\n:¦kind: cut\n:::", ["option-repeated"], [("notes", [])]),
        (":::{notes}\n\n¦:kind: cut\na\n:::", ["option-misplaced"], [("notes", ["a"])]),
        (":::{notes}\na\n¦:kind: cut\n:::", ["option-misplaced"], [("notes", ["a"])]),
        ("a\n¦% ghi chú", ["comment-in-paragraph"], ["a"]),
        ("¦% giaotrinh: alow figure-differs", ["allow-malformed"], []),
        ("¦% giaotrinh: allow figure-differs", ["allow-without-reason"], []),
        ('¦% giaotrinh: allow figure-differs "  "', ["allow-without-reason"], []),
    ],
)
def test_a_slip_is_placed_and_read_as_it_was_meant(text, codes, read_as):
    assert check(text, *codes) == read_as


def test_one_slip_hides_no_other():
    text = "¦:::\n:::{¦note}\n:::\n  ¦:::{hint}\n:::\n::::{activity}\n¦:::{notes}\n::::\n¦```x"

    check(text, "fence-stray-close", "block-unknown", "fence-indented", "fence-unclosed", "code-unclosed")


def test_nothing_inside_code_is_a_fence_or_comment():
    text = "```\n:::{x}\n% y\n```\n~~~~\n~~~\n:::\n~~~~\n:::{hint}\n```\n:::\n```\n:::"

    assert check(text) == ["``` :::{x} % y ``` ~~~~ ~~~ ::: ~~~~", ("hint", ["``` ::: ```"])]


def test_comments_are_dropped_and_exemptions_kept():
    body, _ = scanned('a\n\n% ghi chú\n% giaotrinh: allow figure-differs "số của  đơn vị"\n\nb')

    [exempting] = body.exempting
    assert shape(body.content) == ["a b"]
    assert (exempting.code, exempting.reason, exempting.span.line) == ("figure-differs", "số của  đơn vị", 4)


@pytest.mark.parametrize("text", [":::{hint}\n\n:kind: cut\na\n:::", ":::{hint}\n% b\n:id: c\n\na\n:::"])
def test_text_after_an_option_keeps_its_line(text):
    [chunk] = scanned(text)[0].content[0].content

    assert chunk.first + chunk.lines.index("a") == text.split("\n").index("a") + 1


def test_the_nearest_block_is_given():
    body, _ = scanned(":::{aktivity}\n:::")

    assert argument(body.diagnostics[0], "nearest") == "activity"


def test_related_places_show_the_outer_block():
    body, _ = scanned("a\n:::{activity}\n:::{notes}\n:::\n:::")

    assert [str(span) for span in body.diagnostics[0].related] == ["a.md:2:1"]


def test_depth_is_bounded():
    text = "\n".join([":::{hint}"] * 3000 + [":::"] * 3000)
    body, _ = scanned(text)

    def depth(content):
        return 1 + max((depth(part.content) for part in content if not isinstance(part, Chunk)), default=0)

    assert depth(body.content) <= DEPTH_LIMIT + 2
    assert "fence-too-deep" in {each.code for each in body.diagnostics}
