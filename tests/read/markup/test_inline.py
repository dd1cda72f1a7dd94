import pytest

from giaotrinh.read.markup.inline import InlineReader
from giaotrinh.read.markup.places import places_of_lines
from reading_cases import argument, expected, placed, runs, unmark


def read(text):
    plain, places = unmark(text)
    reader = InlineReader(measure=lambda words: ())
    inlines = reader.read(plain, places_of_lines(plain, tuple(plain.split("\n")), 1, "a.md"))
    return inlines, reader.found, places


def shape(inlines):
    return [
        (each.kind, shape(each.children)) if each.children else (each.kind, each.text, each.target) for each in inlines
    ]


def text(words):
    return ("text", words, "")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("một **hai *ba*** bốn", [text("một "), ("strong", [text("hai "), ("emphasis", [text("ba")])]), text(" bốn")]),
        ("`a *b*`", [("code", "a *b*", "")]),
        ("``a ` b``", [("code", "a ` b", "")]),
        ("[một **hai**](https://a.vn)", [("link", [text("một "), ("strong", [text("hai")])])]),
        ("<https://a.vn/b>", [("link", [text("https://a.vn/b")])]),
        ("![sơ đồ](a.png)", [("image", "sơ đồ", "a.png")]),
        ("một\nhai", [text("một"), ("newline", "", ""), text("hai")]),
        ("một  \nhai", [text("một"), ("newline", "hard", ""), text("hai")]),
        ("một\\\nhai", [text("một"), ("newline", "hard", ""), text("hai")]),
        ("a\\*b", [text("a"), text("*"), text("b")]),
        ("a &amp; b", [text("a "), text("&"), text(" b")]),
        ("5 * 3 * 2 a_b_c", [text("5 * 3 * 2 a_b_c")]),
        ("______", [text("______")]),
        ("{cite}`II.1.c`", [("cite", "II.1.c", "II.1.c")]),
        ("{cite}`nq17:II.1.c, ctr-tu:2`", [("cite", "nq17:II.1.c, ctr-tu:2", "nq17:II.1.c, ctr-tu:2")]),
        ("{cite}`I.1,\nI.2`", [("cite", "I.1, I.2", "I.1, I.2")]),
        ("{from}`3,98% <nd-2020>`", [("from", "3,98%", "nd-2020")]),
        ("{from}`a < b\n<nd>`", [("from", "a < b", "nd")]),
        ("**{value}`x`**", [("strong", [("value", "x", "x")])]),
        ("{term}``a`b``", [("term", "a`b", "a`b")]),
        ("`{cite}`", [("code", "{cite}", "")]),
        ("{a} {b c}", [text("{a} {b c}")]),
    ],
)
def test_inlines(written, meant):
    inlines, found, _ = read(written)

    assert shape(inlines) == meant
    assert found == []


@pytest.mark.parametrize(
    "written",
    [
        "¦một ¦**¦hai ¦*¦ba***¦ ¦`bốn`¦ năm",
        "¦*¦**¦một***",
        "¦a¦\\*¦b ¦&amp;¦ c",
        "¦[¦một](https://a.vn)¦ hai ¦![x](a.png)¦ ba ¦<¦https://a.vn>¦ bốn",
        "¦một ¦{cite}`I.1`¦, hai ¦{from}`3 <nd>`¦.",
        "¦một¦\n  ¦hai ¦{value}`x`  ¦\n¦ba",
        "¦một * hai ** {x} [y] ¦_¦z_¦ <",
        "¦__¦một__¦ hai",
        "¦*¦a ¦**¦b***¦ c",
    ],
)
def test_every_inline_is_placed(written):
    inlines, _, places = read(written)

    assert [f"{line}:{column}" for _, _, line, column, _ in runs(inlines)] == places


def test_the_end_of_an_inline_is_known_on_its_line():
    inlines, _, _ = read("**một** {cite}`I.1` [a](https://a.vn) `c` *hai\nba*")

    assert [run[4] for run in runs(inlines) if run[0] in ("strong", "cite", "link", "code", "emphasis")] == [
        8,
        20,
        38,
        42,
        0,
    ]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("¦**“Đột phá”¦**là", ["bold-left-open", "bold-left-open"]),
        ("một ¦** hai", ["bold-left-open"]),
        ("một¦<br>hai ¦</b> ¦<!-- x -->", ["html-as-text"] * 3),
        ("a < b, c<d> e", []),
        ("[a](¦javascript:alert(1))", ["link-refused"]),
        ("¦[a](b.md) ¦<ftp://a.vn>", ["link-refused", "link-refused"]),
        ("một ¦{cit}`I.1`", ["role-unknown"]),
        ("một ¦{cite} `I.1` ¦{value}", ["role-malformed", "role-malformed"]),
        ("một ¦{cite}`I.1", ["role-malformed"]),
        ("một ¦{cit}``I.1`", ["role-malformed"]),
        ("¦{cite}` `", ["role-empty"]),
        ("¦{from}`3,98%`", ["role-without-target"]),
        ("một\n  ¦{cit}`a`", ["role-unknown"]),
        ("**một ¦{cit}`a`** [x ¦{cit}`b`](https://a.vn)", ["role-unknown", "role-unknown"]),
    ],
)
def test_a_mistake_is_placed(written, codes):
    _, found, places = read(written)

    assert sorted(placed(found)) == sorted(expected(codes, places))


def test_the_nearest_role_is_given():
    _, [finding], _ = read("{citee}`a`")

    assert argument(finding, "nearest") == "cite"


def test_an_unknown_role_keeps_its_words():
    inlines, _, _ = read("một {hoa}`hai`")

    assert [each.text for each in inlines] == ["một ", "hai"]


def test_an_unknown_role_over_two_lines_is_one_run():
    inlines, _, _ = read("{hoa}`hai\nba`")

    assert [(each.text, each.span.end_column) for each in inlines] == [("hai ba", 0)]


@pytest.mark.parametrize("bomb", ["[" * 5000, "*a " * 5000, "`" * 5000, "![" * 3000, "**" * 4000, "{cite}" * 3000])
def test_a_bomb_is_read_all_the_same(bomb):
    inlines, _, _ = read(bomb)

    assert "".join(each.text for each in inlines) == bomb
