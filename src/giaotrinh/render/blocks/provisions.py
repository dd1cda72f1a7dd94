"""Drawn provisions: the words of a source, marked as its own or as a summary of ours."""

from dataclasses import dataclass

from markupsafe import Markup

from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.source import Provision, Source, Status, Wording
from giaotrinh.outline.places import place_of
from giaotrinh.render.blocks.origins import origins_in_words
from giaotrinh.render.blocks.places import name_of
from giaotrinh.render.blocks.typography import set_text
from giaotrinh.render.blocks.words import SUMMARY_HEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLine:
    """A paragraph of a source with its marker."""

    label: str
    text: Markup
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnProvision:
    """What the template draws."""

    head: str
    """The line that marks a summary; "" for the document's own words."""
    place: str
    """"Tư liệu mẫu, mục II.1.c"."""
    lines: tuple[DrawnLine, ...]
    note: Markup
    """Origins and confidence in words; empty for a complete source."""


def draw_provision(curriculum: Curriculum, address: str, *, with_children: bool) -> DrawnProvision | None:
    """Return a provision as drawn, None where the address is unknown."""
    source_id, path = curriculum.resolve(address)
    source = curriculum.sources.get(source_id)
    provision = curriculum.provisions.get((source_id, path))
    if source is None or provision is None:
        return None
    parts = tuple(provision.walk()) if with_children else (provision,)
    return DrawnProvision(
        head=head_of(source),
        place=f"{name_of(source)}, {place_of(path)}".strip(", "),
        lines=tuple(line for part in parts for line in _lines(part, provision)),
        note=_note(source, parts),
    )


def head_of(source: Source) -> str:
    """Return the line over drawn words that are a summary of ours."""
    return SUMMARY_HEAD if source.wording is Wording.SUMMARY else ""


def _lines(part: Provision, root: Provision) -> list[DrawnLine]:
    depth = 0 if part is root else _depth(part, root)
    paragraphs = [line for line in part.text.split("\n") if line]
    labels = ["" if part is root else part.label, *[""] * len(paragraphs)]
    return [
        DrawnLine(label=label, text=set_text(line, ranges=False), depth=depth)
        for label, line in zip(labels, paragraphs, strict=False)
    ]


def _depth(part: Provision, root: Provision) -> int:
    below = next((child for child in root.children if part in child.walk()), None)
    return 1 if below is None or below is part else 1 + _depth(part, below)


def _note(source: Source, parts: tuple[Provision, ...]) -> Markup:
    if source.status is Status.COMPLETE:
        return Markup("")
    return set_text(origins_in_words((part.origin, part.confidence) for part in parts), ranges=False)
