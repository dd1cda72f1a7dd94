"""What a right number is said of: its direction, base, period, origin and range of comparison, beside its provision's.

The number is the provision's; the words next to it turn it into another fact: "giảm 10%" for "tăng 10%", "3% GDP" for
"3% tổng chi", "mỗi quý" for "/năm". Only words of closed sets are compared, within the stretch between the number
before and the number behind, so that each is said of this number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from giaotrinh.check.figures.metric import sentence_bounds
from giaotrinh.check.passages.statement import Statement
from giaotrinh.model.quantity import Quantity
from giaotrinh.model.text import fold


class Facet(StrEnum):
    """Which side of a fact differs."""

    DIRECTION = "direction"
    PERIOD = "period"
    BASE = "base"
    ORIGIN = "origin"
    REACH = "reach"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A facet that differs, with the words of both sides."""

    facet: Facet
    said: str
    stated: str
    """"" where the provision has no such word."""
    words: str
    """The provision's words around its number."""
    is_sure: bool


_UP = re.compile(r"(?<!\w)(?:tăng|nâng|gia\s+tăng)(?!\w)(?!\s+(?:trưởng|cường))", re.IGNORECASE)
_DOWN = re.compile(r"(?<!\w)(?:giảm|hạ|cắt\s+giảm)(?!\w)(?!\s+(?:tầng|nghèo\s+(?:bền|đa)))", re.IGNORECASE)
_GROWS = re.compile(r"(?<!\w)(?:tăng\s+thêm|giảm\s+(?:bớt|đi|thêm)|thêm)\s*$", re.IGNORECASE)
_KEEPS = re.compile(r"(?<!\w)(?:duy\s+trì|giữ|ổn\s+định|giữ\s+vững)(?!\w)", re.IGNORECASE)
_PERIODS = {
    "năm": r"/\s?năm|(?:mỗi|một|hằng|hàng|từng)\s+năm(?!\s+\d{4})|bình\s+quân\s+năm",
    "quý": r"/\s?quý|(?:mỗi|một|hằng|hàng|từng)\s+quý",
    "tháng": r"/\s?tháng|(?:mỗi|một|hằng|hàng|từng)\s+tháng",
    "tuần": r"/\s?tuần|(?:mỗi|một|hằng|hàng|từng)\s+tuần",
    "ngày": r"/\s?ngày|(?:mỗi|một|hằng|hàng|từng)\s+ngày",
    "nhiệm kỳ": r"/\s?nhiệm\s+kỳ|(?:cả|mỗi|một|toàn)\s+nhiệm\s+kỳ",
    "giai đoạn": r"cả\s+(?:giai\s+đoạn|thời\s+kỳ|5\s+năm|năm\s+năm)",
}
_PERIOD = re.compile("|".join(f"(?P<p{at}>{words})" for at, words in enumerate(_PERIODS.values())), re.IGNORECASE)
_SCALE = re.compile(
    r"(?:trên|/)\s*(?:(?:một|1|mỗi)\s+)?(?P<scale>vạn|nghìn|ngàn|triệu|trăm|10\.000|1\.000|100\.000)\s+(?:người\s+)?dân(?!\w)",
    re.IGNORECASE,
)
_SCALES = {"10.000": "vạn", "1.000": "nghìn", "ngàn": "nghìn"}
_BASE = re.compile(
    r"(?<!\w)(?:(?P<product>GDP|GRDP|GNI)|(?P<sum>tổng\s+(?:chi|thu|vốn|số|kim|sản|giá|mức|diện|dân|lao)(?:\s+[^\W\d_]+){0,3})|"
    r"(?P<budget>(?:chi\s+)?ngân\s+sách(?:\s+nhà\s+nước)?))(?!\w)",
)
_OF = re.compile(r"\s*(?:của|so\s+với|trên|trong)?\s*(?:toàn\s+bộ\s+)?", re.IGNORECASE)
_ORIGIN = re.compile(r"(?<!\w)từ\s+(?P<words>(?-i:[a-zà-ỹđA-ZĐ])[^\W\d_]*(?:\s+[^\W\d_]+)?)", re.IGNORECASE)
_REACHES = {
    "khu vực": r"Đông\s+Nam\s+Á|ASEAN|khu\s+vực",
    "châu Á": r"châu\s+Á",
    "thế giới": r"thế\s+giới|toàn\s+cầu",
    "cả nước": r"cả\s+nước|toàn\s+quốc|trong\s+nước",
    "vùng": r"trong\s+vùng|cả\s+vùng",
}
_REACH = re.compile("|".join(f"(?P<r{at}>{words})" for at, words in enumerate(_REACHES.values())), re.IGNORECASE)
_BEHIND = 60
_QUOTED = 8
"""Words quoted on each side."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A text around one number, without the numbers beside it."""

    before: str
    number: str
    behind: str

    @property
    def all(self) -> str:
        return f"{self.before} {self.number} {self.behind}"

    @property
    def words(self) -> str:
        """Return the number with the whole words next to it, as a message quotes them."""
        before, behind = self.before.split(), self.behind.split()
        return " ".join([*before[-_QUOTED:], self.number.strip(), *behind[:_QUOTED]])


def differences(text: str, said: Quantity, beside: Sequence[Quantity], statement: Statement) -> Iterator[Difference]:
    """Yield the facets in which a number of a text differs from the statement it is otherwise the same as."""
    ours = _stretch(text, said, beside)
    theirs = _stretch(statement.text, statement.quantity, statement.beside)
    for compare in (_direction, _period, _scale, _base, _origin, _reach):
        found = compare(ours, theirs)
        if found is not None:
            yield found


def _stretch(text: str, number: Quantity, beside: Sequence[Quantity]) -> _Stretch:
    first, last = sentence_bounds(text, number.number_start)
    first = max([first, *(each.number_end for each in beside if each.number_end <= number.number_start)])
    last = min([last, *(each.start for each in beside if each.start >= number.number_end)])
    first = max(first, text.rfind(";", first, number.start) + 1)
    stop = text.find(";", number.number_end, last)
    return _Stretch(
        text[first : number.number_start],
        text[number.number_start : number.number_end],
        text[number.number_end : stop if stop >= 0 else last],
    )


def _differ(theirs: _Stretch, facet: Facet, said: str, stated: str, *, sure: bool) -> Difference:
    return Difference(facet=facet, said=said, stated=stated, words=theirs.words, is_sure=sure)


def _direction(ours: _Stretch, theirs: _Stretch) -> Difference | None:
    said, stated = _moves(ours.before), _moves(theirs.before)
    if said and stated and said != stated:
        return _differ(theirs, Facet.DIRECTION, said, stated, sure=True)
    kept = _KEEPS.search(theirs.before)
    grown = _GROWS.search(re.sub(r"(?:khoảng|trên|hơn|ít nhất|tối thiểu|được|là)?\s*$", " ", ours.before))
    if kept and not stated and grown:
        return Difference(
            facet=Facet.DIRECTION, said=grown.group().strip(), stated=kept.group(), words=theirs.words, is_sure=False
        )
    return None


def _moves(before: str) -> str:
    """Return the last word that says which way a number goes, "" where none or both do in one breath."""
    up, down = list(_UP.finditer(before)), list(_DOWN.finditer(before))
    if bool(up) == bool(down):
        return ""
    return "tăng" if up else "giảm"


def _period(ours: _Stretch, theirs: _Stretch) -> Difference | None:
    said = _named(_PERIOD, _PERIODS, ours.number + ours.behind[:_BEHIND]) or _named(_PERIOD, _PERIODS, ours.before)
    stated = _named(_PERIOD, _PERIODS, theirs.number + theirs.behind[:_BEHIND]) or _named(
        _PERIOD, _PERIODS, theirs.before
    )
    if not said or said == stated:
        return None
    if stated:
        return _differ(theirs, Facet.PERIOD, said, stated, sure=True)
    own = _named(_PERIOD, _PERIODS, ours.number)
    return _differ(theirs, Facet.PERIOD, own, "", sure=False) if own and "%" in theirs.number else None


def _named(pattern: re.Pattern[str], names: dict[str, str], text: str) -> str:
    match = pattern.search(text)
    return "" if match is None else tuple(names)[int(str(match.lastgroup)[1:])]


def _scale(ours: _Stretch, theirs: _Stretch) -> Difference | None:
    said, stated = _SCALE.search(ours.all), _SCALE.search(theirs.all)
    if said is None or stated is None:
        return None
    one, other = (_SCALES.get(match["scale"].lower(), match["scale"].lower()) for match in (said, stated))
    if one == other:
        return None
    return Difference(
        facet=Facet.BASE, said=said.group().strip(), stated=stated.group().strip(), words=theirs.words, is_sure=True
    )


def _base(ours: _Stretch, theirs: _Stretch) -> Difference | None:
    said = _base_behind(ours.behind)
    if not said:
        return None
    stated = _base_behind(theirs.behind)
    if stated:
        same = fold(said).split()[0] == fold(stated).split()[0] and not (_is_product(said) or _is_product(stated))
        alike = same or fold(said) == fold(stated) or set(fold(said).split()) & set(fold(stated).split())
        return None if alike else _differ(theirs, Facet.BASE, said, stated, sure=True)
    own = theirs.before[max(0, theirs.before.rfind(",")) :]
    if _is_product(said) and said not in own + theirs.behind:
        return _differ(theirs, Facet.BASE, said, "", sure=False)
    return None


def _base_behind(behind: str) -> str:
    of = _OF.match(behind)
    match = _BASE.match(behind, of.end() if of else 0)
    return match.group().strip() if match else ""


def _is_product(base: str) -> bool:
    return base.isupper()


def _origin(ours: _Stretch, theirs: _Stretch) -> Difference | None:
    said = _ORIGIN.match(ours.behind.strip())
    stated = _ORIGIN.search(theirs.all)
    if said is None or stated is None or "%" not in ours.number:
        return None
    if set(fold(said["words"]).split()) & set(fold(theirs.all).split()):
        return None
    return _differ(theirs, Facet.ORIGIN, said.group(), stated.group(), sure=False)


def _reach(ours: _Stretch, theirs: _Stretch) -> Difference | None:
    said = _named(_REACH, _REACHES, ours.behind[:_BEHIND])
    stated = {tuple(_REACHES)[int(str(match.lastgroup)[1:])] for match in _REACH.finditer(theirs.behind[: 2 * _BEHIND])}
    if not said or not stated or said in stated:
        return None
    return _differ(theirs, Facet.REACH, said, ", ".join(sorted(stated)), sure=False)
