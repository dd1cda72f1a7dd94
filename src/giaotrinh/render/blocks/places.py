"""Where something stands in a source, in the words of a printed citation."""

from collections.abc import Iterable
from itertools import groupby

from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.source import Source, Status
from giaotrinh.model.text import fold
from giaotrinh.outline.places import place_of

SAMPLE_NAME = "Tư liệu mẫu"


def name_of(source: Source) -> str:
    """Return what stands before the place; a sample never borrows the name of the resolution."""
    if source.status is Status.SAMPLE and fold(source.cite_as).startswith("nghị quyết"):
        return SAMPLE_NAME
    return source.cite_as


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
