"""What each provision is in a resolution, proposed from headings and wording; a person decides."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from giaotrinh.model.source import Provision, Role
from giaotrinh.model.text import fold
from giaotrinh.outline.figures import read_figures
from giaotrinh.viet.number import COUNT

_HEADING_LENGTH = 250
_COUNT = rf"(?:(?:các|những|{COUNT})\s+)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A wording of headings, the role of what is headed so, and of the items below it."""

    wording: re.Pattern[str]
    own: Role | None
    items: Role | None


def _rule(wording: str, own: Role | None, items: Role | None) -> _Rule:
    return _Rule(wording=re.compile(wording), own=own, items=items)


_RULES = (
    _rule(r"^(?:về\s+)?chủ đề", Role.THEME, None),
    _rule(r"tổ chức thực hiện|điều khoản thi hành|trách nhiệm thi hành|hiệu lực thi hành", None, Role.IMPLEMENTATION),
    _rule(rf"^{_COUNT}bài học", None, Role.LESSON),
    _rule(r"^nguyên nhân|nguyên nhân (?:của|chủ yếu|khách quan|chủ quan)", Role.CAUSE, Role.CAUSE),
    _rule(r"hạn chế|yếu kém|khuyết điểm|tồn tại, ", Role.LIMITATION, Role.LIMITATION),
    _rule(r"^(?:về\s+)?(?:kết quả|thành tựu|ưu điểm|những kết quả)", Role.RESULT, Role.RESULT),
    _rule(rf"^(?:về\s+)?{_COUNT}(?:khâu\s+)?đột phá(?! phát triển| về| trong)", None, Role.BREAKTHROUGH),
    _rule(r"^(?:định hướng|mục tiêu)?,?\s*(?:đến|tới) năm \d{4}|^định hướng (?:đến|tới) năm", Role.GOAL, Role.TARGET),
    _rule(r"^(?:về\s+)?tầm nhìn", Role.VISION, Role.VISION),
    _rule(r"mục tiêu (?:tổng quát|chung)", Role.GOAL, Role.GOAL),
    _rule(r"mục tiêu cụ thể|chỉ tiêu", None, Role.TARGET),
    _rule(
        rf"^{_COUNT}(?:nhóm\s+)?nhiệm vụ,? (?:và )?giải pháp|^{_COUNT}nhóm nhiệm vụ|nhiệm vụ cụ thể",
        None,
        Role.TASK_GROUP,
    ),
    _rule(rf"^{_COUNT}nhiệm vụ", None, Role.TASK),
    _rule(r"^(?:phương hướng|định hướng)|\bđịnh hướng (?:lớn|phát triển|nhiệm vụ)", None, Role.ORIENTATION),
    _rule(r"^(?:về\s+)?(?:các\s+)?mục tiêu", Role.GOAL, Role.GOAL),
    _rule(r"quan điểm", None, Role.VIEWPOINT),
)
"""The first rule that fits a heading counts: "định hướng đến năm 2030" is a time, "năm định hướng lớn" a role."""


def propose_roles(provisions: Sequence[Provision]) -> Mapping[str, Role]:
    """Return path -> role for the provisions whose heading or place says what they are; the others are left out."""
    measured = frozenset(read_figures(provisions))
    return MappingProxyType(dict(_roles(provisions, None, measured)))


def count_roles(roles: Mapping[str, Role], provisions: Sequence[Provision]) -> Mapping[Role, int]:
    """Return how many provisions have each role, those below another of the same role not counted."""
    counts: dict[Role, int] = {}
    for root in provisions:
        for part, above in _with_parents(root, frozenset()):
            role = roles.get(part.path)
            if role is not None and role not in above:
                counts[role] = counts.get(role, 0) + 1
    return counts


def _with_parents(part: Provision, above: frozenset[Role]) -> Iterator[tuple[Provision, frozenset[Role]]]:
    yield part, above
    for child in part.children:
        yield from _with_parents(child, above)


def _roles(parts: Sequence[Provision], inherited: Role | None, measured: frozenset[str]) -> Iterator[tuple[str, Role]]:
    for part in parts:
        if part.kind in ("preamble", "annex"):
            continue
        rule = _rule_of(part)
        own = _own_role(part, rule, inherited, measured)
        if own is not None:
            yield part.path, own
        yield from _roles(part.children, _role_below(rule, own), measured)


def _own_role(part: Provision, rule: _Rule | None, inherited: Role | None, measured: frozenset[str]) -> Role | None:
    if rule is not None and (part.children or inherited is None or rule.own is Role.VISION):
        return rule.own or (inherited if part.children else rule.items)
    if inherited is Role.TARGET and part.path not in measured and not part.children:
        return Role.GOAL
    return inherited


def _role_below(rule: _Rule | None, own: Role | None) -> Role | None:
    if rule is not None and rule.items is not None:
        return rule.items
    return {Role.TASK_GROUP: Role.TASK, Role.GOAL: Role.TARGET}.get(own, own) if own else None


def _rule_of(part: Provision) -> _Rule | None:
    heading = fold(part.title)
    if not part.children and "\n" not in part.text and part.kind not in ("roman", "capital", "article"):
        return None
    if len(heading) > _HEADING_LENGTH:
        return None
    return next((rule for rule in _RULES if rule.wording.search(heading)), None)
