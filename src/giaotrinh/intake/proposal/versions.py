"""Two readings of one source compared provision by provision, so that addresses of what stayed can be kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from types import MappingProxyType

from giaotrinh.model.source import Provision
from giaotrinh.model.text import fold, syllables

_ALIKE = 0.6
"""Share of equal words from which a provision is the same one with other words."""


class ChangeKind(StrEnum):
    """What happened to a provision between two versions."""

    WORDED = "worded"
    """Same place, other words."""
    MOVED = "moved"
    """Same words or nearly so, another address."""
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One provision that is not the same in both versions."""

    kind: ChangeKind
    old: Provision | None = None
    new: Provision | None = None


def compare_versions(old: Sequence[Provision], new: Sequence[Provision]) -> tuple[Change, ...]:
    """Return what changed, in the order of the new text, removed provisions last; spelling variants are no change."""
    kept = keep_addresses(old, new)
    before, after = _by_path(old), _by_path(new)
    changes = [change for path, part in after.items() if (change := _change(before, kept.get(path), part)) is not None]
    stayed = set(kept.values())
    gone = [part for path, part in before.items() if path not in stayed]
    return (*changes, *(Change(kind=ChangeKind.REMOVED, old=part) for part in gone))


def keep_addresses(old: Sequence[Provision], new: Sequence[Provision]) -> Mapping[str, str]:
    """Return new path -> old path for every provision that is in both versions.

    Equal words match first, at the same address before another; then like words at the same address; then like
    words anywhere.
    """
    before, after = _by_path(old), _by_path(new)
    kept = dict(_same_words(before, after))
    for match in (_same_place, _like_words):
        stayed = set(kept.values())
        left_old = {path: part for path, part in before.items() if path not in stayed}
        left_new = {path: part for path, part in after.items() if path not in kept}
        kept |= dict(match(left_old, left_new))
    return MappingProxyType(kept)


def _by_path(provisions: Sequence[Provision]) -> dict[str, Provision]:
    return {part.path: part for root in provisions for part in root.walk()}


def _change(before: Mapping[str, Provision], old_path: str | None, part: Provision) -> Change | None:
    if old_path is None:
        return Change(kind=ChangeKind.ADDED, new=part)
    old = before[old_path]
    if old_path != part.path:
        return Change(kind=ChangeKind.MOVED, old=old, new=part)
    return None if fold(old.text) == fold(part.text) else Change(kind=ChangeKind.WORDED, old=old, new=part)


def _same_words(before: Mapping[str, Provision], after: Mapping[str, Provision]) -> Iterator[tuple[str, str]]:
    places: dict[str, list[str]] = {}
    for path, part in before.items():
        places.setdefault(fold(part.text), []).append(path)
    for path, part in after.items():
        if path in places.get(fold(part.text), ()):
            places[fold(part.text)].remove(path)
            yield path, path
    taken = {path for path, part in after.items() if path in before and fold(before[path].text) == fold(part.text)}
    for path, part in after.items():
        left = places.get(fold(part.text))
        if path not in taken and left and part.text:
            yield path, left.pop(0)


def _same_place(before: Mapping[str, Provision], after: Mapping[str, Provision]) -> Iterator[tuple[str, str]]:
    for path, part in after.items():
        if path in before and (not part.text or _likeness(before[path], part) >= _ALIKE):
            yield path, path


def _like_words(before: Mapping[str, Provision], after: Mapping[str, Provision]) -> Iterator[tuple[str, str]]:
    left = dict(before)
    for path, part in after.items():
        alike = [(likeness, old) for old, was in left.items() if (likeness := _likeness(was, part)) >= _ALIKE]
        if alike:
            best = max(alike)[1]
            del left[best]
            yield path, best


def _likeness(old: Provision, new: Provision) -> float:
    if old.kind != new.kind:
        return 0.0
    matcher = SequenceMatcher(a=syllables(old.text), b=syllables(new.text), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
