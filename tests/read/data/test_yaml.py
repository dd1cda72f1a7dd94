import pytest

from giaotrinh.read.data.yaml import ALIAS_LIMIT, DEPTH_LIMIT, read_yaml
from reading_cases import argument, expected, placed, unmark


def value_of(text):
    reading = read_yaml(text, "a.yaml")
    assert reading.diagnostics == ()
    return reading.value.value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12:30", "12:30"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("y", "y"),
        ("0755", "0755"),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("2020-10-13", "2020-10-13"),
        (".inf", ".inf"),
        ("1e5", "1e5"),
        ("8.300-8.500", "8.300-8.500"),
        ("7,5", "7,5"),
        ("<<", "<<"),
        ("=", "="),
        ("0", 0),
        ("45", 45),
        ("-3", -3),
        ("0.25", 0.25),
        ("true", True),
        ("False", False),
        ('"45"', "45"),
        ("'true'", "true"),
        ("!!str 45", "45"),
        ('""', ""),
        ("Đột phá", "Đột phá"),
    ],
)
def test_a_scalar_means_what_yaml_1_2_says(written, value):
    found = value_of(f"a: {written}")["a"]

    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("written", ["", "~", "null", "NULL"])
def test_nothing_is_null(written):
    assert value_of(f"a: {written}\nb: 1") == {"a": None, "b": 1}


def test_a_merge_key_is_an_ordinary_key():
    assert value_of("<<: {a: 1}") == {"<<": {"a": 1}}


def test_keys_are_text():
    assert value_of("2025: a\ntrue: b\n0755: c") == {"2025": "a", "true": "b", "0755": "c"}


def test_aliases_are_followed():
    assert value_of("a: &x [1, 2]\nb: *x") == {"a": [1, 2], "b": [1, 2]}


def test_places_are_of_values_and_keys():
    text, places = unmark("¦đường: ¦Lê Hồng Phong\nsố:\n  - ¦một\n  - {¦hai: ¦ba}")
    document = read_yaml(text, "a.yaml").value

    spans = [document.keys["đường"], *(document.spans[path] for path in ("đường", "số.0"))]
    spans += [document.keys["số.1.hai"], document.spans["số.1.hai"]]
    assert [f"{span.line}:{span.column}" for span in spans] == places
    assert document.spans["đường"].end_column == 8 + len("Lê Hồng Phong")


def test_the_place_of_what_is_missing_is_that_of_its_holder():
    document = read_yaml("a:\n  b: 1", "a.yaml").value

    assert document.span("a.c.d", "a.yaml") == document.spans["a"]


def test_lines_before_the_text_are_counted():
    reading = read_yaml("a: 1\na: 2", "a.md", lines_before=1)

    assert placed(reading.diagnostics) == ["yaml-key-repeated 3:1"]
    assert [str(span) for span in reading.diagnostics[0].related] == ["a.md:2:1"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("¦", "yaml-empty"),
        ("¦# chỉ có ghi chú", "yaml-empty"),
        ("¦\ta: 1", "yaml-character"),
        ("a: ¦@b", "yaml-character"),
        ("- *¦đậm*", "yaml-character"),
        ("tiêu đề: Phần một¦: mở đầu", "yaml-colon"),
        ("a: ¦[1, 2", "yaml-unclosed"),
        ("a: ¦{b: c", "yaml-unclosed"),
        ("a: ¦[", "yaml-unclosed"),
        ("a: [¦{", "yaml-unclosed"),
        ("a: ¦[1,\n\n", "yaml-unclosed"),
        ("a: [1, ¦, 2]\nb: 3", "yaml-syntax"),
        ('a: ¦"b\nc: d', "yaml-unclosed"),
        ("a:\n  - x\n ¦b: 3", "yaml-indentation"),
        ("a: 'x' ¦y", "yaml-indentation"),
        ("a: 1\n¦foo\nb: 2", "yaml-key-without-colon"),
        ("a: 1\n¦---\nb: 2", "yaml-several-documents"),
        ("a: ¦!!python/object:os.system x", "yaml-tag"),
        ("a: ¦!!int 3", "yaml-tag"),
        ("a: 1\n¦a: 2", "yaml-key-repeated"),
        ("? ¦[a]\n: b", "yaml-key-not-text"),
        ("a: &x b\n¦*x : c", "yaml-key-not-text"),
        ("a: ¦*y", "yaml-alias-unknown"),
        ("¦%YAML 3.0\n--- a", "yaml-syntax"),
    ],
)
def test_a_mistake_is_placed(text, code):
    plain, places = unmark(text)

    found = placed(read_yaml(plain, "a.yaml").diagnostics)

    # Of an empty text only the line is known.
    assert [each.replace(" 1:0", " 1:1") for each in found] == expected([code], places)


def test_repeated_keys_are_all_told_and_the_first_is_kept():
    reading = read_yaml("a: 1\na: 2\nb: {c: 1, c: 2, c: 3}", "a.yaml")

    assert placed(reading.diagnostics) == ["yaml-key-repeated 2:1", "yaml-key-repeated 3:11", "yaml-key-repeated 3:17"]
    assert reading.value.value == {"a": 1, "b": {"c": 1}}


@pytest.mark.parametrize(
    ("opening", "code"),
    [("[", "yaml-too-deep"), ("{a: ", "yaml-too-deep"), ("- ", "yaml-too-deep"), ("? ", "yaml-key-not-text")],
)
def test_deep_nesting_is_refused_before_it_is_built(opening, code):
    reading = read_yaml(opening * 50_000, "a.yaml")

    assert reading.value is None
    assert [each.code for each in reading.diagnostics] == [code]


def test_the_deepest_nesting_allowed_is_read():
    assert read_yaml("[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT, "a.yaml").diagnostics == ()


def test_too_many_aliases_are_refused():
    text = "a: &x 1\nb: [" + "*x, " * ALIAS_LIMIT + "{}]"

    assert read_yaml(text.format(""), "a.yaml").diagnostics == ()
    assert [each.code for each in read_yaml(text.format("*x"), "a.yaml").diagnostics] == ["yaml-too-many-aliases"]


def test_few_aliases_cannot_stand_for_many_values():
    lines = ["l0: &l0 [a, a, a, a, a, a, a, a, a, a]"]
    lines += [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 10)]

    assert [each.code for each in read_yaml("\n".join(lines), "a.yaml").diagnostics] == ["yaml-too-many-values"]


def test_an_alias_tells_its_name():
    assert argument(read_yaml("a: *kia", "a.yaml").diagnostics[0], "name") == "kia"
