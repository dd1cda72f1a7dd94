"""Colours of templates: words that can be read on their ground, parts of a drawing that differ in grey too.

Contrast as in WCAG 2.2, success criterion 1.4.3 (relative luminance, ratio 4.5 for text; a rule that says it is
decoration, as a stamp across the page, is left out); parts of a drawing that lie side by side need a ratio of 1.5
between their greys, so that a black-and-white print still tells them apart.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.span import Span

TEXT_RATIO = 4.5
PART_RATIO = 1.5
PAPER, INK = "#fff", "#111"
DECORATION = "/* decoration */"

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_VARIABLE = re.compile(r"(--[\w-]+)\s*:\s*(#[0-9a-fA-F]{3,6})\b")
_PART = re.compile(r"\.part-(\d+)\s*\{\s*fill:\s*(#[0-9a-fA-F]{3,6})")


def colours(templates: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Return a finding for every rule whose words are too pale, and for parts of a drawing that only colour parts."""
    return _colours(tuple(sorted((path, text) for path, text in templates.items() if path.endswith((".css", ".html")))))


@lru_cache(maxsize=8)
def _colours(templates: tuple[tuple[str, bytes], ...]) -> tuple[Diagnostic, ...]:
    texts = {path: content.decode("utf-8", errors="replace") for path, content in templates}
    variables = {name: value for text in texts.values() for name, value in _VARIABLE.findall(text)}
    found = [each for path, text in texts.items() for each in _pale(path, text, variables)]
    return (*found, *(each for path, text in texts.items() for each in _alike(path, text)))


def _pale(path: str, text: str, variables: Mapping[str, str]) -> Iterator[Diagnostic]:
    for rule in _RULE.finditer(text):
        words, ground = _value(rule[2], "color", variables), _value(rule[2], "background(?:-color)?", variables)
        ratio = contrast(words or INK, ground or PAPER)
        if (words or ground) and ratio < TEXT_RATIO and DECORATION not in rule[2]:
            span = Span(file=path, line=text.count("\n", 0, rule.start(2)) + 1)
            colours = {"words": words or INK, "ground": ground or PAPER}
            yield warning("contrast-low", span, ratio=f"{ratio:.1f}".replace(".", ","), **colours)


def _value(rule: str, name: str, variables: Mapping[str, str]) -> str:
    """Return the colour a rule sets, "" for none or one that is not written as digits."""
    found = re.search(rf"(?<![\w-]){name}\s*:\s*(?:var\((--[\w-]+)\)|(#[0-9a-fA-F]{{3,6}}))", rule)
    return "" if found is None else found[2] or variables.get(found[1], "")


def _alike(path: str, text: str) -> Iterator[Diagnostic]:
    parts = [(int(found[1]), found[2], found.start()) for found in _PART.finditer(text)]
    for (number, colour, _), (other, near, at) in pairwise(parts):
        if other == number + 1 and contrast(colour, near) < PART_RATIO:
            span = Span(file=path, line=text.count("\n", 0, at) + 1)
            yield error("colour-alone", span, first=colour, second=near)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours written as "#abc" or "#aabbcc", from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:4])
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
