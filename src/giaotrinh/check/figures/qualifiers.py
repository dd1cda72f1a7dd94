"""Named figures keep the words that say how far: `{value}` prints a number alone, its author writes "trên"."""

import re
from collections.abc import Iterator

from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.document import Inline, plain
from giaotrinh.model.quantity import Figure, Qualifier, Quantity
from giaotrinh.model.text import fold
from giaotrinh.viet.qualifier import qualifier_before

_OPENING = re.compile(r"[\s(“\"*:]+$")
_TAIL = re.compile(r"trở (?:lên|xuống)$")
_AFTER = re.compile(r"^\W*(?:trở lên|trở xuống)")


def qualifiers(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning where a figure's text, or a sentence that calls it, loses the qualifier of the provision."""
    for source in subject.sources:
        for figure in source.figures:
            said = _said(subject.curriculum, figure)
            if said and figure.quantity and figure.quantity.qualifier is Qualifier.EXACT and figure.span:
                yield warning("figure-text-without-qualifier", figure.span, name=figure.name, words=said.text)
    for module in subject.modules:
        for block in module.walk():
            for inlines in (block.title, block.inlines):
                yield from _bare_values(subject.curriculum, inlines)


def _bare_values(curriculum: Curriculum, inlines: tuple[Inline, ...]) -> Iterator[Diagnostic]:
    for at, inline in enumerate(inlines):
        yield from _bare_values(curriculum, inline.children)
        figure = curriculum.figures.get(inline.text) if inline.kind == "value" else None
        said = _said(curriculum, figure) if figure and not _TAIL.search(fold(figure.unit)) else None
        if said and not _qualified(plain(inlines[:at])) and not _AFTER.search(fold(plain(inlines[at + 1 :]))):
            yield warning("value-without-qualifier", inline.span, name=inline.text, words=said.text)


def _qualified(before: str) -> bool:
    """Whether words end in a qualifier, opening marks behind it left aside: "ít nhất (", "khoảng “"."""
    bare = _OPENING.sub("", before)
    return qualifier_before(bare, len(bare)) is not Qualifier.EXACT


def _said(curriculum: Curriculum, figure: Figure) -> Quantity | None:
    """Return the quantity of the provision that a figure stands for, None where it has no qualifier."""
    provision = curriculum.provisions.get((figure.source, figure.provision))
    if provision is None or figure.quantity is None:
        return None
    same = [
        each for each in provision.quantities if (each.low, each.high) == (figure.quantity.low, figure.quantity.high)
    ]
    # Where the provision has the number twice, once without a qualifier, nothing can be asked.
    return same[0] if same and all(_binds(each, provision.text) for each in same) else None


def _binds(quantity: Quantity, text: str) -> bool:
    """Return whether the qualifier must be kept: "ước" is said once for all, "cận trên" names an end of a range.

    In "chậm nhất 60 ngày và 120 ngày" the second number has no qualifier of its own that could be kept.
    """
    own = quantity.start < quantity.number_start or _TAIL.search(fold(quantity.text)) is not None
    shared = fold(quantity.text).startswith("ước") or fold(text[: quantity.start]).endswith("cận")
    return quantity.qualifier is not Qualifier.EXACT and own and not shared
