"""course/course.yaml -> the course data."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from giaotrinh.model.course import Course
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.reading import Reading
from giaotrinh.model.span import Span
from giaotrinh.read.data.decode import build, decode, entry_type
from giaotrinh.read.data.text_file import read_text
from giaotrinh.read.data.values import check_date, check_list, check_numbers, check_severities, check_times, check_word
from giaotrinh.read.data.yaml import YamlDocument, read_yaml
from giaotrinh.read.markup.measure import Measure, measure_fields
from giaotrinh.viet.quantity import read_quantities

COURSE_FILE = "course/course.yaml"
COURSE = entry_type(Course, without=frozenset({"file", "spans", "quantities"}))
"""What course.yaml holds."""


def read_yaml_file(content: bytes, file: str) -> Reading[YamlDocument]:
    """Return the values of a YAML file of the course."""
    text = read_text(content, file)
    if text.value is None:
        return Reading(value=None, diagnostics=text.diagnostics)
    document = read_yaml(text.value, file)
    return Reading(value=document.value, diagnostics=(*text.diagnostics, *document.diagnostics))


def read_course(content: bytes, file: str = COURSE_FILE, measure: Measure = read_quantities) -> Reading[Course]:
    """Return the course data; None with every mistake of the file where it cannot be used."""
    document = read_yaml_file(content, file)
    if document.value is None:
        return Reading(value=None, diagnostics=document.diagnostics)
    entry = decode(COURSE, document.value, file)
    found = (*document.diagnostics, *entry.diagnostics)
    if entry.value is None:
        return Reading(value=None, diagnostics=found)
    course = build(Course, entry.value, file=file, spans=document.value.spans)
    checked = tuple(_check(entry.value, document.value, file))
    return Reading(value=replace(course, quantities=_quantities(course, measure)), diagnostics=(*found, *checked))


def _check(entry: Any, document: YamlDocument, file: str) -> Iterator[Diagnostic]:
    yield from check_date(entry.as_of, document.span("as_of", file))
    for index, reference in enumerate(entry.references):
        yield from check_date(reference.issued, document.span(f"references.{index}.issued", file), may_be_short=True)
    for name in ("sources", "modules", "editions"):
        yield from check_list(getattr(entry, name), name, document, file)
    yield from check_word(entry.main_source, entry.sources, document.span("main_source", file))
    yield from check_word(entry.audience, entry.audiences, document.span("audience", file))
    yield from check_severities(entry.policy.severities, "policy.severities", document)
    yield from _check_time(entry.time, document, file)
    yield from _check_repeats("references", "id", entry.references, document, file)
    yield from _check_repeats("glossary", "term", entry.glossary, document, file)


def _check_time(time: Any, document: YamlDocument, file: str) -> Iterator[Diagnostic]:
    names = ("minutes_per_period", "periods_per_session", "sessions_per_day")
    yield from check_numbers({f"time.{name}": getattr(time, name) for name in names}, 1, document, file)
    yield from check_numbers({"time.break_minutes": time.break_minutes}, 0, document, file)
    yield from check_times(time.session_starts, "time.session_starts", document, file)


def _check_repeats(path: str, key: str, entries: Any, document: YamlDocument, file: str) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for index, entry in enumerate(entries):
        name, span = getattr(entry, key), document.span(f"{path}.{index}.{key}", file)
        if name in first:
            yield error("listed-twice", span, first[name], name=name)
        first.setdefault(name, span)


def _quantities(course: Course, measure: Measure) -> Any:
    words = {"title": course.title, "short_title": course.short_title, "foreword": course.foreword}
    words |= {f"glossary.{index}.meaning": entry.meaning for index, entry in enumerate(course.glossary)}
    return measure_fields(words, measure)
