"""Errors to plant: each kind takes a correct course and gives versions of it with one error each."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fidelity.courses import Files
from fidelity.examined import Examined, Site, is_exempted

Change = Callable[[Site], Iterator[str]]
Planting = Callable[[Examined], Iterator["Plant"]]


@dataclass(frozen=True)
class Plant:
    """A course with one error."""

    kind: str
    text: str
    """Kind of text it was planted in."""
    file: str
    line: int
    """Where a finding must point."""
    before: str
    after: str
    files: Files
    anywhere: bool = False
    """Whether a finding at another place of the course tells of it as well."""


NUMERAL = r"\d+(?:[.,]\d+)*"
_RANGE = re.compile(rf"(?<!\w)({NUMERAL})(\s*%?\s*[-–]\s*|\s+đến\s+)({NUMERAL})")
_MULTIPLIERS = {"vạn": "triệu", "triệu": "tỷ", "tỷ": "triệu", "tỉ": "triệu", "nghìn": "triệu"}
_UNITS = {
    "USD": "euro",
    "đồng": "USD",
    "%": " điểm %",
    "người": "hộ",
    "triệu lượt": "triệu người",
    "lần": "%",
    "ha": "km2",
    "km": "m",
    "tuổi": "năm",
    "giường/vạn dân": "%",
    "m²": "ha",
}
_QUALIFIERS = ("trên", "khoảng", "gần", "dưới", "hơn", "ít nhất", "tối thiểu", "không quá", "ước", "ước đạt")


def edit(
    course: Examined, kind: str, file: str, line: int, start: int, end: int, words: str, text: str = "prose",
    *, anywhere: bool = False,
) -> Plant:  # fmt: skip
    """Return the plant that replaces a stretch of a line."""
    old = course.line(file, line)
    files = course.edited(file, line, start, end, words)
    return Plant(
        kind=kind,
        text=text,
        file=file,
        line=line,
        before=old[max(0, start - 30) : end + 20],
        after=words,
        files=files,
        anywhere=anywhere,
    )


def module_lines(course: Examined) -> Iterator[tuple[str, int, str]]:
    """Yield file, number and text of every line of a module."""
    for module in course.curriculum.project.modules:
        for number, line in enumerate(course.files[module.file].decode().split("\n"), 1):
            yield module.file, number, line


def prose_lines(course: Examined) -> Iterator[tuple[str, int, str]]:
    """Yield the first line of every longer paragraph of the text itself."""
    for passage in course.passages:
        line = passage.span.line
        aside = {"exercise", "form", "solution", "callout", "quote", "item", "question"}
        if passage.kind == "paragraph" and passage.inside.isdisjoint(aside) and not is_exempted(passage):
            text = course.line(passage.span.file, line)
            if re.match(r"[A-ZĐ][^:|]{60,}", text):
                yield passage.span.file, line, text


def numbers(course: Examined, kind: str, change: Change) -> Iterator[Plant]:
    """Yield a plant for every figure of the course a change applies to."""
    for site in course.sites:
        for words in change(site):
            if words != site.written:
                files = course.edited(site.file, site.line, site.start, site.end, words)
                yield Plant(
                    kind=kind,
                    text=site.text,
                    file=site.file,
                    line=site.line,
                    before=course.line(site.file, site.line)[max(0, site.start - 40) : site.end + 20],
                    after=words,
                    files=files,
                )


def last_digit(site: Site) -> Iterator[str]:
    """Another last digit of the first numeral."""
    match = re.search(NUMERAL, site.written)
    if match:
        digit = match.group()[-1]
        yield site.written[: match.end() - 1] + str((int(digit) + 3) % 10) + site.written[match.end() :]


def first_digit(site: Site) -> Iterator[str]:
    """Another first digit."""
    match = re.search(r"\d", site.written)
    if match:
        digit = int(match.group())
        yield site.written[: match.start()] + str(digit % 9 + 1) + site.written[match.end() :]


def swapped_ends(site: Site) -> Iterator[str]:
    """The ends of a range the other way round."""
    match = _RANGE.search(site.written)
    if match:
        yield site.written[: match.start()] + match[3] + match[2] + match[1] + site.written[match.end() :]


def one_end(site: Site) -> Iterator[str]:
    """The lower, then the upper end of a range alone."""
    match = _RANGE.search(site.written)
    if match:
        yield site.written[: match.start()] + match[1] + site.written[match.end() :]
        yield site.written[: match.start()] + match[3] + site.written[match.end() :]


def draft_value(site: Site) -> Iterator[str]:
    """A range with both ends moved, as in an earlier draft."""
    match = _RANGE.search(site.written)
    if match:
        ends = [re.sub(r"[1-9](?=[.0]*$)", lambda digit: str(int(digit.group()) % 9 + 1), match[end]) for end in (1, 3)]
        yield site.written[: match.start()] + ends[0] + match[2] + ends[1] + site.written[match.end() :]


def multiplier(site: Site) -> Iterator[str]:
    """Vạn for triệu, triệu for tỷ."""
    for word, other in _MULTIPLIERS.items():
        if re.search(rf"\d\s*{word}\b", site.written):
            yield re.sub(rf"\b{word}\b", other, site.written, count=1)
            return


def decimal_swap(site: Site) -> Iterator[str]:
    """A dot for a comma or a comma for a dot."""
    match = re.search(r"\d+([.,])\d{3}(?!\d)", site.written) or re.search(r"\d+(,)\d", site.written)
    if match:
        other = "," if match[1] == "." else "."
        yield site.written[: match.start(1)] + other + site.written[match.end(1) :]


def lost_comma(site: Site) -> Iterator[str]:
    """A decimal comma left out."""
    if re.search(r"\d,\d", site.written):
        yield re.sub(r"(?<=\d),(?=\d)", "", site.written, count=1)


def rounded(site: Site) -> Iterator[str]:
    """Fewer digits."""
    match = re.fullmatch(r"(\d+),(\d)(\d)(.*)", site.written, re.DOTALL)
    if match:
        yield f"{match[1]},{match[2]}{match[4]}"


def other_unit(site: Site) -> Iterator[str]:
    """The same number in another unit."""
    for unit, other in _UNITS.items():
        place = site.written.rfind(unit)
        after, before = site.written[place + len(unit) :], site.written[:place].rstrip()
        if place > 0 and not after[:1].isalpha() and re.search(r"(?:\d|vạn|nghìn|triệu|tỷ|tỉ)$", before):
            yield site.written[:place].rstrip() + ("" if other.startswith(" ") else " ") + other
            return


def lost_qualifier(course: Examined) -> Iterator[Plant]:
    """A figure without its "trên" or "khoảng"."""
    for site in course.sites:
        text = course.line(site.file, site.line)
        if site.figure is None and site.qualified >= 0:
            words = text[site.qualified : site.start]
            if words.strip().lower() in _QUALIFIERS:
                yield _qualifier(course, "lost qualifier", site, site.qualified, site.start, "")
        elif site.figure is not None:
            match = re.search(rf"(?:{'|'.join(_QUALIFIERS)})\s+$", text[: site.start])
            if match:
                yield _qualifier(course, "lost qualifier", site, match.start(), site.start, "")


def added_qualifier(course: Examined) -> Iterator[Plant]:
    """A figure with a "trên" the source does not have."""
    for site in course.sites:
        before = course.line(site.file, site.line)[: site.start]
        if site.qualified < 0 and not re.search(rf"(?:{'|'.join(_QUALIFIERS)}|từ|mức|hơn)\s*$", before):
            yield _qualifier(course, "added qualifier", site, site.start, site.start, "trên ")


def changed_qualifier(course: Examined) -> Iterator[Plant]:
    """A "dưới" for a "trên"."""
    opposite = {"trên": "dưới", "dưới": "trên", "khoảng": "trên", "hơn": "gần", "gần": "hơn", "ít nhất": "không quá"}
    for site in course.sites:
        text = course.line(site.file, site.line)
        match = re.search(r"(trên|dưới|khoảng|hơn|gần|ít nhất)\s+$", text[: site.start])
        if match and not re.search(r"(?:cao|thấp|nhiều|ít)\s*$", text[: match.start()]):
            words = opposite[match[1]] + " "
            yield _qualifier(course, "changed qualifier", site, match.start(), site.start, words)


def _qualifier(course: Examined, kind: str, site: Site, start: int, end: int, words: str) -> Plant:
    files = course.edited(site.file, site.line, start, end, words)
    before = course.line(site.file, site.line)[max(0, start - 30) : site.end + 10]
    return Plant(kind=kind, text=site.text, file=site.file, line=site.line, before=before, after=words, files=files)


NUMBER_KINDS: dict[str, Change] = {
    "last digit": last_digit,
    "first digit": first_digit,
    "swapped range ends": swapped_ends,
    "one end of a range": one_end,
    "draft value": draft_value,
    "vạn, triệu, tỷ slip": multiplier,
    "decimal for thousand": decimal_swap,
    "lost decimal comma": lost_comma,
    "rounded": rounded,
    "other unit": other_unit,
}
