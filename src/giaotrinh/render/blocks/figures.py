"""Figures as printed: with the qualifier in tables and charts, without it where the author's sentence has it."""

import re

from giaotrinh.model.quantity import Figure, Qualifier
from giaotrinh.render.blocks.typography import typeset, with_unit

_WORDS = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "khoảng",
    Qualifier.NEARLY: "gần",
    Qualifier.ABOVE: "trên",
    Qualifier.AT_LEAST: "ít nhất",
    Qualifier.BELOW: "dưới",
    Qualifier.AT_MOST: "không quá",
}
_TIED = re.compile(r"(?<=[^\W\d]) (?=\d)")
_BEFORE_DIGITS = re.compile(r"^\D+(?=\d)")


def figure_words(figure: Figure) -> str:
    """Return "trên 36.000": the number with its qualifier, without the unit."""
    text = _TIED.sub("\u00a0", typeset(figure.text))
    qualifier = figure.quantity.qualifier if figure.quantity else Qualifier.EXACT
    word = _WORDS[qualifier]
    return f"{word}\u00a0{text}" if word and text[:1].isdigit() else text


def value_words(figure: Figure) -> str:
    """Return "36.000 USD": the number and its unit, without the qualifier; words without digits unchanged."""
    return with_unit(_BEFORE_DIGITS.sub("", figure.text), figure.unit)
