"""The register: what sources and references say of documents by number, date and title."""

import re
from dataclasses import dataclass, field

from giaotrinh.check.figures.metric import words_in
from giaotrinh.check.passages.passage import Address
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.source import Provision, Source
from giaotrinh.viet.codes import Code, codes_in
from giaotrinh.viet.dates import dates_in, lead_of_date

SERIES = 5
"""Documents that make a series."""

Key = tuple[int, tuple[str, ...]]


@dataclass(slots=True, kw_only=True)
class Document:
    """What is known of a document with a number."""

    dates: set[str] = field(default_factory=set)
    titles: list[frozenset[str]] = field(default_factory=list)
    """Telling words of each title it was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDate:
    """A date of a source and the word that makes it an end of a span of time."""

    date: str
    lead: str
    """"từ" or "đến", "" for a date by itself."""
    words: frozenset[str]
    """Telling words before it: what happened on that day."""


class Register:
    """Documents, dates and their places in the sources of a course."""

    def __init__(self, curriculum: Curriculum) -> None:
        """Read the register out of sources, references and glossary."""
        self.documents: dict[Key, Document] = {}
        self.dates: set[str] = {curriculum.course.as_of}
        self.stated: set[str] = set()
        """Dates of numbered documents and of their words; `dates` holds those of books and of notes on origin too."""
        self.codes_at: dict[Address, set[Key]] = {}
        """Provision -> the codes its own words or a heading above it name."""
        self.dates_at: dict[Address, set[NamedDate]] = {}
        """Provision -> the dates of its words and of all below it."""
        for source in curriculum.project.sources:
            self._source(source)
        for reference in curriculum.course.references:
            self._words(reference.text, reference.issued)
        for entry in curriculum.course.glossary:
            self._words(entry.meaning)

    def is_series(self, parts: tuple[str, ...]) -> bool:
        """Whether so many documents of a kind and issuer are known that another number is likely a slip."""
        return sum(known == parts for _, known in self.documents) >= SERIES

    def _source(self, source: Source) -> None:
        self._words(f"{source.number} {source.title}", source.date)
        self.dates.add(source.date)
        self.stated.add(source.date)
        for figure in source.figures:
            self._dates(figure.origin)
        for root in source.provisions:
            self._provision(source.id, root, frozenset())

    def _provision(self, source: str, provision: Provision, above: frozenset[Key]) -> None:
        self._dates(provision.origin)
        self._named_dates(source, provision)
        named = above | {code.key for code in self._words(provision.text)}
        self.codes_at[source, provision.path] = set(named)
        for child in provision.children:
            self._provision(source, child, named)

    def _named_dates(self, source: str, provision: Provision) -> None:
        path, text = provision.path, provision.text
        found = {
            NamedDate(date=date, lead=lead_of_date(text[max(0, start - 16) : start]), words=words_before(text, start))
            for date, start, _ in dates_in(text)
        }
        while path and found:
            self.dates_at.setdefault((source, path), set()).update(found)
            path = path.rpartition(".")[0]

    def _words(self, text: str, issued: str = "") -> list[Code]:
        self._dates(text)
        self.stated |= {date for date, _, _ in dates_in(text)}
        codes = list(codes_in(text))
        for code in codes:
            document = self.documents.setdefault(code.key, Document())
            document.dates |= {date for date in (code.date, issued if len(codes) == 1 else "") if date}
            title = words_in(text[code.end : code.end + 240].split("\n")[0])
            if title:
                document.titles.append(title)
        if issued:
            self.dates.add(issued)
            self.stated |= {issued} if codes else set()  # of a book without a number nobody tells the day
        return codes

    def _dates(self, text: str) -> None:
        self.dates |= {date for date, _, _ in dates_in(text)}


def words_before(text: str, place: int) -> frozenset[str]:
    """Return the telling words of the clause that leads to a date."""
    return words_in(re.split(r"[,;.:()\n]", text[max(0, place - 80) : place])[-1]) - {"ngày"}
