"""Markers at the start of a paragraph: "Điều 5.", "II-", "1.1.", "đ)", "(1)", "-", "Một là,"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from giaotrinh.model.text import fold, slug
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.list_places import COUNT_WORDS, ORDER, letter_places, order_place, roman_place

RANKS = {
    "annex": 0,
    "part": 1,
    "chapter": 2,
    "section": 3,
    "subsection": 4,
    "capital": 5,
    "roman": 6,
    "article": 7,
    "number": 8,
    "decimal": 9,
    "letter": 15,
    "ordinal": 16,
    "paren": 17,
    "dash": 20,
    "plus": 21,
    "star": 22,
}
"""Which kinds usually stand above which; a text's own nesting overrules it (outline.py)."""

_DEEPER = {"paren-letter": 1, "paren-roman": 2, "lower-roman": 2}
"""Styles that stand below others of their kind."""

SUB_LETTER = "sub-letter-"
"""Style of "a1)", "a2)": items of a), or items put in after it later (nesting.py)."""

NAMED = frozenset({"part", "chapter", "section", "subsection", "article"})
"""Kinds whose marker says in words what they are."""

_NAMES = {"phần": "part", "chương": "chapter", "mục": "section", "tiểu mục": "subsection", "điều": "article"}
_PATH_LETTERS = {"part": "P", "chapter": "C", "section": "M", "subsection": "TM", "article": "D"}
_DASHES = "-–—−‑"

_ROMAN = r"(?:X{0,4}(?:IX|IV|V?I{0,3}))"
_NAMED = re.compile(
    r"(?P<name>tiểu\s+mục|phần|chương|mục|điều)\s+(?:thứ\s+)?"
    rf"(?P<number>\d{{1,3}}[a-zđ]?(?![\w/])|(?-i:(?=[XVI]){_ROMAN})(?!\w)|(?:{ORDER})(?!\w))"
    rf"\s*(?P<mark>[.:)]|[-–—](?=\s|$|[{CAPITALS}]))?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ROMAN_MARKER = re.compile(rf"(?P<number>(?=[XVI]){_ROMAN})\s?(?P<mark>[.)/:]|[-–—])(?P<rest>.*)", re.DOTALL)
_BARE_ROMAN = re.compile(
    rf"(?P<number>(?=[XVI]){_ROMAN})(?P<rest>\s+[{CAPITALS}]{{2,}}(?:[\s,–-]+[{CAPITALS}]{{2,}})+)\s*\Z"
)
"""A heading in capitals whose point was lost: "I QUAN ĐIỂM CHỈ ĐẠO"."""
_CAPITAL_MARKER = re.compile(r"(?P<number>[A-ZĐ])\s?(?P<mark>[.)/]|[-–—])(?P<rest>.*)", re.DOTALL)
_DECIMAL_MARKER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})(?P<mark>[.)/:]|[-–—])?(?P<rest>.*)", re.DOTALL)
_NUMBER_MARKER = re.compile(r"(?P<number>\d{1,3})(?P<mark>[.)/:]|[-–—])(?P<rest>.*)", re.DOTALL)
_LETTER_MARKER = re.compile(r"(?P<number>[a-zđăâêôơư]\d?)(?P<mark>[.)/])(?P<rest>.*)", re.DOTALL)
_LOWER_ROMAN_MARKER = re.compile(r"(?P<number>x{0,2}(?:ix|iv|v?i{0,3}))(?P<mark>[.)])(?P<rest>.*)", re.DOTALL)
_PAREN_MARKER = re.compile(r"\((?P<number>\d{1,2}|[ivx]{1,5}|[a-zđ])\)(?P<mark>[.:]|\s?[-–—])?(?P<rest>.*)", re.DOTALL)
_BULLET_MARKER = re.compile(rf"(?P<mark>[{_DASHES}]|\+|[*•▪●◦])(?P<rest>.*)", re.DOTALL)
_ORDINAL_MARKER = re.compile(
    rf"(?P<label>(?:(?P<count>{'|'.join(COUNT_WORDS)})\s+là|thứ\s+(?P<order>{ORDER}))"
    r"\s?[,:])(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ANNEX_MARKER = re.compile(
    rf"(?P<label>(?:phụ\s+lục|phụ\s+biểu)(?:\s+(?:số\s+)?(?P<number>(?-i:{_ROMAN})(?=\W|$)(?<=[XVI])|\d{{1,2}}|(?-i:[A-ZĐ])(?=\W|$)))?"
    r"(?:\s*[.:]|\s*[-–—](?=\s))?)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CODE = re.compile(r"[A-ZĐƯ][\wđ]*[/-]")
"""What goes on after the first hyphen of a document number: 57-NQ/TW."""
_ROW_MARKER = re.compile(
    rf"\|\s*(?P<number>\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}|{_ROMAN}|[A-ZĐ])[.)]?\s*\|(?P<rest>.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """One reading of the start of a paragraph as a marker."""

    kind: str
    """As in `Provision.kind`, with "star" for other bullets."""
    style: str
    """Markers of one list share it: "number", "decimal-2", "paren-digit", "row-number"."""
    label: str
    """As printed, punctuation included: "Điều 5."."""
    segment: str
    """What an address holds for it: "D5", "II", "1", "đ"; "" where the ordinal in the list says it."""
    values: tuple[int, ...]
    """Place in the list the marker claims, from 1: one per order for letters (Vietnamese, Latin; 0 where an order
    lacks the letter), else one; empty for bullets."""

    @property
    def starts(self) -> bool:
        """Return whether it claims the first place of a list."""
        return self.values[:1] == (1,)

    def follows(self, before: "Marker") -> bool:
        """Return whether it claims the place after another marker of its style."""
        if self.style != before.style:
            return False
        pairs = zip(self.values, before.values, strict=True)
        return not self.values or any(this == last + 1 and last for this, last in pairs)

    weak: bool = False
    """Whether only its place in a list tells it from a reference: "Điều 5 Luật Đất đai"."""

    @property
    def rank(self) -> int:
        """Return how high it usually stands; small numbers stand above large ones."""
        depth = (
            int(self.style[-1]) - 2
            if self.kind == "decimal"
            else _DEEPER.get(self.style, int(self.style.startswith(SUB_LETTER)))
        )
        return RANKS[self.kind] + depth


def read_markers(line: str) -> tuple[Marker, ...]:
    """Return the readings of the start of a paragraph, the usual one first; none for plain words.

    A letter such as "C-" or "I." has two readings; the list it stands in decides (outline.py).
    """
    return tuple(_readings(line.strip()))


def _readings(line: str) -> Iterator[Marker]:
    for read in (_row, _annex, _named, _ordinal, _paren, _decimal, _number, _roman, _capital, _letter, _bullet):
        yield from read(line)


def _marker(match: re.Match[str], kind: str, style: str, segment: str, *values: int) -> Marker:
    label = match.string[: match.start("rest")].rstrip()
    return Marker(kind=kind, style=style, label=label, segment=segment, values=values)


def _named(line: str) -> Iterator[Marker]:
    match = _NAMED.match(line)
    if match is None or not _stands_alone(match["mark"], match["rest"].strip()):
        return
    kind, number = _NAMES[" ".join(fold(match["name"]).split())], match["number"]
    digits = re.match(r"\d+", number)
    value = int(digits.group()) if digits else order_place(number) or roman_place(number)
    suffix = number[digits.end() :] if digits else ""
    marker = _marker(match, kind, kind, f"{_PATH_LETTERS[kind]}{value}{suffix}", value)
    words = match["rest"].strip()
    yield replace(marker, weak=not match["mark"] and bool(words) and not words.isupper())


def _stands_alone(mark: str | None, words: str) -> bool:
    if mark:
        return not words[:1].islower() or mark in ".:"
    return not words or words[0].isupper()


def _annex(line: str) -> Iterator[Marker]:
    match = _ANNEX_MARKER.match(line)
    if match is None or not _is_heading(match["label"], bool(match["number"]), match["rest"].strip()):
        return
    number = match["number"] or ""
    value = int(number) if number.isdigit() else roman_place(number) or (ord(number) - 64 if number else 0)
    yield _marker(match, "annex", "annex", f"PL{value}" if value else "", value)


def _is_heading(label: str, numbered: bool, words: str) -> bool:
    if not words or words.startswith("(") or label[-1] in ".:":
        return True
    return (numbered and words[0].isupper()) or (words.isupper() and label.isupper())


def _ordinal(line: str) -> Iterator[Marker]:
    match = _ORDINAL_MARKER.match(line)
    if match is None or not match["rest"].strip():
        return
    count = match["count"]
    value = COUNT_WORDS.index(fold(count)) + 1 if count else order_place(match["order"])
    yield _marker(match, "ordinal", "ordinal-count" if count else "ordinal-order", slug(match["label"]), value)


def _paren(line: str) -> Iterator[Marker]:
    match = _PAREN_MARKER.match(line)
    if match is None or not _is_followed_by_words(match["rest"]) or match["rest"].lstrip().startswith(("(", "và ")):
        return
    number = match["number"]
    if number.isdigit():
        yield _marker(match, "paren", "paren-digit", number, int(number))
    if roman_place(number):
        yield _marker(match, "paren", "paren-roman", number, roman_place(number))
    if len(number) == 1 and number.isalpha():
        yield _marker(match, "paren", "paren-letter", number, *letter_places(number))


def _decimal(line: str) -> Iterator[Marker]:
    match = _matched(_DECIMAL_MARKER, line)
    if match is None:
        return
    parts = match["number"].split(".")
    if not any(len(part) > 1 and part.startswith("0") for part in parts):
        yield _marker(match, "decimal", f"decimal-{len(parts)}", match["number"], int(parts[-1]))


def _number(line: str) -> Iterator[Marker]:
    if match := _matched(_NUMBER_MARKER, line):
        style = "number-paren" if match["mark"] == ")" else "number"
        yield _marker(match, "number", style, str(int(match["number"])), int(match["number"]))


def _roman(line: str) -> Iterator[Marker]:
    if (match := _matched(_ROMAN_MARKER, line)) or (match := _BARE_ROMAN.match(line)):
        yield _marker(match, "roman", "roman", match["number"], roman_place(match["number"]))


def _capital(line: str) -> Iterator[Marker]:
    if match := _matched(_CAPITAL_MARKER, line):
        yield _marker(match, "capital", "capital", match["number"], *letter_places(match["number"]))


def _letter(line: str) -> Iterator[Marker]:
    roman = _matched(_LOWER_ROMAN_MARKER, line)
    if roman and roman["number"]:
        yield _marker(roman, "paren", "lower-roman", roman["number"], roman_place(roman["number"]))
    if match := _matched(_LETTER_MARKER, line):
        letter, digit = match["number"][0], match["number"][1:]
        if digit:
            yield _marker(match, "letter", f"{SUB_LETTER}{letter}", match["number"], int(digit))
        else:
            yield _marker(match, "letter", "letter", letter, *letter_places(letter))


def _matched(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    match = pattern.match(line)
    return match if match and _opens_words(match["mark"], match["rest"]) else None


def _opens_words(mark: str | None, rest: str) -> bool:
    words = rest.strip()
    if mark is None:
        return rest[:1].isspace() and words[:1].isupper()
    if not words:
        return True
    if mark in "-–—" and rest[0].isspace() and words[0].isdigit():
        return False
    if mark in "-–/" and _CODE.match(rest):
        return False
    return rest[0].isspace() or words[0].isupper() or words[0] in "\"“'*("


def _bullet(line: str) -> Iterator[Marker]:
    match = _BULLET_MARKER.match(line)
    if match is None or not _is_followed_by_words(match["rest"]):
        return
    mark = match["mark"]
    kind = "plus" if mark == "+" else "dash" if mark in _DASHES else "star"
    yield _marker(match, kind, f"star-{mark}" if kind == "star" else kind, "")


def _is_followed_by_words(rest: str) -> bool:
    words = rest.strip()
    return bool(words) and words[0] not in f"{_DASHES}+*•_=.,;:" and any(char.isalnum() for char in words)


def _row(line: str) -> Iterator[Marker]:
    match = _ROW_MARKER.match(line)
    if match is None or not match["number"] or not any(char.isalpha() for char in match["rest"]):
        return
    number = match["number"]
    if number.isdigit():
        yield _marker(match, "number", "row-number", str(int(number)), int(number))
    elif "." in number:
        parts = number.split(".")
        yield _marker(match, "decimal", f"row-decimal-{len(parts)}", number, int(parts[-1]))
    elif roman_place(number):
        yield _marker(match, "roman", "row-roman", number, roman_place(number))
    else:
        yield _marker(match, "capital", "row-capital", number, *letter_places(number))
