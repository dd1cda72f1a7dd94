"""Fonts and pictures that several fragments embed with the same bytes, kept once."""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def share_streams(target: "Pdf") -> None:
    """Let equal font files and pictures of all pages and forms be one object each."""
    kept: dict[str, Object] = {}
    for resources in _resources(target):
        for font in _values(resources, "/Font"):
            _share_files(font, kept)
        for name, drawn in _items(resources, "/XObject"):
            if drawn.get("/Subtype") == "/Image" and "/SMask" not in drawn:
                resources.XObject[name] = kept.setdefault(_digest(drawn), drawn)


def _share_files(font: "Object", kept: "dict[str, Object]") -> None:
    for described in (font, *font.get("/DescendantFonts", ())):
        descriptor = described.get("/FontDescriptor")
        for key in _FILES if descriptor is not None else ():
            if key in descriptor:
                descriptor[key] = kept.setdefault(_digest(descriptor[key]), descriptor[key])
    if "/ToUnicode" in font:
        font.ToUnicode = kept.setdefault(_digest(font.ToUnicode), font.ToUnicode)


def _digest(stream: "Object") -> str:
    # The dictionary says how the bytes are to be read, so it is part of what must be equal.
    described = stream.stream_dict.unparse()
    return hashlib.sha256(described + b"\0" + stream.read_raw_bytes()).hexdigest()


def _resources(target: "Pdf") -> "Iterator[Object]":
    """Yield every resource dictionary of pages and of the forms they draw, once."""
    seen: set[tuple[int, int]] = set()
    waiting = [page.obj.Resources for page in target.pages if "/Resources" in page.obj]
    while waiting:
        resources = waiting.pop()
        if resources.is_indirect and resources.objgen in seen:
            continue
        seen.add(resources.objgen)
        yield resources
        waiting += [form.Resources for form in _values(resources, "/XObject") if "/Resources" in form]


def _items(resources: "Object", kind: str) -> "list[tuple[str, Object]]":
    return list(resources[kind].items()) if kind in resources else []


def _values(resources: "Object", kind: str) -> "list[Object]":
    return [value for _, value in _items(resources, kind)]
