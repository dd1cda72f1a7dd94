"""A course read, linked and checked, with the places where errors can be planted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from fidelity.courses import Files
from giaotrinh.check import check, link
from giaotrinh.check.course.review import Reviews, cleared, links_of
from giaotrinh.check.figures.comparison import is_same_unit
from giaotrinh.check.figures.management import is_distinctive
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.reading import passages_of
from giaotrinh.check.passages.statement import Statements
from giaotrinh.driver.build.settling import settle
from giaotrinh.model.codes import Stage
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, Severity
from giaotrinh.model.quantity import Figure, Quantity
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.model.span import Span
from giaotrinh.read import read_project
from giaotrinh.viet.unit import is_measured

FOREIGN = ("from", "value", "code")


@dataclass(frozen=True)
class Site:
    """A figure of the course, where it stands in a file, and the kind of text it stands in."""

    file: str
    line: int
    start: int
    """Characters from the beginning of the line."""
    end: int
    written: str
    quantity: Quantity
    text: str
    figure: Figure | None = None
    """The figure that {value} prints here; None for a number written out."""
    qualified: int = -1
    """Where the qualifier before the number begins on the line, -1 where there is none on it."""


@dataclass
class Examined:
    """Files and what was found in them."""

    files: Files
    _lines: dict[str, list[str]] = field(default_factory=dict)

    @cached_property
    def curriculum(self) -> Curriculum:
        """Return the linked course; link's findings are part of `found`."""
        return self._linked[0]

    @cached_property
    def _linked(self) -> tuple[Curriculum, tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
        reading = read_project(Snapshot(files=self.files))
        assert reading.value is not None, reading.diagnostics
        curriculum, links = link(reading.value)
        return curriculum, links, reading.diagnostics

    @cached_property
    def found(self) -> tuple[Diagnostic, ...]:
        """Return every finding of reading, linking and checking."""
        curriculum, links, reading = self._linked
        return settle(curriculum, (*reading, *links, *check(curriculum)), Stage)[0]

    @cached_property
    def keys(self) -> Counter[tuple[object, ...]]:
        """Return the findings by code, line and words, so that two versions of a course can be compared."""
        return Counter((each.code, each.span.file, each.span.line, each.arguments) for each in self.found)

    @property
    def alarms(self) -> list[Diagnostic]:
        """Return the findings that are no information."""
        return [each for each in self.found if each.severity is not Severity.INFO]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Return the passages of the course."""
        return passages_of(self.curriculum)

    @cached_property
    def reviews(self) -> Reviews:
        """Return the reviews after a person compared every place of the course with its provision."""
        return cleared(Reviews(), links_of(self.curriculum, Reviews()), by="", date="")

    def line(self, file: str, number: int) -> str:
        """Return a line of a file, "" where there is none."""
        lines = self._lines.setdefault(file, self.files.get(file, b"").decode().split("\n"))
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def edited(self, file: str, line: int, start: int, end: int, words: str) -> Files:
        """Return the files with a stretch of a line replaced."""
        lines = self.files[file].decode().split("\n")
        text = lines[line - 1]
        lines[line - 1] = text[:start] + words + text[end:]
        return {**self.files, file: "\n".join(lines).encode()}

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """Return every figure that the sources state, where it stands in the course."""
        statements = Statements(self.curriculum)
        return tuple(self._sites(statements))

    def _sites(self, statements: Statements) -> Iterator[Site]:
        for passage in self.passages:
            if not passage.span.file.startswith(("course/modules", "course/questions")) or is_exempted(passage):
                continue
            for quantity in passage.quantities:
                is_plain = not _is_foreign(passage, quantity.number_start) and "trở" not in quantity.text
                if is_plain and _is_fact(statements, quantity):
                    yield from self._written(passage, quantity)
            for figure, start, _ in passage.figures:
                if figure.quantity is not None:
                    yield from self._printed(passage, figure, start)

    def _written(self, passage: Passage, quantity: Quantity) -> Iterator[Site]:
        number = passage.text[quantity.number_start : quantity.number_end]
        span = passage.place(quantity.number_start, quantity.number_end)
        found = self._find(span, number)
        if found is None:
            return
        line, start = found
        before = quantity.number_start - quantity.start
        words = passage.text[quantity.start : quantity.number_start]
        text = self.line(span.file, line)
        qualified = start - before if before and text[start - before : start] == words else -1
        yield Site(
            file=span.file,
            line=line,
            start=start,
            end=start + len(number),
            written=number,
            quantity=quantity,
            text=kind_of_text(passage),
            qualified=qualified,
        )

    def _printed(self, passage: Passage, figure: Figure, start: int) -> Iterator[Site]:
        span = passage.place(start)
        role = f"{{value}}`{figure.name}`"
        found = self._find(span, role)
        if found is not None and figure.quantity is not None:
            line, place = found
            yield Site(
                file=span.file,
                line=line,
                start=place,
                end=place + len(role),
                written=f"{figure.quantity.text[figure.quantity.number_start - figure.quantity.start :]}".strip(),
                quantity=figure.quantity,
                text=kind_of_text(passage),
                figure=figure,
            )

    def _find(self, span: Span, words: str) -> tuple[int, int] | None:
        """Return line and place of words at a span, or in the lines of the YAML value that begins there."""
        for number in range(span.line, span.line + 8):
            text = self.line(span.file, number)
            start = span.column - 1 if number == span.line and span.column else 0
            if text.startswith(words, start):
                return number, start
            if span.file.endswith(".yaml") or span.end_column == 0 or text.startswith(":"):
                place = text.find(words)
                if place >= 0:
                    return number, place
        return None


def is_exempted(passage: Passage) -> bool:
    """Whether an author allows findings here: a number that is wrong on purpose."""
    return any(block.allowed for block in (*passage.above, passage.block) if block is not None)


def kind_of_text(passage: Passage) -> str:
    """Return the kind of text a passage is: prose, table, slide, question, answer, note, caption, alt, quotation."""
    inside = passage.inside
    for kind in ("quote", "notes", "answer", "solution", "question", "slide", "handout", "keypoints"):
        if kind in inside:
            return kind
    if passage.kind == "field":
        return "bank" if passage.block is None and passage.module is not None and "." in passage.span.file else "field"
    if passage.kind == "option":
        return passage.name
    return {"title": "caption", "cell": "table"}.get(passage.kind, "prose")


def _is_foreign(passage: Passage, place: int) -> bool:
    run = passage.run_at(place)
    return run is not None and run.kind in FOREIGN


def _is_fact(statements: Statements, quantity: Quantity) -> bool:
    same = [each for each in statements.with_value(quantity) if is_same_unit(quantity.unit, each.quantity.unit)]
    return bool(same) and bool(quantity.unit) and (is_measured(quantity.unit) or is_distinctive(quantity))
