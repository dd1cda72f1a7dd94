"""What checks know of the sources of a course, worked out once: statements, wordings, documents, names."""

from dataclasses import dataclass
from functools import cached_property

from giaotrinh.check.judging import Judge
from giaotrinh.check.library import Library
from giaotrinh.check.register import Register
from giaotrinh.model.curriculum import Curriculum


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """Indexes over the sources and the data of a course; its modules play no part in them."""

    curriculum: Curriculum

    @cached_property
    def judge(self) -> Judge:
        """Return the judge of quantities."""
        return Judge(self.curriculum)

    @cached_property
    def library(self) -> Library:
        """Return the words of provisions."""
        return Library(self.curriculum)

    @cached_property
    def register(self) -> Register:
        """Return the documents and dates that are known."""
        return Register(self.curriculum)
