import pytest

from reading_cases import FRONT, check_body, find, outline, read_body, runs, unmark

HEAD = FRONT.count("\n")


def test_plain_blocks():
    text = """đoạn một
vẫn đoạn một

- mục
- mục
  hai

3. ba
4. bốn

> trích

| A | B |
|:--|--:|
| 1 | 2 |

```yaml
a: 1
```

![sơ đồ](a.png)
"""
    blocks = check_body(text)

    row = ("row", ["cell", "cell"])
    item = ("item", ["paragraph"])
    assert outline(blocks) == [
        "paragraph",
        ("bullets", [item, item]),
        ("numbers", [item, item]),
        ("quotation", ["paragraph"]),
        ("grid", [row, row]),
        "code",
        "image",
    ]
    assert find(blocks, "numbers").options == {"start": "3"}
    assert find(blocks, "grid").options == {"align": "left,right"}
    assert [row.options for row in find(blocks, "grid").children] == [{"head": "yes"}, {}]
    assert find(blocks, "code").options == {"language": "yaml"}
    assert find(blocks, "code").inlines[0].text == "a: 1"
    assert (find(blocks, "image").inlines[0].target, find(blocks, "image").inlines[0].text) == ("a.png", "sơ đồ")


def test_a_paragraph_begins_at_its_words():
    blocks = check_body("- > một\n")

    assert find(blocks, "paragraph").span.column == 5


def test_blocks_know_their_lines():
    blocks = check_body("\nmột\nhai\n\n- ba\n")

    assert [(block.span.line - HEAD, block.end_line - HEAD) for block in blocks] == [(2, 3), (5, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "¦một\n¦hai",
        "- ¦một\n  ¦hai\n- ¦ba",
        "-   ¦một\n\n    ¦hai",
        "12. ¦một\n    1. ¦hai",
        "> ¦một\n> ¦hai\n¦ba",
        "> - ¦một\n>   ¦hai",
        "   ¦một\n      ¦hai  ",
        "## ¦một ##\n\n###   ¦hai",
        "| ¦một | ¦hai |\n|---|---|\n|¦ba|  ¦bốn   |",
        "¦một | ¦hai\n---|---\n¦ba | ¦bốn",
        "- | ¦một | ¦hai |\n  |---|---|\n  | ¦ba | ¦bốn |",
        "> | ¦một |\n> |---|\n> | ¦hai |",
        "\t¦một",
        "- ¦một\n\t¦hai",
        ":::{hint} ¦một\n\n¦hai\n:::",
        ":::{hint}   ¦một  \n¦hai\n:::",
    ],
)
def test_every_run_of_text_is_placed(text):
    _, places = unmark(FRONT + text)
    blocks = read_body(text.replace("¦", "")).value.blocks

    texts = [
        run
        for block in blocks
        for each in block.walk()
        for run in runs((*each.title, *each.inlines))
        if run[0] == "text"
    ]
    assert [f"{line}:{column}" for _, _, line, column, _ in texts] == places
    assert [end - column for _, words, _, column, end in texts] == [len(words) for _, words, *_ in texts]


def test_a_pipe_inside_a_cell_keeps_the_places_after_it():
    _, places = unmark(FRONT + "| A |\n|---|\n| ¦một \\¦| hai ¦{cite}`I.1` |")
    blocks = check_body("| A |\n|---|\n| một \\| hai {cite}`I.1` |")
    cell = find(blocks, "grid").children[1].children[0]

    assert [f"{run[2]}:{run[3]}" for run in runs(cell.inlines)] == places
    assert [run[1] for run in runs(cell.inlines)] == ["một ", "| hai ", "I.1"]


def test_an_empty_cell_has_no_words():
    blocks = check_body("| A | B |\n|---|---|\n| | x |")
    [empty, _] = find(blocks, "grid").children[1].children

    assert empty.inlines == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("¦# Một", ["heading-level"]),
        ("## Một\n\n¦#### Hai", ["heading-level"]),
        ("¦### Một", ["heading-skips"]),
        ("¦- ## Một", ["heading-in-list"]),
        ("¦> ## Một", ["heading-in-list"]),
        (":::{notes}\n:kind: cut\n\n¦## Một\n:::", ["heading-in-block"]),
        (":::{slide}\n\n¦## Một\n:::", ["heading-in-block"]),
        ("::::{question}\n:::{answer}\n¦## Một\n:::\n::::", ["heading-in-block"]),
        ("| A | B |\n|---|---|\n¦| 1 |\n| 1 | 2 |\n¦| 1 | 2 | 3 |", ["table-ragged", "table-ragged"]),
        ("¦| A | B |\n|---|\n| 1 | 2 |", ["table-malformed"]),
        ("¦| A | B |\n| 1 | 2 |", ["table-malformed"]),
        ("¦***", ["markdown-rule"]),
        ("Một\n¦---", ["markdown-rule"]),
    ],
)
def test_a_mistake_is_placed(text, codes):
    check_body(text, *codes)


def test_indented_words_are_a_paragraph_not_code():
    assert outline(check_body("một\n\n        hai")) == ["paragraph", "paragraph"]


def test_words_that_markdown_would_hide_stay():
    blocks = check_body("[một]: https://a.vn\n\nhai\n===")

    assert [run[1] for block in blocks for run in runs(block.inlines)] == ["[một]: https://a.vn", "hai", "", "==="]


def test_every_cell_of_a_ragged_table_is_kept():
    grid = find(read_body("| A |\n|---|\n| 1 | 2 |").value.blocks, "grid")

    assert [len(row.children) for row in grid.children] == [1, 2]
