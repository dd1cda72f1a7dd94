"""The page map: which fragment page stands where in the finished file, and how every page is labelled.

Reads sections (parts with their page counts), returns a PageMap. The pages of all arabic sections are numbered first
as if bound alone; the pages only the instructor's book has are then put between them. So the labels of the learner's
pages are the same in both books by construction.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from giaotrinh.bind.labels import facing, own
from giaotrinh.model.edition import Edition, Part, Reader
from giaotrinh.model.fragment import FACING, Anchor, BoundPage, PageMap, Section, opening_head
from giaotrinh.viet.roman import in_roman


def in_order(edition: Edition, modules: Sequence[str]) -> Iterator[tuple[Part, str]]:
    """Yield the parts of an edition in the order of the book, with the module id or "".

    Neighbouring parts that are printed for each module go together: all of module 1, then all of module 2.
    """
    group: list[Part] = []
    for part in edition.parts:
        if part.each_module:
            group.append(part)
            continue
        yield from _for_each(group, modules)
        group = []
        yield part, ""
    yield from _for_each(group, modules)


def plan(sections: Sequence[Section], *, mirrored: bool) -> PageMap:
    """Return the page map of a book; without a spine (not mirrored) nothing is padded to a side."""
    zones = _zones(sections)
    numbered = _number(sections, zones, mirrored)
    notes = {(each.part.faces, each.module): each for each in sections if each.part.faces}
    layout = _Layout(mirrored=mirrored)
    for section in sections:
        slots, facing_notes = numbered.get(section.id, []), notes.get((section.part.template, section.module))
        if zones[section.id] == "body" and facing_notes is not None:
            _lay_spreads(layout, section, facing_notes, slots)
        elif zones[section.id] == "body":
            _lay_body(layout, section, slots)
        elif zones[section.id] != "facing":
            _lay_apart(layout, section, zones[section.id])
    return _page_map(sections, zones, layout)


@dataclass(slots=True)
class _Layout:
    """The pages laid so far."""

    mirrored: bool
    pages: list[BoundPage] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    """Section id of each page."""
    front: int = 0
    instructor: int = 0

    @property
    def next_is_right(self) -> bool:
        return not self.mirrored or len(self.pages) % 2 == 0

    def add(self, section: Section, index: int, label: str) -> None:
        """Lay a page of a section; a negative index is a ruled page."""
        ruled = index < 0
        page = BoundPage(
            job="" if ruled else section.job,
            index=max(index, 0),
            label=label,
            right=self.next_is_right,
            head=_head(section, opens=ruled or index < section.opening_pages),
            shows_number=section.part.numbering != "none",
            stamp="" if ruled else section.stamp,
        )
        self.pages.append(page)
        self.owners.append("" if ruled else section.id)

    def next_front(self) -> str:
        self.front += 1
        return in_roman(self.front).lower()

    def next_own(self) -> str:
        self.instructor += 1
        return own(self.instructor)

    def open_side(self, section: Section, *, right: bool) -> None:
        """Lay a ruled page where the next one is on the wrong side."""
        if self.mirrored and self.next_is_right != right:
            still_front = self.front == len(self.pages)
            self.add(section, -1, self.next_front() if still_front else self.next_own())


def _head(section: Section, *, opens: bool) -> str:
    return opening_head(section.head) if section.head and opens else section.head


_Slot = tuple[int, str]
"""Page of the fragment (negative: a ruled page) and its label."""


def _zones(sections: Sequence[Section]) -> dict[str, str]:
    """Return section id -> front, body, own or facing: which numbering its pages belong to."""
    has_own = any(each.part.numbering == "own" for each in sections)
    arabic = [at for at, each in enumerate(sections) if each.part.numbering == "arabic" and not each.part.faces]
    body_begins = arabic[0] if arabic else 0
    return {each.id: _zone(each.part, at < body_begins, has_own) for at, each in enumerate(sections)}


def _zone(part: Part, before_body: bool, has_own: bool) -> str:
    if part.faces:
        return "facing"
    if part.numbering == "own":
        return "own"
    if part.numbering == "roman" or (part.numbering == "none" and before_body):
        return "front"
    return "own" if part.numbering == "none" and part.reader is Reader.INSTRUCTOR and has_own else "body"


def _number(sections: Sequence[Section], zones: dict[str, str], mirrored: bool) -> dict[str, list[_Slot]]:
    """Return section id -> pages with their labels in the one numbering of the book."""
    slots: dict[str, list[_Slot]] = {}
    previous, number = "", 0
    for section in sections:
        if zones[section.id] != "body" or not section.page_count:
            continue
        if mirrored and section.part.opens_right and number % 2:
            number += 1
            slots[previous].append((-1, str(number)))
        slots[section.id] = [(index, str(number + index + 1)) for index in range(section.page_count)]
        previous, number = section.id, number + section.page_count
    return slots


def _lay_body(layout: _Layout, section: Section, slots: Sequence[_Slot]) -> None:
    if slots and (section.part.opens_right or slots[0][1] == "1"):
        layout.open_side(section, right=True)
    for index, label in slots:
        layout.add(section, index, label)


def _lay_apart(layout: _Layout, section: Section, zone: str) -> None:
    if section.page_count and section.part.opens_right:
        layout.open_side(section, right=True)
    for index in range(section.page_count):
        layout.add(section, index, layout.next_front() if zone == "front" else layout.next_own())


def _lay_spreads(layout: _Layout, section: Section, notes: Section, slots: Sequence[_Slot]) -> None:
    """Lay every page on the right with its notes on the left; more notes follow on a leaf of their own."""
    leaves = _notes_pages(notes, section.page_count)
    for index, label in slots:
        first, *more = leaves.get(index, ()) or (-1,)
        layout.open_side(notes, right=False)
        layout.add(notes, first, facing(label, 1))
        layout.add(section, index, label)
        for ordinal, page in enumerate(more, start=2):
            layout.add(notes, page, facing(label, ordinal))
        if layout.mirrored and len(more) % 2:
            layout.add(notes, -1, facing(label, len(more) + 2))


def _notes_pages(notes: Section, faced_count: int) -> dict[int, list[int]]:
    """Return page of the faced fragment -> pages of the notes fragment; no page of notes is left out."""
    starts = {anchor.page: int(number) for anchor, number in _facing_anchors(notes)}
    leaves: dict[int, list[int]] = {}
    faced = 0
    for page in range(notes.page_count):
        faced = starts.get(page, faced) if starts else page
        leaves.setdefault(min(faced, faced_count - 1), []).append(page)
    return leaves


def _facing_anchors(notes: Section) -> Iterator[tuple[Anchor, str]]:
    for anchor in notes.anchors:
        number = anchor.id.removeprefix(FACING)
        if anchor.id.startswith(FACING) and number.isdecimal():
            yield anchor, number


def _page_map(sections: Sequence[Section], zones: dict[str, str], layout: _Layout) -> PageMap:
    labels: dict[str, str] = {}
    places: dict[str, tuple[int, float, float]] = {}
    spots = {(owner, page.index): at for at, (owner, page) in enumerate(zip(layout.owners, layout.pages, strict=True))}
    # Where an id stands in two fragments, the page everyone has is meant.
    for section in sorted(sections, key=lambda each: zones[each.id] != "body"):
        for name, index, x, y in _names(section):
            at = spots.get((section.id, index))
            if at is not None and name not in places:
                labels[name] = layout.pages[at].label
                places[name] = (at, x, y)
    return PageMap(pages=tuple(layout.pages), labels=labels, places=places)


def _names(section: Section) -> Iterator[tuple[str, int, float, float]]:
    for anchor in section.anchors:
        if not anchor.id.startswith(FACING):
            yield anchor.id, anchor.page, anchor.x, anchor.y
    if section.module:
        yield section.module, 0, 0.0, 0.0
    yield section.id, 0, 0.0, 0.0


def _for_each(group: Sequence[Part], modules: Sequence[str]) -> Iterator[tuple[Part, str]]:
    for module in modules if group else ():
        for part in group:
            yield part, module
