"""What stays the same while the body of one module is read, and what a block inherits from those around it."""

from dataclasses import dataclass, field, replace

from giaotrinh.model.blocks import INSTRUCTOR_ONLY, SHORT_FORMS, TIMED
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.span import NOWHERE, Span
from giaotrinh.read.markup.counting import Counting
from giaotrinh.read.markup.exemption import Exempting
from giaotrinh.read.markup.fences import Directive
from giaotrinh.read.markup.inline import InlineReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The blocks around a block, as far as they matter to it."""

    apart: str = ""
    """Name of the block around it that keeps it out of the book's own text and numbers."""
    opening: Span = NOWHERE
    """Where that block opens."""
    timed: Directive | None = None
    """The timed block around it."""

    @property
    def is_apart(self) -> bool:
        """Whether it stands in a block only instructors see, or in a short form for another edition."""
        return bool(self.apart)

    def inside(self, directive: Directive) -> "Frame":
        """Return the frame of what stands in a block."""
        frame = self
        if directive.name in INSTRUCTOR_ONLY | SHORT_FORMS and not self.is_apart:
            frame = replace(frame, apart=directive.name, opening=directive.span)
        if directive.name in TIMED and self.timed is None:
            frame = replace(frame, timed=directive)
        return frame


@dataclass(slots=True, kw_only=True)
class Sheet:
    """Hands out ids, numbers and exemptions in the order of the page; collects findings."""

    file: str
    prefix: str
    """What block ids of the module begin with: "cd-03"."""
    counting: Counting
    inline: InlineReader
    exempting: tuple[Exempting, ...] = ()
    found: list[Diagnostic] = field(default_factory=list)
    names: dict[str, Span] = field(default_factory=dict)
    _ordinal: int = 0
    _waiting: int = 0

    def enter(self, line: int) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Return the id of the next block, which begins at a line, and the exemptions directly before it."""
        self._ordinal += 1
        return f"{self.prefix}/b{self._ordinal}", self._exemptions(line)

    def name(self, given: str, span: Span) -> str | None:
        """Return the id made of an author's name, None and an error when it is taken."""
        if given in self.names:
            self.found.append(error("id-repeated", span, self.names[given], name=given))
            return None
        self.names[given] = span
        return f"{self.prefix}/{given}"

    def leave(self) -> None:
        """Warn of the exemptions after which no block came."""
        self._exemptions(2**31)

    def _exemptions(self, line: int) -> tuple[tuple[str, str], ...]:
        granted: list[tuple[str, str]] = []
        while self._waiting < len(self.exempting) and self.exempting[self._waiting].span.line < line:
            exempting = self.exempting[self._waiting]
            self._waiting += 1
            reach = exempting.holder.end_line or 2**31 - 1
            if line <= reach:
                granted.append((exempting.code, exempting.reason))
            else:
                self.found.append(warning("allow-without-block", exempting.span, exempted=exempting.code))
        return tuple(granted)
