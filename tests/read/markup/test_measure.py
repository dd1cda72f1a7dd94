from giaotrinh.model.document import Inline
from giaotrinh.read.markup.inline import InlineReader
from giaotrinh.read.markup.measure import measure_fields
from giaotrinh.read.markup.places import places_of_lines
from giaotrinh.viet.quantity import read_quantities
from reading_cases import find, read_body


def measured(text):
    """Return the text of each quantity with the words and place of the run it was given to."""
    reader = InlineReader(measure=read_quantities)
    inlines = reader.read(text, places_of_lines(text, tuple(text.split("\n")), 1, "a.md"))
    return [
        (quantity.text, each.text, quantity.number_start)
        for inline in inlines
        for each in inline.walk()
        for quantity in each.quantities
    ]


def test_a_quantity_belongs_to_the_run_that_holds_its_number():
    assert measured("đạt 8.300-8.500 USD {cite}`I.1`, tăng 7,5%") == [
        ("8.300-8.500 USD", "đạt 8.300-8.500 USD ", 4),
        ("7,5%", ", tăng 7,5%", 7),
    ]


def test_bold_does_not_part_a_number_from_its_qualifier_and_unit():
    assert measured("khoảng **8.300** USD") == [("khoảng 8.300 USD", "8.300", 0)]


def test_a_line_end_does_not_part_a_number_from_its_unit():
    assert measured("đạt 8.300\nUSD") == [("8.300 USD", "đạt 8.300", 4)]


def test_words_from_another_document_carry_their_quantities():
    assert measured("tăng {from}`3,98% <nd>`") == [("3,98%", "3,98%", 0)]


def test_what_a_role_calls_is_no_quantity():
    assert measured("{value}`grdp-2025` {cite}`II.5` {ref}`hinh-3` {term}`OCOP`") == []


def test_names_of_things_called_do_not_join_numbers():
    assert [quantity for quantity, *_ in measured("25 {value}`x` USD")] != ["25 USD"]


def test_options_that_print_words_have_their_quantities():
    body = ":::{figure} Sơ đồ\n:src: 3.png\n:alt: Đạt 7,5%\n:::"
    figure = find(read_body(body).value.blocks, "figure")

    assert {name: [each.text for each in found] for name, found in figure.quantities.items()} == {"alt": ["7,5%"]}


def test_titles_have_their_quantities():
    title = find(read_body(":::{hint} Đạt 7,5%\n:::").value.blocks, "hint").title

    assert [each.text for each in title[0].quantities] == ["7,5%"]


def test_fields_without_quantities_are_left_out():
    assert list(measure_fields({"a": "không có", "b": "", "c": "đạt 7,5%"}, read_quantities)) == ["c"]


def test_places_of_quantities_lead_to_the_file():
    text = find(read_body("- một\n  và 7,5%").value.blocks, "paragraph").inlines[-1]

    assert isinstance(text, Inline)
    assert text.span.column + text.quantities[0].number_start == 6
