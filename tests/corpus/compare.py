"""What was read of a real resolution compared with its truth."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from corpus.truth import (
    POWERS,
    address,
    bounds,
    expected_counts,
    expected_kinds,
    is_date,
    places,
    plain_value,
    unit_of,
)
from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.model.source import Provision
from giaotrinh.model.text import fold, syllables
from giaotrinh.outline.figures import read_figures
from giaotrinh.outline.metadata import Metadata

QUALIFIERS = (
    (
        ("trở lên", "ít nhất", "tối thiểu", "không đạt dưới", "không được ít hơn", "không thấp hơn", "≥"),
        {Qualifier.AT_LEAST},
    ),
    (("không quá", "không vượt quá", "tối đa", "chậm nhất", "trở xuống", "≤"), {Qualifier.AT_MOST}),
    (("trong thời hạn", "trong thời gian", "trong vòng", "trước"), {Qualifier.AT_MOST, Qualifier.EXACT}),
    (("khoảng trên",), {Qualifier.ABOUT, Qualifier.ABOVE}),
    (("khoảng", "ước"), {Qualifier.ABOUT}),
    (("gần",), {Qualifier.NEARLY}),
    (("trên", "hơn", ">"), {Qualifier.ABOVE}),
    (("dưới", "<"), {Qualifier.BELOW}),
)
PERSONS = {"nghiên cứu sinh", "giảng viên", "giám đốc", "chuyên gia", "học sinh", "đồng chí"}
"""Units that a truth file calls "người"."""


@dataclass
class Score:
    """Right and expected, and what was missed."""

    right: int = 0
    expected: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, right: int, expected: int, miss: str) -> None:
        self.right += right
        self.expected += expected
        if right < expected:
            self.misses.append(miss)

    @property
    def share(self) -> float:
        return self.right / self.expected if self.expected else 1.0


def metadata_score(truth: dict[str, Any], carrier: str, found: Metadata) -> Score:
    """Compare what the text says of itself with the truth; what the truth says is not in the text does not count."""
    score = Score()
    wanted = {
        "title": (truth.get("title"), found.title),
        "number": (truth.get("number"), found.number),
        "date": (truth.get("date_in_text", truth.get("date")), found.date),
        "issuer": (truth.get("issuing_body"), found.issuer),
        "place": (truth.get("place"), found.place),
        "signer": (truth.get("signer_role"), found.signer_role),
    }
    for name, (told, ours) in wanted.items():
        value = plain_value(told)
        if value is None or not in_text(told, carrier):
            continue
        told, ours = dashed(str(value)), dashed(ours)
        same = bool(ours) and told.startswith(ours)
        score.add(int(same), 1, f"{name}: {ours!r}, wanted {value!s:.80}")
    return score


def dashed(text: str) -> str:
    """Return folded text with dashes that touch the words beside them."""
    return re.sub(r"\s*[-,]\s*(?=kt|phó|chủ|thủ|bí|tổng)|\s*-\s*", "-", fold(text))


def in_text(told: Any, carrier: str) -> bool:
    """Return whether the truth says a value can be read in this carrier."""
    said = told.get("in_text", True) if isinstance(told, dict) else True
    said = said.get(carrier, True) if isinstance(said, dict) else said
    return said is True


def find(provisions: tuple[Provision, ...], path: str) -> Provision | None:
    """Return the provision with an address; rows of an annex are counted through its groups."""
    every = {part.path: part for root in provisions for part in root.walk()}
    annex, slash, row = path.partition("/")
    rows = [
        part for found, part in every.items() if slash and found.startswith(f"{annex}/") and found.endswith(f".{row}")
    ]
    return every.get(path) or next(iter(rows), None)


def items(provision: Provision | None) -> list[Provision]:
    """Return the items of a provision; paragraphs between them do not count."""
    return [child for child in provision.children if child.kind != "paragraph"] if provision else []


def section_score(structure: dict[str, Any], carrier: str, provisions: tuple[Provision, ...]) -> Score:
    """Compare counts of children and titles with the truth."""
    score = Score()
    for place, wanted in expected_counts(structure, carrier):
        found = len(items(find(provisions, place)))
        score.add(max(0, wanted - abs(wanted - found)), wanted, f"{place}: {found} of {wanted} children")
    for place, title in (structure.get("titles") or {}).items():
        part = find(provisions, address(place))
        same = part is not None and says_same(part.title, title)
        score.add(int(same), 1, f"{place}: title {part.title[:40] if part else None!r}")
    for kind, wanted in expected_kinds(structure, carrier):
        found = sum(part.kind == kind for root in main_roots(provisions) for part in root.walk())
        score.add(max(0, wanted - abs(wanted - found)), wanted, f"{kind}: {found} of {wanted}")
    return score


def says_same(printed: str, told: str) -> bool:
    """Return whether a printed title has most of the words of one told in the truth, which may shorten it."""
    words = set(syllables(told))
    return len(words & set(syllables(printed))) >= 0.6 * len(words)


def main_roots(provisions: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """Return the roots but annexes: totals in the truth files are those of the body."""
    return tuple(root for root in provisions if root.kind != "annex")


def figure_scores(truths: list[dict[str, Any]], provisions: tuple[Provision, ...]) -> tuple[Score, Score]:
    """Compare figures with the truth; dates and years are no figures and are counted apart."""
    figures, dates = Score(), Score()
    found = read_figures(provisions)
    for truth in truths:
        for place in places(truth["at"]):
            part = find(provisions, place)
            if is_date(truth):
                dates.add(
                    int(part is not None and has_date(part.text, truth["value"])), 1, f"{truth['at']} {truth['value']}"
                )
                continue
            for low, high in bounds(truth):
                near = [quantity for below in (part.walk() if part else ()) for quantity in found.get(below.path, ())]
                right = any(agrees(quantity, truth, low, high) for quantity in near)
                figures.add(int(right), 1, miss(truth, low, high, near))
    return figures, dates


def has_date(text: str, value: object) -> bool:
    """Return whether a date stands in a text, in digits or with its month in words."""
    parts = [part.lstrip("0") for part in str(value).split("-")]
    if len(parts) == 3:
        year, month, day = parts
        return re.search(rf"\b0?{day}(?:/|-| tháng )0?{month}(?:/|-| năm ){year}\b", text) is not None
    if len(parts) == 2:
        return re.search(rf"\b0?{parts[0]}(?:/|-| tháng )0?{parts[1]}\b", text) is not None
    return parts[0] in text


def agrees(quantity: Quantity, truth: dict[str, Any], low: Decimal, high: Decimal) -> bool:
    """Return whether a quantity has the value, unit, qualifier and horizon of a truth row."""
    return (
        (quantity.low, quantity.high) == (low, high)
        and (same_unit(quantity.unit, unit_of(truth)) or (isinstance(truth.get("unit"), dict) and not quantity.unit))
        and quantity.qualifier in wanted_qualifiers(truth.get("qual"))
        and same_horizon(quantity.horizon, truth)
    )


def same_unit(ours: str, theirs: str) -> bool:
    """Return whether units agree; the truth goes on with what the unit is of: "% GDP", "nước dẫn đầu"."""
    wanted = fold(theirs)
    for word in POWERS:
        wanted = wanted.removeprefix(word + " ")
    wanted = wanted.replace("đô la mỹ", "usd")
    if wanted == "người" and ours in PERSONS:
        return True
    return (
        ours == wanted
        or wanted.startswith((f"{ours} ", f"{ours}/", f"{ours},"))
        or ours.startswith(f"{wanted} ")
        or (not ours and not wanted.startswith(("%", "usd", "đồng")))
    )


def wanted_qualifiers(words: str | None) -> set[Qualifier]:
    """Return the qualifiers that say what the words of the truth say."""
    folded = fold(words or "")
    return next((found for signs, found in QUALIFIERS if any(sign in folded for sign in signs)), {Qualifier.EXACT})


def same_horizon(ours: str, truth: dict[str, Any]) -> bool:
    """Return whether horizons agree; none is right too where the truth doubts; "bình quân 5 năm" names none."""
    wanted = truth.get("horizon")
    wanted = re.sub(r"\s*[-–]\s*", "-", wanted) if isinstance(wanted, str) else wanted
    doubtful = isinstance(wanted, dict)
    theirs = str(plain_value(wanted) or "")
    if theirs and not re.search(r"\d{4}", theirs):
        return True
    if theirs and not re.fullmatch(r"\d{4}(-\d{2,4}){0,2}", theirs):
        return bool(ours) and ours in theirs
    return ours == theirs or (doubtful and not ours)


def miss(truth: dict[str, Any], low: Decimal, high: Decimal, near: list[Quantity]) -> str:
    """Return a line about a figure that was not found as it is."""
    close = [one for one in near if (one.low, one.high) == (low, high)] or near[:6]
    shown = "; ".join(f"{one.low}-{one.high} {one.unit} {one.qualifier} {one.horizon}" for one in close)
    wanted = f"{low}-{high} {unit_of(truth)} {truth.get('qual')} {plain_value(truth.get('horizon'))}"
    return f"{truth['at']} {truth['what'][:40]}: wanted {wanted}; found {shown or 'nothing'}"
