"""What checks look at: the linked course and, read once, its passages."""

from dataclasses import dataclass
from functools import cached_property

from giaotrinh.check.passage import Passage
from giaotrinh.check.passages import passages_of
from giaotrinh.model.course import Course
from giaotrinh.model.curriculum import Curriculum


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A linked course under check."""

    curriculum: Curriculum

    @property
    def course(self) -> Course:
        """Return the course data."""
        return self.curriculum.course

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Return every passage of the course, in the order of its files."""
        return passages_of(self.curriculum)
