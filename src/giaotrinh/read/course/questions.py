"""course/questions/*.yaml -> the questions of the bank."""

from collections.abc import Iterator, Mapping
from dataclasses import make_dataclass, replace
from typing import Any

from giaotrinh.model.blocks import QUESTIONS
from giaotrinh.model.course import Question
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.reading import Reading
from giaotrinh.model.span import Span
from giaotrinh.read.course.course import read_yaml_file
from giaotrinh.read.data.decode import STRICT, build, decode, entry_type
from giaotrinh.read.data.values import check_allowed, check_word
from giaotrinh.read.data.yaml import YamlDocument
from giaotrinh.read.markup.measure import Measure, measure_fields
from giaotrinh.viet.quantity import read_quantities

QUESTION = entry_type(Question, without=frozenset({"span", "spans", "quantities"}))
QUESTION_FILE = make_dataclass(
    "QuestionFile",
    [("questions", tuple[QUESTION, ...])],  # type: ignore[valid-type]  # a type made at run time
    frozen=True,
    kw_only=True,
    namespace={"__pydantic_config__": STRICT},
)
"""What a file of the question bank holds."""


def read_questions(content: bytes, file: str, measure: Measure = read_quantities) -> Reading[tuple[Question, ...]]:
    """Return the questions of a file; None with every mistake of the file where it cannot be used."""
    document = read_yaml_file(content, file)
    if document.value is None:
        return Reading(value=None, diagnostics=document.diagnostics)
    decoded = decode(QUESTION_FILE, document.value, file)
    found = (*document.diagnostics, *decoded.diagnostics)
    if decoded.value is None:
        return Reading(value=None, diagnostics=found)
    entries = decoded.value.questions
    questions = tuple(_question(entry, index, document.value, measure) for index, entry in enumerate(entries))
    checked = (each for index, entry in enumerate(entries) for each in _check(entry, index, document.value, file))
    return Reading(value=questions, diagnostics=(*found, *checked))


def _check(entry: Any, index: int, document: YamlDocument, file: str) -> Iterator[Diagnostic]:
    yield from check_word(entry.kind, QUESTIONS, document.span(f"questions.{index}.kind", file))
    yield from check_allowed(entry.allow, f"questions.{index}.allow", document, file)


def _question(entry: object, index: int, document: YamlDocument, measure: Measure) -> Question:
    path = f"questions.{index}"
    spans = _below(path, document.spans)
    question = build(Question, entry, span=document.spans[path], spans=spans)
    words = {"stem": question.stem, "answer": question.answer}
    words |= {f"options.{at}": option for at, option in enumerate(question.options)}
    words |= {f"guide.{at}.text": step.text for at, step in enumerate(question.guide)}
    return replace(question, quantities=measure_fields(words, measure))


def _below(path: str, spans: Mapping[str, Span]) -> Mapping[str, Span]:
    prefix = f"{path}."
    return {name.removeprefix(prefix): span for name, span in spans.items() if name.startswith(prefix)}


def check_names(questions: tuple[Question, ...]) -> Iterator[Diagnostic]:
    """Yield an error for every question whose id another question of the bank has."""
    first: dict[str, Span] = {}
    for question in questions:
        span = question.spans.get("id", question.span)
        if question.id in first:
            yield error("id-repeated", span, first[question.id], name=question.id)
        first.setdefault(question.id, span)
