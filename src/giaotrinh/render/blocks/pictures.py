"""Pictures as the printing engine takes them: eight bits a colour, no more dots than paper shows, a plain address."""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote

from giaotrinh.render.composition import Composition

if TYPE_CHECKING:
    from PIL import Image

DOTS_PER_INCH = 300
"""What print shops ask of photographs; more dots only make files large."""
QUALITY = 88
"""Of a JPEG made smaller."""
_PLAIN = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})


def picture_address(name: str, composition: Composition) -> str | None:
    """Return the address of a picture of the course and note it as an asset; None where it is missing.

    A missing picture was found when the course was linked.
    """
    name = name.removeprefix("images/")
    content = composition.curriculum.project.images.get(name)
    if content is None:
        return None
    dots = round(composition.measure / 72 * DOTS_PER_INCH)
    path = quote(f"images/{name}")
    composition.assets[path] = _ready(content, dots) if name.rpartition(".")[2].lower() != "svg" else content
    return f"asset:///{path}"


@lru_cache(maxsize=128)
def _ready(content: bytes, dots: int) -> bytes:
    """Return a picture no wider or taller than `dots`; one that is ready stays as it is, byte for byte."""
    from PIL import Image

    try:
        with Image.open(BytesIO(content)) as picture:
            kind = picture.format or "PNG"
            if picture.mode in _PLAIN and max(picture.size) <= dots:
                return content
            made = _eight_bits(picture)
            made.thumbnail((dots, dots))
            stream = BytesIO()
            made.save(stream, kind, **({"quality": QUALITY} if kind == "JPEG" else {}))
            return stream.getvalue()
    except (OSError, SyntaxError, ValueError):
        return content  # found when the course was linked


def _eight_bits(picture: "Image.Image") -> "Image.Image":
    """Return a picture in grey or RGB: sixteen bits of grey become eight, the inks of a press become light."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda level: level / 256).convert("L")
    return picture.convert("RGB") if picture.mode not in _PLAIN else picture.copy()
