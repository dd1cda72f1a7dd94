"""Announced counts: "20 chỉ tiêu", "ba khâu đột phá" in source and course against the provisions there are.

The number of another document (its own source says it) is that document's; a part of the whole ("ba chỉ tiêu sau",
"chọn hai chỉ tiêu") is no count of it. A sample source is known to be incomplete: there an unmet count is information.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from giaotrinh.check.figures.metric import clause_of
from giaotrinh.check.linking.naming import place
from giaotrinh.check.passages.passage import Address, Passage
from giaotrinh.check.passages.scopes import Scopes
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, error, info
from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.model.source import Provision, Role, Source, Status
from giaotrinh.viet.number import COUNT, count_value
from giaotrinh.viet.roles import NOUNS, TERMS, role_named

_PART_BEFORE = re.compile(
    r"(?<!\w)(?:trong|chọn|lấy|mỗi|từng|thêm|nhóm|một số|thứ|ít nhất|vài|mấy|khâu|còn|với|so sánh|ví dụ|(?<!thay )cho|"
    r"đọc|giao|nhận|rút|bốc|nêu|kể|viết|phân tích|số)\s*$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"\s+(?:sau|đầu|trên|này|đó|ấy|còn lại|khác|của đơn vị|mới|vượt|về đích|liên quan|cần|ở|do|gắn|đọc|trong|thuộc|"
    r"cụ thể|thành phần|của (?:chương trình|kế hoạch)|dưới|quan trọng nhất|bất kỳ|cùng|có|đã|chưa|đang)(?!\w)",
    re.IGNORECASE,
)
_WHOLE_AFTER = re.compile(r"\s*,?\s*(?:chủ yếu|lớn|kinh nghiệm|đột phá|giải pháp|và nhiệm vụ trọng tâm)", re.IGNORECASE)
"""Words that make a noun the resolution's own term: "19 chỉ tiêu chủ yếu" speaks of all of them."""


_ORDINALS = {
    role: re.compile(rf"(?:{NOUNS[role]})\s+thứ\s+(?P<number>{COUNT})(?!\w)", re.IGNORECASE)
    for role in TERMS
    if role is not Role.TARGET  # of targets there are other documents' too
}
_OF_ALL = re.compile(r"Nghị quyết|Đại hội|toàn bộ|(?<!\w)(?:cả|đủ|gồm|đề ra|xác định)(?!\w)", re.IGNORECASE)

MOST = Decimal("0.65")
"""Share of the announced number from which a count by itself speaks of all the items."""


def counts(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every announced count that is not met and every count in the course that differs."""
    for source in subject.sources:
        yield from _announced(source)
    expected = subject.knowledge.of(_expected)
    known = subject.knowledge.of(_known)
    scopes = Scopes(subject)
    for passage in subject.passages:
        yield from _ordinals(subject, passage, expected)
        counted = [(role, each) for each in passage.quantities if (role := role_named(each.unit)) in expected]
        own = scopes.of(passage).own if counted else frozenset()
        for role, quantity in counted:
            if other := _other_count(subject, role, quantity, own):
                yield from _stated_otherwise(subject, passage, quantity, *other)
            elif not _is_stated(known.get((role, quantity.low), ()), own):
                yield from _differs(subject, passage, quantity, role, expected[role])


def _announced(source: Source) -> Iterator[Diagnostic]:
    for role, count in source.announced.items():
        found = len(items_of(source, role))
        if found == count:
            continue
        span = place(source.spans, f"announced.{role}", source.settings_file)
        words = {"role": role.value, "announced": count, "found": found, "source": source.short_title}
        lacking = source.status is Status.SAMPLE and found < count
        yield info("count-not-met", span, **words) if lacking else error("count-differs-in-source", span, **words)


def items_of(source: Source, role: Role) -> tuple[Provision, ...]:
    """Return the provisions of a role, those below another of the same role left out."""
    return tuple(_topmost(source.provisions, role))


def _topmost(provisions: tuple[Provision, ...], role: Role) -> Iterator[Provision]:
    for provision in provisions:
        if provision.role is role:
            yield provision
        else:
            yield from _topmost(provision.children, role)


def _expected(curriculum: Curriculum) -> dict[Role, int]:
    """Return the counts of the main source: as announced, else as there are in a complete one."""
    source = curriculum.sources.get(curriculum.course.main_source)
    if source is None:
        return {}
    counted = {role: len(items_of(source, role)) for role in Role} if source.status is Status.COMPLETE else {}
    return {role: count for role, count in counted.items() if count > 1} | dict(source.announced)


def _known(curriculum: Curriculum) -> dict[tuple[Role, object], list[Address]]:
    """Return what any source says of a count of its own: (role, number) -> the provisions that say it."""
    found: dict[tuple[Role, object], list[Address]] = {}
    for source in curriculum.project.sources:
        for provision in source.walk():
            for quantity in provision.quantities:
                if (role := role_named(quantity.unit)) is not None:
                    found.setdefault((role, quantity.low), []).append((source.id, provision.path))
    return found


def _other_count(
    subject: Subject, role: Role, said: Quantity, own: frozenset[Address]
) -> tuple[Provision, Source, Quantity] | None:
    """Return the only count of the same things that a cited provision of another document has, where it differs."""
    found = [
        (provision, subject.curriculum.sources[source], each)
        for source, path in sorted(own)
        if source != subject.course.main_source and (provision := subject.curriculum.provisions.get((source, path)))
        for each in provision.quantities
        if role_named(each.unit) is role
    ]
    return found[0] if len(found) == 1 and found[0][2].low != said.low else None


def _stated_otherwise(
    subject: Subject, passage: Passage, said: Quantity, provision: Provision, source: Source, stated: Quantity
) -> Iterator[Diagnostic]:
    # Where the count itself is cited, only words make another number that of a part.
    if _is_no_count(passage, said) or (said.low < stated.low and _is_part(passage.text, said, 0)):
        return
    words = {"found": said.text, "stated": stated.text, "path": provision.path, "source": source.cite_as}
    yield error("figure-differs", passage.place(said.number_start, said.number_end), source.span_of(provision), **words)


def _is_no_count(passage: Passage, said: Quantity) -> bool:
    run = passage.run_at(said.number_start)
    quoted = run is not None and run.kind in ("from", "code", "value")
    return quoted or said.low != said.high or said.qualifier is not Qualifier.EXACT


def _is_stated(places: Sequence[Address], own: frozenset[Address]) -> bool:
    """Whether a source says this count: one that the passage cites, any where it cites none."""
    return bool(places) and (not own or any(source == cited for source, _ in places for cited, _ in own))


def _differs(subject: Subject, passage: Passage, said: Quantity, role: Role, expected: int) -> Iterator[Diagnostic]:
    if said.low == expected or _is_no_count(passage, said):
        return
    if said.low < expected and _is_part(passage.text, said, expected):
        return
    if _lists_its_own(passage.text, said):
        return
    source = subject.curriculum.sources[subject.course.main_source]
    span = passage.place(said.number_start, said.number_end)
    yield error("count-differs", span, found=said.text, expected=expected, source=source.short_title)


def _lists_its_own(text: str, said: Quantity) -> bool:
    """Whether a count announces what stands behind its colon: "Năm chỉ tiêu: rừng 42%; nước thải 65-70%; ..."."""
    _, colon, listed = text[said.end :].partition(":")
    return (
        bool(colon)
        and not text[said.end :].partition(":")[0].strip()
        and said.low
        in (
            len(listed.split(";")),
            len(listed.split(",")),
        )
    )


def _ordinals(subject: Subject, passage: Passage, expected: Mapping[Role, int]) -> Iterator[Diagnostic]:
    """Yield a finding for "khâu đột phá thứ tư" of three."""
    if "thứ" not in passage.text:
        return
    for role, pattern in _ORDINALS.items():
        for match in pattern.finditer(passage.text) if role in expected else ():
            if count_value(match["number"]) > expected[role]:
                name = subject.curriculum.sources[subject.course.main_source].short_title
                span = passage.place(match.start(), match.end())
                yield error("count-differs", span, found=match.group(), expected=expected[role], source=name)


def _is_part(text: str, said: Quantity, expected: int) -> bool:
    """Whether a smaller number speaks of some of the items: "chọn hai chỉ tiêu", "ba chỉ tiêu sau"."""
    before = text[max(0, said.start - 24) : said.start]
    if _PART_BEFORE.search(before):
        return True
    if _WHOLE_AFTER.match(text, said.end):
        return False
    if _PART_AFTER.match(text, said.end):
        return True
    return said.low < expected * MOST and _OF_ALL.search(clause_of(text, said.start)) is None
