"""What tests look at in a finished file."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pikepdf import Pdf

from giaotrinh.prove import extract

Tree = tuple[str, tuple[Any, ...]]


def opened(pdf: bytes) -> Pdf:
    return Pdf.open(BytesIO(pdf))


def texts(pdf: bytes) -> dict[str, str]:
    """Page label -> words of the page."""
    with opened(pdf) as file:
        labels = [page.label for page in file.pages]
    words = extract(pdf, range(len(labels)))
    return {label: words[at] for at, label in enumerate(labels)}


def trees(pdf: bytes) -> list[Tree]:
    """The elements below Document, each with the glyph codes it shows in place of content numbers."""
    with opened(pdf) as file:
        shown = {page.obj.objgen: dict(_shown(page)) for page in file.pages}
        document = file.Root.StructTreeRoot.K[0]
        return [_tree(kid, shown) for kid in document.K]


def _tree(element: Any, shown: dict[tuple[int, int], dict[int, bytes]]) -> Tree:
    kids: list[Any] = []
    for kid in element.K:
        if isinstance(kid, int):
            kids.append(shown[element.Pg.objgen][kid])
        elif kid.get("/Type") == "/OBJR":
            kids.append("link")
        else:
            kids.append(_tree(kid, shown))
    return (str(element.S), tuple(kids))


def _shown(page: Any) -> Iterator[tuple[int, bytes]]:
    contents = page.obj.Contents
    pieces = contents if contents._type_name == "array" else [contents]
    content = b"\n".join(piece.read_bytes() for piece in pieces)
    for number, marked in re.findall(rb"<</MCID (\d+)>>\s*BDC(.*?)EMC", content, re.DOTALL):
        yield int(number), b"".join(re.findall(rb"<(?!<)([0-9a-f]+)>", marked))
