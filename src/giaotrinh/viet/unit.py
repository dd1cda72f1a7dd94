"""Units as they follow a number: "%/năm", "triệu đồng/người", "m2 sàn/người", "giường/vạn dân", "doanh nghiệp"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from giaotrinh.model.text import fold
from giaotrinh.viet.lexicon import any_of, words

_NAMES = {
    "điểm %": r"điểm\s*(?:%|phần trăm)",
    "%": r"%|phần trăm\b",
    "usd": r"USD\b|US\$|đô\s?la(?:\s+Mỹ)?(?:\s*\(USD\))?|\$",
    "euro": r"euro\b|EUR\b|€",
    "đồng": r"(?:đồng(?!\s+(?:chí|bào|bộ|thời|ý|hồ|ruộng|loạt|hành|nghiệp|đội|minh)\b)|VNĐ|VND|đ)(?!\w)"
    r"(?:\s+Việt Nam)?",
    "km2": r"km(?:2|²)(?!\w)",
    "m2": r"(?:m(?:2|²)|mét vuông)(?!\w)",
    "m3": r"(?:m(?:3|³)|mét khối)(?!\w)",
    "km": r"(?:km|ki-?lô-?mét)(?!\w)",
    "m": r"(?:m|mét)(?!\w)",
    "ha": r"(?:ha|héc-?\s?ta|hecta)(?!\w)",
    "mw": r"(?:MW|mê-?ga-?oát)(?!\w)",
}
_THING = any_of(words("units", "things"))
_MEASURE = any_of(words("units", "measures"))
SPANS = frozenset(words("units", "spans"))
_SPAN = any_of(SPANS)
_SCALE = r"(?:vạn|nghìn|ngàn|triệu|\d[\d.]*)\s+"
_PER_WORD = r"[a-zà-ỹđ]+\d?(?:\s+(?:dân|đêm|công nghiệp|lao động|đình)\b)?"
_PER = re.compile(rf"(?:\s+[a-zà-ỹđ]+){{0,2}}?(?P<per>(?:\s?/\s?(?:{_SCALE})?{_PER_WORD})+)", re.IGNORECASE)
_BARE_PER = re.compile(rf"/\s?(?:{_SCALE})?(?:dân|người dân|người|năm|tháng|ngày|hộ|ha|km2?)(?!\w)", re.IGNORECASE)
_PER_IN_WORDS = re.compile(
    r"\s+(?:trên|/)\s*(?:một|1|mỗi|10\.000)\s+vạn\s+dân(?!\w)|\s+trên\s+10\.000\s+dân(?!\w)", re.IGNORECASE
)
_YEARLY = re.compile(r"\s+(?:mỗi|một|trên|hằng|hàng|trong(?:\s+(?:một|01|1))?)\s+năm(?!\w)(?!\s*\d)", re.IGNORECASE)
_UNIT = re.compile(
    r"[ ]?(?:"
    + "|".join(f"(?P<n{index}>{pattern})" for index, pattern in enumerate(_NAMES.values()))
    + rf"|(?P<measure>{_MEASURE})(?!\w)|(?P<span>{_SPAN})(?!\w)|(?P<thing>{_THING})(?!\w))",
    re.IGNORECASE,
)
_UNIT_OF_NAME = re.compile(r"\((?P<unit>[^()\d]{1,40})\)\s*$")
_PER_OF_NAME = re.compile(r"/\s*(?P<per>năm|vạn dân|người|hộ|km2|ha)(?!\w)(?=[^/]*$)")
_SCALED = re.compile(r"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s", re.IGNORECASE)
_CANONICAL = tuple(_NAMES)
POINTS = "điểm %"
MEASURES = frozenset({*_NAMES, *map(fold, words("units", "measures")), *words("units", "spans")})
"""Units that measure; any other unit names the things that are counted."""

PEOPLE = frozenset(words("units", "people"))
GENERAL = frozenset({"", *words("units", "general")})
_SPELLINGS = {"bác sỹ": "bác sĩ", "uỷ viên": "ủy viên", "giường bệnh": "giường"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit at a place of a text."""

    name: str
    """Folded and spelled one way: "usd", "%/năm", "m2 sàn/người", "doanh nghiệp"."""
    end: int
    counted: bool = False
    """Whether it is a counted thing or a stretch of time rather than a measure."""
    whole: bool = False
    """Whether it comes in whole numbers only: people, projects."""


def read_unit(text: str, start: int) -> Unit | None:
    """Return the unit that begins at a place, after at most one blank; None where no known one does."""
    bare = _BARE_PER.match(text, start)
    if bare:
        return Unit(name=_per_name(bare.group()), end=bare.end())
    match = _UNIT.match(text, start)
    if match is None or _is_name(match["thing"]):
        return None
    counted = match["thing"] is not None or match["span"] is not None
    tail, end = _tail(text, match.end(), yearly=match["n1"] is not None or fold(match.group()) == "lần")
    return Unit(name=_base(match) + tail, end=end, counted=counted, whole=match["thing"] is not None and not tail)


def named_unit(name: str) -> str:
    """Return the unit that the name of a figure ends with: "Số bác sĩ/vạn dân (người)" gives "người/vạn dân"."""
    match = _UNIT_OF_NAME.search(name)
    if match is None or not _is_unit(match["unit"]):
        return ""
    per = _PER_OF_NAME.search(name[: match.start()])
    return match["unit"] + (f"/{per['per']}" if per and "/" not in match["unit"] else "")


def _is_unit(words: str) -> bool:
    return read_unit(words, 0) is not None or _SCALED.match(words) is not None


@lru_cache(maxsize=4096)
def base(unit: str) -> str:
    """Return the unit without what follows a stroke or qualifies a measure: "%/năm", "m2 sàn/người" give "%", "m2"."""
    head = unit.split("/")[0]
    if head.startswith(POINTS):
        return POINTS
    first = head.split(" ")[0]
    return first if first in MEASURES else head


@lru_cache(maxsize=4096)
def is_measured(unit: str) -> bool:
    """Whether a unit measures, as against naming things that are counted."""
    return base(unit) in MEASURES and bool(unit)


def is_part_of(shorter: str, longer: str) -> bool:
    """Return whether a unit is the beginning of another, as at the first end of a range: "m2" of "m2/người"."""
    return longer == shorter or longer.startswith((f"{shorter}/", f"{shorter} "))


def _is_name(thing: str | None) -> bool:
    """Return whether a counted thing begins with a capital: "28 Bộ Công Thương" counts no sets."""
    return thing is not None and thing[0].isupper() and not thing.isupper()


def _base(match: re.Match[str]) -> str:
    for index, name in enumerate(_CANONICAL):
        if match[f"n{index}"] is not None:
            return name
    word = fold(match["measure"] or match["span"] or match["thing"])
    return _SPELLINGS.get(word, word)


def _tail(text: str, start: int, *, yearly: bool) -> tuple[str, int]:
    in_words = _PER_IN_WORDS.match(text, start)
    if in_words:
        return "/vạn dân", in_words.end()
    per = _PER.match(text, start)
    if per:
        between = fold(text[start : per.start("per")])
        return (f" {between}" if between else "") + _per_name(per["per"]), per.end()
    yearly_match = _YEARLY.match(text, start) if yearly else None
    return ("/năm", yearly_match.end()) if yearly_match else ("", start)


def _per_name(text: str) -> str:
    return "/" + "/".join(fold(part) for part in text.split("/") if part.strip())
