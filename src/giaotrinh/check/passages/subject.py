"""What checks look at: one module of a linked course with its questions, or the course data with its sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from giaotrinh.check.passages.knowledge import Knowledge
from giaotrinh.check.passages.memory import Memory
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.reading import course_passages, module_passages, question_passages
from giaotrinh.model.course import Course, Module, Question
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.source import Source

_knowledge: Memory[Knowledge] = Memory(4)


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A part of a linked course under check.

    What a check says of a module may depend on the module, its questions, the course data and the sources alone: it is
    kept while these stay the same.
    """

    curriculum: Curriculum
    modules: tuple[Module, ...] = ()
    """The module under check; none for the part that is the course data and the sources."""
    questions: tuple[Question, ...] = ()
    """Questions of the bank under check."""
    sources: tuple[Source, ...] = ()
    """Sources under check; none in the part of a module."""

    @property
    def course(self) -> Course:
        """Return the course data."""
        return self.curriculum.course

    @cached_property
    def knowledge(self) -> Knowledge:
        """Return what is known of the sources and the course data, worked out once for all parts."""
        made_from = (self.course, *self.curriculum.project.sources)
        return _knowledge.get(made_from, lambda: Knowledge(curriculum=self.curriculum))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Return the passages of this part, in the order of its files."""
        own = course_passages(self.curriculum) if not self.modules else ()
        modules = (passage for module in self.modules for passage in module_passages(self.curriculum, module))
        return (*own, *modules, *question_passages(self.curriculum, self.questions))


def parts(curriculum: Curriculum) -> Iterator[Subject]:
    """Yield the course data with its sources, then each module with its questions."""
    project = curriculum.project
    loose = tuple(question for question in project.questions if question.module not in curriculum.modules)
    yield Subject(curriculum=curriculum, questions=loose, sources=project.sources)
    for module in project.modules:
        own = tuple(question for question in project.questions if question.module == module.id)
        yield Subject(curriculum=curriculum, modules=(module,), questions=own)
