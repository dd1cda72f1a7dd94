"""How well real resolutions are read: structure and figures found against a truth made by hand.

Run with GIAOTRINH_CORPUS=/path/to/resolutions; each folder there holds a truth.yaml and its files.
Options: --misses lists every miss with what was found instead; --only ID measures one document.
"""

import argparse
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from giaotrinh.model.quantity import Qualifier, Quantity
from giaotrinh.model.source import Provision
from giaotrinh.model.text import fold, syllables
from giaotrinh.read.carrier import Refusal
from giaotrinh.read.carriers import read_carrier
from giaotrinh.read.figures import read_figures
from giaotrinh.read.metadata import Metadata, read_metadata
from giaotrinh.read.outline import read_outline

POWERS = {"nghìn tỷ": 12, "triệu tỷ": 15, "triệu": 6, "tỷ": 9, "tỉ": 9, "nghìn": 3, "vạn": 4}
QUALIFIERS = (
    (("trở lên", "ít nhất", "tối thiểu", "không đạt dưới", "≥"), {Qualifier.AT_LEAST}),
    (("không quá", "tối đa", "chậm nhất", "≤"), {Qualifier.AT_MOST}),
    (("khoảng trên",), {Qualifier.ABOUT, Qualifier.ABOVE}),
    (("khoảng", "ước"), {Qualifier.ABOUT}),
    (("gần",), {Qualifier.NEARLY}),
    (("trên", "hơn", ">"), {Qualifier.ABOVE}),
    (("dưới", "<"), {Qualifier.BELOW}),
)
PERSONS = {"nghiên cứu sinh", "giảng viên", "giám đốc", "chuyên gia", "học sinh", "đồng chí"}
"""Units that a truth file calls "người"."""
CARRIERS = (".md", ".txt", ".pdf", ".docx", ".html")


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


@dataclass
class Document:
    """One carrier of one document, measured."""

    name: str
    sections: Score
    figures: Score
    dates: Score
    metadata: Score
    account: str


def main() -> int:
    """Print the table; return 1 where a document is under 90 %."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--only", default="")
    chosen = options.parse_args()
    folder = os.environ.get("GIAOTRINH_CORPUS")
    if not folder:
        print("GIAOTRINH_CORPUS is not set", file=sys.stderr)
        return 2
    documents = [one for one in measure(Path(folder)) if chosen.only in one.name]
    report(documents, misses=chosen.misses)
    return 0 if all(min(one.sections.share, one.figures.share) >= 0.9 for one in documents) else 1


def measure(folder: Path) -> list[Document]:
    """Return every carrier of every document under a folder, measured."""
    return [
        measure_file(truth.parent.name, name, path, yaml.safe_load(truth.read_text(encoding="utf-8")))
        for truth in sorted(folder.glob("*/truth.yaml"))
        for name, path in carriers(truth)
    ]


def carriers(truth: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a document that this script can read, by their name in its truth."""
    files = yaml.safe_load(truth.read_text(encoding="utf-8"))["files"]
    for name, file in files.items():
        if file.endswith(CARRIERS) and name != "multi_document" and "scan" not in truth.parent.name:
            yield name, truth.parent / file


def measure_file(document: str, name: str, path: Path, truth: dict[str, Any]) -> Document:
    """Return one carrier, measured."""
    extraction = read_carrier(path.read_bytes())
    if isinstance(extraction, Refusal):
        raise SystemExit(f"{path}: {extraction.code} {dict(extraction.arguments)}")
    missing, surplus = extraction.unaccounted()
    provisions = read_outline(extraction.text, path.name).value or ()
    figures, dates = figure_scores(truth.get("figures") or [], provisions)
    return Document(
        name=f"{document}/{name}",
        sections=section_score(truth["structure"], name, provisions),
        figures=figures,
        dates=dates,
        metadata=metadata_score(truth["metadata"], name, read_metadata(provisions)),
        account="" if not missing and not surplus else f"missing {dict(missing)}, surplus {dict(surplus)}",
    )


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
    return re.sub(r"\s*-\s*", "-", fold(text))


def in_text(told: Any, carrier: str) -> bool:
    """Return whether the truth says a value can be read in this carrier."""
    said = told.get("in_text", True) if isinstance(told, dict) else True
    said = said.get(carrier, True) if isinstance(said, dict) else said
    return said is True


def address(place: str) -> str:
    """Return the address a place in a truth file stands for: "Điều 4/2/b" is D4.2.b."""
    place = re.sub(r"\s*\(.*\)", "", place).replace("preamble", "mo-dau")
    annex = re.match(r"(?:PL\s*([IVX]+)|phụ lục)/", place)
    if annex:
        roman = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(annex[1] or "I", 1)
        return f"PL{roman}/" + place[annex.end() :].replace("/", ".")
    steps = re.sub(r"^(?:Điều|Chương)\s+(\w+)", lambda m: chapter_or_article(m), place).split("/")
    result = steps[0]
    for before, step in pairwise(steps):
        result += "." + (step.removeprefix(before + ".") if step.startswith(before + ".") else step)
    return result


def chapter_or_article(match: re.Match[str]) -> str:
    """Return the step of an address for "Điều 4" or "Chương II"."""
    romans = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7}
    return f"D{match[1]}" if match.group().startswith("Đ") else f"C{romans[match[1]]}"


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


def expected_counts(structure: dict[str, Any], carrier: str) -> Iterator[tuple[str, int]]:
    """Yield (address, number of children) from all forms a truth file has for it."""
    for place, wanted in (structure.get("children") or {}).items():
        if place.startswith("II/Các"):
            continue
        count = wanted["n"] if isinstance(wanted, dict) else wanted
        yield address(place), count[carrier] if isinstance(count, dict) else count
        for index, plus in enumerate(wanted.get("plus_per_dash", ()), 1):
            yield f"{address(place)}.-{index}", plus
    for article, wanted in (structure.get("khoan_per_dieu") or {}).items():
        yield f"D{article}", wanted
    for place, wanted in (structure.get("diem") or {}).items():
        yield f"D{place.replace('/', '.')}", wanted
    for clause, wanted in (structure.get("diem_in_dieu_3") or {}).items():
        yield f"D3.{clause}", wanted
    for chapter, wanted in (structure.get("dieu_per_chuong") or {}).items():
        yield address(f"Chương {chapter}"), wanted
    for place, wanted in (structure.get("decision") or {}).items():
        if place.startswith("Điều"):
            yield address(place), wanted


KINDS = {
    "dieu": "article",
    "chuong": "chapter",
    "roman": "roman",
    "letters_A_B_C": "capital",
    "letters": "letter",
    "diem": "letter",
    "a)": "letter",
    "dashes": "dash",
    "plus": "plus",
    "khoan": "number",
    "numbered": "number",
    "n-": "number",
    "n.m-": "decimal",
    "n.m": "decimal",
    "n.m.k": "decimal",
    "(n)": "paren",
}


def expected_kinds(structure: dict[str, Any], carrier: str) -> Iterator[tuple[str, int]]:
    """Yield (kind, number in the body) from the totals of a truth file."""
    totals: dict[str, int] = {}
    for name, wanted in (structure.get("totals") or {}).items():
        if name in KINDS:
            count = wanted[carrier] if isinstance(wanted, dict) else wanted
            totals[KINDS[name]] = totals.get(KINDS[name], 0) + count
    yield from totals.items()


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


def places(at: str) -> list[str]:
    """Return the addresses a figure stands at: "phụ lục/III/2, 3, 4" is three."""
    first, *others = re.split(r",\s*", at)
    stem = address(first)
    return [stem, *(re.sub(r"\d+$", other, stem) for other in others)]


def is_date(truth: dict[str, Any]) -> bool:
    """Return whether a truth row is a date, or a year standing as its own value."""
    year = truth.get("unit") == "năm" and isinstance(truth.get("value"), int) and truth["value"] > 1900
    return truth.get("unit") == "date" or year


def has_date(text: str, value: object) -> bool:
    """Return whether a date stands in a text, in digits or with its month in words."""
    parts = [part.lstrip("0") for part in str(value).split("-")]
    if len(parts) == 3:
        year, month, day = parts
        return re.search(rf"\b0?{day}(?:/|-| tháng )0?{month}(?:/|-| năm ){year}\b", text) is not None
    if len(parts) == 2:
        return re.search(rf"\b0?{parts[0]}(?:/|-| tháng )0?{parts[1]}\b", text) is not None
    return parts[0] in text


def bounds(truth: dict[str, Any]) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield (low, high) of every number of a truth row; rows without a number yield nothing."""
    values = truth.get("value")
    if values is None and "min" not in truth and "max" not in truth:
        return
    power = next((POWERS[word] for word in POWERS if fold(unit_of(truth)).startswith(word + " ")), 0)
    scale = Decimal(10**power)
    if values is not None:
        for value in values if isinstance(values, list) else [values]:
            yield Decimal(str(value)) * scale, Decimal(str(value)) * scale
        return
    low, high = truth.get("min", truth.get("max")), truth.get("max", truth.get("min"))
    yield Decimal(str(low)) * scale, Decimal(str(high)) * scale


def plain_value(value: Any) -> Any:
    """Return the value of a truth field that may carry doubt."""
    return value["value"] if isinstance(value, dict) else value


def unit_of(truth: dict[str, Any]) -> str:
    """Return the unit as written in the truth."""
    return str(plain_value(truth.get("unit")) or "")


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
        or wanted.startswith((f"{ours} ", f"{ours}/"))
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


def report(documents: list[Document], *, misses: bool) -> None:
    """Print one line per document, the totals, and the misses where asked."""
    print(f"{'document':44} {'structure':>18} {'figures':>16} {'dates':>8} {'metadata':>8}  characters")
    for one in documents:
        print(
            f"{one.name:44} {cell(one.sections):>18} {cell(one.figures):>16} {one.dates.right}/{one.dates.expected:<6}"
            f"{one.metadata.right}/{one.metadata.expected:<6}"
            f"  {one.account or 'all accounted'}"
        )
    for name in ("sections", "figures", "metadata"):
        total = Score(
            sum(getattr(one, name).right for one in documents), sum(getattr(one, name).expected for one in documents)
        )
        print(f"total {name}: {cell(total)}")
    if misses:
        for one in documents:
            for text in (*one.sections.misses, *one.figures.misses, *one.dates.misses, *one.metadata.misses):
                print(f"{one.name}: {text}")


def cell(score: Score) -> str:
    """Return "right/expected share"."""
    return f"{score.right}/{score.expected} {score.share:6.1%}"


if __name__ == "__main__":
    sys.exit(main())
