"""Errors in the names that {value} calls: what prints is a figure of the source, but another one."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fidelity.examined import Examined, Site
from fidelity.planting import Plant, Planting, edit
from giaotrinh.model.quantity import Figure


def other_figure(course: Examined) -> Iterator[Plant]:
    """Yield calls of another figure of the same unit: for every call three, others at every call."""
    figures = [figure for figure in course.curriculum.figures.values() if figure.quantity is not None]
    for at, site in enumerate(course.sites):
        if site.figure is None:
            continue
        alike = [one for one in figures if one.unit == site.figure.unit and _ends(one) != _ends(site.figure)]
        for turn in range(min(3, len(alike))):
            words = _call(alike[(at + turn * len(alike) // 3) % len(alike)])
            yield edit(course, "other figure by name", site.file, site.line, site.start, site.end, words, site.text)


def exchanged_figures(course: Examined) -> Iterator[Plant]:
    """Yield two calls of one line, or of lines next to each other, with each other's name."""
    for one, two in itertools.pairwise(site for site in course.sites if site.figure is not None):
        near = one.file == two.file and one.line <= two.line <= one.line + 1
        if near and one.figure.unit == two.figure.unit and _ends(one.figure) != _ends(two.figure):
            yield _exchanged(course, one, two)


def _exchanged(course: Examined, one: Site, two: Site) -> Plant:
    later = Examined(course.edited(two.file, two.line, two.start, two.end, _call(one.figure)))
    plant = edit(
        later, "figures exchanged by name", one.file, one.line, one.start, one.end, _call(two.figure), one.text
    )
    return replace(plant, before=f"{_call(one.figure)} ... {_call(two.figure)}")


def _call(figure: Figure) -> str:
    return f"{{value}}`{figure.name}`"


def _ends(figure: Figure) -> tuple[Decimal, Decimal] | None:
    return (figure.quantity.low, figure.quantity.high) if figure.quantity is not None else None


CALLS: dict[str, Planting] = {"other figure by name": other_figure, "figures exchanged by name": exchanged_figures}
