"""What the engine's tagged output is worth, construct by construct: an upgrade that changes a verdict shows here.

"printed" is the verdict on the engine's own file, "bound" the one on the same page after binding, which puts in what
the engine leaves out. Templates may use what is accepted when bound.
"""

import page
import pytest

from bind.books import book_of
from bind.serial_printer import CSS, print_html
from giaotrinh.bind import bind
from giaotrinh.model.edition import Part, Reader
from giaotrinh.model.fragment import Section

ACCEPTED, REFUSED = True, False
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' width='90'>{}<rect width='9' height='9'/></svg>"
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
ROWS = "<tr><td>một</td><td>hai</td></tr>"

CONSTRUCTS: dict[str, tuple[str, bool, bool]] = {
    # headings
    "several h1": ("<h1>A</h1><h1>B</h1>", ACCEPTED, ACCEPTED),
    "h2 first": ("<h2>A</h2>", REFUSED, REFUSED),
    "h1 then h3": ("<h1>A</h1><h3>B</h3>", REFUSED, REFUSED),
    "h2 then h4": ("<h1>A</h1><h2>B</h2><h4>C</h4>", REFUSED, REFUSED),
    # pictures
    "img with alt": (f"<p><img src='{PIXEL}' alt='Bản đồ'></p>", ACCEPTED, ACCEPTED),
    "img without alt": (f"<p><img src='{PIXEL}'></p>", REFUSED, REFUSED),
    "img with empty alt": (f"<p><img src='{PIXEL}' alt=''></p>", REFUSED, REFUSED),
    "svg with title": (SVG.format("<title>Sơ đồ</title>"), ACCEPTED, ACCEPTED),
    "svg without title": (SVG.format(""), REFUSED, REFUSED),
    "background picture": (f"<p style='background: url({PIXEL})'>Nền</p>", ACCEPTED, ACCEPTED),
    # lists
    "bullets": ("<ul><li>một</li><li>hai</li></ul>", ACCEPTED, ACCEPTED),
    "numbers from 5": ("<ol start='5' type='A'><li>một</li></ol>", ACCEPTED, ACCEPTED),
    "nested lists": ("<ul><li>một<ul><li>con</li></ul></li></ul>", ACCEPTED, ACCEPTED),
    "paragraph in li": ("<ul><li><p>một</p></li></ul>", REFUSED, REFUSED),
    "paragraph in li without marker": ("<ul style='list-style: none'><li><p>một</p></li></ul>", ACCEPTED, ACCEPTED),
    "counter before a paragraph in li": (
        "<style>li { list-style: none; counter-increment: a } li::before { content: counter(a) '. ' }</style>"
        "<ol><li><p>một</p></li></ol>",
        ACCEPTED,
        ACCEPTED,
    ),
    "marker inside": ("<ul style='list-style-position: inside'><li>một</li></ul>", REFUSED, REFUSED),
    "div in ul": ("<ul><div>một</div></ul>", REFUSED, REFUSED),
    "definition list": ("<dl><dt>GRDP</dt><dd>tổng sản phẩm</dd></dl>", ACCEPTED, ACCEPTED),
    "flex on ul": ("<ul style='display: flex'><li>một</li></ul>", ACCEPTED, ACCEPTED),
    # links
    "link": ("<p><a href='https://example.org'>chữ</a></p>", ACCEPTED, ACCEPTED),
    "bold in link": ("<p><a href='https://example.org'>chữ <b>đậm</b></a></p>", REFUSED, REFUSED),
    "link in heading": ("<h1><a href='https://example.org'>chữ</a></h1>", ACCEPTED, ACCEPTED),
    "entry with leader": (
        "<style>a::after { content: leader('.') target-counter(attr(href), page) }</style>"
        "<p><a href='#x'>chữ</a></p><h1 id='x'>đích</h1>",
        ACCEPTED,
        ACCEPTED,
    ),
    # tables
    "table": (f"<table><tr><th>A</th><th>B</th></tr>{ROWS}</table>", ACCEPTED, ACCEPTED),
    "head over two columns": (f"<table><tr><th colspan='2'>A</th></tr>{ROWS}</table>", REFUSED, ACCEPTED),
    "head of two rows": (
        "<table><thead><tr><th rowspan='2'>A</th><th colspan='2'>B</th></tr><tr><th>C</th><th>D</th></tr></thead>"
        "<tr><td>một</td><td>hai</td><td>ba</td></tr></table>",
        REFUSED,
        ACCEPTED,
    ),
    "table without heads": (f"<table>{ROWS}</table>", ACCEPTED, ACCEPTED),
    "ragged rows": (f"<table><tr><th>A</th></tr>{ROWS}</table>", REFUSED, REFUSED),
    "table over pages": (
        f"<table><caption>Bảng</caption><thead><tr><th>A</th><th>B</th></tr></thead>{ROWS * 60}</table>",
        ACCEPTED,
        ACCEPTED,
    ),
    "cells over two rows": (
        "<table><tr><th>A</th><th>B</th></tr><tr><td rowspan='2'>1</td><td></td></tr><tr><td>3</td></tr></table>",
        ACCEPTED,
        ACCEPTED,
    ),
    # text
    "no-break hyphen": ("<p>57\u2011NQ/TW</p>", ACCEPTED, ACCEPTED),
    "special spaces": ("<p>mục\u00a0II, 8.500\u202fUSD, từ\u2060ghép, gạch\u00adnối</p>", ACCEPTED, ACCEPTED),
    "decomposed text": ("<p>e\u0302\u0301 o\u0302\u0323</p>", ACCEPTED, ACCEPTED),
    "letter spacing and small capitals": (
        "<p style='letter-spacing: 2pt; font-variant: small-caps'>Hội nghị</p>",
        ACCEPTED,
        ACCEPTED,
    ),
    "plain elements": (
        "<main><section><aside>a</aside><figure>b</figure><pre>c</pre><blockquote>d</blockquote></section></main>",
        ACCEPTED,
        ACCEPTED,
    ),
    # page
    "running head and number": (
        "<style>@page { @top-center { content: 'Đầu' } @bottom-right { content: counter(page) } }</style><p>a</p>",
        ACCEPTED,
        ACCEPTED,
    ),
    "footnote": ("<style>.f { float: footnote }</style><p>a<span class='f'>chú thích</span></p>", ACCEPTED, ACCEPTED),
    "columns, grid, flex": (
        "<div style='columns: 2'>a b</div><div style='display: grid'><p>a</p></div><div style='display: flex'>b</div>",
        ACCEPTED,
        ACCEPTED,
    ),
    "absolute box": ("<p style='position: absolute; left: 0'>a</p>", ACCEPTED, ACCEPTED),
    "colour with alpha": ("<p style='background: rgba(0, 0, 0, 0.2)'>a</p>", ACCEPTED, ACCEPTED),
    "turned box": ("<p style='transform: rotate(90deg)'>a</p>", ACCEPTED, ACCEPTED),
}


def _accepted(pdf: bytes) -> bool:
    return page.validate_pdf_bytes(pdf, profile="ua1").is_compliant


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_construct(name: str) -> None:
    body, as_printed, as_bound = CONSTRUCTS[name]
    printed = print_html("x", body, css=CSS)
    part = Part(template="x", home="x", reader=Reader.LEARNER)
    section = Section(part=part, job="x", page_count=printed.page_count, anchors=printed.anchors)
    bound = bind(book_of("x", (section,), fragments={"x": printed}))
    assert (_accepted(printed.pdf), _accepted(bound.pdf)) == (as_printed, as_bound)


@pytest.mark.parametrize(("title", "lang"), [("", "vi"), ("Tên", "")])
def test_the_engine_leaves_title_and_language_to_the_template_and_binding_writes_them(title: str, lang: str) -> None:
    printed = print_html("x", "<p>a</p>", title=title, lang=lang)
    section = Section(part=Part(template="x", home="x", reader=Reader.LEARNER), job="x", page_count=1)
    assert not _accepted(printed.pdf)
    assert _accepted(bind(book_of("x", (section,), fragments={"x": printed})).pdf)
