"""Grey-scale: every colour becomes a grey, words stay as they are."""

from io import BytesIO

import pytest
from PIL import Image

from giaotrinh.model.fragment import Job
from giaotrinh.render import in_grey
from giaotrinh.render.style.grey import grey


def job(html="", styles=None, assets=None):
    return Job(name="x", html=html, styles=styles or {}, assets=assets or {})


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("h1 { color: #7d1522 }", "h1 { color: #2c2c2c }"),
        ("p { color: #111; border: 1px solid #0f0 }", "p { color: #111111; border: 1px solid #b6b6b6 }"),
        ("p { color: #f00c }", "p { color: #363636cc }"),
        ("p { color: rgb(255 0 0 / 50%) }", "p { color: #36363680 }"),
        ("p { background: linear-gradient(red, #00f) }", "p { background: linear-gradient(#363636, #121212) }"),
        ("@page { @top-left { color: red } }", "@page { @top-left { color: #363636 } }"),
        (":root { --mark: maroon }", ":root { --mark: #1b1b1b }"),
        ("#bad { color: inherit }", "#bad { color: inherit }"),
        ("p { font-family: Red, Tan; color: transparent }", "p { font-family: Red, Tan; color: transparent }"),
        ('p::before { content: "#f00 red" }', 'p::before { content: "#f00 red" }'),
        ("color: red", "color: #363636"),
    ],
)
def test_the_values_of_declarations_become_grey_and_nothing_else(css, expected):
    assert grey(css) == expected


def test_drawings_and_attributes_become_grey_and_words_do_not():
    html = (
        '<style>p { color: red }</style><p style="color: #ff0000" id="red">Mã #ff0000, số #123, fill="red"</p>'
        '<svg><style>.a { fill: #00f }</style><rect fill="#00f" stroke="none"/><text>#00f</text></svg>'
    )

    assert in_grey(job(html)).html == (
        '<style>p { color: #363636 }</style><p style="color: #363636" id="red">Mã #ff0000, số #123, fill="red"</p>'
        '<svg><style>.a { fill: #121212 }</style><rect fill="#121212" stroke="none"/><text>#00f</text></svg>'
    )


def picture(kind, mode="RGB", colour="red"):
    stream = BytesIO()
    Image.new(mode, (2, 2), colour).save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("images/a.png", picture("PNG"), (54, 54, 54, 255)),
        ("images/a.JPG", picture("JPEG"), (54, 54, 54, 255)),
        ("images/b.png", picture("PNG", "RGBA", (255, 0, 0, 128)), (54, 54, 54, 128)),
    ],
)
def test_pictures_become_grey_and_stay_as_clear_as_they_were(name, content, expected):
    made = Image.open(BytesIO(in_grey(job(assets={name: content})).assets[name])).convert("RGBA")

    assert made.getpixel((0, 0)) == expected


def test_a_drawing_in_a_file_becomes_grey():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><circle fill="red" style="stroke: #0f0"/></svg>'

    made = in_grey(job(assets={"images/c.svg": svg})).assets["images/c.svg"].decode()

    assert 'fill="#363636"' in made and "stroke: #b6b6b6" in made
