"""What checks know of the sources of a course, worked out once: statements, wordings, documents, names."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from giaotrinh.check.documents.register import Register
from giaotrinh.check.figures.called import Calling
from giaotrinh.check.figures.judging import Judge
from giaotrinh.check.passages.library import Library
from giaotrinh.model.curriculum import Curriculum

Known = TypeVar("Known")


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """Indexes over the sources and the data of a course; its modules play no part in them."""

    curriculum: Curriculum
    _worked_out: dict[Callable[[Curriculum], Any], Any] = field(default_factory=dict, repr=False)

    def of(self, work_out: Callable[[Curriculum], Known]) -> Known:
        """Return what a function makes of sources and course data, worked out at the first call."""
        if work_out not in self._worked_out:
            self._worked_out[work_out] = work_out(self.curriculum)
        known: Known = self._worked_out[work_out]
        return known

    @cached_property
    def judge(self) -> Judge:
        """Return the judge of quantities."""
        return Judge(self.curriculum)

    @cached_property
    def calling(self) -> Calling:
        """Return the named figures, which compete for the words around a {value}."""
        stated = (
            each
            for each in self.curriculum.figures.values()
            if (each.source, each.provision) in self.curriculum.provisions
        )
        return Calling(stated, self.judge.statements)

    @cached_property
    def library(self) -> Library:
        """Return the words of provisions."""
        return Library(self.curriculum)

    @cached_property
    def register(self) -> Register:
        """Return the documents and dates that are known."""
        return Register(self.curriculum)
