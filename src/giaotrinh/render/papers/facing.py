"""Facing pages: the instructor's notes, one printed page for each page of the body, with letters a, b, c.

Between the notes stand the starts of activities on the clock, and "SL 12" where the slide on the screen changes.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from giaotrinh.model.blocks import TIMED
from giaotrinh.model.course import Module
from giaotrinh.model.document import Block, plain
from giaotrinh.model.fragment import Mark, PageMap
from giaotrinh.render.blocks.inline import set_inlines
from giaotrinh.render.blocks.nodes import EMPTY, Node, set_blocks
from giaotrinh.render.blocks.targets import LETTERS
from giaotrinh.render.blocks.words import NOTES
from giaotrinh.render.composition import POINTS_PER_MM, Composition
from giaotrinh.render.papers.plan import PlanRow, lesson_plan
from giaotrinh.render.papers.slides import SlideChange, slide_changes

SIZES = {"calm": 1.0, "full": 0.86, "dense": 0.72}
"""Density of a page of notes -> its type size against the body; the first that fits is taken."""

FULL = 0.93
"""Share of the page that notes may be expected to take."""

CHARACTER, LEADING, GAP = 0.43, 1.4, 0.9
"""Mean width of a character of Tinos in Vietnamese, line height and distance between notes, in type sizes."""

LINE, LABEL, HEAD_ROOM = 9.0, 9.0, 12.0
"""Millimetres from one ruled line to the next, for their label, and kept free above it: heights are estimates."""

FEWEST = 8
"""Ruled lines worth printing: fewer are no room to write, and unrest on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An entry of a facing page: a note with its letter, the start of an activity on the clock, a change of slide."""

    kind: str
    """note, clock or slide."""
    id: str
    letter: str = ""
    head: str = ""
    title: Markup = EMPTY
    children: tuple[Node, ...] = ()
    row: PlanRow | None = None
    number: int = 0
    """Of a slide."""
    blank: bool = False
    """Whether a line is left to write on: data of the learners' own units."""
    lengths: tuple[int, ...] = ()
    """Characters of each paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacingPage:
    """The notes against one page of the body."""

    index: int
    notes: tuple[Note, ...]
    density: str
    """calm, full or dense."""
    lines: int
    """Ruled lines at the foot, for the lecturer's own notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    block: Block
    anchor: str
    """Id of the visible block before it; the module's own id where there is none."""
    page: int
    slide: int = 0
    """Number of the slide that comes here; 0 for a note or a timed block."""


def facing_pages(composition: Composition, body: str, pages: PageMap | None) -> tuple[FacingPage, ...]:
    """Return one page of notes for each page of the body fragment; without a page map, all notes on one."""
    count = 1 if pages is None else max(1, sum(page.job == body for page in pages.pages))
    rows = {row.id: row for row in lesson_plan(composition).rows}
    letters = {place.block.id: letter for place, letter in _lettered(composition, body, pages)}
    sheets: list[list[Note]] = [[] for _ in range(count)]
    for place in _places(composition, body, pages):
        sheets[min(place.page, count - 1)].append(_note(place, composition, rows, letters))
    return tuple(_page(index, notes, composition) for index, notes in enumerate(sheets))


def marks(composition: Composition, body: str, pages: PageMap) -> tuple[Mark, ...]:
    """Return the letters of a module's notes, each with the block beside which it is laid."""
    return tuple(Mark(block=place.anchor, text=letter) for place, letter in _lettered(composition, body, pages))


def _lettered(composition: Composition, body: str, pages: PageMap | None) -> Iterator[tuple[_Place, str]]:
    """Yield the notes with their letters, which begin anew on every page."""
    used: dict[int, int] = {}
    for place in _places(composition, body, pages):
        if place.block.kind == "notes":
            number = used.get(place.page, 0)
            used[place.page] = number + 1
            yield place, _letter(number)


def _letter(number: int) -> str:
    return LETTERS[number] if number < len(LETTERS) else _letter(number // len(LETTERS) - 1) + LETTERS[number % 26]


def _places(composition: Composition, body: str, pages: PageMap | None) -> Iterator[_Place]:
    """Yield the module's notes, timed blocks and changes of slide with the body page they belong to."""
    module = composition.module
    if module is None:
        return
    outer = tuple(_outer(composition.view.modules[module.id]))
    changes = _changes(composition, module, frozenset(block.id for block in outer))
    numbers = _page_numbers(body, pages)
    labels: Mapping[str, str] = pages.labels if pages else {}
    anchor, page = module.id, 0
    yield from _slides(changes.get("", ()), anchor, page)
    for block in outer:
        if block.id in labels and labels[block.id] in numbers:
            anchor, page = block.id, numbers[labels[block.id]]
        if block.kind == "notes":
            yield _Place(block=block, anchor=anchor, page=page)
        elif block.kind in TIMED:
            first = next((part for part in block.walk() if labels.get(part.id, "") in numbers), None)
            yield _Place(block=block, anchor=anchor, page=numbers[labels[first.id]] if first else page)
        yield from _slides(changes.get(block.id, ()), anchor, page)


def _slides(changes: Sequence[SlideChange], anchor: str, page: int) -> Iterator[_Place]:
    return (_Place(block=change.block, anchor=anchor, page=page, slide=change.number) for change in changes)


def _changes(composition: Composition, module: Module, known: frozenset[str]) -> Mapping[str, list[SlideChange]]:
    """Return block id -> the slides that come at it; where it is not on the page, with the slide before."""
    changes: dict[str, list[SlideChange]] = {}
    at = ""
    for change in slide_changes(composition.curriculum, module):
        at = change.after if change.after in known else at
        changes.setdefault(at, []).append(change)
    return changes


def _outer(blocks: tuple[Block, ...]) -> Iterator[Block]:
    # What stands inside a note is part of the note.
    for block in blocks:
        yield block
        if block.kind != "notes":
            yield from _outer(block.children)


def _page_numbers(body: str, pages: PageMap | None) -> dict[str, int]:
    return {page.label: page.index for page in pages.pages if page.job == body} if pages else {}


def _note(place: _Place, composition: Composition, rows: Mapping[str, PlanRow], letters: Mapping[str, str]) -> Note:
    block = place.block
    composition.shown.append(block.id)
    if place.slide:
        title = set_inlines(block.title, composition)
        return Note(kind="slide", id=block.id, title=title, number=place.slide)
    if block.kind in TIMED:
        return Note(kind="clock", id=block.id, row=rows.get(block.id))
    kind = block.options.get("kind", "stress")
    return Note(
        kind="note",
        id=block.id,
        letter=letters[block.id],
        head=NOTES.get(kind, kind),
        title=set_inlines(block.title, composition),
        children=set_blocks(block.children, composition),
        blank=kind == "unit-data",
        lengths=tuple(len(plain(part.inlines)) for part in block.walk() if part.inlines),
    )


def _page(index: int, notes: list[Note], composition: Composition) -> FacingPage:
    page = composition.page
    height = page.height - page.top - page.bottom
    share = {name: _height(notes, composition, size) / height for name, size in SIZES.items()}
    density = next((name for name in SIZES if share[name] <= FULL), list(SIZES)[-1])
    free = height * (1 - share[density]) - HEAD_ROOM - LABEL
    lines = int(free / LINE) if free >= FEWEST * LINE else 0
    return FacingPage(index=index, notes=tuple(notes), density=density, lines=lines)


def _height(notes: list[Note], composition: Composition, size: float) -> float:
    """Return about how high notes stand, in millimetres: enough to choose a size, never used to cut."""
    points = composition.page.body_points * size
    a_line = composition.measure / (points * CHARACTER)
    rows = sum(1 + note.blank * 2 + sum(math.ceil(length / a_line) for length in note.lengths) for note in notes)
    return (rows * LEADING + len(notes) * GAP) * points / POINTS_PER_MM
