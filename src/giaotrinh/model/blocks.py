"""Kinds of blocks: one record for each says who sees it, what it takes, how it is counted, drawn and judged.

Every room asks the sets below; none lists kinds of its own. How a kind is drawn is its template
`templates/base/blocks/<kind>.html`; the words that print for it stand with the words of print.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What an option of a block takes."""

    choices: tuple[str, ...] = ()
    """The words it takes; none for any text."""
    is_number: bool = False
    """Whether it takes a whole number from 1."""
    is_required: bool = False


class Series(StrEnum):
    """What blocks are numbered as."""

    TABLE = "table"
    PICTURE = "picture"
    QUESTION = "question"
    DISCUSSION = "discussion"
    EXERCISE = "exercise"


class Lesson(StrEnum):
    """How a lesson plan holds what stands in the book."""

    LEFT_OUT = "left-out"
    POINTED_AT = "pointed-at"
    IN_FULL = "in-full"


class Drawing(StrEnum):
    """How a block stands on the page of a book."""

    ITSELF = "itself"
    WHOLE = "whole"
    """With its children as one: rows and cells are no nodes."""
    LED = "led"
    """Its first paragraph on the line of its number or mark."""
    OPENED = "opened"
    """Its content, as if it were not there itself."""
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockKind:
    """What a kind of block is."""

    name: str
    is_markdown: bool = False
    """Whether it comes from Markdown itself, as `grid` from a pipe table and `quotation` from `>`; else it is written
    `:::{name}`."""
    for_instructors: bool = False
    """Whether a learner never receives it, wherever it stands."""
    is_short_form: bool = False
    """Whether it belongs to other editions than the book."""
    is_timed: bool = False
    """Whether it carries minutes; none stands inside another."""
    opens_module: bool = False
    """Whether the opening of a module shows it and its text does not repeat it."""
    series: Series | None = None
    """What it is numbered as."""
    drawing: Drawing = Drawing.ITSELF
    run: str = ""
    """Kind of the node that holds neighbours of this kind under one heading."""
    lesson: Lesson = Lesson.LEFT_OUT
    practises: bool = False
    """Whether learners work on what it cites."""
    calls: bool = False
    """Whether its options call figures or provisions that the words around it lean on."""
    is_aside: bool = False
    """Whether what it cites is not taught by it."""
    may_invent: bool = False
    """Whether its numbers and dates may belong to a made-up case."""
    options: Mapping[str, Option] = field(default_factory=dict)


WORDS = Option()
_NUMBER = Option(is_number=True)
_REQUIRED = Option(is_required=True)
_SWITCH = Option(choices=("yes", "no"))


def _one_of(*words: str, is_required: bool = True) -> Option:
    return Option(choices=words, is_required=is_required)


STEPS = ("opening", "review", "teaching", "consolidation", "guidance", "fieldwork", "assessment")
NOTES = (
    *("lead-in", "transition", "stress", "expected-question", "misreading", "unit-data", "no-source"),
    *("cut", "reserve"),
)
QUESTIONS = ("single", "multiple", "true-false", "matching", "ordering", "gap", "short", "essay", "case")
SLIDES = ("text", "number", "chart", "table", "columns", "question", "picture")
_ALWAYS = {"method": WORDS, "means": WORDS}
_GROUP = {"minutes": _NUMBER, **_ALWAYS, "group": WORDS}

_KINDS = (
    BlockKind(name="paragraph", is_markdown=True),
    BlockKind(name="heading", is_markdown=True, lesson=Lesson.IN_FULL),
    BlockKind(name="bullets", is_markdown=True),
    BlockKind(name="numbers", is_markdown=True),
    BlockKind(name="item", is_markdown=True, drawing=Drawing.LED),
    BlockKind(name="grid", is_markdown=True, drawing=Drawing.WHOLE),
    BlockKind(name="row", is_markdown=True),
    BlockKind(name="cell", is_markdown=True),
    BlockKind(name="quotation", is_markdown=True),
    BlockKind(name="image", is_markdown=True),
    BlockKind(name="code", is_markdown=True),
    BlockKind(name="objectives", opens_module=True, options={"kind": _one_of("knowledge", "skills", "attitude")}),
    BlockKind(
        name="activity",
        is_timed=True,
        drawing=Drawing.OPENED,
        options={"minutes": _NUMBER, "step": _one_of(*STEPS), **_ALWAYS, "cut": WORDS, "reserve": WORDS},
    ),
    BlockKind(name="discussion", is_timed=True, series=Series.DISCUSSION, practises=True, options=_GROUP),
    BlockKind(name="exercise", is_timed=True, series=Series.EXERCISE, practises=True, may_invent=True, options=_GROUP),
    BlockKind(
        name="question",
        series=Series.QUESTION,
        drawing=Drawing.LED,
        run="questions",
        lesson=Lesson.POINTED_AT,
        calls=True,
        options={"kind": _one_of(*QUESTIONS, is_required=False), "cites": WORDS},
    ),
    BlockKind(name="hint", is_aside=True),
    BlockKind(name="answer", for_instructors=True),
    BlockKind(name="solution", for_instructors=True, may_invent=True),
    BlockKind(name="keypoints", lesson=Lesson.IN_FULL),
    BlockKind(
        name="notes",
        for_instructors=True,
        drawing=Drawing.NEVER,
        lesson=Lesson.IN_FULL,
        is_aside=True,
        options={"kind": _one_of(*NOTES)},
    ),
    BlockKind(name="quote", lesson=Lesson.POINTED_AT, calls=True, options={"source": _REQUIRED}),
    BlockKind(name="provision", lesson=Lesson.POINTED_AT, calls=True, options={"path": _REQUIRED, "children": _SWITCH}),
    BlockKind(
        name="targets",
        series=Series.TABLE,
        lesson=Lesson.POINTED_AT,
        calls=True,
        options={"metrics": _REQUIRED, "horizons": WORDS, "caption": WORDS},
    ),
    BlockKind(
        name="table",
        series=Series.TABLE,
        lesson=Lesson.POINTED_AT,
        options={"source": WORDS, "caption": WORDS},
    ),
    BlockKind(
        name="chart",
        series=Series.PICTURE,
        lesson=Lesson.POINTED_AT,
        calls=True,
        options={
            "kind": _one_of("range-bars", "horizons", "shares", "timeline"),
            "figures": _REQUIRED,
            "caption": WORDS,
            "alt": WORDS,
        },
    ),
    BlockKind(
        name="figure",
        series=Series.PICTURE,
        lesson=Lesson.POINTED_AT,
        options={"src": _REQUIRED, "alt": _REQUIRED, "source": WORDS, "caption": WORDS},
    ),
    BlockKind(
        name="reading",
        run="readings",
        is_aside=True,
        options={"kind": _one_of("required", "further")},
    ),
    BlockKind(
        name="form",
        lesson=Lesson.POINTED_AT,
        may_invent=True,
        options={"lines": _NUMBER, "columns": WORDS, "rows": _NUMBER, "worksheet": _SWITCH},
    ),
    BlockKind(
        name="callout",
        lesson=Lesson.POINTED_AT,
        options={"kind": _one_of("confusable", "unit", "later", "missing", "note", is_required=False)},
    ),
    BlockKind(name="timeline", lesson=Lesson.POINTED_AT),
    BlockKind(name="break", is_timed=True, drawing=Drawing.NEVER, options={"minutes": _NUMBER}),
    BlockKind(name="handout", is_short_form=True, is_aside=True, options={"after": WORDS}),
    BlockKind(
        name="slide",
        is_short_form=True,
        is_aside=True,
        options={"after": WORDS, "kind": _one_of(*SLIDES, is_required=False), "figure": WORDS, "shows": WORDS},
    ),
)

KINDS: Mapping[str, BlockKind] = MappingProxyType({kind.name: kind for kind in _KINDS})
"""Name -> kind."""

PLAIN_BLOCKS = frozenset(kind.name for kind in _KINDS if kind.is_markdown)
DIRECTIVES = frozenset(kind.name for kind in _KINDS if not kind.is_markdown)
"""The closed vocabulary of `:::{name}` blocks."""
INSTRUCTOR_ONLY = frozenset(kind.name for kind in _KINDS if kind.for_instructors)
SHORT_FORMS = frozenset(kind.name for kind in _KINDS if kind.is_short_form)
TIMED = frozenset(kind.name for kind in _KINDS if kind.is_timed)
OPENING = frozenset(kind.name for kind in _KINDS if kind.opens_module)
PRACTISING = frozenset(kind.name for kind in _KINDS if kind.practises)
CALLING = frozenset(kind.name for kind in _KINDS if kind.calls)
ASIDE = frozenset(kind.name for kind in _KINDS if kind.is_aside)
INVENTING = frozenset(kind.name for kind in _KINDS if kind.may_invent)
DRAWN = {way: frozenset(kind.name for kind in _KINDS if kind.drawing is way) for way in Drawing}
IN_LESSON = {way: frozenset(kind.name for kind in _KINDS if kind.lesson is way) for way in Lesson}
RUNS = {kind.name: kind.run for kind in _KINDS if kind.run}
OPTIONS = {kind.name: kind.options for kind in _KINDS if not kind.is_markdown}
