"""Linking: every name a course calls is looked up once; unknown names are errors with the nearest known one."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from giaotrinh.check.course.coverage import BY_NUMBER, NONE
from giaotrinh.check.linking.calls import Found, calls_of_bank, calls_of_module, cited
from giaotrinh.check.linking.naming import nearest_path, place, repeated
from giaotrinh.model.coverage import Depth
from giaotrinh.model.curriculum import Citation, Curriculum, Project
from giaotrinh.model.diagnostic import Diagnostic, Severity, error, in_order
from giaotrinh.model.quantity import Figure
from giaotrinh.model.source import Role, Source
from giaotrinh.model.span import Span

Key = TypeVar("Key", bound=Hashable)


def link(project: Project) -> tuple[Curriculum, tuple[Diagnostic, ...]]:
    """Return the project with its names resolved and indexed both ways, and an error for every unknown name."""
    curriculum = _indexed(project)
    found: list[Found] = []
    for module in project.modules:
        found += calls_of_module(curriculum, module)
        found += calls_of_bank(curriculum, [each for each in project.questions if each.module == module.id])
    known = {module.id for module in project.modules}
    found += calls_of_bank(curriculum, [each for each in project.questions if each.module not in known])
    citations = tuple(each for each in found if isinstance(each, Citation))
    linked = replace(
        curriculum,
        citations=citations,
        by_provision=_grouped(citations, lambda each: (each.source, each.path)),
        by_block=_grouped(citations, lambda each: each.block),
    )
    problems = (each for each in found if isinstance(each, Diagnostic))
    return linked, in_order(chain(problems, _settings(curriculum), _sources(curriculum), _repeats(project)))


def _indexed(project: Project) -> Curriculum:
    return Curriculum(
        project=project,
        sources={source.id: source for source in project.sources},
        provisions={(source.id, part.path): part for source in project.sources for part in source.walk()},
        figures={figure.name: figure for source in reversed(project.sources) for figure in reversed(source.figures)},
        blocks={block.id: block for module in project.modules for block in module.walk()},
        modules={module.id: module for module in project.modules},
        glossary={entry.term: entry for entry in project.course.glossary},
        references={reference.id: reference for reference in project.course.references},
        names=_names(project),
    )


def _names(project: Project) -> dict[str, str]:
    ids = [block.id for module in project.modules for block in module.walk()]
    short = [name.rpartition("/")[2] for name in ids]
    ambiguous = set(repeated(short))
    names = {brief: full for brief, full in zip(short, ids, strict=True) if brief not in ambiguous}
    return names | {full: full for full in ids} | {module.id: module.id for module in project.modules}


def _grouped(citations: Iterable[Citation], key: Callable[[Citation], Key]) -> dict[Key, tuple[Citation, ...]]:
    groups: dict[Key, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(key(citation), []).append(citation)
    return {name: tuple(group) for name, group in groups.items()}


def _sources(curriculum: Curriculum) -> Iterator[Diagnostic]:
    for source in curriculum.project.sources:
        for figure in source.figures:
            if (source.id, figure.provision) not in curriculum.provisions:
                span = figure.span or Span(file=source.settings_file)
                near = nearest_path(curriculum, source.id, figure.provision)
                yield error("citation-unresolved", span, path=figure.provision, source=source.id, nearest=near)


def _settings(curriculum: Curriculum) -> Iterator[Diagnostic]:
    policy = curriculum.course.policy
    for address in policy.accepted:
        span = _setting(curriculum, f"policy.accepted.{address}")
        found = cited(curriculum, address, span, module="", block="", use="accepted")
        if isinstance(found, Diagnostic):
            yield found
    yield from _words(curriculum, "policy.coverage", policy.coverage, (*Role, BY_NUMBER), (*Depth, NONE))
    yield from _words(curriculum, "policy.severities", policy.severities, None, (*Severity, "off"))


def _words(
    curriculum: Curriculum, path: str, given: Mapping[str, str], keys: Sequence[str] | None, values: Sequence[str]
) -> Iterator[Diagnostic]:
    for name, value in given.items():
        span = _setting(curriculum, f"{path}.{name}")
        if keys is not None and name not in keys:
            yield error("policy-word-unknown", span, name=name, known=", ".join(keys))
        if value not in values:
            yield error("policy-word-unknown", span, name=value, known=", ".join(values))


def _setting(curriculum: Curriculum, path: str) -> Span:
    return place(curriculum.course.spans, path, curriculum.course.file)


def _repeats(project: Project) -> Iterator[Diagnostic]:
    named: list[tuple[str, Span]] = [(block.id, block.span) for module in project.modules for block in module.walk()]
    named += [(question.id, question.span) for question in project.questions]
    yield from _said_twice(named)
    yield from _said_twice(
        [(figure.name, _place_of(figure, source)) for source in project.sources for figure in source.figures]
    )
    course = project.course
    for path, names in (
        ("references", [each.id for each in course.references]),
        ("glossary", [each.term for each in course.glossary]),
    ):
        yield from _said_twice(
            [(name, place(course.spans, f"{path}.{at}", course.file)) for at, name in enumerate(names)]
        )


def _place_of(figure: Figure, source: Source) -> Span:
    return figure.span or Span(file=source.settings_file)


def _said_twice(named: Iterable[tuple[str, Span]]) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for name, span in named:
        if name in first:
            yield error("name-repeated", span, first[name], name=name)
        first.setdefault(name, span)
