"""Where something stands in a file a person wrote."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A place in a file; lines and columns count from 1, 0 means unknown."""

    file: str
    """Path relative to the project, with forward slashes."""
    line: int = 0
    column: int = 0
    end_column: int = 0
    """First column after the place, on the same line; 0 where only the start is known."""

    def __str__(self) -> str:
        """Return `file:line:column`, leaving out what is unknown."""
        parts = [self.file]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


NOWHERE = Span(file="")
"""The place of what no file holds."""
