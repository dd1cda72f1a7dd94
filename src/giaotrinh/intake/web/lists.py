"""Numbers that a browser draws before list items: from attributes, styles and the page's own style sheet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from giaotrinh.intake.docx.number_formats import in_format
from giaotrinh.intake.web.tree import Element

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_FORMS = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
"""Names of list styles (CSS Lists 3) -> the same formats as a word processor names them."""
_BULLETS = frozenset(("disc", "circle", "square"))
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_CONTENT = re.compile(r"(?<![\w-])content\s*:\s*([^;]+)", re.IGNORECASE)
_CONTENT_PART = re.compile(
    r"\"(?P<string>[^\"]*)\"|'(?P<quoted>[^']*)'|"
    r"(?P<function>counters?)\(\s*[\w-]+\s*(?:,\s*[\"'](?P<between>[^\"']*)[\"']\s*)?(?:,\s*(?P<form>[\w-]+)\s*)?\)"
)
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<names>(?:[.#][\w-]+)*)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A rule of a style sheet for elements of a tag, with names; elements around it are not looked at."""

    tag: str
    classes: frozenset[str]
    identity: str
    before: bool
    """Whether it styles what is drawn before the element."""
    declarations: str

    def fits(self, element: Element) -> bool:
        own = frozenset(element.attributes.get("class", "").split())
        named = not self.identity or self.identity == element.attributes.get("id", "")
        return named and self.tag in ("", element.tag) and self.classes <= own


class ListStyles:
    """Says what is drawn before the items of lists."""

    def __init__(self, stylesheet: str) -> None:
        self._rules = [rule for rule in _rules(stylesheet) if _matters(rule)]

    def marker(self, item: Element, parent: Element, numbers: Sequence[int]) -> str:
        """Return what is drawn before an item, "" for nothing; `numbers` are of the items around it, its own last."""
        drawn = next(self._declared(item, _CONTENT, before=True), "")
        if "counter" in drawn:
            return "".join(_content(drawn, numbers)).strip()
        form = self._form(item, parent)
        if form == "none":
            return ""
        if form in _BULLETS:
            return "-"
        return f"{in_format(numbers[-1], _FORMS.get(form, 'decimal'))}."

    def _form(self, item: Element, parent: Element) -> str:
        for element in (item, parent):
            if kind := element.attributes.get("type", ""):
                return _TYPES.get(kind, kind.lower())
            for value in self._declared(element, _LIST_STYLE):
                if named := [word for word in value.lower().split() if word in _FORMS or word in {*_BULLETS, "none"}]:
                    return named[0]
        return "decimal" if parent.tag == "ol" else "disc"

    def _declared(self, element: Element, pattern: re.Pattern[str], *, before: bool = False) -> Iterator[str]:
        """Yield the values of a property: of the element itself, then of the rules, the last one first."""
        own = "" if before else element.attributes.get("style", "")
        rules = (rule.declarations for rule in reversed(self._rules) if rule.before == before and rule.fits(element))
        for declarations in (own, *rules):
            if match := pattern.search(declarations):
                yield match[1].strip()


def start_of(parent: Element) -> tuple[int, int]:
    """Return (the number of the first item, the step to the next) of a list."""
    backward = "reversed" in parent.attributes
    written = _number(parent.attributes.get("start", ""))
    items = sum(child.tag == "li" for child in parent.children)
    first = written if written is not None else items if backward else 1
    return first, -1 if backward else 1


def value_of(item: Element, number: int) -> int:
    """Return the number an item gives itself, else the one its place gives it."""
    written = _number(item.attributes.get("value", ""))
    return number if written is None else written


def _number(text: str) -> int | None:
    digits = text.strip().removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 6 else None


def _rules(stylesheet: str) -> Iterator[_Rule]:
    for selectors, declarations in _RULE.findall(_COMMENT.sub("", stylesheet)):
        for selector in selectors.split(","):
            name, mark, pseudo = (re.split(r"[\s>+~]+", selector.strip())[-1]).partition(":")
            if (match := _SIMPLE.match(name)) and (not mark or pseudo.lstrip(":") in ("before", "marker")):
                names = re.findall(r"([.#])([\w-]+)", match["names"])
                yield _Rule(
                    tag=(match["tag"] or "").lower(),
                    classes=frozenset(word for sign, word in names if sign == "."),
                    identity=next((word for sign, word in names if sign == "#"), ""),
                    before=bool(mark),
                    declarations=declarations,
                )


def _matters(rule: _Rule) -> bool:
    return bool((_CONTENT if rule.before else _LIST_STYLE).search(rule.declarations))


def _content(declared: str, numbers: Sequence[int]) -> Iterator[str]:
    for part in _CONTENT_PART.finditer(declared):
        if part["function"] is None:
            yield part["string"] or part["quoted"] or ""
            continue
        form = _FORMS.get(part["form"] or "", "decimal")
        shown = numbers if part["function"] == "counters" else numbers[-1:]
        yield (part["between"] or ".").join(in_format(number, form) for number in shown)
