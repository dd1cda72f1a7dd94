"""Page labels: how they are spelled, and the label ranges a PDF file holds."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from giaotrinh.viet.roman import read_roman

if TYPE_CHECKING:
    from pikepdf import Dictionary

OWN_PREFIX = "GV-"
"""Before the numbers of pages that only the instructor's book has."""

FACING_SUFFIX = "g"
"""After the number of the page that a notes page faces."""

_PARTS = re.compile(r"(?P<prefix>.*?)(?P<number>[1-9][0-9]*)?\Z", re.DOTALL)


def own(number: int) -> str:
    """Return the label of a page that only the instructor's book has: "GV-2"."""
    return f"{OWN_PREFIX}{number}"


def facing(label: str, ordinal: int) -> str:
    """Return the label of the notes page facing a page: "31g", and "31g2" for its continuation."""
    return f"{label}{FACING_SUFFIX}{ordinal if ordinal > 1 else ''}"


def label_ranges(labels: Sequence[str]) -> tuple[tuple[int, str, str, int], ...]:
    """Return (first page from 0, numbering style, prefix, first number), one for each run of following labels.

    The style is "D" for digits, "r" for Roman numerals, "" where the prefix is the whole label.
    """
    ranges: list[tuple[int, str, str, int]] = []
    for page, label in enumerate(labels):
        style, prefix, number = _split(label)
        if ranges and style and ranges[-1][1:] == (style, prefix, number - page + ranges[-1][0]):
            continue
        ranges.append((page, style, prefix, number))
    return tuple(ranges)


def label_tree(labels: Sequence[str]) -> "Dictionary":
    """Return the number tree for /PageLabels; a viewer shows exactly these labels."""
    from pikepdf import Array, Dictionary

    return Dictionary(Nums=Array(list(_entries(labels))))


def _entries(labels: Sequence[str]) -> Iterator[object]:
    from pikepdf import Dictionary, Name, String

    for page, style, prefix, number in label_ranges(labels):
        entry = Dictionary()
        if style:
            entry.S = Name("/" + style)
            entry.St = number
        if prefix:
            entry.P = String(prefix)
        yield page
        yield entry


def _split(label: str) -> tuple[str, str, int]:
    number = read_roman(label) if label.islower() else 0
    if number:
        return ("r", "", number)
    match = _PARTS.match(label)
    if match and match["number"]:
        return ("D", match["prefix"], int(match["number"]))
    return ("", label, 0)
