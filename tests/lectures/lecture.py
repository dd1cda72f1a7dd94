"""Lectures that are right by their source, and the errors planted into them.

A lecture is a module `NAME.md` beside `plants.jsonl` and `sources.json` (lecture -> folder of the document under
GIAOTRINH_CORPUS). A plant replaces right words by wrong ones; it is found where an error or a "to look at" that the
right lecture does not have stands on the words that changed.
"""

import json
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from fidelity.examined import Examined
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.intake.importing import ImportRequest, import_file
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.model.diagnostic import Diagnostic, Severity

HERE = Path(__file__).resolve().parent
MODULE = "course/modules/01-bai.md"
FIGURE_CODES = re.compile(
    r"figure|count|sum|computed|range|date|code|milestone|quotation|post|name|congress|structure|place|year|reference-d"
)
"""Findings about what a lecture says, as against those about how its course is put together."""

_ENDINGS = (".md", ".txt", ".html", ".docx", ".pdf")


@dataclass(frozen=True)
class Plant:
    """Right words of a lecture and wrong ones to put in their place."""

    kind: str
    right: str
    wrong: str


@dataclass(frozen=True)
class Lecture:
    """A lecture with the document it is about and the errors to plant into it."""

    name: str
    text: str
    document: str
    plants: tuple[Plant, ...]

    @property
    def words(self) -> int:
        """Return the number of its words, as blanks part them."""
        return len(self.text.split())

    def examined(self, text: str) -> Examined:
        """Return a course of this text and the imported document."""
        return Examined(files={**_course(self.document), MODULE: text.encode()})


def lectures(folder: Path = HERE) -> Iterator[Lecture]:
    """Yield the lectures of a folder whose documents GIAOTRINH_CORPUS has."""
    corpus = Path(os.environ.get("GIAOTRINH_CORPUS", "/nonexistent"))
    documents = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
    plants = [json.loads(line) for line in (folder / "plants.jsonl").read_text(encoding="utf-8").splitlines()]
    for name, document in documents.items():
        own = tuple(
            Plant(kind=each["kind"], right=each["right"], wrong=each["wrong"])
            for each in plants
            if each["lecture"] == name
        )
        if (corpus / document).is_dir():
            text = (folder / name).read_text(encoding="utf-8")
            yield Lecture(name=name, text=text, document=document, plants=own)


def told(found: Diagnostic) -> bool:
    """Whether a finding is an error or a "to look at" about what a lecture says."""
    weighs = found.severity is not Severity.INFO
    return weighs and found.span.file == MODULE and FIGURE_CODES.search(found.code) is not None


def found_for(lecture: Lecture, before: Examined, plant: Plant) -> tuple[Diagnostic, ...]:
    """Return the findings a plant adds on the words it changes. Raises ValueError where its right words are nowhere."""
    start = lecture.text.index(plant.right)
    text = lecture.text[:start] + plant.wrong + lecture.text[start + len(plant.right) :]
    after = lecture.examined(text)
    first, last = _lines(text, start, start + len(plant.wrong))
    known = {(each.code, each.arguments) for each in before.found}
    return tuple(
        each
        for each in after.found
        if told(each) and first <= each.span.line <= last and (each.code, each.arguments) not in known
    )


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    return text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1


@lru_cache(maxsize=8)
def _course(document: str) -> dict[str, bytes]:
    """Return the files of a course of one empty module on an imported document."""
    folder = Path(os.environ["GIAOTRINH_CORPUS"]) / document
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "course"
        start_project(root)
        import_file(find_project(root), _carrier(folder), ImportRequest(identity="nguon"))
        files = {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in root.rglob("*")
            if path.is_file() and "build" not in path.relative_to(root).parts[0]
        }
    course = yaml.safe_load(files["course/course.yaml"])
    course |= {"main_source": "nguon", "sources": ["nguon"], "modules": ["01-bai"], "as_of": "2035-12-31"}
    kept = {name: content for name, content in files.items() if "van-ban" not in name and "/modules/" not in name}
    return kept | {"course/course.yaml": yaml.safe_dump(course, allow_unicode=True).encode()}


def _carrier(folder: Path) -> Path:
    """Return the file of a document's folder that is read best: text before pages."""
    files = [path for path in sorted(folder.iterdir()) if path.suffix in _ENDINGS and "whole" not in path.name]
    return min(files, key=lambda path: _ENDINGS.index(path.suffix))
