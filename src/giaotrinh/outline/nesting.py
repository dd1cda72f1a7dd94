"""Where a marker stands among the open provisions of a text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from giaotrinh.model.text import fold
from giaotrinh.outline.markers import NAMED, SUB_LETTER, Marker


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


_CONTINUES, _STARTS, _JUMPS, _ALONE = 4, 3, 2, 1
_NEVER_ALONE = frozenset({"capital", "ordinal", "paren", "decimal"})
"""Kinds that ordinary words look like: they need the list they belong to."""
_NEVER_JUMPS = frozenset({"capital", "ordinal"})
_HEADING_WORDS = 24
"""Words of the longest heading without a number."""
_BARE_HEADING_WORDS = 14
"""Words of the longest heading that ends without a colon: longer ones are sentences that lost their stop."""
_NO_HEADING = re.compile(r"(?:Bảng|Biểu|Hình|Sơ đồ|Nguồn|Đơn vị|Đvt|ĐVT|Ghi chú)\b")
"""Captions of tables and pictures, and what stands beside them."""
_LEADS_OVER = re.compile(
    r"^(?:cụ thể|trong đó|gồm|bao gồm|như sau|theo đó|sau đây|ngoài ra|đồng thời|ví dụ|nơi nhận|kính gửi)\b|"
    r"\b(?:như sau|sau đây|dưới đây|sau|gồm|gồm có)\s*:$"
)


def place(roots: list[Node], stack: list[Node], markers: Sequence[Marker], line: str, number: int) -> bool:
    """Open the provision a line begins, closing those it ends; return False where no reading of its marker fits.

    Of several readings the one that continues an open list wins, then one that starts a list.
    """
    fits = [fit for marker in markers if (fit := _fit(stack, marker)) is not None]
    if not fits:
        return False
    best = max(fits, key=lambda fit: fit.score)
    if (headings := _headings_above(stack, best.marker)) and stack:
        depth = _depth_of_group(stack, best.marker)
        for heading in headings:
            _open(roots, stack, depth, heading)
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


def _headings_above(stack: Sequence[Node], marker: Marker) -> list[Node]:
    """Take the headings without a number that stand just above a list from the provision they were read into.

    "Nhiệm vụ trọng tâm:" before (1) heads what follows; so does every such line before it in the same provision, with
    the paragraphs below it. The first line of a provision is its own heading, never one of these.
    """
    node = stack[-1] if stack else None
    opens = (marker.starts or not marker.values) and marker.kind not in NAMED
    if node is None or not opens or len(node.lines) < 2:
        return []
    heads = is_heading if node.kind in NAMED or node.kind == "annex" else is_heading_by_shape
    again = bool(marker.values) and any(one.marker and one.marker.style == marker.style for one in stack)
    if again and node.announces:
        return [_taken(node)]  # a list of one kind that begins again is another list, however it is led to
    if not heads(node.lines[-1]):
        return []
    if node.kind == "article" and marker.kind == "number":
        return []  # a khoản stands in its Điều, whatever leads over to it
    first = next(index for index in range(1, len(node.lines)) if heads(node.lines[index]))
    lines, numbers = node.lines[first:], node.numbers[first - 1 :]
    del node.lines[first:], node.numbers[first - 1 :]
    groups: list[Node] = []
    for line, number in zip(lines, numbers, strict=True):
        if heads(line):
            groups.append(Node(marker=None, kind="paragraph", line=number, lines=[line]))
        else:
            groups[-1].lines.append(line)
            groups[-1].numbers.append(number)
    return groups


def _taken(node: Node) -> Node:
    """Take the last line of a provision as a paragraph of its own."""
    return Node(marker=None, kind="paragraph", line=node.numbers.pop(), lines=[node.lines.pop()])


def is_heading(line: str) -> bool:
    """Return whether a line without a marker is a heading that groups what follows: short, a name, ends with a colon.

    What only leads over to a list ("Cụ thể như sau:") heads nothing.
    """
    words = line.rstrip()
    return (
        words.endswith(":")
        and len(words.split()) <= _HEADING_WORDS
        and words[:1].isupper()
        and not leads_over(words)
        and not words.rstrip(":").endswith((".", ";"))
    )


def leads_over(line: str) -> bool:
    """Return whether a line only leads over to a list: "Cụ thể như sau:"."""
    return _LEADS_OVER.search(fold(line.rstrip())) is not None


def is_heading_by_shape(line: str) -> bool:
    """Return whether a line heads what follows, by its colon or as a bare name: a capital first, no sign at its end.

    Below "Chương I", "Điều 1" or "Phụ lục" such a line is the provision's title, and only a colon makes a heading.
    """
    words = line.strip()
    bare = words[:1].isupper() and words[-1:].isalnum() and len(words.split()) <= _BARE_HEADING_WORDS
    return is_heading(line) or (bare and not _NO_HEADING.match(words))


def _depth_of_group(stack: Sequence[Node], marker: Marker) -> int:
    """Return the depth at which a heading stands whose list begins with a marker: beside the headings like it."""
    like = [depth for depth, node in enumerate(stack) if node.marker and node.marker.style == marker.style]
    groups = [depth for depth, node in enumerate(stack) if node.marker is None and node.kind == "paragraph"]
    if groups and not like:
        return groups[-1]
    depth = like[-1] if like else _natural_depth(stack, marker)
    return depth - 1 if depth - 1 in groups else depth


def _fit(stack: Sequence[Node], marker: Marker) -> _Fit | None:
    if marker.style.startswith(SUB_LETTER) and (fit := _below_its_letter(stack, marker)):
        return fit
    open_lists = [depth for depth, node in enumerate(stack) if node.marker and node.marker.style == marker.style]
    continued = [depth for depth in open_lists if _follows(marker, stack[depth])]
    if continued:
        return _Fit(marker=marker, depth=continued[-1], score=_CONTINUES)
    if marker.starts:
        depth = _depth_of_new_list(stack, marker, open_lists)
        return _Fit(marker=marker, depth=depth, score=_STARTS)
    if open_lists and marker.kind not in _NEVER_JUMPS and not marker.weak:
        return _Fit(marker=marker, depth=_depth_of_jump(stack, marker, open_lists), score=_JUMPS)
    if marker.weak or (marker.kind in _NEVER_ALONE and not _numbers_below(stack, marker)):
        return None
    return _Fit(marker=marker, depth=_natural_depth(stack, marker), score=_ALONE)


def _below_its_letter(stack: Sequence[Node], marker: Marker) -> _Fit | None:
    """Return the place of "a1)": below a) where that announces it, beside a) where it was put in later."""
    letters = [depth for depth, node in enumerate(stack) if node.marker and node.marker.kind == "letter"]
    home = [depth for depth in letters if (own := stack[depth].marker) and own.segment == marker.segment[0]]
    if not home:
        return None
    continues = len(letters) > 1 and letters[-1] > home[-1]
    depth = home[-1] + 1 if continues or stack[home[-1]].announces else home[-1]
    return _Fit(marker=marker, depth=depth, score=_CONTINUES)


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
