"""What of a resolution is taught together: units, and sections of units that stand beside each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from giaotrinh.draft.provisions.formal import is_formal, is_frame
from giaotrinh.draft.provisions.wording import NAMED, heading_of, lowered, name_of
from giaotrinh.model.source import Provision, Role, Source
from giaotrinh.outline.places import place_of

REST, FORMAL = "rest", "formal"
WORDS_A_MINUTE = 25
"""Syllables of a source that a class reads, hears explained and asks about in a minute."""
_A_FIGURE = 0.5
"""Minutes a figure takes beside its words: what it measures, for when, against what."""
KEPT_TOGETHER = 110
"""Minutes up to which a numbered part is one piece that no two modules share: the lesson of a session."""
_WHOLE = 2600
"""Characters up to which a provision is taught in one piece."""
_HEADING = 120
"""Characters under which the own words of a provision are its heading."""
_PARTED = 5000
"""Characters of a list that is taught in two activities where there is room."""
_OUTSIDE = ("ket-thuc", "mo-dau")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A provision as it is drawn: with all below it, or its own words alone where what is below has units of its own."""

    provision: Provision
    whole: bool
    role: str
    """Its role, that of the nearest provision above or below it which has one, "formal" or "rest"."""
    parent: str
    """Path of the provision above it, "" for a root."""
    parent_title: str
    piece: str
    """Path of the part that no two modules share: an Điều, a numbered part short enough for a session."""

    @property
    def size(self) -> int:
        """Return its length in characters."""
        return len(self.provision.full_text() if self.whole else self.provision.text)

    @property
    def minutes(self) -> float:
        """Return the minutes it takes to teach."""
        return sum(minutes_of(part.text, len(part.quantities)) for part in self.parts())

    def parts(self) -> tuple[Provision, ...]:
        """Return the provisions whose words it draws."""
        return tuple(self.provision.walk()) if self.whole else (self.provision,)


@dataclass(frozen=True, kw_only=True)
class Section:
    """Units taught in one activity."""

    units: tuple[Unit, ...]

    @property
    def size(self) -> int:
        """Return its length in characters."""
        return sum(unit.size for unit in self.units)

    @property
    def role(self) -> str:
        """Return the role it is introduced by: that of most of its words."""
        sizes: dict[str, int] = {}
        for unit in self.units:
            sizes[unit.role] = sizes.get(unit.role, 0) + unit.size
        return max(sizes, key=lambda role: sizes[role])

    @cached_property
    def title(self) -> str:
        """Return its heading: the names of what it teaches where they are short, else of what holds them."""
        names = list(dict.fromkeys(name for run in self._runs() for name in _names(run)))
        whole = "; ".join([*names[:1], *map(lowered, names[1:])])
        return whole if len(whole) <= NAMED or len(names) == 1 else f"{names[0]} và các nội dung tiếp theo"

    @property
    def is_asked(self) -> bool:
        """Return whether a class works on it: not where all of it is read out, or frame of a legal text."""
        return any(is_asked(unit) and (unit.whole or unit.size >= _HEADING) for unit in self.units)

    def _runs(self) -> list[list[Unit]]:
        """Return what it teaches, siblings together; a heading that only opens what follows is left out."""
        taught = [unit for unit in self.units if unit.whole or unit.size >= _HEADING] or list(self.units)
        runs: list[list[Unit]] = []
        for unit in taught:
            if runs and unit.parent == runs[-1][-1].parent:
                runs[-1].append(unit)
            else:
                runs.append([unit])
        return runs

    @property
    def addresses(self) -> tuple[str, ...]:
        """Return the addresses of its units."""
        return tuple(unit.provision.path for unit in self.units)

    def parts(self) -> tuple[Provision, ...]:
        """Return the provisions whose words it draws."""
        return tuple(part for unit in self.units for part in unit.parts())


def minutes_of(words: str, figures: int) -> float:
    """Return the minutes a text with so many figures takes to teach."""
    return len(words.split()) / WORDS_A_MINUTE + figures * _A_FIGURE


def units_of(source: Source) -> tuple[Unit, ...]:
    """Return what of a source is taught, in the order of its text: all but letterhead, signature and bare annexes."""
    return tuple(
        unit
        for root in source.provisions
        if root.kind not in ("preamble",) and not root.path.startswith(_OUTSIDE) and not is_reference_matter(root)
        for unit in _units(root, "", "", "", "")
    )


def needed_by(source: Source) -> float:
    """Return the minutes it takes to teach a source."""
    return sum(unit.minutes for unit in units_of(source))


def is_reference_matter(root: Provision) -> bool:
    """Return whether an annex is there to look things up in: no provision of it has a role that is taught."""
    taught = (Role.TARGET, Role.BREAKTHROUGH, Role.TASK, Role.TASK_GROUP)
    return root.kind == "annex" and not any(part.role in taught for part in root.walk())


def sections_of(units: Sequence[Unit], most: int) -> tuple[Section, ...]:
    """Return at most `most` sections: siblings stand together, a heading opens what follows it.

    Where there are too many lists the shortest neighbours join; where there are few the longest lists are parted.
    """
    runs = _lists(units)
    while len(runs) > most:
        at = min(range(len(runs) - 1), key=lambda index: _size(runs[index]) + _size(runs[index + 1]))
        runs[at : at + 2] = [runs[at] + runs[at + 1]]
    while len(runs) < most and any(len(run) > 1 and _size(run) > _PARTED for run in runs):
        longest = max((run for run in runs if len(run) > 1), key=_size)
        if _size(longest) <= _PARTED:
            break
        at = runs.index(longest)
        runs[at : at + 1] = in_parts([[unit] for unit in longest], 2)
    return tuple(Section(units=tuple(run)) for run in runs)


def _lists(units: Iterable[Unit]) -> list[list[Unit]]:
    runs: list[list[Unit]] = []
    opening = False
    for unit in units:
        alike = bool(runs) and is_asked(unit) is is_asked(runs[-1][-1])
        same = alike and (opening or unit.parent == runs[-1][-1].parent)
        opens = not unit.whole and unit.size < _HEADING
        if same and (opening or not opens):
            runs[-1].append(unit)
        else:
            runs.append([unit])
        opening = opens
    if len(runs) > 1 and opening:
        runs[-2:] = [runs[-2] + runs[-1]]
    return runs


def _names(run: Sequence[Unit]) -> list[str]:
    """Return what names siblings: their own names where they are short, else the heading above with their places."""
    names = [name_of(unit.provision) for unit in run]
    has_headings = all(heading_of(unit.provision) for unit in run)
    above = run[0].parent_title
    if (has_headings or not above) and len("; ".join(names)) <= NAMED:
        return names
    if above and len(run) > 1:
        first, last = place_of(run[0].provision.path), place_of(run[-1].provision.path)
        return [f"{above} ({first} đến {last})" if has_headings else above]
    if above and not has_headings:
        return [f"{above} ({place_of(run[0].provision.path)})"]
    return names


def pieces_of(units: Iterable[Unit]) -> list[list[Unit]]:
    """Return runs of units that no two modules share."""
    pieces: list[list[Unit]] = []
    for unit in units:
        opened = pieces and (
            unit.piece == pieces[-1][-1].piece or (not pieces[-1][-1].whole and not pieces[-1][-1].piece)
        )
        if opened:
            pieces[-1].append(unit)
        else:
            pieces.append([unit])
    return pieces


def in_parts(pieces: Sequence[Sequence[Unit]], most: int) -> list[list[Unit]]:
    """Return units in at most `most` runs, no piece torn, the longest of the runs as short as can be."""
    sizes = [_size(piece) for piece in pieces]
    low, high = max(sizes, default=0), sum(sizes)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_filled(pieces, middle)) <= most else (middle + 1, high)
    parts = _spread(_filled(pieces, low), most)
    return [[unit for piece in part for unit in piece] for part in parts]


def _size(piece: Iterable[Unit]) -> int:
    return sum(unit.size for unit in piece)


def _spread(parts: list[list[Sequence[Unit]]], most: int) -> list[list[Sequence[Unit]]]:
    """Return the parts, the longest cut in two until there are `most` or nothing can be cut."""
    while len(parts) < most and any(len(part) > 1 for part in parts):
        longest = max((part for part in parts if len(part) > 1), key=lambda part: sum(map(_size, part)))
        at, half = parts.index(longest), max(1, len(longest) // 2)
        parts[at : at + 1] = [longest[:half], longest[half:]]
    return parts


def _filled(pieces: Iterable[Sequence[Unit]], limit: int) -> list[list[Sequence[Unit]]]:
    parts: list[list[Sequence[Unit]]] = []
    filled = limit
    for piece in pieces:
        size = _size(piece)
        if filled + size > limit and (not parts or filled):
            parts.append([])
            filled = 0
        parts[-1].append(piece)
        filled += size
    return parts


def _units(provision: Provision, role: str, parent: str, parent_title: str, piece: str) -> Iterator[Unit]:
    own = provision.role.value if provision.role else ""
    below = [part.role.value for part in provision.walk() if part.role]
    known = FORMAL if is_formal(provision) else own or role or (below[0] if below else REST)
    roles = {child.role for child in provision.children if child.role}
    mixed = bool(own) and any(found.value != own and own != Role.TASK_GROUP for found in roles)
    formal = {is_formal(child) for child in provision.children}
    whole = not provision.children or (
        not mixed and len(provision.full_text()) <= _WHOLE and len(roles) < 2 and len(formal) < 2
    )
    piece = piece or (provision.path if whole or _is_piece(provision) else "")
    yield Unit(provision=provision, whole=whole, role=known, parent=parent, parent_title=parent_title, piece=piece)
    if not whole:
        for child in provision.children:
            yield from _units(child, own or role, provision.path, heading_of(provision) or parent_title, piece)


def _is_piece(provision: Provision) -> bool:
    """Return whether a provision is taught in one place: every Điều, and what fits a session."""
    minutes = sum(minutes_of(part.text, len(part.quantities)) for part in provision.walk())
    return provision.kind == "article" or minutes <= KEPT_TOGETHER


def is_asked(unit: Unit) -> bool:
    """Return whether a class works on a unit: not on what is read out, not on scope, terms and force."""
    return unit.role != FORMAL and not is_frame(heading_of(unit.provision) or unit.provision.text)
