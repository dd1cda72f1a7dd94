"""Where something stands in a source, in words: "mục II.1.c", "Điều 5, khoản 2, điểm a"."""

import re

from giaotrinh.viet.roman import in_roman

_ARTICLE = re.compile(r"D(\d+\w*)")
_ANNEX = re.compile(r"PL([\dIVXLC]*)/?(.*)")
_NAMED = re.compile(r"(P|C|M|TM)(\d+)(\w*)")
_NAMES = {"P": "Phần", "C": "Chương", "M": "Mục", "TM": "Tiểu mục"}
_IN_ROMAN = frozenset({"P", "C"})
_PARAGRAPH = re.compile(r"p\d+")
_REPEAT = re.compile(r"~(\d+)")


def place_of(path: str) -> str:
    """Return a path in words: "mục II.1.c", "mục III, ý 2", "Chương II", "Điều 5, khoản 2", "Phụ lục 1, mục I"."""
    annex = _ANNEX.fullmatch(path)
    if annex:
        inner = place_of(annex.group(2)) if annex.group(2) else ""
        return ", ".join(part for part in (f"Phụ lục {annex.group(1)}".strip(), inner) if part)
    parts = [part for part in path.split(".") if part]
    if not parts:
        return ""
    if _NAMED.fullmatch(_bare(parts[0])):
        named = _named(_bare(parts[0]))
        inner = place_of(".".join(parts[1:]))
        return ", ".join(part for part in (named, inner) if part)
    words = _article(parts) if _ARTICLE.fullmatch(_bare(parts[0])) else _section(parts)
    return ", ".join(words)


def _named(part: str) -> str:
    """Return "Chương II" for "C2", "Mục 1" for "M1": parts and chapters are printed in Roman numbers."""
    match = _NAMED.fullmatch(part)
    if match is None:
        return part
    kind, number, letter = match.groups()
    return f"{_NAMES[kind]} {in_roman(int(number)) if kind in _IN_ROMAN else number}{letter}"


def _article(parts: list[str]) -> list[str]:
    names = ("Điều", "khoản", "điểm", "ý")
    values = [_bare(parts[0])[1:], *(_bare(part) for part in parts[1:])]
    return [f"{names[min(index, 3)]} {_ordinal(value)}" for index, value in enumerate(values)]


def _section(parts: list[str]) -> list[str]:
    numbered = [part for part in parts if not _is_item(part)]
    items = [_item(_bare(part)) for part in parts if _is_item(part)]
    return [f"mục {'.'.join(_bare(part) for part in numbered)}", *items] if numbered else items


def _is_item(part: str) -> bool:
    return part[0] in "-+*" or _PARAGRAPH.fullmatch(_bare(part)) is not None


def _item(part: str) -> str:
    return f"đoạn {part[1:]}" if _PARAGRAPH.fullmatch(part) else f"ý {_ordinal(part)}"


def _ordinal(part: str) -> str:
    return part.lstrip("-+*") or part


def _bare(part: str) -> str:
    return _REPEAT.sub("", part)
