"""Slides with what the lecturer says beside them: the notes of a module, each at the slide that is on the screen."""

from collections.abc import Callable
from dataclasses import dataclass

from giaotrinh.model.blocks import TIMED
from giaotrinh.model.document import Block
from giaotrinh.render.blocks.nodes import Node
from giaotrinh.render.composition import Composition
from giaotrinh.render.papers.lesson import note_node
from giaotrinh.render.papers.slides import Slide, slide_changes, slides


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenSlide:
    """A slide and the notes that belong to it."""

    slide: Slide
    notes: tuple[Node, ...]


def spoken_slides(composition: Composition, page_of: Callable[[str], str], width: float) -> tuple[SpokenSlide, ...]:
    """Return the slides of the composition's module with its notes, each note at one slide; `width` as for `slides`."""
    shown = slides(composition, page_of, width)
    notes: list[list[Node]] = [[] for _ in shown]
    for slide, block in _noted(composition) if shown else ():
        notes[slide].append(note_node(block, composition))
    return tuple(SpokenSlide(slide=slide, notes=tuple(own)) for slide, own in zip(shown, notes, strict=True))


def _noted(composition: Composition) -> list[tuple[int, Block]]:
    """Return every note with the index of the slide on the screen while it is spoken.

    That is the last slide that came before it; what opens a step of the lesson is said to the first slide of the step.
    """
    module = composition.module
    if module is None:
        return []
    starts: dict[str, int] = {}
    for index, change in enumerate(slide_changes(composition.curriculum, module)):
        starts.setdefault(change.after, index)
    noted, slide = [], 0
    for block in composition.view.walk(module.id):
        inside = block.walk() if block.kind in TIMED else (block,)
        slide = min((starts[each.id] for each in inside if each.id in starts), default=slide)
        if block.kind == "notes":
            noted.append((slide, block))
    return noted
