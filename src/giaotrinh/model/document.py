"""The text of a module as a tree: blocks that hold blocks, and inlines with their places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from giaotrinh.model.quantity import Quantities, Quantity
from giaotrinh.model.span import NOWHERE, Span

ROLES = frozenset({"cite", "value", "term", "ref", "from", "blank"})
"""The closed vocabulary of {name}`...` inlines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A run of text, a mark-up of one, or a role."""

    kind: str
    """text, strong, emphasis, code, link, image, newline; or one of ROLES."""
    text: str = ""
    """The words of `text` and `code`; of a role, what stands between its back quotes."""
    target: str = ""
    """Address of a link or image; of a role what it points at: `{from}`words <id>`` has target "id"."""
    children: tuple["Inline", ...] = ()
    """Of a mark-up, and of `blank`: the words a learner writes and an instructor reads."""
    span: Span = NOWHERE
    quantities: tuple[Quantity, ...] = ()
    """Quantities read in a `text` run; places count from the start of `text`."""

    def walk(self) -> Iterator["Inline"]:
        """Yield this inline and all inside it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a module: a paragraph, a heading, a table or a `:::{...}` block."""

    kind: str
    """One of PLAIN_BLOCKS or DIRECTIVES."""
    id: str
    """Unique over the course: "cd-03/b12" or, where the author gave one, "cd-03/ten-dat"."""
    span: Span
    end_line: int = 0
    title: tuple[Inline, ...] = ()
    """Words after the opening of a directive; the text of a heading is in `inlines`."""
    options: Mapping[str, str] = field(default_factory=dict)
    """`:name: value` lines, as written; the reader sets `level` of a heading and `align` of a grid ("left,right")."""
    option_spans: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)
    inlines: tuple[Inline, ...] = ()
    children: tuple["Block", ...] = ()
    number: str = ""
    """Number as printed, given before any filtering: heading "1.2", table "3.1", question "4"."""
    allowed: tuple[tuple[str, str], ...] = ()
    """Exemptions before it: (diagnostic code, reason)."""
    quantities: Quantities = field(default_factory=dict, compare=False, repr=False)
    """Option name -> quantities read in an option that prints words ("alt", "caption", "source", "cut")."""

    def walk(self) -> Iterator["Block"]:
        """Yield this block and all inside it, in the order of the page."""
        yield self
        for child in self.children:
            yield from child.walk()

    def words(self) -> Iterator[Inline]:
        """Yield every inline of its own: title and text, nested ones included, children's not."""
        for inline in (*self.title, *self.inlines):
            yield from inline.walk()

    @property
    def plain_title(self) -> str:
        """Return the title as plain text."""
        return plain(self.title)


def plain(inlines: tuple[Inline, ...]) -> str:
    """Return the words of inlines without mark-up; roles give what stands between their back quotes."""
    parts = []
    for inline in inlines:
        parts.append(" " if inline.kind == "newline" else plain(inline.children) if inline.children else inline.text)
    return "".join(parts)
