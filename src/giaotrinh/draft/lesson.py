"""The taught part of a module: an activity for each section, its minutes in proportion to its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from giaotrinh.draft import phrases
from giaotrinh.draft.blocks import block, cite, notes, outer
from giaotrinh.draft.numbers import chart, confusable, figures_of, misreading, targets
from giaotrinh.draft.sections import Section, Unit
from giaotrinh.draft.wording import escaped, plain_title, shortened
from giaotrinh.model.quantity import Figure
from giaotrinh.model.source import Source

STEP = 5
"""Minutes are given out in fives."""
_SPOKEN = 120
"""Characters of its own under which a provision is a heading: it is cited, not drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A module to be written and what it is written from."""

    source: Source
    number: int
    title: str
    sections: tuple[Section, ...]
    for_leaders: bool
    """Whether the class is of people who decide (cán bộ chủ chốt)."""

    def figures(self, section: Section) -> tuple[Figure, ...]:
        """Return the named figures of a section."""
        return figures_of(self.source, section.parts())

    def name_of(self, section: Section) -> str:
        """Return the heading of a section; where several have one heading, what it begins with."""
        shared = sum(each.title == section.title for each in self.sections) > 1
        return plain_title(section.units[0].provision) if shared else section.title

    @property
    def doc(self) -> str:
        """Return what the source is called in a sentence."""
        return self.source.cite_as


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


def heading(lesson: Lesson, at: int) -> str:
    """Return the heading of a section; one that repeats an earlier heading says that it goes on."""
    title = lesson.sections[at].title
    again = any(section.title == title for section in lesson.sections[:at])
    return escaped(f"{title} (tiếp theo)" if again else title)


def _activity(lesson: Lesson, at: int, minutes: int) -> str:
    section = lesson.sections[at]
    turn = lesson.number + at
    title = heading(lesson, at)
    return outer(
        "activity",
        f"## {title}",
        _lead(lesson, section, turn),
        notes("lead-in", _clock(turn, minutes)),
        *_drawn(section),
        *_tables(lesson, section, at),
        notes("stress", phrases.STRESS.get(section.role, phrases.STRESS_ELSE)),
        misreading(section.parts()),
        _expected(section),
        _transition(lesson, at, turn),
        title=title,
        minutes=minutes,
        step="teaching",
        method=_turn(phrases.METHODS, turn),
        means="Tài liệu học viên, máy chiếu",
        cut=_turn(phrases.CUTS, turn),
        reserve=_turn(phrases.RESERVES, turn),
    )


def _lead(lesson: Lesson, section: Section, turn: int) -> str:
    sentence = _turn(phrases.LEADS[section.role], turn)
    return sentence.format(doc=lesson.doc, title=section.title, c=cite(*section.addresses))


def _clock(turn: int, minutes: int) -> str:
    reading = max(2, minutes * 2 // 5)
    asking = max(1, minutes // 5)
    parts = f"đọc văn bản {reading} phút; phân tích {minutes - reading - asking} phút; hỏi đáp {asking} phút"
    return f"{_turn(phrases.LEAD_INS, turn)} Chia giờ: {parts}."


def _drawn(section: Section) -> list[str]:
    """Return the provisions of a section as blocks; where it has several, each under a heading of its own."""
    drawn: list[str] = []
    for unit in section.units:
        if len(section.units) > 1:
            title = escaped(plain_title(unit.provision, 90))
            drawn += [f"### {title}"] if title and title != escaped(section.title) else []
        drawn.append(_provision(unit))
    return drawn


def _provision(unit: Unit) -> str:
    if not unit.whole and len(unit.provision.text) < _SPOKEN:
        return f"Phần này mở đầu mục {shortened(plain_title(unit.provision), 90)} {cite(unit.provision.path)}."
    return block("provision", title=unit.provision.path, children="yes" if unit.whole else "no")


def _tables(lesson: Lesson, section: Section, at: int) -> list[str]:
    figures = lesson.figures(section)
    place = f"{lesson.number}-{at + 1}"
    return [
        targets(figures, f"bang-{place}", f"Con số nêu ở phần {shortened(section.title, 60)}"),
        chart(figures, f"bieu-do-{place}"),
        confusable(section.parts(), f"de-nham-{place}"),
    ]


def _expected(section: Section) -> str:
    """Return a question learners are sure to ask, where the section itself holds what it is about."""
    for part in section.parts():
        words = part.text.casefold()
        if "chủ trì" in words:
            return notes(
                "expected-question",
                "*Việc này cơ quan nào chủ trì?* Hướng trả lời: đọc đúng tên cơ quan ở mục đã dẫn; cơ quan nào không "
                f"được nêu tên thì trả lời là văn bản chưa nêu {cite(part.path)}.",
            )
        if any(quantity.horizon for quantity in part.quantities):
            return notes(
                "expected-question",
                "*Con số này tính đến năm nào, so với năm nào?* Hướng trả lời: mốc thời gian đọc ở mục đã dẫn; mức gốc "
                f"để so sánh mà văn bản không nêu thì nói là chưa có, không lấy số nhớ trong đầu {cite(part.path)}.",
            )
    return ""


def _transition(lesson: Lesson, at: int, turn: int) -> str:
    if at + 1 == len(lesson.sections):
        return notes("transition", "Đã đọc xong văn bản; phần còn lại của buổi dành cho việc của đơn vị.")
    following = shortened(lesson.sections[at + 1].title, 90)
    return notes("transition", _turn(phrases.TRANSITIONS, turn).format(title=escaped(following)))


def _turn(choices: Sequence[str], turn: int) -> str:
    return choices[turn % len(choices)]
