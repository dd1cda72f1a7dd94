"""Formulas of Word (Office Math, ECMA-376 part 1, 22.1) in one line: 2/3, 10⁶, √16."""

from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.intake.docx.package import Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FORMULAS = ("f", "sSup", "sSubSup", "rad")
"""Elements whose parts stand above or below one another."""
_JOINED = frozenset("+-−±×*/ ")


@dataclass(frozen=True, slots=True)
class FormulaPart:
    """A part of a formula to be read, raised above the line or not."""

    element: Element
    raised: bool = False


def formula_parts(formula: Element) -> Iterator[FormulaPart | str]:
    """Yield the parts of a formula and the signs between them, in the order in which they are said."""
    kind = formula.tag.removeprefix(M)
    if kind == "f":
        yield from _wrapped(formula.find(M + "num"))
        yield "/"
        yield from _wrapped(formula.find(M + "den"))
    elif kind == "rad":
        yield from _parts(formula, "deg", raised=True)
        yield "√"
        yield from _wrapped(formula.find(M + "e"))
    else:
        yield from _parts(formula, "e")
        yield from _parts(formula, "sub")
        yield from _parts(formula, "sup", raised=True)


def _parts(formula: Element, name: str, *, raised: bool = False) -> Iterator[FormulaPart]:
    part = formula.find(M + name)
    if part is not None:
        yield FormulaPart(part, raised)


def _wrapped(part: Element | None) -> Iterator[FormulaPart | str]:
    """Yield a part, in brackets where it holds an operation of its own."""
    if part is None:
        return
    operates = any(char in _JOINED for text in part.iter(M + "t") for char in (text.text or "").strip())
    if operates:
        yield "("
    yield FormulaPart(part)
    if operates:
        yield ")"
