"""Names in lists, and the nearest path of a source for one that is unknown."""

import re
from collections.abc import Collection

from giaotrinh.model.course import Spans
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.nearest import nearest
from giaotrinh.model.span import Span

_COUNTED = re.compile(r"(?:^|/)b\d+$")


def nearest_path(curriculum: Curriculum, source: str, path: str) -> str:
    """Return the path of the source most like `path`: its nearest existing ancestor's first, else by spelling."""
    known = [found for where, found in curriculum.provisions if where == source]
    parent = path.rpartition(".")[0]
    below = [found for found in known if parent and found.startswith(parent + ".")]
    return nearest(path, below) or nearest(path, known) or (parent if parent in known else "")


def is_counted(name: str) -> bool:
    """Whether the reader numbered a block ("b12", "cd-03/b12"), as against an id its author gave."""
    return _COUNTED.search(name) is not None


def listed(text: str) -> tuple[str, ...]:
    """Return the names of a comma or semicolon separated list, without blanks."""
    return tuple(part.strip() for part in text.replace(";", ",").split(",") if part.strip())


def repeated(names: Collection[str]) -> tuple[str, ...]:
    """Return the names that stand more than once, each once, in order."""
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for name in names:
        if name in seen:
            twice[name] = None
        seen.add(name)
    return tuple(twice)


def place(spans: Spans, path: str, file: str, fallback: Span | None = None) -> Span:
    """Return the place of a dotted YAML path, else of what holds it, else the fallback, else the file."""
    while path:
        if path in spans:
            return spans[path]
        path = path.rpartition(".")[0]
    return fallback or Span(file=file)
