"""Short forms of a module: what the handout says, what the slides show.

A slide shows headings, short sentences whole, or figures called by name; what has none of them is read in the book.
"""

from collections.abc import Iterator

from giaotrinh.draft.blocks import block, bullets, cite
from giaotrinh.draft.lesson import Lesson
from giaotrinh.draft.provisions.formal import is_frame
from giaotrinh.draft.provisions.wording import escaped, heading_of
from giaotrinh.draft.sections import FORMAL, Section
from giaotrinh.model.source import Provision

LINES, LONG, FIGURES = 5, 110, 4
"""Lines of a slide, characters of one, figures on one."""


def handout(lesson: Lesson) -> str:
    """Return the handout: what to look up where."""
    lines = [f"{escaped(lesson.name_of(section))}: {cite(*section.addresses[:3])}" for section in lesson.sections]
    return block("handout", bullets(lines))


def slides(lesson: Lesson) -> list[str]:
    """Return a slide for each section, and one for its figures where it states some."""
    shown = [section for section in lesson.sections if section.role != FORMAL]
    return [slide for section in shown for slide in (_headings(lesson, section), _figures(lesson, section)) if slide]


def _headings(lesson: Lesson, section: Section) -> str:
    name = lesson.name_of(section)
    heads = [unit.provision for unit in section.units if unit.whole or not heading_of(unit.provision)]
    below = [child for head in heads for child in head.children] if len(heads) == 1 else heads
    lines = [line for line in dict.fromkeys(map(_line, below)) if line and line != name]
    if 2 * len(lines) <= len(below):  # a few of many would pass for the whole
        lines, more = [f"Đọc tại lớp: {cite(*(part.path for part in below[:LINES]))}"] if below else [], []
    else:
        more = [f"Và {len(lines) - LINES + 1} nội dung khác"] if len(lines) > LINES else []
        lines = [escaped(line) for line in (lines[: LINES - 1] if more else lines)]
    return block("slide", bullets([*lines, *more, cite(*section.addresses[:2])]), title=escaped(name))


def _line(part: Provision) -> str:
    """Return what a slide may say of a provision: its heading, or its words where they are one short sentence."""
    heading = heading_of(part)
    words = heading or " ".join(part.text.split()).rstrip(" .;:,/")
    # The day a text comes into force is later than the day it is of: it stays with its words in the book.
    fits = len(words) <= LONG and "|" not in words and (heading or not (part.children or is_frame(words)))
    return words[:1].upper() + words[1:] if fits else ""


def _figures(lesson: Lesson, section: Section) -> str:
    lines = list(_called(lesson, section))[:FIGURES]
    return block("slide", bullets(lines), title=f"Con số: {escaped(lesson.name_of(section))}") if lines else ""


def _called(lesson: Lesson, section: Section) -> Iterator[str]:
    """Yield a line for each named figure: what is measured, the value as printed, the time it is for, its place."""
    for figure in lesson.figures(section):
        unit = figure.unit if figure.unit.startswith("%") else f" {figure.unit}".rstrip()
        value = figure.text if figure.text.endswith(figure.unit) else f"{figure.text}{unit}"
        yield f"{escaped(figure.metric)}: **{escaped(value)}** ({figure.horizon}) {cite(figure.provision)}"
