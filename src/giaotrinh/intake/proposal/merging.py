"""Three versions of a text become one: what was imported before, what a person made of it, what is imported now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Lines that both the person and the new import changed, each in its own way."""

    line: int
    """Line of the person's text at which it begins, from 1."""
    before: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The text of both; where they conflict, the person's."""

    lines: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    kept: int
    """Changes of the person's that the new import did not touch."""


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines low to high of the old text became these."""

    low: int
    high: int
    lines: tuple[str, ...]


def merge_lines(before: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Merged:
    """Return the new text with the person's changes in it."""
    merged: list[str] = []
    conflicts: list[Conflict] = []
    kept = place = shift = 0
    for low, high, ours, others in _clusters(list(_changes(before, mine)), list(_changes(before, theirs))):
        merged += before[place:low]
        my_lines, their_lines = _applied(before, low, high, ours), _applied(before, low, high, others)
        if ours and others and my_lines != their_lines:
            start = low + shift + 1
            conflicts.append(Conflict(line=start, before=tuple(before[low:high]), mine=my_lines, theirs=their_lines))
        kept += bool(ours) and not others
        merged += my_lines if ours else their_lines
        shift += len(my_lines) - (high - low)
        place = high
    return Merged(lines=(*merged, *before[place:]), conflicts=tuple(conflicts), kept=kept)


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[_Change]:
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for kind, low, high, start, end in matcher.get_opcodes():
        if kind != "equal":
            yield _Change(low, high, tuple(after[start:end]))


def _clusters(mine: list[_Change], theirs: list[_Change]) -> Iterator[tuple[int, int, list[_Change], list[_Change]]]:
    """Yield stretches of the old text with the changes of each side that touch one another."""
    while mine or theirs:
        low = min(changes[0].low for changes in (mine, theirs) if changes)
        high = low
        taken: tuple[list[_Change], list[_Change]] = ([], [])
        reaching = True
        while reaching:
            reaching = False
            for waiting, side in ((mine, taken[0]), (theirs, taken[1])):
                while waiting and (waiting[0].low < high or waiting[0].low == low):
                    side.append(waiting.pop(0))
                    high = max(high, side[-1].high)
                    reaching = True
        yield low, high, *taken


def _applied(before: Sequence[str], low: int, high: int, changes: Sequence[_Change]) -> tuple[str, ...]:
    lines: list[str] = []
    place = low
    for change in changes:
        lines += [*before[place : change.low], *change.lines]
        place = change.high
    return (*lines, *before[place:high])
