"""Colours of templates: words that can be read on their ground, parts of a drawing that differ in grey too.

Contrast as in WCAG 2.2, success criterion 1.4.3 (relative luminance, ratio 4.5 for text; a rule that says it is
decoration, as a stamp across the page, is left out); parts of a drawing that lie side by side need a ratio of 1.5
between their greys, so that a black-and-white print still tells them apart.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from giaotrinh.model.colour import LUMA, Colour, read_colour
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.span import Span

TEXT_RATIO = 4.5
PART_RATIO = 1.5
PAPER, INK = "#fff", "#111"
DECORATION = "decoration"
"""Comment in a rule that colours no words."""

_STYLED = re.compile(r"""<style\b[^>]*>(?P<sheet>.*?)</style>|\bstyle=(["'])(?P<own>.*?)\2""", re.DOTALL)
_DRAWN_WORDS = re.compile(r'<text\b[^>]*?\sfill="(?P<fill>[^"]*)"')
_PART = re.compile(r"\.part-(\d+)\s*$")
_WORDS_OF_DRAWING = re.compile(r"(?:^|[\s>,])(?:text|tspan)(?:[.:#\[][^\s>]*)?\s*$")


class _Rule(NamedTuple):
    """A rule of a style sheet, or a style attribute: what it is for, what it sets, where it stands."""

    selector: str
    values: Mapping[str, tuple[Any, ...]]
    """Name of a property -> the tokens of its value."""
    lines: Mapping[str, int]
    """Name of a property -> the line it is set on."""
    decoration: bool


def colours(templates: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Return a finding for every rule whose words are too pale, and for parts of a drawing that only colour parts."""
    return _colours(tuple(sorted((path, text) for path, text in templates.items() if path.endswith((".css", ".html")))))


@lru_cache(maxsize=8)
def _colours(templates: tuple[tuple[str, bytes], ...]) -> tuple[Diagnostic, ...]:
    rules = {path: tuple(_rules(path, content)) for path, content in templates}
    variables = {
        name: colour
        for each in rules.values()
        for rule in each
        for name, tokens in rule.values.items()
        if name.startswith("--") and (colour := _first_colour(tokens, {}))
    }
    found = [pale for path, each in rules.items() for rule in each for pale in _pale(path, rule, variables)]
    return (*found, *(alike for path, each in rules.items() for alike in _alike(path, each, variables)))


def _rules(path: str, content: bytes) -> Iterator[_Rule]:
    import tinycss2

    text = content.decode("utf-8", errors="replace")
    if path.endswith(".css"):
        yield from _rules_in(tinycss2.parse_component_value_list(text), 0)
        return
    for found in _STYLED.finditer(text):
        group = "sheet" if found["sheet"] is not None else "own"
        before = text.count("\n", 0, found.start(group))
        tokens = tinycss2.parse_component_value_list(found[group])
        yield from _rules_in(tokens, before) if group == "sheet" else [_rule("", tokens, before)]
    for found in _DRAWN_WORDS.finditer(text):
        tokens = tinycss2.parse_component_value_list(found["fill"])
        line = text.count("\n", 0, found.start("fill")) + 1
        yield _Rule("text", {"fill": tuple(tokens)}, {"fill": line}, decoration=False)


def _rules_in(tokens: Iterable[Any], before: int) -> Iterator[_Rule]:
    """Yield the rules among the tokens of a style sheet, those inside @media and @page too."""
    import tinycss2

    prelude: list[Any] = []
    for token in tokens:
        if token.type == "{} block":
            yield _rule(tinycss2.serialize(prelude).strip(), token.content, before)
            yield from _rules_in(token.content, before)
            prelude = []
        elif token == ";":
            prelude = []
        elif token.type != "comment":
            prelude.append(token)


def _rule(selector: str, tokens: list[Any], before: int) -> _Rule:
    import tinycss2

    declared = tinycss2.parse_blocks_contents(tokens, skip_comments=True, skip_whitespace=True)
    set_here = {each.lower_name: each for each in declared if each.type == "declaration"}
    return _Rule(
        selector=selector,
        values={name: tuple(each.value) for name, each in set_here.items()},
        lines={name: before + each.source_line for name, each in set_here.items()},
        decoration=any(token.type == "comment" and DECORATION in token.value for token in tokens),
    )


def _pale(path: str, rule: _Rule, variables: Mapping[str, Colour]) -> Iterator[Diagnostic]:
    name = "fill" if _WORDS_OF_DRAWING.search(rule.selector) else "color"
    words = _first_colour(rule.values.get(name, ()), variables)
    ground = _first_colour((*rule.values.get("background", ()), *rule.values.get("background-color", ())), variables)
    faded = _opacity(rule.values.get("opacity", ()))
    if rule.decoration or not (words or ground or faded < 1):
        return
    paper, ink = _known(PAPER), words or _known(INK)
    # A ground that lets the paper through, and words that let their ground through, are seen as what comes of both.
    below = (ground or paper).over(paper)
    seen, behind = ink._replace(alpha=ink.alpha * faded).over(below), below._replace(alpha=faded).over(paper)
    if (ratio := contrast(seen, behind)) < TEXT_RATIO:
        said = {"ratio": f"{ratio:.1f}".replace(".", ","), "words": seen.written(), "ground": behind.written()}
        line = next(
            rule.lines[each] for each in (name, "background", "background-color", "opacity") if each in rule.lines
        )
        yield warning("contrast-low", Span(file=path, line=line), **said)


def _alike(path: str, rules: Iterable[_Rule], variables: Mapping[str, Colour]) -> Iterator[Diagnostic]:
    parts = [
        (int(found[1]), colour, rule.lines["fill"])
        for rule in rules
        if (found := _PART.search(rule.selector)) and (colour := _first_colour(rule.values.get("fill", ()), variables))
    ]
    for (number, colour, _), (other, near, line) in pairwise(parts):
        if other == number + 1 and contrast(colour, near) < PART_RATIO:
            yield error("colour-alone", Span(file=path, line=line), first=colour.written(), second=near.written())


def _first_colour(tokens: Iterable[Any], variables: Mapping[str, Colour]) -> Colour | None:
    """Return the first colour of a value, None where it has none that is known."""
    for token in tokens:
        if token.type == "function" and token.lower_name == "var":
            named = next((each.value for each in token.arguments if each.type == "ident"), "")
            if named in variables:
                return variables[named]
        elif token.type in ("hash", "ident", "function") and (colour := read_colour(token)):
            return colour if colour.alpha else None
    return None


def _opacity(tokens: Iterable[Any]) -> float:
    for token in tokens:
        if token.type in ("number", "percentage"):
            return float(token.value) / (100 if token.type == "percentage" else 1)
    return 1.0


def _known(written: str) -> Colour:
    colour = read_colour(written)
    assert colour is not None, written
    return colour


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two opaque colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    return sum(share * _linear(part) for share, part in zip(LUMA, colour[:3], strict=True))


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
