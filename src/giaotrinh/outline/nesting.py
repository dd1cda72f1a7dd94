"""Where a marker stands among the open provisions of a text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from giaotrinh.outline.markers import NAMED, Marker


@dataclass(slots=True)
class Node:
    """A provision while its text is being read."""

    marker: Marker | None
    kind: str
    line: int
    lines: list[str]
    numbers: list[int] = field(default_factory=list)
    """Where the lines after the first stand in the file."""
    children: list["Node"] = field(default_factory=list)

    @property
    def announces(self) -> bool:
        """Return whether what has been read of it ends with a colon: a list is to follow."""
        return self.lines[-1].rstrip().endswith(":")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    """A reading of a marker and how many open provisions stay above it."""

    marker: Marker
    depth: int
    score: int
    again: int = -1
    """Depth of the open list it begins again; -1 where none is open."""


_CONTINUES, _STARTS, _JUMPS, _ALONE = 4, 3, 2, 1
_NEVER_ALONE = frozenset({"capital", "ordinal", "paren", "decimal"})
"""Kinds that ordinary words look like: they need the list they belong to."""
_NEVER_JUMPS = frozenset({"capital", "ordinal"})


def place(roots: list[Node], stack: list[Node], markers: Sequence[Marker], line: str, number: int) -> bool:
    """Open the provision a line begins, closing those it ends; return False where no reading of its marker fits.

    Of several readings the one that continues an open list wins, then one that starts a list.
    """
    fits = [fit for marker in markers if (fit := _fit(stack, marker)) is not None]
    if not fits:
        return False
    best = max(fits, key=lambda fit: fit.score)
    if best.score == _STARTS and _is_list_again(stack, best):
        _open(roots, stack, best.again, _announcement(stack[-1]))
        best = replace(best, depth=len(stack))
    kind = "dash" if best.marker.kind == "star" else best.marker.kind
    _open(roots, stack, best.depth, Node(marker=best.marker, kind=kind, line=number, lines=[line]))
    return True


def goes_on(stack: Sequence[Node], marker: Marker) -> bool:
    """Return whether a marker claims the next place in a list that is open."""
    return bool(marker.values) and any(_follows(marker, node) for node in stack)


def _open(roots: list[Node], stack: list[Node], depth: int, node: Node) -> None:
    stack[depth:] = [node]
    (stack[-2].children if len(stack) > 1 else roots).append(node)


def _is_list_again(stack: Sequence[Node], fit: _Fit) -> bool:
    """Return whether a paragraph without a marker announces a second list like the open one: "Các đột phá:" (1)."""
    return fit.again >= 0 and stack[-1].announces and len(stack[-1].lines) > 1


def _announcement(node: Node) -> Node:
    line = node.lines.pop()
    return Node(marker=None, kind="paragraph", line=node.numbers.pop(), lines=[line])


def _fit(stack: Sequence[Node], marker: Marker) -> _Fit | None:
    open_lists = [depth for depth, node in enumerate(stack) if node.marker and node.marker.style == marker.style]
    continued = [depth for depth in open_lists if _follows(marker, stack[depth])]
    if continued:
        return _Fit(marker=marker, depth=continued[-1], score=_CONTINUES)
    if marker.starts:
        depth = _depth_of_new_list(stack, marker, open_lists)
        again = open_lists[-1] if open_lists and marker.kind not in NAMED else -1
        return _Fit(marker=marker, depth=depth, score=_STARTS, again=again)
    if open_lists and marker.kind not in _NEVER_JUMPS and not marker.weak:
        return _Fit(marker=marker, depth=_depth_of_jump(stack, marker, open_lists), score=_JUMPS)
    if marker.weak or (marker.kind in _NEVER_ALONE and not _numbers_below(stack, marker)):
        return None
    return _Fit(marker=marker, depth=_natural_depth(stack, marker), score=_ALONE)


def _follows(marker: Marker, node: Node) -> bool:
    return node.marker is not None and marker.follows(node.marker)


def _depth_of_new_list(stack: Sequence[Node], marker: Marker, open_lists: list[int]) -> int:
    if marker.kind in NAMED:
        return open_lists[-1] if open_lists else _natural_depth(stack, marker)
    if stack and stack[-1].announces:
        return len(stack)
    return open_lists[-1] if open_lists else _natural_depth(stack, marker)


def _depth_of_jump(stack: Sequence[Node], marker: Marker, open_lists: list[int]) -> int:
    ahead = [depth for depth in open_lists if _is_ahead(marker, stack[depth].marker)]
    return (ahead or open_lists)[-1]


def _is_ahead(marker: Marker, before: Marker | None) -> bool:
    return before is not None and any(this > last for this, last in zip(marker.values, before.values, strict=True))


def _natural_depth(stack: Sequence[Node], marker: Marker) -> int:
    if marker.kind in NAMED:
        return _first(stack, 0, lambda node: node.marker is not None and node.marker.rank >= marker.rank)
    named = [depth for depth, node in enumerate(stack) if node.kind in NAMED or node.kind == "annex"]
    return _first(
        stack,
        named[-1] + 1 if named else 0,
        lambda node: node.marker is not None and node.marker.rank >= marker.rank,
    )


def _first(stack: Sequence[Node], start: int, holds: Callable[[Node], bool]) -> int:
    return next((depth for depth in range(start, len(stack)) if holds(stack[depth])), len(stack))


def _numbers_below(stack: Sequence[Node], marker: Marker) -> bool:
    if marker.kind != "decimal":
        return False
    prefix = marker.segment.rsplit(".", 1)[0]
    return any(node.marker and node.marker.segment.lstrip("D") == prefix for node in stack)
