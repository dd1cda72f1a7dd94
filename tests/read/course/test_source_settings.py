from decimal import Decimal

import pytest

from giaotrinh.model.quantity import Qualifier
from giaotrinh.model.source import Role
from giaotrinh.read.course.source_settings import read_source
from reading_cases import argument, expected, placed, unmark

SETTINGS = """title: Nghị quyết
short_title: Nghị quyết
cite_as: Tư liệu mẫu
status: sample
wording: summary
"""
TEXT = """I. MỤC TIÊU
1. GRDP bình quân đầu người đạt 8.300–8.500 USD.
2. Tăng trưởng trên 7,5%.
a) Dịch vụ 8%.
b) Công nghiệp 18%.
II. NHIỆM VỤ
"""


def read(more="", text=TEXT):
    return read_source((SETTINGS + more).encode(), text.encode(), identity="nq17", folder="course/sources/nq17")


def figure(**changes):
    values = {"metric": "GRDP", "metric_id": "grdp", "text": '"8.300-8.500"', "unit": "USD", "horizon": '"2025"'}
    values |= {"provision": "I.1"} | changes
    return "figures:\n  grdp-2025: {" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}\n"


def test_a_source_is_its_text_with_its_settings():
    source = read(figure(origin="báo", confidence="press")).value

    assert (source.id, source.file, source.settings_file) == (
        "nq17",
        "course/sources/nq17/text.txt",
        "course/sources/nq17/source.yaml",
    )
    assert [each.path for each in source.walk()] == ["I", "I.1", "I.2", "I.2.a", "I.2.b", "II"]
    assert (source.spans["status"].line, source.spans["status"].column) == (4, 9)
    [found] = source.figures
    assert (found.name, found.source, found.origin, str(found.span)) == (
        "grdp-2025",
        "nq17",
        "báo",
        "course/sources/nq17/source.yaml:7:3",
    )


def test_a_figure_has_its_quantity():
    quantity = read(figure()).value.figures[0].quantity

    assert (quantity.low, quantity.high, quantity.unit, quantity.horizon) == (
        Decimal(8300),
        Decimal(8500),
        "usd",
        "2025",
    )


def test_a_figure_keeps_its_qualifier():
    quantity = read(figure(text='"trên 7,5"', unit='"%"', provision="I.2")).value.figures[0].quantity

    assert (quantity.qualifier, quantity.unit) == (Qualifier.ABOVE, "%")


def test_roles_reach_children_and_exact_paths_win():
    source = read("roles: {I.2.b: result, I.2.*: target, I.1: goal}").value

    roles = {each.path: each.role for each in source.walk() if each.role}
    assert roles == {"I.1": Role.GOAL, "I.2.a": Role.TARGET, "I.2.b": Role.RESULT}


def test_notes_and_quantities_are_at_the_provision():
    source = read("notes: {I.1: {confidence: press, origin: Báo A}}\nannounced: {target: 20}").value
    provision = source.find("I.1")

    assert (provision.confidence, provision.origin) == ("press", "Báo A")
    assert [quantity.unit for quantity in provision.quantities] == ["usd"]
    assert provision.text[provision.quantities[0].number_start :].startswith("8.300")
    assert source.announced == {Role.TARGET: 20}


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("roles: {¦I.3: target}", ["provision-unknown"]),
        ("roles: {¦III.*: target}", ["provision-unknown"]),
        ("roles: {¦I.1.*: target}", ["provision-without-children"]),
        ("roles: {I.1: ¦taget}", ["word-unknown"]),
        ("notes: {¦I.9: {origin: a}}", ["provision-unknown"]),
        ("notes: {I.1: {confidence: ¦pres}}", ["word-unknown"]),
        ("announced: {target: ¦0}", ["number-too-small"]),
        ("announced: {¦tagret: 20}", ["word-unknown"]),
        ("date: ¦13-10-2020", ["date-malformed"]),
        (figure(provision="¦I.9"), ["provision-unknown"]),
        (figure(text='¦"8.300"'), ["figure-not-in-provision"]),
        (figure(text='¦"8.500"'), ["figure-not-in-provision"]),
        (figure(text='¦"300-8.500"'), ["figure-not-in-provision"]),
        (figure(text='¦"7,5"', provision="II"), ["figure-not-in-provision"]),
        (figure(text="¦GRDP", unit='""'), ["figure-without-number"]),
        (figure(confidence="¦sure"), ["word-unknown"]),
        (figure(text="¦8.300"), ["expected-text"]),
        (figure(quantity="1").replace("quantity", "¦quantity"), ["key-unknown"]),
        (figure().replace("horizon: ", "horizon: ¦").replace('"2025"', "2025"), ["expected-text"]),
        ("roles: {¦I.3: target, ¦I.4: target}", ["provision-unknown", "provision-unknown"]),
    ],
)
def test_a_mistake_is_placed(more, codes):
    text, places = unmark(SETTINGS + more)

    assert placed(read(text.removeprefix(SETTINGS)).diagnostics) == expected(codes, places)


@pytest.mark.parametrize(("path", "nearest"), [("I.2.c", "I.2.b"), ("I.3", "I.2"), ("II.1", "I.1")])
def test_the_nearest_provision_is_given(path, nearest):
    [finding] = read(f"roles: {{{path}: target}}").diagnostics

    assert argument(finding, "nearest") == nearest


def test_a_figure_of_the_wrong_provision_shows_the_text():
    [finding] = read(figure(text='"9.000"')).diagnostics

    assert [str(span) for span in finding.related] == ["course/sources/nq17/text.txt:2:1"]


def test_a_figure_may_stand_below_its_provision():
    assert read(figure(text='"8"', unit='"%"', provision="I.2")).diagnostics == ()


def test_both_files_are_examined_when_one_is_broken():
    reading = read_source(b"title: [", "I. Ð\n".encode(), identity="a", folder="course/sources/a")

    assert reading.value is None
    assert {(each.code, each.span.file.rpartition("/")[2]) for each in reading.diagnostics} == {
        ("look-alike-letter", "text.txt"),
        ("yaml-unclosed", "source.yaml"),
    }


def test_an_empty_text_gives_no_source():
    reading = read(text="\n")

    assert reading.value is None
    assert [each.code for each in reading.diagnostics] == ["outline-empty"]
