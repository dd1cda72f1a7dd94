"""The as-of date: what was issued later stands in a box "Văn bản ban hành sau", nowhere else."""

from collections.abc import Iterator

from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.viet.dates import printed_date


def later(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every document issued after the as-of date that the course leans on outside its box."""
    as_of = subject.course.as_of
    if not as_of:
        return
    for passage in subject.passages:
        if not passage.is_about_later:
            yield from _references(subject, passage, as_of)
            yield from _sources(subject, passage, as_of)


def _references(subject: Subject, passage: Passage, as_of: str) -> Iterator[Diagnostic]:
    for run in passage.runs:
        if run.kind == "from":
            reference = subject.curriculum.references.get(run.target)
            issued = reference.issued if reference is not None else ""
            if _is_later(issued, as_of):
                yield error(
                    "later-than-as-of", run.span, what=passage.text[run.start : run.end], as_of=printed_date(as_of)
                )


def _sources(subject: Subject, passage: Passage, as_of: str) -> Iterator[Diagnostic]:
    for (source_id, path), place in passage.cites:
        source = subject.curriculum.sources.get(source_id)
        if source is not None and _is_later(source.date, as_of):
            what = f"{source.short_title}, {path}"
            yield error("later-than-as-of", passage.place(max(0, place - 1)), what=what, as_of=printed_date(as_of))


def _is_later(date: str, as_of: str) -> bool:
    """Whether a date, perhaps only a year and month, is surely after another."""
    return bool(date) and date > as_of[: len(date)]
