"""Where letters were lost: places a person must look at, because nothing can mend them for sure."""

import re
from collections.abc import Iterator, Sequence

from giaotrinh.intake.carrier.characters import LOST
from giaotrinh.intake.carrier.extraction import Damage, Lost, Paragraph
from giaotrinh.viet.syllable import has_marks, is_syllable, lacks_vowel

UNITS = frozenset(
    [
        "kg",
        "km",
        "cm",
        "mm",
        "dm",
        "mg",
        "ml",
        "kw",
        "mw",
        "gw",
        "kwh",
        "kv",
        "kva",
        "mva",
        "wh",
        "hz",
        "ghz",
        "mhz",
        "tr",
        "pcs",
        "vnd",
        "sx",
        "tp",
        "th",
    ]
)
"""Words of several letters without a vowel that are units or common abbreviations."""

_WORD = re.compile(rf"[^\W\d_{LOST}]*{LOST}[\w{LOST}]*|[^\W\d_]+")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_FOREIGN = re.compile("[\u0370-\u052f]")
_STANDS_FREE = re.compile(r"(?:^|[\s(“\"])\Z")
_ENDS_FREE = re.compile(r"\s+[^\W\d_]|[,;.]?\s*$")
_REFERENCE = re.compile(
    r"(?:điểm|tiết|mục|đoạn|ý|nhóm|loại|hạng|nhánh|bảng|cột|hàng)\s+(?:[a-zđ]\d?\s*(?:[,;]|và|hoặc|đến|tới|[-–])\s*)*\Z",
    re.IGNORECASE,
)
"""What stands before a letter that names an item: "các điểm a, b và"."""
_AROUND = 40
"""Characters shown on each side of a damaged place."""


def find_damage(paragraphs: Sequence[Paragraph]) -> tuple[Damage, ...]:
    """Return every place where a letter is lost or a syllable cannot be Vietnamese, in the order of the text."""
    found: list[Damage] = []
    for line, paragraph in enumerate(paragraphs, 1):
        found += (_damage(paragraph.text, line, start, word, kind) for start, word, kind in _places(paragraph.text))
    return tuple(found)


def _places(text: str) -> Iterator[tuple[int, str, Lost]]:
    for match in _PRIVATE.finditer(text):
        yield match.start(), match.group(0), Lost.SYMBOL
    for match in _WORD.finditer(text):
        if kind := _kind(match.group(0), text[: match.start()], text[match.end() :]):
            yield match.start(), match.group(0), kind


def _kind(word: str, before: str, after: str) -> Lost | None:
    if LOST in word:
        return Lost.LETTER
    if _FOREIGN.search(word):
        return Lost.SCRIPT
    if not word.islower():
        return None
    if before.endswith("-") or after.startswith("-"):
        # Foreign names are spelled in hyphened parts that no Vietnamese word has: Ô-xtơ-rây-li-a.
        return None
    if has_marks(word) and word != "đ":
        return None if is_syllable(word) or _is_loan(word) else Lost.SYLLABLE
    if lacks_vowel(word) and len(word) <= 4 and word not in UNITS and _is_free(before, after):
        return Lost.SYLLABLE
    return None


def _is_loan(word: str) -> bool:
    """Return whether a word is two syllables written as one: vắcxin, axít."""
    places = range(1, len(word) - 1) if len(word) > 3 else ()
    return any(is_syllable(word[:place]) and is_syllable(word[place:]) for place in places)


def _is_free(before: str, after: str) -> bool:
    """Return whether a word stands between blanks as a syllable would, not as a marker, a sign or part of a code."""
    if before.rstrip()[-1:].isdigit() or _REFERENCE.search(before[-_AROUND:]):
        return False
    return bool(_STANDS_FREE.search(before[-1:])) and bool(_ENDS_FREE.match(after))


def _damage(text: str, line: int, start: int, word: str, kind: Lost) -> Damage:
    low, high = max(0, start - _AROUND), min(len(text), start + len(word) + _AROUND)
    # Cut between words: half a word beside a doubtful one would read as damage too.
    low = text.rfind(" ", 0, low) + 1 if low else 0
    high = text.find(" ", high) if " " in text[high:] else len(text)
    return Damage(line=line, column=start + 1, kind=kind, text=word, excerpt=text[low:high], at=start - low)
