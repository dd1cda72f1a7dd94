"""Markers at the start of a paragraph: "Điều 5.", "II-", "1.1.", "đ)", "(1)", "-", "Một là,"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.model.text import fold, slug

LIST_ORDER = "abcdđeghiklmnopqrstuvxy"
"""Letters as lists in Vietnamese administrative texts use them."""

LATIN_ORDER = "abcdefghijklmnopqrstuvwxyz"
"""Letters as word processors number lists: d is followed by e, f and j exist."""

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

NAMED = frozenset({"part", "chapter", "section", "subsection", "article"})
"""Kinds whose marker says in words what they are."""

_NAMES = {"phần": "part", "chương": "chapter", "mục": "section", "tiểu mục": "subsection", "điều": "article"}
_PATH_LETTERS = {"part": "P", "chapter": "C", "section": "M", "subsection": "TM", "article": "D"}
_COUNT_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ORDER_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_SPELLINGS = {"nhì": "hai", "bốn": "tư", "bẩy": "bảy", "mốt": "một"}
_DASHES = "-–—−‑"

_ROMAN = r"(?:X{0,4}(?:IX|IV|V?I{0,3}))"
_NAMED = re.compile(
    r"(?P<name>tiểu\s+mục|phần|chương|mục|điều)\s+(?:thứ\s+)?"
    rf"(?P<number>\d{{1,3}}[a-zđ]?(?![\w/])|(?-i:(?=[XVI]){_ROMAN})(?!\w)|(?:một|{'|'.join(_ORDER_WORDS)})(?!\w))"
    r"\s*(?P<mark>[.:)]|[-–—](?=\s|$|[A-ZĐÀ-Ỹ]))?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ROMAN_MARKER = re.compile(rf"(?P<number>(?=[XVI]){_ROMAN})\s?(?P<mark>[.)/:]|[-–—])(?P<rest>.*)", re.DOTALL)
_CAPITAL_MARKER = re.compile(r"(?P<number>[A-ZĐ])\s?(?P<mark>[.)/]|[-–—])(?P<rest>.*)", re.DOTALL)
_DECIMAL_MARKER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})(?P<mark>[.)/:]|[-–—])?(?P<rest>.*)", re.DOTALL)
_NUMBER_MARKER = re.compile(r"(?P<number>\d{1,3})(?P<mark>[.)/:]|[-–—])(?P<rest>.*)", re.DOTALL)
_LETTER_MARKER = re.compile(r"(?P<number>[a-zđăâêôơư]\d?)(?P<mark>[.)/])(?P<rest>.*)", re.DOTALL)
_LOWER_ROMAN_MARKER = re.compile(r"(?P<number>x{0,2}(?:ix|iv|v?i{0,3}))(?P<mark>[.)])(?P<rest>.*)", re.DOTALL)
_PAREN_MARKER = re.compile(r"\((?P<number>\d{1,2}|[ivx]{1,5}|[a-zđ])\)(?P<mark>[.:]|\s?[-–—])?(?P<rest>.*)", re.DOTALL)
_BULLET_MARKER = re.compile(rf"(?P<mark>[{_DASHES}]|\+|[*•▪●◦])(?P<rest>.*)", re.DOTALL)
_ORDINAL_MARKER = re.compile(
    rf"(?P<label>(?:(?P<count>{'|'.join(_COUNT_WORDS)})\s+là|thứ\s+(?P<order>{'|'.join(_ORDER_WORDS)}|nhì|bốn))"
    r"\s?[,:])(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ANNEX_MARKER = re.compile(
    rf"(?P<label>(?:phụ\s+lục|phụ\s+biểu)(?:\s+(?:số\s+)?(?P<number>(?-i:{_ROMAN})(?=\W|$)(?<=[XVI])|\d{{1,2}}|(?-i:[A-ZĐ])(?=\W|$)))?"
    r"(?:\s*[.:]|\s*[-–—](?=\s))?)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
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
        return RANKS[self.kind] + (int(self.style[-1]) - 2 if self.kind == "decimal" else 0)


def read_markers(line: str) -> tuple[Marker, ...]:
    """Return the readings of the start of a paragraph, the usual one first; none for plain words.

    A letter such as "C-" or "I." has two readings; the list it stands in decides (outline.py).
    """
    return tuple(_readings(line.strip()))


def roman_value(text: str) -> int:
    """Return the value of a Roman number up to 49; 0 where it is none."""
    values = {"i": 1, "v": 5, "x": 10}
    digits = [values.get(char, 0) for char in text.lower()]
    if not digits or 0 in digits:
        return 0
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))


def letter_places(letter: str) -> tuple[int, ...]:
    """Return the places from 1 of a list letter in the Vietnamese and the Latin order; 0 where an order lacks it."""
    return tuple(order.find(letter.lower()) + 1 for order in (LIST_ORDER, LATIN_ORDER))


def judge_order(letters: tuple[str, ...]) -> str:
    """Return the order, Vietnamese or Latin, in which the letters of a whole list leave fewer gaps.

    Vietnamese wins a draw; a letter an order does not have counts as a gap.
    """
    return min((LIST_ORDER, LATIN_ORDER), key=lambda order: _gaps(letters, order))


def _gaps(letters: tuple[str, ...], order: str) -> int:
    places = [order.find(letter) for letter in letters]
    expected = range(len(letters))
    return sum(place != wanted for place, wanted in zip(places, expected, strict=True))


def _readings(line: str) -> Iterator[Marker]:
    for read in (_row, _annex, _named, _ordinal, _paren, _decimal, _number, _roman, _capital, _letter, _bullet):
        yield from read(line)


def _named(line: str) -> Iterator[Marker]:
    match = _NAMED.match(line)
    if match is None or not _stands_alone(match["mark"], match["rest"]):
        return
    kind = _NAMES[" ".join(fold(match["name"]).split())]
    number = match["number"]
    value = _named_value(number)
    suffix = number[-1] if number[0].isdigit() and number[-1].isalpha() else ""
    label = line[: match.start("rest")].rstrip()
    segment = f"{_PATH_LETTERS[kind]}{value}{suffix}"
    weak = not match["mark"] and bool(match["rest"].strip())
    yield Marker(kind=kind, style=kind, label=label, segment=segment, values=(value,), weak=weak)


def _stands_alone(mark: str | None, rest: str) -> bool:
    words = rest.strip()
    if mark:
        return not words[:1].islower() or mark in ".:"
    return not words or (rest[:1].isspace() and words[0].isupper())


def _named_value(number: str) -> int:
    digits = re.match(r"\d+", number)
    if digits:
        return int(digits.group())
    word = fold(number)
    word = {"một": "nhất", **_SPELLINGS}.get(word, word)
    return _ORDER_WORDS.index(word) + 1 if word in _ORDER_WORDS else roman_value(number)


def _annex(line: str) -> Iterator[Marker]:
    match = _ANNEX_MARKER.match(line)
    if match is None:
        return
    rest = match["rest"].strip()
    closed = (
        not rest or rest.startswith("(") or match["label"][-1] in ".:" or (rest[0].isupper() and bool(match["number"]))
    )
    if not closed and not (rest.isupper() and match["label"].isupper()):
        return
    number = match["number"] or ""
    value = int(number) if number.isdigit() else roman_value(number) or (ord(number) - 64 if number else 0)
    yield Marker(
        kind="annex",
        style="annex",
        label=match["label"].rstrip(),
        segment=f"PL{value}" if value else "",
        values=(value,),
    )


def _ordinal(line: str) -> Iterator[Marker]:
    match = _ORDINAL_MARKER.match(line)
    if match is None or not match["rest"].strip():
        return
    counting = match["count"] is not None
    word = fold(match["count"] or match["order"])
    word = _SPELLINGS.get(word, word) if not counting else word
    words = _COUNT_WORDS if counting else _ORDER_WORDS
    style = "ordinal-count" if counting else "ordinal-order"
    label = match["label"]
    yield Marker(kind="ordinal", style=style, label=label, segment=slug(label), values=(words.index(word) + 1,))


def _paren(line: str) -> Iterator[Marker]:
    match = _PAREN_MARKER.match(line)
    if match is None or not _is_followed_by_words(match["rest"]) or match["rest"].lstrip().startswith(("(", "và ")):
        return
    number = match["number"]
    label = line[: match.start("rest")].rstrip()
    if number.isdigit():
        yield Marker(kind="paren", style="paren-digit", label=label, segment=number, values=(int(number),))
        return
    if roman_value(number) and len(number) == len(number.strip()):
        yield Marker(kind="paren", style="paren-roman", label=label, segment=number, values=(roman_value(number),))
    if len(number) == 1:
        yield Marker(kind="paren", style="paren-letter", label=label, segment=number, values=letter_places(number))


def _decimal(line: str) -> Iterator[Marker]:
    match = _DECIMAL_MARKER.match(line)
    if match is None or not _opens_words(match["mark"], match["rest"]):
        return
    parts = match["number"].split(".")
    if any(len(part) > 1 and part.startswith("0") for part in parts):
        return
    label = line[: match.start("rest")].rstrip()
    style = f"decimal-{len(parts)}"
    yield Marker(kind="decimal", style=style, label=label, segment=match["number"], values=(int(parts[-1]),))


def _number(line: str) -> Iterator[Marker]:
    match = _NUMBER_MARKER.match(line)
    if match is None or not _opens_words(match["mark"], match["rest"]):
        return
    style = {")": "number-paren"}.get(match["mark"], "number")
    label = line[: match.start("rest")].rstrip()
    yield Marker(
        kind="number", style=style, label=label, segment=str(int(match["number"])), values=(int(match["number"]),)
    )


def _opens_words(mark: str | None, rest: str) -> bool:
    if mark is None:
        return rest[:1].isspace() and rest.strip()[:1].isupper()
    words = rest.strip()
    if not words:
        return True
    spaced = rest[0].isspace()
    if mark in "-–—" and spaced and words[0].isdigit():
        return False
    return spaced or words[0].isupper() or words[0] in "\"“'*("


def _roman(line: str) -> Iterator[Marker]:
    match = _ROMAN_MARKER.match(line)
    if match is None or not _opens_words(match["mark"], match["rest"]):
        return
    number = match["number"]
    label = line[: match.start("rest")].rstrip()
    yield Marker(kind="roman", style="roman", label=label, segment=number, values=(roman_value(number),))


def _capital(line: str) -> Iterator[Marker]:
    match = _CAPITAL_MARKER.match(line)
    if match is None or not _opens_words(match["mark"], match["rest"]):
        return
    letter = match["number"]
    label = line[: match.start("rest")].rstrip()
    yield Marker(kind="capital", style="capital", label=label, segment=letter, values=letter_places(letter))


def _letter(line: str) -> Iterator[Marker]:
    roman = _LOWER_ROMAN_MARKER.match(line)
    if roman and roman["number"] and _opens_words(roman["mark"], roman["rest"]):
        label = line[: roman.start("rest")].rstrip()
        number = roman["number"]
        yield Marker(kind="paren", style="lower-roman", label=label, segment=number, values=(roman_value(number),))
    match = _LETTER_MARKER.match(line)
    if match is None or not _opens_words(match["mark"], match["rest"]):
        return
    letter = match["number"]
    label = line[: match.start("rest")].rstrip()
    yield Marker(kind="letter", style="letter", label=label, segment=letter, values=letter_places(letter[0]))


def _bullet(line: str) -> Iterator[Marker]:
    match = _BULLET_MARKER.match(line)
    if match is None or not _is_followed_by_words(match["rest"]):
        return
    mark = match["mark"]
    kind = "plus" if mark == "+" else "dash" if mark in _DASHES else "star"
    style = kind if kind != "star" else f"star-{mark}"
    yield Marker(kind=kind, style=style, label=mark, segment="", values=())


def _is_followed_by_words(rest: str) -> bool:
    words = rest.strip()
    return bool(words) and words[0] not in f"{_DASHES}+*•_=.,;:" and any(char.isalnum() for char in words)


def _row(line: str) -> Iterator[Marker]:
    match = _ROW_MARKER.match(line)
    if match is None or not match["number"] or not any(char.isalpha() for char in match["rest"]):
        return
    number = match["number"]
    label = line[: match.start("rest")].rstrip()
    if number.isdigit():
        yield Marker(kind="number", style="row-number", label=label, segment=str(int(number)), values=(int(number),))
    elif "." in number:
        parts = number.split(".")
        yield Marker(
            kind="decimal", style=f"row-decimal-{len(parts)}", label=label, segment=number, values=(int(parts[-1]),)
        )
    elif roman_value(number):
        yield Marker(kind="roman", style="row-roman", label=label, segment=number, values=(roman_value(number),))
    else:
        yield Marker(kind="capital", style="row-capital", label=label, segment=number, values=letter_places(number))
