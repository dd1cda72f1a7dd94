"""Who issued a document, and when: what a sentence says of it beside what is known of its number."""

import re
from collections.abc import Container, Iterator

from giaotrinh.check.documents.bodies import BODY, body_name, is_same
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.text import fold
from giaotrinh.viet.codes import Code, codes_in
from giaotrinh.viet.dates import YEAR, dates_in, printed_date

Key = tuple[int, tuple[str, ...]]

_BY_CODE = {
    "CP": "chính phủ",
    "TTG": "thủ tướng chính phủ",
    "HĐND": "hội đồng nhân dân",
    "UBND": "ủy ban nhân dân",
}
"""What the last part of a number says of the issuer (Decree 30/2020/NĐ-CP, annex III); TW says only "of the Party"."""

_KINDS = {
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "KL": "Kết luận",
    "TT": "Thông tư",
    "HD": "Hướng dẫn",
}
"""What the letters of a number say of its kind (Decree 30/2020/NĐ-CP, annex III; Guidance 36-HD/VPTW of 2018)."""
_CALLED = re.compile(rf"(?<!\w)(?P<kind>{'|'.join(_KINDS.values())})\s+(?:số\s+)?$", re.IGNORECASE)

_ISSUE = r"(?:(?:ký\s+)?ban\s+hành|thông\s+qua|ra\s+đời)"
_DATE = r"(?:\s*[,(]?\s*(?:ngày|tháng|năm)\s[^,.;()]{3,28}\)?)?"
_BEHIND = re.compile(
    rf"{_DATE}\s*,?\s*(?:(?:của|do)\s+(?P<of>{BODY})|(?:do|được)\s+(?P<by>{BODY})[^.;,]{{0,30}}?\s{_ISSUE})"
)
_BEFORE = re.compile(rf"(?P<by>{BODY})[^.;,]{{0,20}}?\s{_ISSUE}\s+(?:[^\W\d_]+\s+){{0,2}}(?:số\s+)?$")
_TO_DATE = re.compile(rf"^[^.;,()\d]{{0,60}}?{_ISSUE}[^.;,()\d]{{0,20}}?(?:vào\s+)?(?=ngày\s|tháng\s|năm\s|\d)")
_MONTH = re.compile(rf"tháng\s+(?P<month>\d{{1,2}})(?:\s+năm\s+|\s?[/-]\s?)(?P<year>{YEAR})(?!\d)")
_YEAR = re.compile(rf"năm\s+(?P<year>{YEAR})(?!\d)")
_OTHER = re.compile(r"(?<!\w)(?:Luật|Nghị định|Quyết định|Kế hoạch|Chương trình|Chỉ thị|Kết luận|Thông tư)(?!\w)")


def issuing(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for every number that is said to be another body's, or of another time, than is known."""
    issuers = subject.knowledge.of(_issuers)
    dates = subject.knowledge.of(_dates)
    for passage in subject.passages:
        if passage.kind == "code" or not passage.has_digits:
            continue
        for code in codes_in(passage.text):
            run = passage.run_at(code.start)
            if run is None or run.kind not in ("from", "code", "value"):
                yield from _kind(passage, code)
                yield from _issuer(passage, code, issuers)
                yield from _date(passage, code, dates, subject.knowledge.register.dates)


def _issuers(curriculum: Curriculum) -> dict[Key, str]:
    """Return number -> folded name of its issuer, as the sources, their words and the references say."""
    known: dict[Key, str] = {}
    for source in curriculum.project.sources:
        for code in codes_in(source.number):
            if source.issuer:
                known[code.key] = body_name(source.issuer)
    texts = [reference.text for reference in curriculum.course.references]
    texts += [part.text for source in curriculum.project.sources for part in source.walk()]
    for text in texts:
        for code in codes_in(text):
            match = _BEHIND.match(text, code.end)
            if match is not None:
                known.setdefault(code.key, body_name(match["of"] or match["by"]))
    return known


def _dates(curriculum: Curriculum) -> dict[Key, str]:
    return {
        code.key: source.date
        for source in curriculum.project.sources
        for code in codes_in(source.number)
        if len(source.date) == len("2024-12-22")
    }


def _kind(passage: Passage, code: Code) -> Iterator[Diagnostic]:
    """Yield an error for a number that is called a kind of document which its own letters say it is not."""
    match = _CALLED.search(passage.text[: code.start])
    letters = next((part for part in code.family if part in _KINDS), "")
    if match is not None and letters and fold(match["kind"]) != fold(_KINDS[letters]):
        span, written = passage.place(match.start("kind"), match.end("kind")), passage.text[code.start : code.end]
        yield error("code-kind-differs", span, name=written, found=match["kind"], expected=_KINDS[letters])


def _issuer(passage: Passage, code: Code, issuers: dict[Key, str]) -> Iterator[Diagnostic]:
    known = issuers.get(code.key) or _BY_CODE.get(code.parts[-1], "")
    match = _BEHIND.match(passage.text, code.end) or _BEFORE.search(passage.text[: code.start])
    if not known or match is None:
        return
    name = "of" if match.re is _BEHIND and match["of"] else "by"
    if not is_same(body_name(match[name]), known):
        span = passage.place(match.start(name), match.end(name))
        written = passage.text[code.start : code.end]
        yield error("issuer-differs", span, name=written, found=match[name], expected=_printed(known))


def _printed(name: str) -> str:
    return name[:1].upper() + name[1:]


def _date(passage: Passage, code: Code, dates: dict[Key, str], all_known: Container[str]) -> Iterator[Diagnostic]:
    """Yield an error for the day, month or year at which a document is said to have been issued.

    A document may be passed on a day of its own, which the sources (`all_known`) then name.
    """
    known, text = dates.get(code.key, ""), passage.text[code.end :]
    lead = _TO_DATE.match(text)
    if not known or code.date or lead is None or _OTHER.search(lead.group()):
        return
    said, start, end = _time(text, lead.end())
    if "thông qua" in lead.group().lower() and said in all_known:
        return
    if said and not known.startswith(said):
        written = passage.text[code.start : code.end]
        span = passage.place(code.end + start, code.end + end)
        yield error("code-date-differs", span, name=written, found=text[start:end], expected=printed_date(known))


def _time(text: str, place: int) -> tuple[str, int, int]:
    """Return the day, month or year that begins right there, as "2024-12-22", "2024-12", "2024", and its place."""
    for date, start, end in dates_in(text):
        if place <= start <= place + len("ngày "):
            return date, start, end
    month, year = _MONTH.match(text, place), _YEAR.match(text, place)
    if month is not None:
        return f"{month['year']}-{int(month['month']):02}", month.start(), month.end()
    return (year["year"], year.start(), year.end()) if year is not None else ("", 0, 0)
