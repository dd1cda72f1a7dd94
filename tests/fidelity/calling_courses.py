"""Courses that call the figures of real documents by the names an import proposes, instead of writing them out.

Nobody chose these names for the check's sake: the words of a metric are those the import found before its number.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fidelity.courses import Course, composed, documents, facts_of
from giaotrinh.intake.proposal.settings import propose
from giaotrinh.model.source import Provision
from giaotrinh.outline.figures import read_figures
from giaotrinh.outline.tree import read_outline

Entries = Mapping[str, Mapping[str, str]]
"""Name of a figure -> its entry in source.yaml."""


@dataclass(frozen=True)
class Calling:
    """A clause of a document whose figures are called by name."""

    path: str
    heading: str
    clause: str


def calling_corpus() -> Iterator[Course]:
    """Yield a course for every document under GIAOTRINH_CORPUS; none where it is not set."""
    return (compose_calling(name, text) for name, text in documents())


def compose_calling(name: str, text: str, most: int = 80) -> Course:
    """Return a course that calls the figures of up to `most` clauses of a document."""
    provisions = read_outline(text, "text.txt").value or ()
    entries: Entries = propose(provisions, read_figures(provisions), "text.txt").settings["figures"]
    found = list(_callings(provisions, entries))
    found = found[:: max(1, len(found) // most)][:most]
    parts = [f"## {each.heading}\n\n" + _SHAPES[at % len(_SHAPES)](each) for at, each in enumerate(found)]
    return composed(f"{name}, called", text, parts, {"figures": {key: dict(entry) for key, entry in entries.items()}})


def _callings(provisions: tuple[Provision, ...], entries: Entries) -> Iterator[Calling]:
    for fact in facts_of(provisions):
        clause = fact.clause
        for name, entry in entries.items():
            number = re.sub(r"^\D*", "", entry["text"])  # the words before it stay
            written = f"{number}{'' if entry['unit'].startswith('%') else ' '}{entry['unit']}".strip()
            if entry["provision"] == fact.path and clause.count(written) == 1:
                before, after = clause.split(written)
                if not before[-1:].isalnum() and not after[:1].isalnum() and after[:2] not in ("-", ",", "."):
                    clause = f"{before}{{value}}`{name}`{after}"
        if clause != fact.clause:
            yield Calling(path=fact.path, heading=fact.heading, clause=clause)


def _prose(each: Calling) -> str:
    return f"{each.clause} {{cite}}`{each.path}`.\n"


def _slide(each: Calling) -> str:
    return f":::{{slide}} {each.heading}\n\n- {each.clause}\n- {{cite}}`{each.path}`\n:::\n"


def _answer(each: Calling) -> str:
    stem = "Trình bày các mức phải đạt."
    return (
        f"::::{{question}}\n:kind: essay\n:cites: {each.path}\n\n{stem}\n\n:::{{answer}}\n{each.clause}.\n:::\n::::\n"
    )


def _notes(each: Calling) -> str:
    return f"Nội dung này ở {{cite}}`{each.path}`.\n\n:::{{notes}}\n:kind: stress\n\nNhấn mạnh: {each.clause}.\n:::\n"


def _list(each: Calling) -> str:
    return f"Các mức cần nhớ {{cite}}`{each.path}`:\n\n- {each.clause};\n- các nội dung khác.\n"


def _uncited(each: Calling) -> str:
    return f"{each.clause}.\n"


_SHAPES = (_prose, _slide, _answer, _notes, _list, _uncited)
