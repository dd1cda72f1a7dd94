"""The lines of a body sorted into text, comments, code and `:::` fences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from giaotrinh.model.blocks import DIRECTIVES
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.span import Span

OPTION = re.compile(r":(?P<name>[A-Za-z][A-Za-z0-9_-]*):(?:[ \t]+(?P<value>.*))?[ \t]*$")

_FENCE = re.compile(r"(?P<before>[\s>*+-]*|\s*[0-9]{1,9}[.)]\s+)(?P<colons>:{3,})(?P<rest>.*)$")
_OPENING = re.compile(r"(?P<gap>\s*)(?P<braces>\{?)(?P<name>[^\s{}]*)(?P<end>\}?)(?P<title>.*)$")
_CODE = re.compile(r" {0,3}(?P<mark>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)$")
_COLONS_LIMIT = 20


class Kind(Enum):
    """What a line is to the scanner."""

    TEXT = auto()
    COMMENT = auto()
    CODE = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the file; `name` and `title` are those of an opening fence."""

    number: int
    text: str
    kind: Kind = Kind.TEXT
    colons: int = 0
    name: str = ""
    name_column: int = 0
    title: str = ""
    title_column: int = 0

    def span(self, file: str) -> Span:
        """Return the place of the line without the blanks around it."""
        start = len(self.text) - len(self.text.lstrip()) + 1
        return Span(file=file, line=self.number, column=start, end_column=len(self.text.rstrip()) + 1)

    def name_span(self, file: str) -> Span:
        """Return the place of the name of an opening fence."""
        end = self.name_column + len(self.name)
        return Span(file=file, line=self.number, column=self.name_column, end_column=end)


def sort_lines(lines: Sequence[str], file: str, first: int, found: list[Diagnostic]) -> Iterator[Line]:
    """Yield every line with its kind; what is wrong with a fence or a code block is added to `found`."""
    code_until = -1
    hopeless: dict[str, int] = {}
    for index, text in enumerate(lines):
        number = first + index
        if index <= code_until:
            yield Line(number=number, text=text, kind=Kind.CODE)
        elif ":::" in text and (fence := _FENCE.match(text)):
            yield _fence(fence, number, file, found)
        elif text.startswith("%"):
            yield Line(number=number, text=text, kind=Kind.COMMENT)
        elif code := _CODE.match(text) if "```" in text or "~~~" in text else None:
            code_until = _end_of_code(lines, index, code["mark"], hopeless)
            if code_until < 0:
                span = Span(file=file, line=number, column=code.start("mark") + 1, end_column=code.end("mark") + 1)
                found.append(error("code-unclosed", span, mark=code["mark"]))
            yield Line(number=number, text=text, kind=Kind.TEXT if code_until < 0 else Kind.CODE)
        else:
            yield Line(number=number, text=text)


def _end_of_code(lines: Sequence[str], start: int, mark: str, hopeless: dict[str, int]) -> int:
    """Return the index of the line that closes a code block, -1 where none does.

    `hopeless` remembers for each character the shortest mark found without a close: what follows has none either.
    """
    if len(mark) >= hopeless.get(mark[0], len(mark) + 1):
        return -1
    for index in range(start + 1, len(lines)):
        words = lines[index].strip()
        if len(words) >= len(mark) and not words.strip(mark[0]):
            return index
    hopeless[mark[0]] = len(mark)
    return -1


def _fence(match: re.Match[str], number: int, file: str, found: list[Diagnostic]) -> Line:
    text = match.string
    colons, rest = len(match["colons"]), match["rest"]
    opening = _OPENING.match(rest)
    assert opening is not None  # every part of the pattern may be empty
    is_close = not rest.strip()
    is_whole = bool(opening["braces"] and opening["end"])
    span = Span(file=file, line=number, column=match.start("colons") + 1, end_column=len(text.rstrip()) + 1)
    if (not is_close and not is_whole and opening["name"] not in DIRECTIVES) or colons > _COLONS_LIMIT:
        found.append(error("fence-malformed", span, written=text.strip()[:60]))
        return Line(number=number, text=text)
    if match["before"]:
        found.append(error("fence-indented", span))
    if is_close:
        return Line(number=number, text=text, kind=Kind.CLOSE, colons=colons)
    if not is_whole or opening["gap"]:
        found.append(error("fence-malformed", span, written=text.strip()[:60]))
    at = match.start("rest")
    title = opening["title"]
    return Line(
        number=number,
        text=text,
        kind=Kind.OPEN,
        colons=colons,
        name=opening["name"],
        name_column=at + opening.start("name") + 1,
        title=title.strip(),
        title_column=at + opening.start("title") + len(title) - len(title.lstrip()) + 1,
    )
