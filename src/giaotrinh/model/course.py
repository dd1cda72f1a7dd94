"""A course as people write it: course data, modules, objectives, activities, questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from giaotrinh.model.document import Block
from giaotrinh.model.quantity import Quantities
from giaotrinh.model.span import NOWHERE, Span

Spans = Mapping[str, Span]
"""Dotted path in a YAML file -> place of the value: "periods.theory", "modules.2"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRules:
    """How a class day is divided; every number is the school's."""

    minutes_per_period: int = 45
    periods_per_session: int = 4
    sessions_per_day: int = 2
    break_minutes: int = 15
    session_starts: tuple[str, ...] = ("08:00", "13:30")
    counts_self_study: bool = False
    """Whether self-study is part of a module's total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Periods:
    """Tiết of a module by kind."""

    theory: int = 0
    discussion: int = 0
    fieldwork: int = 0
    self_study: int = 0
    assessment: int = 0

    def total(self, *, with_self_study: bool) -> int:
        """Return the sum of the kinds, self-study only where the time rules count it."""
        taught = self.theory + self.discussion + self.fieldwork + self.assessment
        return taught + (self.self_study if with_self_study else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """Who issues the course book."""

    name: str
    parent: str = ""
    """The body above it, printed over its name."""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A document other than the sources, for `{from}` and reading lists."""

    id: str
    text: str
    """As printed in a footnote or a reading list."""
    issued: str = ""
    """Date of issue, year-month-day; a later one than the as-of date is a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """A term or an abbreviation with its meaning."""

    term: str
    meaning: str
    abbreviation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How far a module has come on its way to be issued."""

    stage: str = "du-thao"
    """du-thao, khoa-thong-qua, da-tham-dinh or ban-hanh."""
    name: str = ""
    date: str = ""


class Ungrounded(StrEnum):
    """What the school does about numbers without a ground."""

    PRINT = "print"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the school wants checked, and how hard."""

    severities: Mapping[str, str] = field(default_factory=dict)
    """Diagnostic code -> error, warning, info or off."""
    coverage: Mapping[str, str] = field(default_factory=dict)
    """Role -> taught, practised or tested: what every provision of the role needs; "numbered" speaks of all others that
    have a number, and none asks for nothing."""
    accepted: Mapping[str, str] = field(default_factory=dict)
    """Address of a provision that need not be taught -> reason."""
    ungrounded: Ungrounded = Ungrounded.PRINT
    """Whether a module with numbers that nothing stands behind may print."""
    damaged_percent: Decimal = Decimal(5)
    """Share of damaged syllables, in percent, above which an imported document is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkingStep:
    """A line of a marking guide: what earns points, and how many."""

    text: str
    points: Decimal
    """In steps of 0,25."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of the bank."""

    id: str
    kind: str
    """single, multiple, true-false, matching, ordering, gap, short, essay, case."""
    stem: str
    cites: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    answer: str = ""
    points: Decimal | None = None
    guide: tuple[MarkingStep, ...] = ()
    """Marking guide (thang điểm); its points add up to `points`."""
    level: str = ""
    topic: str = ""
    sealed: bool = False
    module: str = ""
    allow: Mapping[str, str] = field(default_factory=dict)
    """Exempted diagnostic code -> reason, for this question."""
    span: Span = NOWHERE
    spans: Spans = field(default_factory=dict, compare=False, repr=False)
    quantities: Quantities = field(default_factory=dict, compare=False, repr=False)
    """Quantities of "stem", "options.0", "answer", "guide.0.text" ..., by field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A chuyên đề: front matter and text."""

    id: str
    """From the file name: "01-vi-tri"."""
    number: int
    """Place in the course, from 1."""
    title: str
    short_title: str
    periods: Periods
    blocks: tuple[Block, ...]
    file: str
    state: State = State()
    lacks: tuple[str, ...] = ()
    """What the source does not say for this module, printed as lacking."""
    method: str = ""
    means: str = ""
    lead_in: str = ""
    """Opening words for the instructor (lời dẫn)."""
    allow: Mapping[str, str] = field(default_factory=dict)
    """Exempted diagnostic code -> reason, for the whole file."""
    spans: Spans = field(default_factory=dict, compare=False, repr=False)
    quantities: Quantities = field(default_factory=dict, compare=False, repr=False)
    """Quantities of "title", "short_title", "lead_in", "lacks.0" ..., by field."""

    def walk(self) -> Iterator[Block]:
        """Yield every block in the order of the page."""
        for block in self.blocks:
            yield from block.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceremony:
    """An opening or a closing of a class, outside the periods."""

    date: str = ""
    start: str = ""
    """"07:30"; "" is left blank."""
    minutes: int = 30
    hall: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassSession:
    """A buổi in the calendar of a class; what is "" is left blank on the timetable."""

    date: str = ""
    """year-month-day."""
    start: str = ""
    """"08:00"; without one the sessions of a day begin as the time rules of the course say, in turn."""
    lecturer: str = ""
    hall: str = ""
    """Where another than the class's own."""


ROSTER_COLUMNS: Mapping[str, str] = {"name": "Họ và tên", "post": "Chức vụ", "unit": "Đơn vị", "group": "Tổ"}
"""Field of a learner -> head of its column in the roster of a class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """Someone on the roster of a class."""

    name: str
    post: str = ""
    unit: str = ""
    group: str = ""
    """Tổ in which a class discusses: "1"."""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingClass:
    """A class (lớp) that takes the course: when, where, with whom."""

    id: str
    """From the file name: "k1-2021"."""
    title: str
    hall: str = ""
    sessions: tuple[ClassSession, ...] = ()
    """In the order of the course: the first takes the first four tiết, and so on."""
    opening: Ceremony = Ceremony()
    closing: Ceremony = Ceremony()
    holidays: tuple[str, ...] = ()
    """Days off beside the public holidays: days the city or the school announces."""
    workdays: tuple[str, ...] = ()
    """Days on which the class is held although they count as days off."""
    roster: tuple[Learner, ...] = ()
    """From the CSV file or the spreadsheet beside the class file; empty where there is none."""
    roster_file: str = ""
    """That file, "" where there is none."""
    file: str = ""
    spans: Spans = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The course data that hold for all modules."""

    title: str
    short_title: str
    kind: str
    """Word on the cover: Giáo trình, Tài liệu bồi dưỡng, Tập bài giảng."""
    school: School
    audience: str
    """Id of the audience this plan is for."""
    audiences: Mapping[str, str]
    """Audience id -> name as printed."""
    as_of: str
    """year-month-day; printed as "Tư liệu tính đến ngày 30-9-2021"."""
    year: int
    main_source: str
    sources: tuple[str, ...]
    modules: tuple[str, ...]
    """Module ids in the order of the course."""
    editions: tuple[str, ...]
    page: str = "a4-giao-trinh"
    """Page preset of the books."""
    version: str = "1.0"
    time: TimeRules = TimeRules()
    policy: Policy = Policy()
    glossary: tuple[GlossaryEntry, ...] = ()
    references: tuple[Reference, ...] = ()
    foreword: str = ""
    """Markdown of the "Lời nói đầu"; empty leaves it out."""
    file: str = "course/course.yaml"
    spans: Spans = field(default_factory=dict, compare=False, repr=False)
    quantities: Quantities = field(default_factory=dict, compare=False, repr=False)
    """Quantities of "title", "foreword", "glossary.0.meaning" ..., by field."""
