import unicodedata

import pytest

from giaotrinh.model.quantity import Quantity
from giaotrinh.read.course.module import read_module
from reading_cases import FRONT, argument, check_body, expected, find, placed, read_body, unmark

FILE = "course/modules/03-chi-tieu.md"


def read(text, number=3):
    return read_module(text.encode(), FILE, number)


def test_front_matter_becomes_the_module():
    text = """---
title: Hai mươi chỉ tiêu, tăng 7,5%
short_title: Chỉ tiêu
periods: {theory: 2, self_study: 1}
state: {stage: ban-hanh, name: Khoa A, date: "2021-09-30"}
lacks: [danh mục đủ 20 chỉ tiêu]
method: Thuyết trình
means: Giáo trình
lead_in: Mở đầu
allow: {figure-uncited: số của đơn vị}
---
một"""
    reading = read(text)
    module = reading.value

    assert reading.diagnostics == ()
    assert (module.id, module.number, module.file) == ("03-chi-tieu", 3, FILE)
    assert (module.periods.theory, module.periods.self_study, module.periods.discussion) == (2, 1, 0)
    assert (module.state.stage, module.lacks, module.allow) == (
        "ban-hanh",
        ("danh mục đủ 20 chỉ tiêu",),
        {"figure-uncited": "số của đơn vị"},
    )
    assert (module.spans["periods.theory"].line, module.spans["periods.theory"].column) == (4, 19)
    assert module.blocks[0].span.line == 12
    assert [quantity.text for quantity in module.quantities["title"]][-1] == "7,5%"
    assert "lacks.0" in module.quantities


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("¦title: a\n\nmột", ["front-matter-missing"]),
        ("¦", ["front-matter-missing"]),
        ("¦---\ntitle: a\nshort_title: a\nperiods: {}\n\n## một", ["front-matter-unclosed"]),
        ("---\n¦title: a\nperiods: {}\n---\n", ["key-missing"]),
        ("---\ntitle: a\nshort_title: a\nperiods: {theory: ¦'3'}\n---\n", ["expected-number"]),
        ("---\ntitle: a\nshort_title: a\nperiods: {theory: ¦-3}\n---\n", ["number-too-small"]),
        ("---\ntitle: a\nshort_title: a\nperiods: {}\n¦number: 3\n---\n", ["key-unknown"]),
        ("---\ntitle: a\nshort_title: a\nperiods: {}\n¦blocks: []\n---\n", ["key-unknown"]),
        ("---\ntitle: a¦: b\n---\n", ["yaml-colon"]),
        ("---\ntitle: a\nshort_title: a\nperiods: {}\nstate: {stage: ¦ban-hanhh}\n---\n", ["word-unknown"]),
        ("---\ntitle: a\nshort_title: a\nperiods: {}\nstate: {date: ¦30-9-2021}\n---\n", ["date-malformed"]),
        ("---\ntitle: a\nshort_title: a\nperiods: {}\nallow: {figure-differs: ¦''}\n---\n", ["allow-without-reason"]),
    ],
)
def test_a_mistake_in_front_matter_is_placed(text, codes):
    plain, places = unmark(text)

    assert placed(read(plain).diagnostics) == expected(codes, places)


def test_broken_front_matter_does_not_hide_the_body():
    text, places = unmark(
        "---\ntitle: ¦1\nshort_title: a\nperiods: {}\n---\n:::{¦nots}\n:::\n\n{¦cite}\n¦# a".replace(
            "{¦cite}", "¦{cite}"
        )
    )
    reading = read(text)

    assert reading.value is None
    assert placed(reading.diagnostics) == expected(
        ["expected-text", "block-unknown", "role-malformed", "heading-level"], places
    )


def test_a_mistake_in_the_body_does_not_cost_the_module():
    assert read_body("# một\n\nhai").value is not None


def test_bytes_that_are_not_utf8_are_told():
    assert placed(read_module(b"---\n\xff", FILE, 1).diagnostics) == ["text-not-utf8 2:1"]


def test_decomposed_text_reads_as_composed():
    text = FRONT + "Đường {cite}`II.1` **phố**\n\n{citee}`x`"

    assert read(unicodedata.normalize("NFD", text)) == read(text)


def test_ids_are_of_the_module_and_in_the_order_of_the_page():
    blocks = check_body(":::{hint}\n:id: goi-y\n\nmột\n:::\n\nhai\n\n- ba")

    ids = [each.id for block in blocks for each in block.walk()]
    assert ids == ["cd-03/goi-y", "cd-03/b2", "cd-03/b3", "cd-03/b4", "cd-03/b5", "cd-03/b6"]


def test_an_id_given_twice_is_told():
    text = ":::{hint}\n:id: a\n:::\n::::{question}\n:id: ¦a\n\n:::{answer}\n:id: ¦a\n:::\n::::"
    check_body(text, "id-repeated", "id-repeated")


def test_ids_stay_unique_when_one_is_given_twice():
    reading = read_body(":::{hint}\n:id: a\n:::\n:::{hint}\n:id: a\n:::")
    ids = [block.id for block in reading.value.blocks]

    assert len(set(ids)) == 2
    assert [str(span) for span in reading.diagnostics[0].related] == [f"{FILE}:7:6"]


def test_numbers_are_given_before_any_filtering():
    body = """## Một

### Một một

### Một hai

## Hai

### Hai một

:::{targets} A
:metrics: a
:::
::::{notes}
:kind: stress

:::{table} Riêng
| A |
|---|
:::
::::
:::{table} B
:audience: khac
| A |
|---|
:::
:::{chart} C
:kind: shares
:figures: a
:::
:::{figure} D
:src: a.png
:alt: a
:::
:::{slide}
:::
:::{question}
:::
:::{question}
:::
:::{discussion}
:minutes: 5
:::
:::{exercise}
:minutes: 5
:::
:::{discussion}
:minutes: 5
:::
"""
    blocks = check_body(body)

    numbers = [(each.kind, each.number) for block in blocks for each in block.walk() if each.number]
    assert numbers == [
        ("heading", "1"),
        ("heading", "1.1"),
        ("heading", "1.2"),
        ("heading", "2"),
        ("heading", "2.1"),
        ("targets", "3.1"),
        ("table", "3.2"),
        ("chart", "3.1"),
        ("figure", "3.2"),
        ("question", "1"),
        ("question", "2"),
        ("discussion", "1"),
        ("exercise", "1"),
        ("discussion", "2"),
    ]
    assert find(find(blocks, "notes").children, "table").number == ""


def test_a_drawn_provision_takes_its_path_from_the_title():
    [block] = check_body(":::{provision} II.1.c\n:::")

    assert (block.options["path"], block.title) == ("II.1.c", ())
    assert (block.option_spans["path"].column, block.option_spans["path"].end_column) == (16, 22)


def test_a_drawn_provision_with_a_path_keeps_its_title():
    [block] = check_body(":::{provision} Mục tiêu\n:path: II.1\n:::")

    assert (block.options["path"], block.plain_title) == ("II.1", "Mục tiêu")


@pytest.mark.parametrize("outer", ["activity", "discussion", "exercise", "break"])
def test_timed_blocks_do_not_nest(outer):
    step = ":step: teaching\n" if outer == "activity" else ""
    body = f"::::{{{outer}}}\n:minutes: 5\n{step}\n¦:::{{break}}\n:minutes: 5\n:::\n::::"
    check_body(body, "timed-inside-timed")


def test_a_timed_block_deep_inside_another_is_told():
    timed = "::::{exercise}\n:minutes: 5\n\n¦:::{break}\n:minutes: 5\n:::\n::::"
    body = f"::::::{{discussion}}\n:minutes: 5\n\n:::::{{callout}}\n¦{timed}\n:::::\n::::::"
    check_body(body, "timed-inside-timed", "timed-inside-timed")


def test_an_unknown_block_is_not_in_the_module():
    reading = read_body(":::{nots}\nbí mật {cit}`x`\n:::\nmột")

    assert [block.kind for block in reading.value.blocks] == ["paragraph"]
    assert placed(reading.diagnostics) == ["block-unknown 6:5", "role-unknown 7:8"]


def test_exemptions_go_to_the_block_after_them():
    body = """% giaotrinh: allow figure-differs "a"

% giaotrinh: allow figure-uncited "b"
một

:::{hint}
% giaotrinh: allow figure-rounded "c"

- hai
:::

% giaotrinh: allow figure-unit “d”
:::{hint}
:::
"""
    blocks = check_body(body)

    allowed = [(each.kind, each.allowed) for block in blocks for each in block.walk() if each.allowed]
    assert allowed == [
        ("paragraph", (("figure-differs", "a"), ("figure-uncited", "b"))),
        ("bullets", (("figure-rounded", "c"),)),
        ("hint", (("figure-unit", "d"),)),
    ]


def test_an_exemption_reaches_no_further_than_its_block():
    body = ':::{hint}\nmột\n\n¦% giaotrinh: allow figure-differs "a"\n:::\nhai\n\n¦% giaotrinh: allow figure-unit "b"'
    blocks = check_body(body, "allow-without-block", "allow-without-block")

    assert [each.allowed for block in blocks for each in block.walk()] == [(), (), ()]


def test_quantities_can_be_read_by_another():
    found = (Quantity(text="x", low=1, high=1),)
    module = read_module((FRONT + "một").encode(), FILE, 1, lambda text: found).value

    assert module.blocks[0].inlines[0].quantities[0].text == "x"


def test_the_nearest_stage_is_given():
    text = FRONT.replace("periods", "state: {stage: banhanh}\nperiods")

    assert argument(read(text).diagnostics[0], "nearest") == "ban-hanh"
