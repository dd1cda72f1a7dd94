"""Errors in words to plant: horizons, quotations, counts, codes, dates, citations, structure."""

import itertools
import re
from collections.abc import Iterator

from fidelity.examined import Examined
from fidelity.planting import Plant, Planting, edit, module_lines, prose_lines
from giaotrinh.check.counts.lists import announced
from giaotrinh.check.figures.management import measures_facts
from giaotrinh.viet.number import COUNT, count_value
from giaotrinh.viet.roles import role_named

STALE = "stale citation"
"""The kind that the reviews find, not the check."""

_YEAR = re.compile(r"(?:đến|vào|trong) năm (20\d\d)(?![-–\d])")
_PERIOD = re.compile(r"giai đoạn (20\d\d)\s?[-–]\s?(20\d\d)")
_COUNT = re.compile(
    rf"(?<!\w)({COUNT})(?=\s+(?:chỉ tiêu|khâu đột phá|bài học|định hướng lớn|nhóm nhiệm vụ))", re.IGNORECASE
)
_CODE = re.compile(r"(?<![\w/.,-])(\d{2,3})(-CTr/TU|/NQ-HĐND|-NQ/TW|/NQ-CP)")
_DATE = re.compile(r"(?<![\d/-])(\d{1,2})-(\d{1,2})-(20[12]\d)(?!\d)")


def other_horizon(course: Examined) -> Iterator[Plant]:
    """Another year for a figure, where its sentence names one year only."""
    for site in course.sites:
        line = course.line(site.file, site.line)
        times = [*_YEAR.finditer(line), *_PERIOD.finditer(line)]
        if len(re.findall(r"20\d\d", line)) - sum(match.re is _PERIOD for match in times) != 1 or len(times) != 1:
            continue
        match = times[0]
        between = line[match.end() : site.start] if match.end() <= site.start else line[site.end : match.start()]
        compared = re.search(r"so với\s*$", line[: match.start()])
        if len(between) > 90 or re.search(r"[.;!?]|\d", between) or compared:
            continue
        year = match.group(1) if match.re is _YEAR else match.group(2)
        start = match.start(1) if match.re is _YEAR else match.start(2)
        other = str(int(year) + 5)
        yield edit(course, "other horizon", site.file, site.line, start, start + 4, other, site.text)


def swapped_values(course: Examined) -> Iterator[Plant]:
    """Two figures of one line in each other's place."""
    by_line: dict[tuple[str, int], list[int]] = {}
    for at, site in enumerate(course.sites):
        by_line.setdefault((site.file, site.line), []).append(at)
    for (file, line), places in by_line.items():
        for first, second in itertools.pairwise(places):
            one, two = course.sites[first], course.sites[second]
            alike = one.quantity.unit == two.quantity.unit and one.quantity.qualifier is two.quantity.qualifier
            apart = (one.quantity.low, one.quantity.high) != (two.quantity.low, two.quantity.high)
            if one.end <= two.start and alike and apart and one.figure is None and two.figure is None:
                text = course.line(file, line)
                words = two.written + text[one.end : two.start] + one.written
                yield edit(course, "swapped figures", file, line, one.start, two.end, words, one.text)


def invented(course: Examined) -> Iterator[Plant]:
    """A figure no source has, of things the sources do not speak of."""
    words = "Tỷ lệ hồ sơ lưu trữ được số hóa toàn phần đạt 63,7%. "
    for file, number, _ in prose_lines(course):
        yield edit(course, "invented figure", file, number, 0, 0, words)


def wrong_count(course: Examined) -> Iterator[Plant]:
    """Another number of targets, breakthroughs, lessons, in digits or words."""
    main = course.curriculum.sources[course.curriculum.course.main_source]
    words = {"hai mươi": "mười chín", "ba": "bốn", "năm": "sáu", "mười bốn": "mười lăm"}
    for file, number, line in module_lines(course):
        for match in _COUNT.finditer(line):
            role = role_named(line[match.end() :].strip())
            if role in main.announced and count_value(match[1]) == main.announced[role]:
                other = words.get(match[1].lower(), str(count_value(match[1]) - 1))
                yield edit(course, "wrong announced count", file, number, *match.span(1), other)


def announced_in_source(course: Examined) -> Iterator[Plant]:
    """A count in source.yaml that a complete source does not meet, or that the course contradicts."""
    for source in course.curriculum.project.sources:
        lines = course.files[source.settings_file].decode().split("\n")
        for number, line in enumerate(lines, 1):
            match = re.search(r"target: (\d+)", line)
            if match and source.announced:
                words = str(int(match[1]) + 1)
                where = (source.settings_file, number, match.start(1), match.end(1))
                yield edit(course, "wrong count in source.yaml", *where, words, "yaml", anywhere=True)


def missing_item(course: Examined) -> Iterator[Plant]:
    """A list with one item less than the words before it say."""
    for passage in course.passages:
        count = announced(passage.text, passage.quantities)
        if count is None or passage.block is None or passage.kind != "paragraph":
            continue
        for number in range(passage.block.end_line + 1, passage.block.end_line + 4):
            text = course.line(passage.span.file, number)
            if re.match(r"(?:- |\d+\. )", text):
                yield edit(
                    course, "missing list item", passage.span.file, number, 0, len(text), "", "list", anywhere=True
                )
                break


def wrong_code(course: Examined) -> Iterator[Plant]:
    """Another number in a document's code."""
    for file, number, line in module_lines(course):
        for match in _CODE.finditer(line):
            other = f"{int(match[1]) + 61:0{len(match[1])}}"
            yield edit(course, "wrong code", file, number, *match.span(1), other)


def neighbouring_code(course: Examined) -> Iterator[Plant]:
    """The number of another programme that there is, where the words or citations tell them apart."""
    for file, number, line in module_lines(course):
        for match in re.finditer(r"(?<![\w/.,-])(0[1-9])(-CTr/TU)[^{|]*\{cite\}`ctr-tu:(\d+)[^`,]*`", line):
            if int(match[1]) == int(match[3]) and len(_CODE.findall(line)) == 1:
                other = f"{int(match[1]) % 9 + 1:02}"
                yield edit(course, "another document's code", file, number, *match.span(1), other)


def issuer(course: Examined) -> Iterator[Plant]:
    """TW for TU."""
    for file, number, line in module_lines(course):
        for match in re.finditer(r"(?<=-CTr/)TU\b|(?<=-NQ/)TW\b", line):
            yield edit(course, "TU for TW", file, number, *match.span(), "TW" if match.group() == "TU" else "TU")


def wrong_date(course: Examined) -> Iterator[Plant]:
    """Another day."""
    for file, number, line in module_lines(course):
        for match in _DATE.finditer(line):
            inside = re.match(r"\s*- |^:|^%", line)
            if not inside:
                yield edit(course, "wrong date", file, number, *match.span(1), str(int(match[1]) % 28 + 1))


def later_date(course: Examined) -> Iterator[Plant]:
    """A fact of a day after the as-of date, outside its box."""
    day = "Ngày 15-11-2036, cấp ủy ban hành chương trình mới. "
    for file, number, _ in prose_lines(course):
        yield edit(course, "later fact", file, number, 0, 0, day)


def wrong_term(course: Examined) -> Iterator[Plant]:
    """The ordinal of another congress with this one's term."""
    for file, number, line in module_lines(course):
        for match in re.finditer(r"lần thứ (XVII|17)(?= Đảng bộ thành phố Hà Nội, nhiệm kỳ)", line):
            other = "XVI" if match[1] == "XVII" else "16"
            yield edit(course, "wrong congress", file, number, *match.span(1), other)


def bare_post(course: Examined) -> Iterator[Plant]:
    """A person with a post and no date."""
    for file, number, _ in prose_lines(course):
        words = "Bí thư Thành ủy Vương Đình Huệ chủ trì hội nghị. "
        yield edit(course, "post without date", file, number, 0, 0, words)


def dead_citation(course: Examined) -> Iterator[Plant]:
    """An address no source has."""
    for file, number, line in module_lines(course):
        for match in re.finditer(r"\{cite\}`([^`,]+)`", line):
            yield edit(course, "dead citation", file, number, *match.span(1), match[1] + ".z9")


def wrong_citation(course: Examined) -> Iterator[Plant]:
    """The address of another provision, beside a figure written out."""
    paths = [path for _, path in course.curriculum.provisions]
    for site in course.sites:
        line = course.line(site.file, site.line)
        cites = re.findall(r"\{cite\}`([^`]+)`", line)
        match = re.search(r"\{cite\}`([^`:,]+)`", line[site.end :])
        is_fact = measures_facts(site.quantity.unit) and site.text == "prose" and site.figure is None
        if len(cites) == 1 and match and is_fact:
            top = match[1].split(".")[0]
            other = next((path for path in paths if path.split(".")[0] not in (top, "mo-dau") and "." in path), None)
            if other:
                start = site.end + match.start(1)
                end = site.end + match.end(1)
                yield edit(course, "wrong citation", site.file, site.line, start, end, other)


def unknown_name(course: Examined) -> Iterator[Plant]:
    """A figure, a term or a block that is not there."""
    for file, number, line in module_lines(course):
        for match in re.finditer(r"\{(value|term|ref)\}`([^`]+)`", line):
            yield edit(course, f"unknown {match[1]}", file, number, *match.span(2), match[2] + "x")


def lost_answer(course: Examined) -> Iterator[Plant]:
    """A question whose answer became a hint."""
    for file, number, line in module_lines(course):
        match = re.match(r":{3,}\{(answer)\}", line)
        if match:
            yield edit(course, "lost answer", file, number, *match.span(1), "hint", "question", anywhere=True)


def vague_objective(course: Examined) -> Iterator[Plant]:
    """An objective that begins with "hiểu"."""
    inside = False
    for file, number, line in module_lines(course):
        inside = line.startswith(":::{objectives}") or (inside and not line.startswith(":::"))
        match = re.match(r"- (\S+(?: \S+)? được)", line)
        if inside and match:
            yield edit(course, "vague objective", file, number, *match.span(1), "Hiểu rõ", "objectives")


def wrong_minutes(course: Examined) -> Iterator[Plant]:
    """Five minutes more for an activity."""
    for file, number, line in module_lines(course):
        match = re.match(r":minutes: (\d+)$", line)
        if match:
            words = str(int(match[1]) + 5)
            if "break" not in course.line(file, number - 1):
                yield edit(course, "wrong minutes", file, number, *match.span(1), words, "plan", anywhere=True)


def varied_term(course: Examined) -> Iterator[Plant]:
    """A near word for a term of the resolution."""
    for file, number, line in module_lines(course):
        for match in re.finditer(r"(?<!\w)(?:ba|3) (khâu) đột phá", line, re.IGNORECASE):
            yield edit(course, "varied term", file, number, *match.span(1), "mũi")


def wrong_sum(course: Examined) -> Iterator[Plant]:
    """A sum in prose that is not one."""
    for file, number, _ in prose_lines(course):
        yield edit(course, "wrong sum", file, number, 0, 0, "Chương trình có 95 tiết (45 + 15 + 15 + 10). ")


def changed_source(course: Examined) -> Iterator[Plant]:
    """A figure of the source corrected, the course left as it was: its review must become suspect."""
    for source in course.curriculum.project.sources:
        cited = {citation.path for citation in course.curriculum.citations if citation.source == source.id}
        by_line = {provision.line: provision.path for provision in source.walk()}
        for number, line in enumerate(course.files[source.file].decode().split("\n"), 1):
            match = re.search(r"(?<=\d,)\d(?=[%\s-])", line)
            if by_line.get(number) in cited and match:
                other = str((int(match.group()) + 2) % 10)
                yield edit(course, STALE, source.file, number, *match.span(), other, "source")


KINDS: dict[str, Planting] = {
    "other horizon": other_horizon,
    "swapped figures": swapped_values,
    "invented figure": invented,
    "wrong announced count": wrong_count,
    "wrong count in source.yaml": announced_in_source,
    "missing list item": missing_item,
    "wrong code": wrong_code,
    "another document's code": neighbouring_code,
    "TU for TW": issuer,
    "wrong date": wrong_date,
    "later fact": later_date,
    "wrong congress": wrong_term,
    "post without date": bare_post,
    "dead citation": dead_citation,
    "wrong citation": wrong_citation,
    "unknown name": unknown_name,
    "lost answer": lost_answer,
    "vague objective": vague_objective,
    "wrong minutes": wrong_minutes,
    "varied term": varied_term,
    "wrong sum": wrong_sum,
    STALE: changed_source,
}
