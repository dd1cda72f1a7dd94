"""What a truth file of a real resolution says: addresses, counts, figures."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from giaotrinh.model.text import fold

POWERS = {"nghìn tỷ": 12, "triệu tỷ": 15, "triệu": 6, "tỷ": 9, "tỉ": 9, "nghìn": 3, "vạn": 4}


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


def places(at: str) -> list[str]:
    """Return the addresses a figure stands at: "phụ lục/III/2, 3, 4" is three."""
    first, *others = re.split(r",\s*", at)
    stem = address(first)
    return [stem, *(re.sub(r"\d+$", other, stem) for other in others)]


def is_date(truth: dict[str, Any]) -> bool:
    """Return whether a truth row is a date, or a year standing as its own value."""
    year = truth.get("unit") == "năm" and isinstance(truth.get("value"), int) and truth["value"] > 1900
    return truth.get("unit") == "date" or year


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
