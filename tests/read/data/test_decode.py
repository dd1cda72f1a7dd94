from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Literal

import pytest

from giaotrinh.model.course import Course, Question
from giaotrinh.read.course.course import COURSE
from giaotrinh.read.course.questions import QUESTION
from giaotrinh.read.data.decode import build, decode, entry_type, json_schema
from giaotrinh.read.data.yaml import read_yaml
from reading_cases import argument, expected, placed, unmark


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, kw_only=True)
class Leaf:
    name: str
    size: int = 0


@dataclass(frozen=True, kw_only=True)
class Tree:
    title: str
    leaf: Leaf = Leaf(name="x")
    leaves: tuple[Leaf, ...] = ()
    colours: dict[Colour, int] = field(default_factory=dict)
    colour: Colour = Colour.RED
    side: Literal["left", "right"] = "left"
    open: bool = False
    weight: Decimal | None = None
    share: float = 0.5
    given: int = 7


TREE = entry_type(Tree, without=frozenset({"given"}))


def decoded(text):
    return decode(TREE, read_yaml(text, "a.yaml").value, "a.yaml")


def test_values_become_the_types_of_the_model():
    text = (
        "title: a\nleaves: [{name: b, size: 2}]\ncolours: {green: 3}\ncolour: green\nopen: true\nweight: 0.25\nshare: 1"
    )

    entry = decoded(text).value
    tree = build(Tree, entry, given=9)

    assert tree == Tree(
        title="a",
        leaves=(Leaf(name="b", size=2),),
        colours={Colour.GREEN: 3},
        colour=Colour.GREEN,
        open=True,
        weight=Decimal("0.25"),
        share=1.0,
        given=9,
    )


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("¦leaf: {name: a}", ["key-missing"]),
        ("¦title:", ["key-missing"]),
        ("title: ¦1", ["expected-text"]),
        ("title: ¦true", ["expected-text"]),
        ("title: ¦[a]", ["expected-text"]),
        ("title: a\n¦titel: b", ["key-unknown"]),
        ("title: a\n¦given: 1", ["key-unknown"]),
        ("title: a\nleaf: {name: b, ¦sise: 1}", ["key-unknown"]),
        ("title: a\n¦titel:", ["key-unknown"]),
        ("title: a\nleaf: {name: b, size: 7,¦5}", ["key-unknown"]),
        ("title: a\nleaves: [¦~]", ["expected-mapping"]),
        ("title: a\ncolours: {red: ¦}", ["expected-number"]),
        ("title: a\nleaf: ¦b", ["expected-mapping"]),
        ("¦a", ["expected-mapping"]),
        ("¦- title: a", ["expected-mapping"]),
        ("title: a\nleaf: {name: b, size: ¦'1'}", ["expected-number"]),
        ("title: a\nleaf: {name: b, size: ¦1.5}", ["expected-number"]),
        ("title: a\nleaf: {name: b, size: ¦true}", ["expected-number"]),
        ("title: a\nweight: ¦true", ["expected-number"]),
        ("title: a\nweight: ¦nặng", ["expected-number"]),
        ("title: a\nshare: ¦'0.5'", ["expected-number"]),
        ("title: a\nleaves: ¦{name: b}", ["expected-list"]),
        ("title: a\nleaves: [¦b]", ["expected-mapping"]),
        ("title: a\nleaves:\n  - name: b\n  - ¦size: 1", ["key-missing"]),
        ("title: a\nopen: ¦1", ["expected-true-or-false"]),
        ("title: a\nopen: ¦yes", ["expected-true-or-false"]),
        ("title: a\ncolours: ¦red", ["expected-mapping"]),
        ("title: a\ncolours: {¦redd: 1}", ["word-unknown"]),
        ("title: a\ncolour: ¦gren", ["word-unknown"]),
        ("title: a\ncolour: ¦3", ["word-unknown"]),
        ("title: a\nside: ¦lefd", ["word-unknown"]),
        (
            "title: ¦1\nleaf: {name: ¦2, size: ¦a}\n¦x: 3\nopen: ¦0",
            ["expected-text", "expected-text", "expected-number", "key-unknown", "expected-true-or-false"],
        ),
    ],
)
def test_every_mistake_is_placed(text, codes):
    plain, places = unmark(text)
    reading = decoded(plain)

    assert reading.value is None
    assert sorted(placed(reading.diagnostics)) == sorted(expected(codes, places))


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("title: a\ntitel: b", "title"),
        ("title: a\nleaves: [{name: b, sise: 1}]", "size"),
        ("title: a\ncolour: gren", "green"),
        ("title: a\ncolours: {redd: 1}", "red"),
        ("title: a\nside: lefd", "left"),
        ("title: a\nxyzzy: b", ""),
    ],
)
def test_the_nearest_known_name_is_given(text, nearest):
    [finding] = decoded(text).diagnostics

    assert argument(finding, "nearest") == nearest


@pytest.mark.parametrize("written", ["2025", "8.300", "TRUE", "-0"])
def test_a_number_meant_as_text_is_shown_as_written(written):
    [finding] = decoded(f"title: {written}").diagnostics

    assert argument(finding, "written") == written


def test_a_known_key_without_value_is_as_if_it_were_not_there():
    entry = decoded("title: a\nleaf:\nleaves:\n  - name: b\n    size:").value

    assert (entry.leaf.name, entry.leaves[0].size) == ("x", 0)


@pytest.mark.parametrize("name", ["file", "spans", "quantities"])
def test_what_the_reader_gives_cannot_be_written(name):
    reading = decode(COURSE, read_yaml(f"{name}: a", "a.yaml").value, "a.yaml")

    assert f"key-unknown 1:1 {name}" in [
        f"{each} {dict(found.arguments)['name']}"
        for each, found in zip(placed(reading.diagnostics), reading.diagnostics, strict=True)
    ]


@pytest.mark.parametrize(("kind", "entry"), [(Course, COURSE), (Question, QUESTION)])
def test_what_the_reader_gives_is_not_in_the_schema(kind, entry):
    properties = json_schema(entry)["properties"]

    assert {"spans", "span", "file", "quantities"}.isdisjoint(properties)
    assert set(properties) < set(kind.__dataclass_fields__)


def test_a_mistake_no_message_is_made_for_still_has_its_place():
    @dataclass(frozen=True, kw_only=True)
    class Small:
        text: bytes | Literal[3]

    reading = decode(entry_type(Small, without=frozenset()), read_yaml("text: [1]", "a.yaml").value, "a.yaml")

    assert {each.code for each in reading.diagnostics} <= {"value-refused", "word-unknown"}
    assert "value-refused" in {each.code for each in reading.diagnostics}
