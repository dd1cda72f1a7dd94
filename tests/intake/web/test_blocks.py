"""Raised figures, fractions, struck words and notes of web pages."""

import pytest

from giaotrinh.intake.carrier.extraction import Reason
from giaotrinh.intake.web.page import read_html


def read(body):
    extraction = read_html(f'<!doctype html><meta charset="utf-8"><body>{body}'.encode())
    assert extraction.unaccounted() == ({}, {})
    return extraction


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>năm 2025<sup>1</sup> đạt</p>", "năm 2025¹ đạt"),
        ("<p>10<sup>6</sup> cây trên 5 m<sup>2</sup></p>", "10⁶ cây trên 5 m²"),
        ("<p>ít nhất <sup>2</sup>/<sub>3</sub> tổng số</p>", "ít nhất 2/3 tổng số"),
        ("<p>khí CO<sub>2</sub></p>", "khí CO2"),
        ("<p>ít nhất <math><mfrac><mn>2</mn><mn>3</mn></mfrac></math> tổng số</p>", "ít nhất 2/3 tổng số"),
        ("<p><math><msup><mn>10</mn><mn>6</mn></msup></math> cây</p>", "10⁶ cây"),
        ("<p><math><semantics><mn>7</mn><annotation>7</annotation></semantics></math> cây</p>", "7 cây"),
    ],
)
def test_figures_above_the_line_and_fractions(body, expected):
    assert read(body).text.strip() == expected


def test_struck_words_are_left_out_and_told():
    found = read('<p>đạt <del>70%</del> <s>75%</s> <span style="text-decoration:line-through">78%</span> 80%</p>')
    assert found.text == "đạt 80%\n"
    assert [(part.text, part.reason) for part in found.left_out] == [
        (text, Reason.DELETED) for text in ("70%", "75%", "78%")
    ]


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ('<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup>', '<p><a href="#_ftnref1">[1]</a> Số liệu.</p>'),
        ('<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>', '<p><a href="#ftnt_ref1">[1]</a> Số liệu.</p>'),
        (
            '<a href="#fn1" id="fnref1"><sup>1</sup></a>',
            '<section class="footnotes"><ol><li id="fn1"><p>Số liệu.<a href="#fnref1">↩︎</a></p></li></ol></section>',
        ),
        (
            '<sup><a href="#cite_note-1">[1]</a></sup>',
            '<ol><li id="cite_note-1"><a href="#cite_ref-1">^</a> Số liệu.</li></ol>',
        ),
    ],
    ids=["word", "google-docs", "pandoc", "mediawiki"],
)
def test_notes_are_called_and_kept(call, note):
    found = read(f"<p>Năm 2025{call} đạt 85%.</p>{note}")
    assert found.text.splitlines() == [
        "Năm 2025[^1] đạt 85%.",
        "[^1]: Số liệu.",
    ]
