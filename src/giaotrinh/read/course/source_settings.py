"""A folder of course/sources -> a Source: the tree of text.txt with roles, notes and figures of source.yaml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.nearest import nearest
from giaotrinh.model.quantity import Figure, Quantity
from giaotrinh.model.reading import Reading
from giaotrinh.model.source import Provision, Role, Source
from giaotrinh.model.span import Span
from giaotrinh.model.text import fold
from giaotrinh.outline.tree import read_outline
from giaotrinh.read.course.course import read_yaml_file
from giaotrinh.read.data.decode import build, decode, entry_type
from giaotrinh.read.data.text_file import read_text
from giaotrinh.read.data.values import check_date, check_numbers, check_word
from giaotrinh.read.data.yaml import YamlDocument
from giaotrinh.read.markup.measure import Measure
from giaotrinh.viet.quantity import read_quantities

CONFIDENCES = ("press", "derived", "computed", "missing", "reworded")
"""Keys of how sure a statement of a sample is; templates print them in words."""


@dataclass(frozen=True, kw_only=True)
class Note:
    """Where the content of a provision was seen and how sure it is."""

    confidence: str = ""
    origin: str = ""


FIGURE = entry_type(Figure, without=frozenset({"name", "source", "quantity", "span"}))
SETTINGS = entry_type(
    Source,
    without=frozenset({"id", "provisions", "figures", "file", "settings_file", "spans"}),
    extra={
        "roles": (Mapping[str, Role], field(default_factory=dict)),
        "notes": (Mapping[str, Note], field(default_factory=dict)),
        "figures": (Mapping[str, FIGURE], field(default_factory=dict)),  # type: ignore[valid-type]  # made at run time
    },
)
"""What source.yaml holds."""


def read_source(
    settings: bytes, text: bytes, *, identity: str, folder: str, measure: Measure = read_quantities
) -> Reading[Source]:
    """Return the source of a folder ("course/sources/nq17"); None where one of its two files cannot be used."""
    settings_file, text_file = f"{folder}/source.yaml", f"{folder}/text.txt"
    words = read_text(text, text_file)
    outline = read_outline(words.value, text_file) if words.value is not None else Reading[Any](value=None)
    document = read_yaml_file(settings, settings_file)
    found = (*words.diagnostics, *outline.diagnostics, *document.diagnostics)
    if document.value is None:
        return Reading(value=None, diagnostics=found)
    entry = decode(SETTINGS, document.value, settings_file)
    found = (*found, *entry.diagnostics)
    if entry.value is None or outline.value is None:
        return Reading(value=None, diagnostics=found)
    given = _Settings(entry=entry.value, document=document.value, file=settings_file, provisions=outline.value)
    source = build(
        Source,
        entry.value,
        id=identity,
        provisions=given.furnished(measure),
        figures=given.figures(identity, measure),
        file=text_file,
        settings_file=settings_file,
        spans=document.value.spans,
    )
    return Reading(value=source, diagnostics=(*found, *given.check(), *given.found))


@dataclass(slots=True, kw_only=True)
class _Settings:
    """What source.yaml says about the provisions of a text."""

    entry: Any
    document: YamlDocument
    file: str
    provisions: tuple[Provision, ...]
    found: list[Diagnostic] = field(default_factory=list)
    paths: dict[str, Provision] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.paths = {each.path: each for root in self.provisions for each in root.walk()}

    def check(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with single values."""
        yield from check_date(self.entry.date, self.document.span("date", self.file))
        counts = {f"announced.{role}": count for role, count in self.entry.announced.items()}
        yield from check_numbers(counts, 1, self.document, self.file)
        for kind in ("notes", "figures"):
            for name, entry in getattr(self.entry, kind).items():
                if entry.confidence:
                    span = self.document.span(f"{kind}.{name}.confidence", self.file)
                    yield from check_word(entry.confidence, CONFIDENCES, span)

    def furnished(self, measure: Measure) -> tuple[Provision, ...]:
        """Return the tree with roles, notes and quantities."""
        roles = self._spread("roles", self.entry.roles)
        notes = self._spread("notes", self.entry.notes)
        return tuple(_furnish(root, roles, notes, measure) for root in self.provisions)

    def figures(self, source: str, measure: Measure) -> tuple[Figure, ...]:
        """Return the named figures with their quantities."""
        return tuple(self._figure(name, entry, source, measure) for name, entry in self.entry.figures.items())

    def _spread(self, kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return path -> what is given to it; a path ending in ".*" stands for the children, exact paths win."""
        spread: dict[str, Any] = {}
        exact: dict[str, Any] = {}
        for path, value in given.items():
            span = self.document.keys[f"{kind}.{path}"]
            parent = self._find(path.removesuffix(".*"), span)
            if parent is None:
                continue
            if not path.endswith(".*"):
                exact[path] = value
            elif parent.children:
                spread |= {child.path: value for child in parent.children}
            else:
                self.found.append(error("provision-without-children", span, path=parent.path))
        return spread | exact

    def _find(self, path: str, span: Span) -> Provision | None:
        provision = self.paths.get(path)
        if provision is None:
            self.found.append(error("provision-unknown", span, path=path, nearest=self._nearest(path)))
        return provision

    def _nearest(self, path: str) -> str:
        siblings = [known for known in self.paths if known.rpartition(".")[0] == path.rpartition(".")[0]]
        return nearest(path, siblings) or nearest(path, self.paths)

    def _figure(self, name: str, entry: Any, source: str, measure: Measure) -> Figure:
        path = f"figures.{name}"
        provision = self._find(entry.provision, self.document.span(f"{path}.provision", self.file))
        place = self.document.span(f"{path}.text", self.file)
        if provision is not None and not _states(provision, entry.text):
            text_place = Span(file=self.file.replace("source.yaml", "text.txt"), line=provision.line, column=1)
            self.found.append(error("figure-not-in-provision", place, text_place, text=entry.text, path=provision.path))
        quantity = _quantity(entry.text, entry.unit, entry.horizon, measure)
        if quantity is None:
            self.found.append(warning("figure-without-number", place, text=entry.text))
        span = self.document.keys[path]
        return build(Figure, entry, name=name, source=source, quantity=quantity, span=span)


def _furnish(provision: Provision, roles: Mapping[str, Role], notes: Mapping[str, Note], measure: Measure) -> Provision:
    note = notes.get(provision.path, Note())
    return replace(
        provision,
        role=roles.get(provision.path),
        confidence=note.confidence,
        origin=note.origin,
        quantities=measure(provision.text),
        children=tuple(_furnish(child, roles, notes, measure) for child in provision.children),
    )


def _states(provision: Provision, text: str) -> bool:
    """Whether the words of a provision hold a figure, not as a part of a longer number or one end of a range."""
    written = rf"(?<![\w.,])(?<!\d-){re.escape(fold(text))}(?![\w]|[.,]\d|-\d)"
    return re.search(written, fold(provision.full_text())) is not None


def _quantity(text: str, unit: str, horizon: str, measure: Measure) -> Quantity | None:
    written = f"{text}{unit}" if unit.startswith("%") else f"{text} {unit}".strip()
    found = measure(written) or measure(text)
    return replace(found[0], horizon=found[0].horizon or horizon) if found else None
