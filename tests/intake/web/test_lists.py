"""Numbers a browser draws before list items."""

import pytest

from giaotrinh.intake.web.page import read_html


def lines(body, style=""):
    page = f'<!doctype html><meta charset="utf-8"><style>{style}</style><body>{body}'
    extraction = read_html(page.encode())
    assert extraction.unaccounted() == ({}, {})
    return extraction.text.splitlines()


ITEMS = "<li>một</li><li>hai</li>"


@pytest.mark.parametrize(
    ("opening", "style", "expected"),
    [
        ('<ol style="list-style-type: lower-alpha">', "", ["a. một", "b. hai"]),
        ('<ol class="chu">', "ol.chu { list-style-type: lower-latin }", ["a. một", "b. hai"]),
        ('<ol class="rm">', ".rm { list-style: upper-roman inside }", ["I. một", "II. hai"]),
        ('<ol id="x">', "#x { list-style: upper-alpha }", ["A. một", "B. hai"]),
        ("<ol>", "main ol > li { list-style-type: lower-roman }", ["i. một", "ii. hai"]),
        ("<ol>", "ol.khac { list-style-type: lower-alpha }", ["1. một", "2. hai"]),
        ("<ol>", "ol { list-style: none }", ["một", "hai"]),
        ("<ol>", 'li::before { content: "Điều " counter(dieu) ". "; }', ["Điều 1. một", "Điều 2. hai"]),
        ("<ol>", "li:before { content: counter(c, lower-alpha) ') ' }", ["a) một", "b) hai"]),
        ("<ol reversed>", "", ["2. một", "1. hai"]),
        ('<ol reversed start="5">', "", ["5. một", "4. hai"]),
        ('<ol start="-1">', "", ["-1. một", "0. hai"]),
        ("<ul>", "", ["- một", "- hai"]),
    ],
)
def test_the_number_before_an_item(opening, style, expected):
    assert lines(f"{opening}{ITEMS}", style) == expected


def test_numbers_of_lists_in_lists_are_joined_where_the_style_says_so():
    body = "<ol><li>một<ol><li>hai</li></ol></li></ol>"
    assert lines(body, 'li::before { content: counters(m, ".") ". " }') == ["1. một", "1.1. hai"]


def test_the_number_stands_before_the_first_words_of_a_loose_item():
    inner = "<ol><li><p>Ý thứ nhất.</p></li><li>Ý thứ hai.</li></ol>"
    body = f'<ol type="I"><li><p>Quan điểm</p>{inner}</li><li><div>Nhiệm vụ</div></li></ol>'
    assert lines(body) == ["I. Quan điểm", "1. Ý thứ nhất.", "2. Ý thứ hai.", "II. Nhiệm vụ"]


def test_struck_items_count_but_are_left_out():
    body = '<ol><li>một</li><li style="text-decoration: line-through">bỏ</li><li>ba</li></ol>'
    assert lines(body) == [
        "1. một",
        "3. ba",
    ]
