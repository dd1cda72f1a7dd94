"""What of a resolution is taught together: sections, each a few provisions that stand beside each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from giaotrinh.draft.wording import plain_title
from giaotrinh.model.source import Provision, Role, Source

REST = "rest"
_WHOLE = 2600
"""Characters up to which a provision is taught in one piece."""
_HEADING = 120
"""Characters under which the own words of a provision are its heading."""
_FRAME = ("preamble", "annex")
_OUTSIDE = ("ket-thuc", "mo-dau")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A provision as it is drawn: with all below it, or its own words alone where what is below has units of its own."""

    provision: Provision
    whole: bool
    role: str
    """Its role, that of the nearest provision above or below it which has one, or "rest"."""
    parent: str
    """Path of the provision above it, "" for a root."""
    parent_title: str

    @property
    def size(self) -> int:
        """Return its length in characters."""
        return len(self.provision.full_text() if self.whole else self.provision.text)

    def parts(self) -> tuple[Provision, ...]:
        """Return the provisions whose words it draws."""
        return tuple(self.provision.walk()) if self.whole else (self.provision,)


@dataclass(frozen=True, slots=True, kw_only=True)
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

    @property
    def title(self) -> str:
        """Return its heading."""
        taught = [unit for unit in self.units if unit.whole or unit.size >= _HEADING] or list(self.units)
        first = taught[0]
        if len(taught) == 1:
            return plain_title(first.provision)
        if len(self.units) == 1 or not first.parent_title or len({unit.parent for unit in self.units}) > 1:
            return plain_title(first.provision)
        return first.parent_title

    @property
    def addresses(self) -> tuple[str, ...]:
        """Return the addresses of its units."""
        return tuple(unit.provision.path for unit in self.units)

    def parts(self) -> tuple[Provision, ...]:
        """Return the provisions whose words it draws."""
        return tuple(part for unit in self.units for part in unit.parts())


def units_of(source: Source) -> tuple[Unit, ...]:
    """Return what of a source is taught, in the order of its text: all but letterhead, signature and bare annexes."""
    return tuple(
        unit
        for root in source.provisions
        if root.kind not in ("preamble",) and not root.path.startswith(_OUTSIDE) and not is_reference_matter(root)
        for unit in _units(root, "", "", "")
    )


def is_reference_matter(root: Provision) -> bool:
    """Return whether an annex is there to look things up in: no provision of it has a role that is taught."""
    taught = (Role.TARGET, Role.BREAKTHROUGH, Role.TASK, Role.TASK_GROUP)
    return root.kind == "annex" and not any(part.role in taught for part in root.walk())


def sections_of(units: Sequence[Unit], most: int) -> tuple[Section, ...]:
    """Return at most `most` sections of about equal length, units kept in order."""
    sections: list[Section] = []
    heading: tuple[Unit, ...] = ()
    for part in in_parts(units, most):
        if all(unit.size < _HEADING and not unit.whole for unit in part):
            heading = (*heading, *part)  # a heading alone is no lesson: it opens the next section
        else:
            sections.append(Section(units=(*heading, *part)))
            heading = ()
    return (*sections, Section(units=heading)) if heading else tuple(sections)


def in_parts(units: Sequence[Unit], most: int) -> list[list[Unit]]:
    """Return units in at most `most` runs, the longest of them as short as can be."""
    low, high = max((unit.size for unit in units), default=0), sum(unit.size for unit in units)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_filled(units, middle)) <= most else (middle + 1, high)
    return _spread(_filled(units, low), most)


def _spread(parts: list[list[Unit]], most: int) -> list[list[Unit]]:
    """Return the parts, the longest cut in two until there are `most` or nothing can be cut."""
    while len(parts) < most and any(len(part) > 1 for part in parts):
        longest = max((part for part in parts if len(part) > 1), key=lambda part: sum(unit.size for unit in part))
        at, half = parts.index(longest), max(1, len(longest) // 2)
        parts[at : at + 1] = [longest[:half], longest[half:]]
    return parts


def _filled(units: Iterable[Unit], limit: int) -> list[list[Unit]]:
    parts: list[list[Unit]] = []
    filled = limit
    for unit in units:
        if filled + unit.size > limit and (not parts or filled):
            parts.append([])
            filled = 0
        parts[-1].append(unit)
        filled += unit.size
    return parts


def _units(provision: Provision, role: str, parent: str, parent_title: str) -> Iterator[Unit]:
    own = provision.role.value if provision.role else ""
    below = [part.role.value for part in provision.walk() if part.role]
    known = own or role or (below[0] if below else REST)
    roles = {child.role for child in provision.children if child.role}
    mixed = bool(own) and any(found.value != own and own != Role.TASK_GROUP for found in roles)
    whole = not provision.children or (not mixed and len(provision.full_text()) <= _WHOLE and len(roles) < 2)
    yield Unit(provision=provision, whole=whole, role=known, parent=parent, parent_title=parent_title)
    if not whole:
        for child in provision.children:
            yield from _units(child, own or role, provision.path, plain_title(provision))
