"""The snapshot of a project -> everything people wrote in course/, with every mistake of every file."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from giaotrinh.model.course import Course, Learner, Module, Question, TrainingClass
from giaotrinh.model.curriculum import Project
from giaotrinh.model.diagnostic import Diagnostic, error, in_order, info
from giaotrinh.model.nearest import nearest
from giaotrinh.model.reading import Reading
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.model.source import Source
from giaotrinh.model.span import Span
from giaotrinh.model.text import nfc
from giaotrinh.read.course.classes import read_class
from giaotrinh.read.course.course import COURSE_FILE, read_course
from giaotrinh.read.course.module import read_module
from giaotrinh.read.course.questions import check_names, read_questions
from giaotrinh.read.course.roster import read_roster
from giaotrinh.read.course.source_settings import read_source
from giaotrinh.read.data.sheet_cells import is_spreadsheet
from giaotrinh.read.editions import edition_names, page_names

MODULES, SOURCES, QUESTIONS, IMAGES = "course/modules", "course/sources", "course/questions", "course/images"
CLASSES = "course/classes"

T = TypeVar("T")

# Files that did not change are not read again in a process that lives on; the functions depend on nothing else.
_course = lru_cache(maxsize=8)(read_course)
_module = lru_cache(maxsize=256)(read_module)
_source = lru_cache(maxsize=32)(read_source)
_questions = lru_cache(maxsize=64)(read_questions)
_class = lru_cache(maxsize=32)(read_class)
_roster = lru_cache(maxsize=32)(read_roster)


def read_project(snapshot: Snapshot, course_file: str = COURSE_FILE) -> Reading[Project]:
    """Return the course, its sources, modules, questions and pictures.

    `course_file` may be another plan over the same modules: "course/3-ngay.yaml". A file that cannot be used is left
    out and the others are read all the same; None where the course file cannot be used.
    """
    reader = _Reader(snapshot=snapshot, course_file=course_file)
    project = reader.read()
    return Reading(value=project, diagnostics=in_order(reader.found))


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads one snapshot; collects what is wrong."""

    snapshot: Snapshot
    course_file: str
    found: list[Diagnostic] = field(default_factory=list)

    def read(self) -> Project | None:
        """Return the project, None without usable course data."""
        course = self._read_course()
        sources = tuple(self._read_sources(course))
        modules = tuple(self._read_modules(course))
        questions = tuple(question for question in self._read_questions() if self._belongs(question, course))
        self.found += check_names(questions)
        classes = tuple(self._read_classes())
        if course is None:
            return None
        self.found += self._check_editions(course)
        return Project(
            course=course,
            sources=sources,
            modules=modules,
            questions=questions,
            # A name that macOS or a zip file decomposed is the name people write.
            images={nfc(name): content for name, content in self._below(IMAGES)},
            classes=classes,
        )

    def _read_course(self) -> Course | None:
        content = self.snapshot.files.get(self.course_file)
        if content is None:
            self.found.append(error("course-missing", Span(file=self.course_file)))
            return None
        return self._take(_course(content, self.course_file))

    def _read_sources(self, course: Course | None) -> Iterator[Source]:
        on_disk = sorted({name.partition("/")[0] for name, _ in self._below(SOURCES) if "/" in name})
        for name in self._listed(course, "sources", on_disk, f"{SOURCES}/{{name}}/source.yaml"):
            if name not in on_disk:
                continue
            folder = f"{SOURCES}/{name}"
            settings = self.snapshot.files.get(f"{folder}/source.yaml")
            text = self.snapshot.files.get(f"{folder}/text.txt")
            if settings is None or text is None:
                missing = "source.yaml" if settings is None else "text.txt"
                self.found.append(error("source-file-missing", Span(file=f"{folder}/{missing}"), name=name))
                continue
            source = self._take(_source(settings, text, identity=name, folder=folder))
            if source is not None:
                yield source

    def _read_modules(self, course: Course | None) -> Iterator[Module]:
        on_disk = [name.removesuffix(".md") for name, _ in self._below(MODULES) if name.endswith(".md")]
        for number, name in enumerate(self._listed(course, "modules", on_disk, f"{MODULES}/{{name}}.md"), start=1):
            file = f"{MODULES}/{name}.md"
            if file in self.snapshot.files:
                module = self._take(_module(self.snapshot.files[file], file, number))
                if module is not None:
                    yield module

    def _read_questions(self) -> Iterator[Question]:
        for name, content in self._below(QUESTIONS):
            if name.endswith((".yaml", ".yml")):
                yield from self._take(_questions(content, f"{QUESTIONS}/{name}")) or ()

    def _read_classes(self) -> Iterator[TrainingClass]:
        rosters: dict[str, tuple[tuple[Learner, ...] | None, str]] = {}
        for name, read in self._read_rosters():
            first = rosters.setdefault(name, read)
            if first is not read:
                self.found.append(error("roster-twice", Span(file=read[1]), Span(file=first[1]), other=first[1]))
        for name, content in self._below(CLASSES):
            if name.endswith((".yaml", ".yml")):
                value = self._take(_class(content, f"{CLASSES}/{name}"))
                roster, file = rosters.pop(name.rpartition(".")[0], (None, ""))
                if value is not None:
                    yield replace(value, roster=roster or (), roster_file=file)
        for _, file in rosters.values():
            self.found.append(error("roster-without-class", Span(file=file), path=file.rpartition(".")[0] + ".yaml"))

    def _read_rosters(self) -> Iterator[tuple[str, tuple[tuple[Learner, ...] | None, str]]]:
        """Yield the name of the class with its learners and their file."""
        for name, content in self._below(CLASSES):
            file = f"{CLASSES}/{name}"
            if name.lower().endswith(".csv") or is_spreadsheet(name):
                yield name.rpartition(".")[0], (self._take(_roster(content, file)), file)

    def _belongs(self, question: Question, course: Course | None) -> bool:
        """Return whether a question of the bank is for this plan, not for a module that only other plans have."""
        if course is None or question.module in course.modules:
            return True
        return f"{MODULES}/{question.module}.md" not in self.snapshot.files

    def _listed(self, course: Course | None, key: str, on_disk: list[str], pattern: str) -> tuple[str, ...]:
        """Return the names course.yaml lists, or those on disk when it cannot be used; report where they differ."""
        if course is None:
            return tuple(on_disk)
        listed: tuple[str, ...] = tuple(dict.fromkeys(getattr(course, key)))
        for index, name in enumerate(getattr(course, key)):
            if name not in on_disk:
                span = course.spans.get(f"{key}.{index}", Span(file=course.file))
                near = nearest(name, [known for known in on_disk if known not in listed])
                self.found.append(error("listed-file-missing", span, path=pattern.format(name=name), nearest=near))
        for name in on_disk if self.course_file == COURSE_FILE else ():
            if name not in listed:
                span = Span(file=pattern.format(name=name))
                self.found.append(info("file-not-listed", span, name=name, key=key))
        return listed

    def _check_editions(self, course: Course) -> Iterator[Diagnostic]:
        """Yield an error for every edition and the page preset that templates/ does not hold."""
        known = edition_names(self.snapshot)
        for index, name in enumerate(course.editions) if known else ():
            if name not in known:
                span = course.spans.get(f"editions.{index}", Span(file=course.file))
                near = nearest(name, known)
                yield error("edition-unknown", span, name=name, nearest=near, known=", ".join(known))
        pages = page_names(self.snapshot)
        if pages and course.page not in pages:
            span = course.spans.get("page", Span(file=course.file))
            near = nearest(course.page, pages)
            yield error("page-unknown", span, name=course.page, nearest=near, known=", ".join(pages))

    def _take(self, reading: Reading[T]) -> T | None:
        self.found += reading.diagnostics
        return reading.value

    def _below(self, folder: str) -> Iterator[tuple[str, bytes]]:
        for path, content in self.snapshot.below(folder):
            yield path.removeprefix(f"{folder}/"), content
