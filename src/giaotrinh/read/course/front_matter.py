"""The YAML between two `---` lines at the head of a module, parted from the body."""

from dataclasses import dataclass

from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A module's file cut in two."""

    yaml: str | None
    """None where there is no front matter."""
    body: tuple[str, ...]
    body_first: int
    """Line of the file at which the body begins."""
    diagnostics: tuple[Diagnostic, ...] = ()


def split_front_matter(text: str, file: str) -> Parts:
    """Return the front matter and the body of a file; an unclosed front matter ends at the first line of a body."""
    lines = tuple(text.split("\n"))
    if lines[0].rstrip() != "---":
        missing = error("front-matter-missing", Span(file=file, line=1, column=1))
        return Parts(yaml=None, body=lines, body_first=1, diagnostics=(missing,))
    end = next((index for index, line in enumerate(lines) if index and line.rstrip() in ("---", "...")), None)
    if end is not None:
        return Parts(yaml="\n".join(lines[1:end]), body=lines[end + 1 :], body_first=end + 2)
    end = next((index for index, line in enumerate(lines) if line.startswith(("## ", "### ", ":::"))), len(lines))
    unclosed = error("front-matter-unclosed", Span(file=file, line=1, column=1, end_column=4))
    return Parts(yaml="\n".join(lines[1:end]), body=lines[end:], body_first=end + 1, diagnostics=(unclosed,))
