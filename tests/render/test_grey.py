"""Grey-scale: every colour becomes a grey, words stay as they are."""

from giaotrinh.model.fragment import Job
from giaotrinh.render import in_grey


def test_colours_of_styles_and_drawings_become_grey_and_words_do_not():
    job = Job(
        name="x",
        html='<p style="color: #ff0000">Mã #ff0000, số #123</p><svg><rect fill="#00f"/><text>#00f</text></svg>',
        styles={"a.css": "h1 { color: #7d1522 } p { color: #111; border: 1px solid #0f0 }"},
    )

    grey = in_grey(job)

    assert grey.styles["a.css"] == "h1 { color: #2c2c2c } p { color: #111111; border: 1px solid #b6b6b6 }"
    assert "Mã #ff0000, số #123" in grey.html
    assert 'style="color: #363636"' in grey.html and 'fill="#121212"' in grey.html
