"""Pictures reach the printing engine in a form it prints right, at an address it can read."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from giaotrinh.model.edition import Reader
from giaotrinh.model.view import view_for
from giaotrinh.render.blocks.pictures import picture_address
from giaotrinh.render.composition import Composition
from render.sample import curriculum, editions


def saved(picture, kind="PNG"):
    stream = BytesIO()
    picture.save(stream, kind)
    return stream.getvalue()


def printed(name, content):
    known = curriculum()
    with_picture = replace(known, project=replace(known.project, images={name: content}))
    page = editions()["hoc-vien"].page
    composition = Composition(curriculum=with_picture, view=view_for(known, Reader.LEARNER), page=page)
    address = picture_address(name, composition)
    (asset,) = composition.assets.items()
    return address, *asset


@pytest.mark.parametrize("name", ["so do.png", "ảnh đẹp.png", "so-do#1.png"])
def test_the_address_of_a_picture_needs_no_reading_of_its_signs(name):
    address, path, _ = printed(name, saved(Image.new("L", (4, 4))))

    assert address == f"asset:///{path}"
    assert path.isascii()
    assert not set(path) & set(" #?")


def test_sixteen_bits_of_grey_become_eight_with_the_same_lightness():
    ramp = Image.new("I;16", (3, 1))
    for x, level in enumerate((0, 32768, 65535)):
        ramp.putpixel((x, 0), level)

    _, _, content = printed("g16.png", saved(ramp))

    with Image.open(BytesIO(content)) as made:
        assert (made.mode, [made.getpixel((x, 0)) for x in range(3)]) == ("L", [0, 128, 255])


def test_inks_become_light():
    _, _, content = printed("muc.jpg", saved(Image.new("CMYK", (8, 8), (0, 0, 0, 0)), "JPEG"))

    with Image.open(BytesIO(content)) as made:
        assert made.mode == "RGB"
        assert min(made.getpixel((4, 4))) > 250


def test_a_large_photograph_keeps_the_dots_that_paper_shows():
    _, _, content = printed("lon.jpg", saved(Image.new("RGB", (4000, 3000)), "JPEG"))

    with Image.open(BytesIO(content)) as made:
        assert 1700 < made.width < 2000


def test_a_picture_that_is_ready_stays_as_it_is():
    content = saved(Image.new("RGB", (40, 30)))

    assert printed("nho.png", content)[2] == content
