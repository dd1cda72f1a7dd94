"""The drawn table of targets: metric, unit, one column for each horizon, notes on origin and confidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.document import Block
from giaotrinh.model.quantity import Figure
from giaotrinh.outline.places import place_of
from giaotrinh.render.blocks.figures import figure_words
from giaotrinh.render.blocks.origins import origins_in_words
from giaotrinh.render.blocks.places import name_of
from giaotrinh.render.blocks.typography import set_text, typeset
from giaotrinh.render.blocks.words import CONFIDENCE, MISSING

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
    shared: Markup
    """Confidence in words where it is the same for the whole table."""
    lacks: str = ""
    """What a dash in a cell means; "" where no cell is empty."""


def names_in(option: str) -> tuple[str, ...]:
    """Return the comma-separated names of an option."""
    return tuple(name.strip() for name in option.split(",") if name.strip())


def target_table(curriculum: Curriculum, metrics: Iterable[str], horizons: tuple[str, ...]) -> TargetTable:
    """Return the table for metrics and horizons; without horizons, all that the figures name, in order."""
    chosen = [(metric, _figures_of(curriculum, metric)) for metric in metrics]
    columns = horizons or tuple(sorted({figure.horizon for _, figures in chosen for figure in figures}))
    used = [figure for _, figures in chosen for column in columns for figure in figures if figure.horizon == column]
    shared = _shared_confidence(used)
    notes = _notes(curriculum, used, with_confidence=not shared)
    letters = {key: LETTERS[index] if len(notes) > 1 else "" for index, key in enumerate(notes)}
    rows = tuple(_row(metric, figures, columns, letters) for metric, figures in chosen)
    listed = tuple((letters[key], words) for key, words in notes.items())
    return TargetTable(
        horizons=tuple(typeset(name) for name in columns),
        rows=rows,
        notes=listed,
        shared=set_text(shared),
        lacks=MISSING if any(cell.missing for row in rows for cell in row.cells) else "",
    )


def source_note(curriculum: Curriculum, figures: Iterable[Figure], *, with_confidence: bool = True) -> Markup:
    """Return where figures come from: source and places, then each origin with its confidence."""
    listed = list(figures)
    origins = origins_in_words((each.origin, each.confidence if with_confidence else "") for each in listed)
    return set_text("; ".join(filter(None, (places_in_words(curriculum, listed), origins))), ranges=False)


def figures_of(block: Block, curriculum: Curriculum) -> tuple[Figure, ...]:
    """Return the figures that a chart or a table of targets draws, none of other blocks."""
    metrics, horizons = names_in(block.options.get("metrics", "")), names_in(block.options.get("horizons", ""))
    drawn = tuple(curriculum.figures.get(name) for name in names_in(block.options.get("figures", "")))
    listed = (each for metric in metrics for each in _figures_of(curriculum, metric))
    return (*filter(None, drawn), *(each for each in listed if not horizons or each.horizon in horizons))


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


def _shared_confidence(figures: list[Figure]) -> str:
    keys = {figure.confidence for figure in figures}
    return CONFIDENCE.get(keys.pop(), "") if len(keys) == 1 else ""


def _notes(curriculum: Curriculum, figures: list[Figure], *, with_confidence: bool) -> dict[Origin, Markup]:
    groups: dict[Origin, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(_origin(figure), []).append(figure)
    return {key: source_note(curriculum, group, with_confidence=with_confidence) for key, group in groups.items()}


def _origin(figure: Figure) -> Origin:
    return (figure.source, figure.origin, figure.confidence)


def places_in_words(curriculum: Curriculum, figures: Iterable[Figure]) -> str:
    """Return the sources of figures with their places, without origins and confidence."""
    paths: dict[str, dict[str, None]] = {}
    for figure in figures:
        paths.setdefault(figure.source or curriculum.course.main_source, {})[figure.provision] = None
    return "; ".join(_in_source(curriculum, source, tuple(found)) for source, found in paths.items())


def _in_source(curriculum: Curriculum, source: str, paths: tuple[str, ...]) -> str:
    known = curriculum.sources.get(source)
    places = ", ".join(place_of(path) for path in paths if path)
    return ", ".join(part for part in (name_of(known) if known else "", places) if part)
