"""What looks wrong in the numbering of a text: labels that are missing or come twice."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from giaotrinh.model.diagnostic import Diagnostic, in_order, info, warning
from giaotrinh.model.source import Provision
from giaotrinh.model.span import Span
from giaotrinh.outline.markers import read_markers
from giaotrinh.viet.list_places import judge_order

_SUB_LETTER = re.compile(r"[a-zđ]\d[.)/]")
"""Marks of items put in later: a1) stands between a) and b)."""


def check_sequences(provisions: Sequence[Provision], file: str) -> tuple[Diagnostic, ...]:
    """Return a finding for every label that leaves a gap in its list or repeats one of it."""
    every = [provisions, *(part.children for root in provisions for part in root.walk())]
    return in_order(found for siblings in every for found in _check_list(siblings, file))


def _check_list(siblings: Sequence[Provision], file: str) -> Iterator[Diagnostic]:
    for kind, group in groupby(siblings, key=lambda provision: provision.kind):
        if kind in ("number", "roman", "capital", "letter", "article", "chapter"):
            yield from _check_places(tuple(item for item in group if not _SUB_LETTER.fullmatch(item.label)), file)


def _check_places(items: tuple[Provision, ...], file: str) -> Iterator[Diagnostic]:
    places = _places(items)
    for before, item, last, place in zip(items, items[1:], places, places[1:], strict=False):
        span = Span(file=file, line=item.line, column=1)
        if place == last:
            yield warning("outline-repeated", span, Span(file=file, line=before.line, column=1), label=item.label)
        elif place != last + 1 and place > 1:
            yield info("outline-gap", span, label=item.label, before=before.label)


def _places(items: tuple[Provision, ...]) -> list[int]:
    segments = [item.path.rsplit(".", 1)[-1].rsplit("/", 1)[-1].split("~")[0] for item in items]
    if items and items[0].kind == "letter":
        order = judge_order(tuple(segment[0] for segment in segments))
        return [order.find(segment[0]) + 1 for segment in segments]
    return [_place(item) for item in items]


def _place(item: Provision) -> int:
    markers = (marker for marker in read_markers(item.lines[0]) if marker.kind == item.kind)
    return next((marker.values[0] for marker in markers), 0)
