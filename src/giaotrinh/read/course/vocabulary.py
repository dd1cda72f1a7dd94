"""The options of every `:::{name}` block and the values they take."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

NUMBER = re.compile(r"[1-9][0-9]{0,3}")
NAME = re.compile(r"[a-z][a-z0-9-]*")
RESERVED_NAME = re.compile(r"b[0-9]+")
"""What blocks without a name of their own are called."""

YES_NO = ("yes", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What an option takes."""

    choices: tuple[str, ...] = ()
    """The words it takes; none for any text."""
    is_number: bool = False
    """Whether it takes a whole number from 1."""
    is_required: bool = False


WORDS = Option()
MINUTES = Option(is_number=True)  # timing says what a block without minutes needs
COUNT = Option(is_number=True)
REQUIRED = Option(is_required=True)
SWITCH = Option(choices=YES_NO)


def _kinds(*words: str, is_required: bool = True) -> Option:
    return Option(choices=words, is_required=is_required)


EVERYWHERE: Mapping[str, Option] = {"id": WORDS, "audience": WORDS}
"""Options any block takes."""

STEPS = ("opening", "review", "teaching", "consolidation", "guidance", "fieldwork", "assessment")
NOTES = (
    "lead-in",
    "transition",
    "stress",
    "expected-question",
    "misreading",
    "unit-data",
    "no-source",
    "cut",
    "reserve",
)
QUESTIONS = ("single", "multiple", "true-false", "matching", "ordering", "gap", "short", "essay", "case")

OPTIONS: Mapping[str, Mapping[str, Option]] = {
    "objectives": {"kind": _kinds("knowledge", "skills", "attitude")},
    "activity": {
        "minutes": MINUTES,
        "step": _kinds(*STEPS),
        "method": WORDS,
        "means": WORDS,
        "cut": WORDS,
        "reserve": WORDS,
    },
    "discussion": {"minutes": MINUTES, "method": WORDS, "means": WORDS, "group": WORDS},
    "exercise": {"minutes": MINUTES, "method": WORDS, "means": WORDS, "group": WORDS},
    "break": {"minutes": MINUTES},
    "question": {"kind": _kinds(*QUESTIONS, is_required=False), "cites": WORDS},
    "hint": {},
    "answer": {},
    "solution": {},
    "keypoints": {},
    "notes": {"kind": _kinds(*NOTES)},
    "quote": {"source": REQUIRED},
    "provision": {"path": REQUIRED, "children": SWITCH},
    "targets": {"metrics": REQUIRED, "horizons": WORDS, "caption": WORDS},
    "table": {"source": WORDS, "caption": WORDS},
    "chart": {
        "kind": _kinds("range-bars", "horizons", "shares", "timeline"),
        "figures": REQUIRED,
        "caption": WORDS,
        "alt": WORDS,
    },
    "figure": {"src": REQUIRED, "alt": REQUIRED, "source": WORDS, "caption": WORDS},
    "reading": {"kind": _kinds("required", "further")},
    "form": {"lines": COUNT, "columns": WORDS, "rows": COUNT, "worksheet": SWITCH},
    "callout": {"kind": _kinds("confusable", "unit", "later", "missing", "note", is_required=False)},
    "handout": {"after": WORDS},
    "slide": {"after": WORDS},
}

WORDED_OPTIONS = ("alt", "caption", "source", "cut", "reserve", "group", "method", "means")
"""Options whose value is words that print: quantities are read in them."""


def options_of(block: str) -> Mapping[str, Option]:
    """Return the options a block takes, by name."""
    return {**OPTIONS[block], **EVERYWHERE}
