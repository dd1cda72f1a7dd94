"""The taught part of a module: an activity for each section, its minutes in proportion to its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from giaotrinh.draft.blocks import block, cite, notes, outer
from giaotrinh.draft.numbers import chart, confusable, figures_of, misreading, targets
from giaotrinh.draft.provisions.duties import Duty
from giaotrinh.draft.provisions.matter import Matter, exception_in
from giaotrinh.draft.provisions.wording import escaped, heading_of, point
from giaotrinh.draft.sections import FORMAL, Section, Unit
from giaotrinh.model.quantity import Figure
from giaotrinh.model.source import Source
from giaotrinh.outline.places import place_of

STEP = 5
"""Minutes are given out in fives."""
_SPOKEN = 120
"""Characters of its own under which a provision is a heading: it is cited, not drawn."""
_EXCEPTED = 400


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """A module to be written and what it is written from."""

    source: Source
    number: int
    title: str
    sections: tuple[Section, ...]
    duties: tuple[Duty, ...]
    """What the source gives to named bodies, all of it."""
    for_leaders: bool
    """Whether the class is of people who decide (cán bộ chủ chốt)."""

    def figures(self, section: Section) -> tuple[Figure, ...]:
        """Return the named figures of a section."""
        return figures_of(self.source, section.parts())

    def matter(self, *sections: Section) -> Matter:
        """Return what sections hold that a class can work on."""
        return Matter(parts=tuple(part for each in sections for part in each.parts()), duties=self.duties)

    def name_of(self, section: Section) -> str:
        """Return the heading of a section; where several have one heading, that and its places."""
        shared = sum(each.title == section.title for each in self.sections) > 1
        return f"{section.title} ({places(section)})" if shared else section.title

    @property
    def asking(self) -> tuple[Section, ...]:
        """Return the sections of which something is asked; all of them where there is none."""
        return tuple(section for section in self.sections if section.is_asked) or self.sections

    @property
    def doc(self) -> str:
        """Return what the source is called in a sentence."""
        return self.source.cite_as


def places(section: Section) -> str:
    """Return the places of a section in words: "mục II.1 đến mục II.3"."""
    first, last = place_of(section.addresses[0]), place_of(section.addresses[-1])
    return first if first == last else f"{first} đến {last}"


def shared_out(minutes: int, sizes: Sequence[int]) -> tuple[int, ...]:
    """Return minutes in fives for parts of these sizes, at least five each; they add up to `minutes`."""
    if not sizes:
        return ()
    spare = minutes - STEP * len(sizes)
    total = sum(sizes) or 1
    given = [STEP + spare * size // total // STEP * STEP for size in sizes]
    order = sorted(range(len(sizes)), key=lambda at: (-(spare * sizes[at] % (total * STEP)), at))
    turn = 0
    while sum(given) + STEP <= minutes:
        given[order[turn % len(order)]] += STEP
        turn += 1
    given[0] += minutes - sum(given)
    return tuple(given)


def teaching(lesson: Lesson, minutes: Sequence[int]) -> list[str]:
    """Return an activity for each section of a lesson."""
    return [_activity(lesson, at, minutes[at]) for at in range(len(lesson.sections))]


def _activity(lesson: Lesson, at: int, minutes: int) -> str:
    section = lesson.sections[at]
    title = escaped(lesson.name_of(section))
    return outer(
        "activity",
        f"## {title}",
        *_drawn(section),
        *_tables(lesson, section, at),
        "" if confusable(section.parts(), "") else misreading(section.parts()),
        _expected(lesson, section),
        title=title,
        minutes=minutes,
        step="teaching",
        method="Đọc văn bản" if section.role == FORMAL else "Đọc văn bản, thuyết trình, hỏi đáp",
        means="Tài liệu học viên, máy chiếu",
    )


def _drawn(section: Section) -> list[str]:
    """Return the provisions of a section as blocks; where it has several, each under a heading of its own."""
    drawn: list[str] = []
    for unit in section.units:
        title = heading_of(unit.provision)
        if len(section.units) > 1 and title and title != section.title:
            drawn.append(f"### {escaped(title)}")
        drawn.append(_provision(unit))
    return drawn


def _provision(unit: Unit) -> str:
    if not unit.whole and len(unit.provision.text) < _SPOKEN and heading_of(unit.provision):
        place = place_of(unit.provision.path)
        return f"{place[:1].upper()}{place[1:]} gồm các ý dưới đây {cite(unit.provision.path)}."
    return block("provision", title=unit.provision.path, children="yes" if unit.whole else "no")


def _tables(lesson: Lesson, section: Section, at: int) -> list[str]:
    figures = lesson.figures(section)
    place = f"{lesson.number}-{at + 1}"
    return [
        targets(figures, f"bang-{place}", f"Con số: {lesson.name_of(section)}"),
        chart(figures, f"bieu-do-{place}"),
        confusable(section.parts(), f"de-nham-{place}"),
    ]


def _expected(lesson: Lesson, section: Section) -> str:
    """Return a question to the class about what the section itself holds: who, save when, by when."""
    matter = lesson.matter(section)
    if matter.exceptions:
        part = matter.exceptions[0]
        said = point(exception_in(part), _EXCEPTED)
        return notes(
            "expected-question",
            f"*Trường hợp nào được trừ ra ở {place_of(part.path)}?* {escaped(said)} {cite(part.path)}.",
        )
    if matter.acting:
        duty = matter.acting[0]
        asked = f"*Cơ quan nào {escaped(duty.duty)}?*"
        return notes("expected-question", f"{asked} {escaped(duty.body)} {cite(duty.named.path)}.")
    if matter.deadlines:
        time, part = matter.deadlines[0]
        return notes(
            "expected-question", f"*Việc ở {place_of(part.path)} phải xong khi nào?* {time} {cite(part.path)}."
        )
    return ""
