"""course/classes/*.yaml -> the classes that take the course. What is not yet known is left out of the file."""

from collections.abc import Iterator
from typing import Any

from giaotrinh.model.course import TrainingClass
from giaotrinh.model.diagnostic import Diagnostic
from giaotrinh.model.reading import Reading
from giaotrinh.read.course.course import read_yaml_file
from giaotrinh.read.data.decode import build, decode, entry_type
from giaotrinh.read.data.values import check_date, check_numbers, check_time
from giaotrinh.read.data.yaml import YamlDocument

CLASS = entry_type(TrainingClass, without=frozenset({"id", "roster", "roster_file", "file", "spans"}))
"""What a class file holds."""


def read_class(content: bytes, file: str) -> Reading[TrainingClass]:
    """Return the class of a file; None with every mistake of the file where it cannot be used."""
    document = read_yaml_file(content, file)
    if document.value is None:
        return Reading(value=None, diagnostics=document.diagnostics)
    entry = decode(CLASS, document.value, file)
    found = (*document.diagnostics, *entry.diagnostics)
    if entry.value is None:
        return Reading(value=None, diagnostics=found)
    name = file.rpartition("/")[2].rpartition(".")[0]
    value = build(TrainingClass, entry.value, id=name, file=file, spans=document.value.spans)
    return Reading(value=value, diagnostics=(*found, *_check(entry.value, document.value, file)))


def _check(entry: Any, document: YamlDocument, file: str) -> Iterator[Diagnostic]:
    sessions = {f"sessions.{index}": session for index, session in enumerate(entry.sessions)}
    ceremonies = {"opening": entry.opening, "closing": entry.closing}
    for path, each in (sessions | ceremonies).items():
        yield from check_date(each.date, document.span(f"{path}.date", file))
        if each.start:
            yield from check_time(each.start, document.span(f"{path}.start", file))
    for path, each in ceremonies.items():
        yield from check_numbers({f"{path}.minutes": each.minutes}, 1, document, file)
    for name, days in {"holidays": entry.holidays, "workdays": entry.workdays}.items():
        for index, day in enumerate(days):
            yield from check_date(day, document.span(f"{name}.{index}", file))
