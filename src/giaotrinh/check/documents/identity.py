"""Identity: a code and a date say which document; both must belong to it, and to a time that is known."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from giaotrinh.check.documents.register import NamedDate, Register, words_before
from giaotrinh.check.figures.metric import sentence_bounds, words_in
from giaotrinh.check.passages.passage import Address, Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.blocks import INVENTING
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, Severity, error, info, warning
from giaotrinh.viet.codes import Code, codes_in
from giaotrinh.viet.dates import dates_in, days_in, lead_of_date, printed_date

_TERM = re.compile(r"(?<!\w)(?:khóa|khoá|nhiệm kỳ|giai đoạn)\s", re.IGNORECASE)
_DEADLINE = re.compile(
    r"(?:trước|đến|hết|(?:chậm|muộn) nhất|hạn(?: (?:nộp|cuối(?: cùng)?|chót))?)(?:\s+(?:là|ngày|vào|hết))*\s*$",
    re.IGNORECASE,
)
_ELSEWHERE = INVENTING | {"reading"}
"""Blocks in which a date may be of the class or of a made-up case, and lists of documents."""

OWN = 0.34
OTHER = 0.67
"""Shares of words in common with a title: below the one it is not this document's, from the other on it is that's."""

YEARS_APART = 10
"""Years between a known date and one with its day and month that was mistyped."""


def identity(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every code, date and term that does not belong to what it names."""
    register = subject.knowledge.register
    introduced: set[tuple[str, object]] = set()
    for passage in subject.passages:
        if passage.kind == "code" or not passage.has_digits:
            continue
        codes = [code for code in codes_in(passage.text) if not _is_foreign(passage, code.start)]
        for code in codes:
            yield from _code(register, passage, code)
        yield from _cited_code(register, passage, codes)
        yield from _term_of(passage, codes, introduced)
        yield from _dates(subject, register, passage, codes)
        yield from _days(subject, passage)
        yield from _foreign_codes(subject, passage)
        yield from _foreign_dates(subject, passage)


def _foreign_codes(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    """Yield a finding for every code in the words of another document that is not that document's."""
    for code in codes_in(passage.text):
        run = passage.run_at(code.start)
        reference = subject.curriculum.references.get(run.target) if run is not None and run.kind == "from" else None
        own = {each.key for each in codes_in(reference.text)} if reference is not None else set()
        if reference is not None and own and code.key not in own:
            written, span = passage.text[code.start : code.end], passage.place(code.start, code.end)
            yield error("code-not-of-reference", span, name=written, reference=reference.id)


def _foreign_dates(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    """Yield a finding for every date in the words of another document that what is printed of it contradicts."""
    for date, start, end in dates_in(passage.text):
        run = passage.run_at(start)
        reference = subject.curriculum.references.get(run.target) if run is not None and run.kind == "from" else None
        if reference is not None:
            known = {each for each, _, _ in dates_in(reference.text)} | {reference.issued}
            expected = _nearest_date(date, known) if date not in known else ""
            if expected:
                yield error("date-differs", passage.place(start, end), found=passage.text[start:end], expected=expected)


def _is_foreign(passage: Passage, start: int) -> bool:
    run = passage.run_at(start)
    return run is not None and run.kind in ("from", "code", "value")


def _code(register: Register, passage: Passage, code: Code) -> Iterator[Diagnostic]:
    span = passage.place(code.start, code.end)
    written = passage.text[code.start : code.end]
    known = register.documents.get(code.key)
    if known is None:
        swapped = tuple({"TU": "TW", "TW": "TU"}.get(part, part) for part in code.parts)
        if swapped != code.parts and (code.number, swapped) in register.documents:
            yield error("code-issuer-differs", span, name=written, expected="/".join(swapped))
        elif owner := _owner_of_date(register, code):
            place = passage.place(code.date_start, code.date_end)
            yield error("code-date-differs", place, name=written, found=printed_date(code.date), expected=owner)
        elif "reading" not in passage.inside or register.is_series(code.parts):
            yield warning("document-code-unknown", span, name=written)
        return
    passed = "thông qua" in passage.text[code.end : code.date_start].lower() and code.date in register.dates
    if code.date and known.dates and code.date not in known.dates and not passed:
        place = passage.place(code.date_start, code.date_end)
        dates = ", ".join(printed_date(date) for date in sorted(known.dates))
        yield error("code-date-differs", place, name=written, found=printed_date(code.date), expected=dates)
    other = _titled(register, passage, code)
    if other:
        yield error("code-title-differs", span, name=written, other=other)


def _owner_of_date(register: Register, code: Code) -> str:
    """Return the one known document of a series that bears the date behind an unknown code, "" for none."""
    of_date = [key for key, known in register.documents.items() if key[1] == code.parts and code.date in known.dates]
    return f"{of_date[0][0]:02}/{'-'.join(code.parts)}" if code.date and len(of_date) == 1 else ""


def _titled(register: Register, passage: Passage, code: Code) -> str:
    """Return the number of the document whose title the words behind a code are, where it is another's; else ""."""
    words = words_in(re.split(r"[.;(){}\n]|, ngày", passage.text[code.end : code.end + 160])[0])
    if len(words) < 5:
        return ""
    shares = {
        key: max((len(words & title) / len(words) for title in document.titles), default=0.0)
        for key, document in register.documents.items()
        if key[1] == code.parts
    }
    best = max(shares, key=lambda key: (shares[key], -key[0]))
    own = shares.get(code.key, 0.0)
    return f"{best[0]:02}" if best != code.key and own < OWN and shares[best] >= OTHER else ""


def _cited_code(register: Register, passage: Passage, codes: list[Code]) -> Iterator[Diagnostic]:
    """Yield a finding where the one document a passage names is not the one whose provisions it cites."""
    if len({code.key for code in codes}) != 1 or not passage.cites:
        return
    code = codes[0]
    named = [register.codes_at.get(address, set()) for address, _ in passage.cites]
    if any(not each or code.key in each for each in named):
        return
    cited = sorted({key for each in named for key in each if key[1] == code.parts})
    if cited:
        span = passage.place(code.start, code.end)
        numbers = ", ".join(f"{number:02}" for number, _ in cited)
        yield error("code-not-cited", span, name=passage.text[code.start : code.end], cited=numbers)


def _term_of(passage: Passage, codes: list[Code], introduced: set[tuple[str, object]]) -> Iterator[Diagnostic]:
    """Yield a finding where a module first names a document of a committee without its term, date or provision.

    Committees number their documents anew every term: 02-CTr/TU of one term is another document in the next.
    """
    module = passage.module.id if passage.module else ""
    for code in codes:
        if "TU" not in code.parts or (module, code.key) in introduced:
            continue
        introduced.add((module, code.key))
        if not code.date and not passage.cites and not _TERM.search(" ".join((passage.text, *passage.headings))):
            yield info(
                "code-without-term", passage.place(code.start, code.end), name=passage.text[code.start : code.end]
            )


def _dates(subject: Subject, register: Register, passage: Passage, codes: list[Code]) -> Iterator[Diagnostic]:
    if not passage.inside.isdisjoint(_ELSEWHERE):
        return
    judged = {code.date_start for code in codes if code.date and code.key in register.documents}
    as_of = subject.course.as_of
    for date, start, end in dates_in(passage.text):
        if start in judged or _is_foreign(passage, start):
            continue
        written, span = passage.text[start:end], passage.place(start, end)
        is_deadline = _DEADLINE.search(passage.text, max(0, start - 30), start) is not None
        is_ahead = is_deadline or passage.is_about_later or _is_cited(subject, passage, date)
        if date > as_of and not is_ahead:
            yield error("later-than-as-of", span, what=written, as_of=printed_date(as_of))
        elif date not in register.dates:
            found = warning("date-not-in-source", span, found=written, nearest=_nearest_date(date, register.dates))
            is_near = _cites_beside(passage, start, is_deadline=is_deadline) and _is_near(date, register.stated)
            is_meant = _is_slip(date, register.stated) or is_near
            yield found if is_meant else replace(found, severity=Severity.INFO)
        elif expected := _meant(subject, passage, date, start):
            yield error("date-differs", span, found=written, expected=expected)


def _is_cited(subject: Subject, passage: Passage, date: str) -> bool:
    """Whether a provision cited beside a date states it: what a known document sets for later is no later fact."""
    cited = (subject.curriculum.provisions.get(address) for address, _ in passage.cites)
    return any(date == each for part in cited if part is not None for each, _, _ in dates_in(part.full_text()))


def _days_of_sources(curriculum: Curriculum) -> set[str]:
    """Return the days that sources name without a year: "trước ngày 15 tháng 12 hằng năm"."""
    texts = (part.text for source in curriculum.project.sources for part in source.walk())
    return {day for text in texts for day, _, _ in days_in(text)}


def _days(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    """Yield a finding for every day without its year on which nothing is known to have happened."""
    known = {date[5:] for date in subject.knowledge.register.dates} | subject.knowledge.of(_days_of_sources)
    for day, start, end in days_in(passage.text) if passage.inside.isdisjoint(_ELSEWHERE) else ():
        if day not in known and not _is_foreign(passage, start):
            near = next((printed_date(each) for each in sorted(known) if each[:2] == day[:2]), "")
            span, written = passage.place(start, end), passage.text[start:end]
            found = warning("date-not-in-source", span, found=written, nearest=near)
            yield found if _cites_beside(passage, start) else replace(found, severity=Severity.INFO)


def _is_slip(date: str, known: Iterable[str]) -> bool:
    """Whether a date is a known one but for its day, its month, or a year near it: others are dates of the world."""
    year, month, day = date.split("-")
    for other in known:
        if len(other) != len(date):
            continue  # a month or a year alone
        their_year, their_month, their_day = other.split("-")
        same_year = year == their_year and (month == their_month or day == their_day)
        if same_year or (other[5:] == date[5:] and abs(int(year) - int(their_year)) <= YEARS_APART):
            return True
    return False


def _cites_beside(passage: Passage, place: int, *, is_deadline: bool = False) -> bool:
    """Whether a citation stands in the sentence of a place, no semicolon parting them; a deadline is of all behind."""
    first, last = sentence_bounds(passage.text, place)
    between = (passage.text[min(at, place) : max(at, place)] for _, at in passage.cites if first <= at <= last)
    return any(is_deadline or ";" not in words for words in between)


def _is_near(date: str, known: Iterable[str]) -> bool:
    """Whether a date is of a time the sources tell of, rather than of history."""
    return any(abs(int(date[:4]) - int(other[:4])) <= YEARS_APART for other in known if other[:4].isdecimal())


def _meant(subject: Subject, passage: Passage, date: str, start: int) -> str:
    """Return the date of a cited provision that a known date was meant to be, as printed; "" where it is right.

    Wrong is a date that no cited provision has while one differs from it in one part only, the other end of a span of
    time ("từ ngày ... đến ngày ..."), and the date of something else ("phiên trù bị ngày ...").
    """
    register = subject.knowledge.register
    cited = {found for address in _cited(subject, passage) for found in register.dates_at.get(address, ())}
    lead = lead_of_date(passage.text[max(0, start - 16) : start])
    ends = {each.date for each in cited if lead and each.lead == lead}
    if ends:
        return "" if date in ends else printed_date(min(ends))
    dates = {each.date for each in cited}
    return _of_the_same_event(cited, date, passage, start) if date in dates else _nearest_date(date, dates)


def _cited(subject: Subject, passage: Passage) -> set[Address]:
    """Return what a passage cites, and what the question it belongs to cites."""
    by_block = subject.curriculum.by_block
    questions = [block for block in (*passage.above, passage.block) if block is not None and block.kind == "question"]
    asked = {(each.source, each.path) for block in questions for each in by_block.get(block.id, ())}
    return asked | {address for address, _ in passage.cites}


def _of_the_same_event(cited: set[NamedDate], date: str, passage: Passage, start: int) -> str:
    """Return the other date that the words before a date belong to in the source, "" where they belong to this one."""
    said = words_before(passage.text, start)
    named = [each for each in cited if each.words and len(each.words & said) / len(each.words) >= OTHER]
    if not named or any(each.date == date for each in named):
        return ""
    return printed_date(min(each.date for each in named))


def _nearest_date(date: str, known: set[str]) -> str:
    """Return a known date that differs in one part only, as printed; "" where none does."""
    parts = date.split("-")
    for other in sorted(known):
        others = other.split("-")
        if len(others) == 3 and sum(one == two for one, two in zip(parts, others, strict=True)) == 2:
            return printed_date(other)
    return ""
