"""Where something stands in a source, in the words of a printed citation."""

import re
from collections.abc import Iterable
from itertools import groupby

from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.source import Source, Status
from giaotrinh.model.text import fold

_ARTICLE = re.compile(r"D(\d+\w*)")
_ANNEX = re.compile(r"PL([\dIVXLC]*)/?(.*)")
_REPEAT = re.compile(r"~(\d+)")
SAMPLE_NAME = "Tư liệu mẫu"


def name_of(source: Source) -> str:
    """Return what stands before the place; a sample never borrows the name of the resolution."""
    if source.status is Status.SAMPLE and fold(source.cite_as).startswith("nghị quyết"):
        return SAMPLE_NAME
    return source.cite_as


def place_of(path: str) -> str:
    """Return a path in words: "mục II.1.c", "mục III, ý 2", "Điều 5, khoản 2, điểm a", "Phụ lục 1, mục I"."""
    annex = _ANNEX.fullmatch(path)
    if annex:
        inner = place_of(annex.group(2)) if annex.group(2) else ""
        return ", ".join(part for part in (f"Phụ lục {annex.group(1)}".strip(), inner) if part)
    parts = [part for part in path.split(".") if part]
    if not parts:
        return ""
    words = _article(parts) if _ARTICLE.fullmatch(_bare(parts[0])) else _section(parts)
    return ", ".join(words)


def cite(curriculum: Curriculum, addresses: str) -> str:
    """Return "Tư liệu mẫu, mục II.1.c; Chương trình số 02, mục 2" for "II.1.c, ctr-02:2", without brackets."""
    pairs = [curriculum.resolve(address) for address in addresses.split(",") if address.strip()]
    groups = groupby(pairs, key=lambda pair: pair[0])
    return "; ".join(_cite_source(curriculum, source, [path for _, path in group]) for source, group in groups)


def by_source(curriculum: Curriculum, addresses: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return (name of a source, its places in words) for all that a paragraph cites, each place once."""
    paths: dict[str, dict[str, None]] = {}
    for address in (each for listed in addresses for each in listed.split(",") if each.strip()):
        source, path = curriculum.resolve(address)
        paths.setdefault(source, {})[path] = None
    named = ((curriculum.sources.get(source), found) for source, found in paths.items())
    return tuple((name_of(source) if source else "", _share_word(map(place_of, found))) for source, found in named)


def _cite_source(curriculum: Curriculum, source: str, paths: list[str]) -> str:
    found = curriculum.sources.get(source)
    name = name_of(found) if found else ""
    places = _share_word(place_of(path) for path in paths)
    return ", ".join(part for part in (name, places) if part)


def _share_word(places: Iterable[str]) -> str:
    # "mục II.1.c, II.2" rather than "mục II.1.c, mục II.2".
    joined: list[str] = []
    for place in places:
        again = joined and all(part.startswith("mục ") and ", " not in part for part in (joined[0], place))
        joined.append(place.removeprefix("mục ") if again else place)
    return ", ".join(joined)


def _article(parts: list[str]) -> list[str]:
    names = ("Điều", "khoản", "điểm", "ý")
    values = [_bare(parts[0])[1:], *(_bare(part) for part in parts[1:])]
    return [f"{names[min(index, 3)]} {_ordinal(value)}" for index, value in enumerate(values)]


def _section(parts: list[str]) -> list[str]:
    numbered = [part for part in parts if not _is_item(part)]
    items = [f"ý {_ordinal(_bare(part))}" for part in parts if _is_item(part)]
    return [f"mục {'.'.join(_bare(part) for part in numbered)}", *items] if numbered else items


def _is_item(part: str) -> bool:
    return part[0] in "-+*"


def _ordinal(part: str) -> str:
    return part.lstrip("-+*") or part


def _bare(part: str) -> str:
    return _REPEAT.sub("", part)
