"""The drawn table of targets: metric, unit, one column for each horizon, notes on origin and confidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.quantity import Figure
from giaotrinh.render.figures import figure_words
from giaotrinh.render.places import name_of, place_of
from giaotrinh.render.typography import set_text, typeset
from giaotrinh.render.words import CONFIDENCE, MISSING

Origin = tuple[str, str, str]
"""Source, origin and confidence of figures that share a note."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A figure as printed, or the words for a missing one."""

    text: str
    note: str = ""
    """Letter of its note under the table; "" when one note holds for all."""
    missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """A metric with its unit and a cell for each horizon."""

    metric: str
    unit: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetTable:
    """What the template draws."""

    horizons: tuple[str, ...]
    rows: tuple[TargetRow, ...]
    notes: tuple[tuple[str, Markup], ...]
    """(letter or "", words)."""


def names_in(option: str) -> tuple[str, ...]:
    """Return the comma-separated names of an option."""
    return tuple(name.strip() for name in option.split(",") if name.strip())


def target_table(curriculum: Curriculum, metrics: Iterable[str], horizons: tuple[str, ...]) -> TargetTable:
    """Return the table for metrics and horizons; without horizons, all that the figures name, in order."""
    chosen = [(metric, _figures_of(curriculum, metric)) for metric in metrics]
    columns = horizons or tuple(sorted({figure.horizon for _, figures in chosen for figure in figures}))
    used = [figure for _, figures in chosen for figure in figures if figure.horizon in columns]
    notes = _notes(curriculum, used)
    letters = {key: LETTERS[index] if len(notes) > 1 else "" for index, key in enumerate(notes)}
    rows = tuple(_row(metric, figures, columns, letters) for metric, figures in chosen)
    listed = tuple((letters[key], words) for key, words in notes.items())
    return TargetTable(horizons=tuple(typeset(name) for name in columns), rows=rows, notes=listed)


def source_note(curriculum: Curriculum, figures: Iterable[Figure]) -> Markup:
    """Return where figures come from: source and places, then each origin with its confidence."""
    listed = list(figures)
    origins = dict.fromkeys(origin_words(figure.origin, figure.confidence) for figure in listed)
    parts = [_places(curriculum, listed), *(words for words in origins if words)]
    return set_text("; ".join(part for part in parts if part), ranges=False)


def origin_words(origin: str, confidence: str) -> str:
    """Return origin and confidence as printed, "" for a figure of a complete source."""
    return ", ".join(part for part in (origin, CONFIDENCE.get(confidence, "")) if part)


def _figures_of(curriculum: Curriculum, metric: str) -> list[Figure]:
    return [figure for figure in curriculum.figures.values() if figure.metric_id == metric]


def _row(metric: str, figures: list[Figure], columns: tuple[str, ...], letters: Mapping[Origin, str]) -> TargetRow:
    name = figures[0].metric if figures else metric
    unit = next((figure.unit for figure in figures if figure.unit), "")
    cells = (_cell([figure for figure in figures if figure.horizon == column], letters) for column in columns)
    return TargetRow(metric=name, unit=unit, cells=tuple(cells))


def _cell(figures: list[Figure], letters: Mapping[Origin, str]) -> Cell:
    if not figures:
        return Cell(text=MISSING, missing=True)
    notes = dict.fromkeys(letters[_origin(figure)] for figure in figures)
    return Cell(text="; ".join(figure_words(figure) for figure in figures), note=", ".join(filter(None, notes)))


def _notes(curriculum: Curriculum, figures: list[Figure]) -> dict[Origin, Markup]:
    groups: dict[Origin, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(_origin(figure), []).append(figure)
    return {key: source_note(curriculum, group) for key, group in groups.items()}


def _origin(figure: Figure) -> Origin:
    return (figure.source, figure.origin, figure.confidence)


def _places(curriculum: Curriculum, figures: list[Figure]) -> str:
    paths: dict[str, dict[str, None]] = {}
    for figure in figures:
        paths.setdefault(figure.source or curriculum.course.main_source, {})[figure.provision] = None
    return "; ".join(_in_source(curriculum, source, tuple(found)) for source, found in paths.items())


def _in_source(curriculum: Curriculum, source: str, paths: tuple[str, ...]) -> str:
    known = curriculum.sources.get(source)
    places = ", ".join(place_of(path) for path in paths if path)
    return ", ".join(part for part in (name_of(known) if known else "", places) if part)
