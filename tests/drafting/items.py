"""Quality of drafted questions over real resolutions: what would embarrass an examiner, counted and shown.

Run: PYTHONPATH=src:tests GIAOTRINH_CORPUS=/path/to/resolutions python -m drafting.items [--show 40]

Every document is imported, drafted and its bank read back as a user would have it; what is counted is worked out here
from the words of the questions and of the sources, not by the code that writes the questions. Exit 1 where a count is
not zero.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from drafting.flaws import FLAWS, is_written, key_places
from giaotrinh.driver.edge.failure import Failure
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.driver.intake.importing import ImportRequest, import_file
from giaotrinh.driver.tasks.drafting import DraftRequest, draft_project
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.model.course import Question
from giaotrinh.model.source import Source
from giaotrinh.read import read_questions, read_source

ENDINGS = (".md", ".txt", ".html", ".docx", ".pdf")
"""Carriers in the order in which one is chosen where a document has several."""


@dataclass(frozen=True, kw_only=True)
class Bank:
    """A document and what was drafted from it."""

    name: str
    source: Source
    questions: tuple[Question, ...]


def drafted(folder: Path) -> Bank | str:
    """Return the bank drafted from the document of a folder, or why there is none."""
    files = [path for ending in ENDINGS for path in sorted(folder.glob(f"*{ending}")) if "whole" not in path.name]
    if not files:
        return "no document"
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "khoa-hoc"
        start_project(root)
        project = ProjectFolder(root=root)
        try:
            import_file(project, files[0], ImportRequest(identity="nq"))
            draft_project(project, DraftRequest(source="nq"))
        except Failure as failure:
            return failure.code
        return _read(folder.name, project)


def _read(name: str, project: ProjectFolder) -> Bank | str:
    files = take_snapshot(project).files
    settings, text = (files[f"course/sources/nq/{each}"] for each in ("source.yaml", "text.txt"))
    source = read_source(settings, text, identity="nq", folder="course/sources/nq").value
    banks = [read_questions(files[file], file) for file in sorted(files) if file.startswith("course/questions/")]
    wrong = [found for bank in banks for found in bank.diagnostics]
    if source is None or wrong:
        return f"not readable: {wrong[:1]}"
    return Bank(name=name, source=source, questions=tuple(each for bank in banks for each in bank.value or ()))


def table(banks: list[Bank]) -> Iterator[str]:
    """Yield a row for every document: how many questions of which kinds, and how many are tự luận."""
    for bank in banks:
        kinds = Counter(question.kind for question in bank.questions)
        written = sum(is_written(question) for question in bank.questions)
        shown = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
        yield f"{bank.name:24} {len(bank.questions):4} questions, {written:3} tự luận: {shown}"


def flaws(banks: list[Bank]) -> Iterator[tuple[str, list[str]]]:
    """Yield what is counted and where it was found."""
    for name, find in FLAWS.items():
        yield name, [f"{bank.name}: {found}" for bank in banks for found in find(bank.source, bank.questions)]


def shown(banks: list[Bank], count: int) -> Iterator[str]:
    """Yield so many questions, evenly taken, each beside the words of the provision it cites first."""
    every = [(bank, question) for bank in banks for question in bank.questions]
    for at in range(count):
        bank, question = every[at * len(every) // count]
        part = bank.source.find(question.cites[0].partition(":")[2])
        lines = [
            f"[{at + 1}] {bank.name} {question.kind} {question.cites[0]} ({question.topic}, {question.level})",
            question.stem,
            *(f"   {letter}. {option}" for letter, option in zip("ABCDEFGH", question.options, strict=False)),
            f"  key {question.key} answer: {question.answer}",
            *(f"   {line.points} {line.text}" for line in question.guide),
            f"  SOURCE: {part.full_text()[:700] if part else '?'}\n",
        ]
        yield "\n".join(lines)


def main() -> int:
    """Print the tables; return 1 where something was found or a bank is not half tự luận."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--show", type=int, default=0, help="print so many questions beside their sources")
    asked = arguments.parse_args()
    folder = os.environ.get("GIAOTRINH_CORPUS", "")
    if not folder:
        print("GIAOTRINH_CORPUS is not set", file=sys.stderr)
        return 2
    banks: list[Bank] = []
    for truth in sorted(Path(folder).glob("*/truth.yaml")):
        bank = drafted(truth.parent)
        if isinstance(bank, str):
            print(f"{truth.parent.name:24} {bank}")
        else:
            banks.append(bank)
    if asked.show:
        print(*shown(banks, asked.show), sep="\n")
    print(*table(banks), sep="\n")
    questions = [question for bank in banks for question in bank.questions]
    written = sum(is_written(question) for question in questions)
    print(f"{len(questions)} questions, {written} tự luận ({100 * written / len(questions):.0f} %)")
    print(*key_places(questions), sep="\n")
    found = dict(flaws(banks))
    for name, places in found.items():
        print(f"{name}: {len(places)}", *places[:12], sep="\n  ")
    return int(any(found.values()) or 2 * written < len(questions))


if __name__ == "__main__":
    sys.exit(main())
