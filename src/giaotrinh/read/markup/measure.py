"""Quantities of a paragraph, read over its words as a reader sees them and given to the run in which the number stands.

A line that wraps or a bold number does not part a number from its qualifier and unit.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from giaotrinh.model.quantity import Quantities, Quantity

Measure = Callable[[str], tuple[Quantity, ...]]
"""Text -> the quantities in it."""

_OPAQUE = "\ufffc"
"""Stands for what is not words of the paragraph: a citation, a drawn figure, a picture."""

_WORDED = frozenset({"text", "from", "term", "code"})
_MEASURED = frozenset({"text", "from"})


@dataclass(slots=True, kw_only=True)
class Drafted:
    """An inline that was read but not yet placed; start and end count characters of the piece of Markdown."""

    kind: str
    start: int
    end: int
    text: str = ""
    target: str = ""
    children: "list[Drafted]" = field(default_factory=list)

    @property
    def is_as_written(self) -> bool:
        """Whether the text is, character for character, what stands in the file."""
        return self.end - self.start == len(self.text)


def measure_drafts(drafts: Sequence[Drafted], measure: Measure) -> Mapping[int, tuple[Quantity, ...]]:
    """Return the quantities of each run, by the identity of its draft; places count from the start of its text.

    The words of a quantity may begin before its run and end after it; its number begins inside.
    """
    parts = tuple(_parts(drafts))
    text = "".join(words for words, _ in parts)
    found = measure(text) if text.strip(_OPAQUE + " ") else ()
    if not found:
        return {}
    given: dict[int, tuple[Quantity, ...]] = {}
    waiting = iter(found)
    quantity = next(waiting, None)
    start = 0
    for words, draft in parts:
        while quantity is not None and quantity.number_start < start + len(words):
            if draft.kind in _MEASURED:
                given[id(draft)] = (*given.get(id(draft), ()), quantity.moved(-start))
            quantity = next(waiting, None)
        start += len(words)
    return given


def measure_fields(fields: Mapping[str, str], measure: Measure) -> Quantities:
    """Return the quantities of plain text fields, by name; fields without any are left out."""
    found = {name: measure(text) for name, text in fields.items() if text}
    return {name: quantities for name, quantities in found.items() if quantities}


def _parts(drafts: Sequence[Drafted]) -> Iterator[tuple[str, Drafted]]:
    for draft in drafts:
        if draft.children:
            yield from _parts(draft.children)
        elif draft.kind in _WORDED:
            yield draft.text, draft
        elif draft.kind == "newline":
            yield "\n" if draft.text == "hard" else " ", draft
        else:
            yield _OPAQUE, draft
