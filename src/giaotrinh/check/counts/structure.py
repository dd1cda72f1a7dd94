"""What a text says of the build of its source: how many parts, which one, under which number, against the tree.

"Phần III có bảy nhiệm vụ {cite}`III`", "gạch đầu dòng thứ tư {cite}`II.1.-4`", "đánh số La Mã từ I đến IV", "Điều 5
{cite}`D5.2`": the provisions that answer for the sentence have so many children, that place, that number, or not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from giaotrinh.check.claims.governing import Governing, Nearness, governing
from giaotrinh.check.figures.metric import sentence_bounds
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.scopes import Scopes
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.source import Provision, Source
from giaotrinh.viet.list_places import order_place
from giaotrinh.viet.number import COUNT, count_value
from giaotrinh.viet.roman import in_roman, read_roman

_KINDS = {
    "phần": {"part", "roman", "capital"},
    "chương": {"chapter"},
    "mục": {"section", "subsection", "roman", "number", "decimal"},
    "điều": {"article"},
    "khoản": {"number"},
    "điểm": {"letter", "number", "dash", "paren"},
    "gạch đầu dòng": {"dash", "plus"},
    "phụ lục": {"annex"},
}
"""Noun -> kinds of provisions it names."""

_MATTERS = (
    r"nhóm\s+(?:nhiệm\s+vụ|giải\s+pháp|vấn\s+đề|chỉ\s+tiêu)|nhiệm\s+vụ(?:\s*,\s*giải\s+pháp)?|giải\s+pháp|quan\s+điểm|nguyên\s+tắc|"
    r"mục\s+tiêu|yêu\s+cầu|chính\s+sách|nội\s+dung|vấn\s+đề|trường\s+hợp|tiêu\s+chí|điều\s+kiện|biện\s+pháp|hình\s+thức|lĩnh\s+vực|"
    r"đối\s+tượng|ý|con\s+số"
)
_COUNTING = re.compile(
    rf"(?<!\w)(?P<verb>có|gồm|bao\s+gồm|chia\s+(?:làm|thành|ra)|nêu|nêu\s+ra|đề\s+ra|xác\s+định|quy\s+định|ghi(?:\s+liền)?"
    rf"(?:\s+một\s+mạch)?|đưa\s+ra|đã\s+đọc)\s+(?:tất\s+cả\s+|đủ\s+|cả\s+thảy\s+|tới\s+)?(?P<count>{COUNT})\s+"
    rf"(?P<noun>{'|'.join(noun.replace(' ', chr(92) + 's+') for noun in _KINDS)}|{_MATTERS})(?!\w)",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\s*(?:sau|đầu|cuối|trên|này|đó|ấy|còn\s+lại|khác|mới|ở|liên\s+quan|quan\s+trọng|đáng|chính\s+sách|thưởng|số|cộng)(?!\w)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?<!\w)(?:Văn\s+bản|Nghị\s+quyết|Luật|Nghị\s+định|Chỉ\s+thị|Kết\s+luận)(?:\s+(?:này|số\s+\S+|[\d/]\S+))*\s*(?:được\s+)?$"
)
_ORDINAL = re.compile(
    r"(?<!\w)(?P<noun>gạch\s+đầu\s+dòng|khoản|điểm|ý|nhiệm\s+vụ|quan\s+điểm|nguyên\s+tắc|nội\s+dung|giải\s+pháp|vấn\s+đề|"
    r"yêu\s+cầu|trường\s+hợp)\s+thứ\s+"
    r"(?P<place>\d{1,2}|nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)(?!\w)",
    re.IGNORECASE,
)
_ROMAN_RANGE = re.compile(r"(?<!\w)La\s+Mã\s+(?:là\s+)?từ\s+I\s+đến\s+(?P<last>[IVXL]+)(?!\w)")
_REFERENCE = re.compile(
    r"(?<!\w)(?P<noun>(?-i:[Pp]hần|[Mm]ục|[Đđ]iều))\s+(?P<name>(?-i:[IVXL]+)(?![\w.])|\d{1,3}(?![\w./-]))(?P<other>\s+(?:của\s+)?"
    r"(?:Luật|Nghị|Bộ\s+luật|Hiến|Thông\s+tư|Quy\s+định|Chỉ\s+thị|Điều\s+lệ))?"
)
_CLAUSE = re.compile(
    rf"(?<!\w)(?:Khoản\s+(?P<first>{COUNT})|khoản\s+(?P<of>{COUNT})\s+(?:của\s+)?Điều\s+(?P<article>\d{{1,3}}))(?!\w)"
    r"(?!\s+(?:năm|tỷ|tỉ|triệu|nghìn|đồng|phần|này)(?!\w))(?!\s+Điều)(?!\s+(?:của\s+)?(?:Luật|Bộ\s+luật|Nghị|Hiến|Thông\s+tư))"
)
_OWN_PART = re.compile(
    r"(?<!\w)(?P<noun>(?-i:[Pp]hần|[Mm]ục|[Đđ]iều))\s+(?P<name>(?-i:[IVXL]+)(?![\w.])|\d{1,3}(?![\w./-])|này(?!\w))"
    r"(?P<between>(?:(?!(?i:phần|mục|điều)\s+[IVXL\d])[^;:.]){0,60})$"
)
"""The part whose build a sentence tells: "Phần IV có sáu mục", "Điều này có mười hai khoản"."""
_JOINED = re.compile(r"(?:,|(?<!\w)(?:và|với|đến|cùng))\s+$")
"""Before a part that is counted together with another: "Phần I và phần III có chín mục"."""
_OTHER_TEXT = re.compile(
    r"(?<!\w)(?:luật|nghị\s|hiến|thông\s+tư|quy\s+(?:định|chế)|chỉ\s+thị|điều\s+lệ)", re.IGNORECASE
)
_CLOSE = 3
"""How far a count may be from that of the children to be a miscount of them rather than a count of something else."""


def structure_counts(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every count, place and number of a part of the source that its tree does not have."""
    scopes = Scopes(subject)
    for passage in subject.passages:
        if passage.kind == "code" or not passage.text:
            continue
        yield from _romans(subject, passage)
        for match in _COUNTING.finditer(passage.text):
            yield from _count(subject, passage, match, governing(passage, match.start(), scopes.of(passage)))
        for match in _ORDINAL.finditer(passage.text):
            yield from _place(subject, passage, match, governing(passage, match.start(), scopes.of(passage)))
        if passage.cites:
            yield from _references(subject, passage)
            yield from _clauses(subject, passage)


def _count(subject: Subject, passage: Passage, match: re.Match[str], where: Governing) -> Iterator[Diagnostic]:
    said, noun = count_value(match["count"].lower()), " ".join(match["noun"].lower().split())
    if said < 2 or _SOME.match(passage.text, match.end()) or _is_foreign(passage, match.start()):
        return
    own = _own_part(passage, match) if not _in_annex(where) else None  # its parts are numbered anew
    whole = own is None and _is_of_whole(passage, match, noun)
    source = subject.curriculum.sources.get(subject.course.main_source)
    if own is not None:
        parts = _parts_named(subject, own, where)
    else:
        parts = source.provisions if whole and source else tuple(_governed(subject.curriculum, where))
    if not parts or (where.nearness > Nearness.PARAGRAPH and not whole and own is None):
        return
    counts = _counts(parts, noun) | _of_siblings(subject, where) if not whole else _counts_of_whole(parts, noun)
    if not counts or said in counts or (noun not in _KINDS and min(abs(said - each) for each in counts) > _CLOSE):
        return
    expected = min(counts, key=lambda each: (abs(said - each), each))
    make = error if noun in _KINDS else warning
    yield make(
        "structure-differs",
        passage.place(match.start("count"), match.end("noun")),
        found=f"{match['count']} {match['noun']}",
        path=", ".join(part.path for part in parts) if not whole else source.short_title if source else "",
        expected=expected,
    )


def _own_part(passage: Passage, match: re.Match[str]) -> re.Match[str] | None:
    """Return the part that a sentence names before it counts, None where it names none."""
    first, _ = sentence_bounds(passage.text, match.start())
    own = _OWN_PART.search(passage.text, first, match.start())
    return None if own is None or _JOINED.search(passage.text, first, own.start()) else own


def _in_annex(where: Governing) -> bool:
    return any(path.startswith("PL") for _, path in where.addresses)


def _parts_named(subject: Subject, own: re.Match[str], where: Governing) -> tuple[Provision, ...]:
    """Return the provision a sentence names by its number, or by "này" of what is cited; none of other documents."""
    if _OTHER_TEXT.search(own["between"]):
        return ()
    in_articles = own["noun"].lower() == "điều"
    if own["name"] == "này":
        roots = {(source, path.split(".")[0]) for source, path in where.addresses}
        alike = {root for root in roots if (root[1][:1] == "D") == in_articles}
        found = alike if len(roots) == 1 else set()
    else:
        source = {source for source, _ in where.addresses} or {subject.course.main_source}
        found = {(source.pop(), f"D{own['name']}" if in_articles else own["name"])} if len(source) == 1 else set()
    return tuple(subject.curriculum.provisions[each] for each in found if each in subject.curriculum.provisions)


def _is_of_whole(passage: Passage, match: re.Match[str], noun: str) -> bool:
    """Whether a count is of the parts of the whole document: no part of it is named or cited in the sentence."""
    first, last = sentence_bounds(passage.text, match.start())
    cited = any(first <= at <= last for _, at in passage.cites)
    if not cited and _WHOLE.search(passage.text[first : match.start()]):
        return True
    named = _REFERENCE.search(passage.text, first, last) is not None
    told = re.search(r"(?<!\w)(?:văn bản|nghị quyết)(?!\w)", passage.text[first : match.start()], re.IGNORECASE)
    return noun in ("điều", "chương") and told is not None and not cited and not named


def _is_foreign(passage: Passage, place: int) -> bool:
    run = passage.run_at(place)
    return run is not None and run.kind in ("from", "code")


def _governed(curriculum: Curriculum, where: Governing) -> Iterator[Provision]:
    for address in sorted(where.addresses):
        if address in curriculum.provisions:
            yield curriculum.provisions[address]


def _counts(parts: Iterable[Provision], noun: str) -> set[int]:
    """Return the numbers of things a noun may count in some provisions: one by one and together."""
    all_of = list(parts)
    found: set[int] = set()
    if noun == "con số":
        return {sum(len(each.quantities) for part in all_of for each in part.walk())}
    for part in all_of:
        below = [each for child in part.children for each in child.walk()]
        if noun in _KINDS:
            found |= {sum(each.kind in _KINDS[noun] for each in group) for group in (part.children, below)}
        else:
            found |= {len(each.children) for each in (part, *below)} | _said_in(part)
    if len(all_of) > 1:
        found |= {len(all_of), sum(len(part.children) for part in all_of)}
    return found - {0, 1}


def _of_siblings(subject: Subject, where: Governing) -> set[int]:
    """Return how many parts the provision has of which several are cited: "sáu điểm", then three of them."""
    parents = {(source, path.rpartition(".")[0]) for source, path in where.addresses}
    parent = subject.curriculum.provisions.get(next(iter(parents))) if len(parents) == 1 else None
    return {len(parent.children)} if parent is not None and len(where.addresses) > 1 else set()


def _said_in(part: Provision) -> set[int]:
    return {int(each.low) for each in part.quantities if each.low == each.high == each.low.to_integral_value()}


def _counts_of_whole(parts: Iterable[Provision], noun: str) -> set[int]:
    if noun not in _KINDS:
        return set()
    roots = tuple(parts)
    everywhere = sum(each.kind in _KINDS[noun] for root in roots for each in root.walk())
    return {sum(each.kind in _KINDS[noun] for each in roots), everywhere if noun in ("điều", "chương") else 0} - {0}


def _place(subject: Subject, passage: Passage, match: re.Match[str], where: Governing) -> Iterator[Diagnostic]:
    word = match["place"]
    said = int(word) if word.isdecimal() else order_place(word)
    in_articles = any(path.startswith("D") for _, path in where.addresses)
    if (
        where.nearness > Nearness.PARAGRAPH
        or not said
        or (match["noun"].lower() in ("khoản", "điểm") and not in_articles)
    ):
        return  # "khoản" and "điểm" are steps of articles; elsewhere they are sums of money and points made
    steps = {_step(path) for _, path in where.addresses}
    sizes = {len(part.children) for part in _governed(subject.curriculum, where)}
    if said in steps or 0 in steps or any(size >= said for size in sizes):
        return
    yield warning(
        "place-differs",
        passage.place(match.start(), match.end()),
        found=match.group(),
        path=", ".join(sorted(path for _, path in where.addresses)),
    )


def _step(path: str) -> int:
    """Return the place of a provision among its siblings as its address tells it, 0 where it does not."""
    last = path.rpartition(".")[2].lstrip("-+")
    return int(last) if last.isdecimal() else 0


def _romans(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    source = subject.curriculum.sources.get(subject.course.main_source)
    for match in _ROMAN_RANGE.finditer(passage.text) if source else ():
        last = sum(root.kind == "roman" for root in source.provisions) if source else 0
        if last and read_roman(match["last"]) != last:
            span = passage.place(match.start(), match.end())
            yield error("structure-differs", span, found=match.group(), path=_name(source), expected=in_roman(last))


def _name(source: Source | None) -> str:
    return source.short_title if source else ""


def _references(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    """Yield a finding for "Phần III" or "Điều 6" in a sentence whose citations are all of another one."""
    for match in _REFERENCE.finditer(passage.text):
        first, last = sentence_bounds(passage.text, match.start())
        cited = {
            path for (source, path), at in passage.cites if first <= at <= last and source == subject.course.main_source
        }
        named = list(_REFERENCE.finditer(passage.text, first, last))
        if not cited or match["other"] or len(named) > 1 or _is_foreign(passage, match.start()):
            continue
        name = f"D{match['name']}" if match["noun"].lower() == "điều" else match["name"]
        numbered = name[0] == "D" or not name.isdecimal()
        steps = {path.split(".")[0] for path in cited}
        alike = all(step[:1] == "D" and step[1:].isdecimal() if name[0] == "D" else read_roman(step) for step in steps)
        if numbered and alike and name not in steps and (name[0] == "D" or read_roman(name)):
            span = passage.place(match.start("noun"), match.end("name"))
            yield warning(
                "reference-differs",
                span,
                found=passage.text[match.start() : match.end("name")],
                path=", ".join(sorted(cited)),
            )


def _clauses(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    """Yield a finding for "Khoản 3" or "khoản 3 Điều 16" where a passage cites other clauses of one article alone."""
    cited = {path for (source, path), _ in passage.cites if source == subject.course.main_source}
    steps = [path.split(".") for path in sorted(cited)]
    if not steps or len({each[0] for each in steps}) > 1 or any(not _is_clause(each) for each in steps):
        return
    numbers, words = {int(each[1]) for each in steps}, _words_of(subject, passage)
    for match in _CLAUSE.finditer(passage.text):
        said = count_value((match["first"] or match["of"]).lower())
        foreign = match["article"] and f"D{match['article']}" != steps[0][0]
        if said not in numbers and not foreign and f"khoản {said} " not in words:
            span, path = passage.place(match.start(), match.end()), ", ".join(sorted(cited))
            yield warning("reference-differs", span, found=match.group(), path=path)


def _is_clause(steps: Sequence[str]) -> bool:
    return len(steps) > 1 and steps[0][:1] == "D" and steps[0][1:].isdecimal() and steps[1].isdecimal()


def _words_of(subject: Subject, passage: Passage) -> str:
    """Return the words of what a passage cites: they may name clauses of the same article themselves."""
    known = (subject.curriculum.provisions.get(address) for address, _ in passage.cites)
    return " ".join(part.full_text() for part in known if part is not None)
