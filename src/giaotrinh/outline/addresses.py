"""Addresses of provisions: the labels as printed, joined by dots."""

from collections import Counter
from collections.abc import Sequence

from giaotrinh.model.source import Provision
from giaotrinh.outline.nesting import Node

PREAMBLE, CLOSING = "mo-dau", "ket-thuc"
"""Addresses of what stands before the first marker and after the last provision."""
_BULLETS = {"dash": "-", "plus": "+", "star": "*"}


def give_addresses(roots: Sequence[Node]) -> tuple[Provision, ...]:
    """Return the provisions of the nodes, each with an address no other has.

    "II.1.c"; "D5.2.a", Điều counted over the document; "PL1/2" in an annex; "II.1.c.-2" for the second dash,
    "II.5.p1" for a paragraph that stands beside the items of a list; a second equal address gets "~2".
    """
    return _Addresses().children(None, roots)


class _Addresses:
    def __init__(self) -> None:
        self._given: Counter[str] = Counter()
        self._annexes = 0

    def children(self, parent: Provision | None, nodes: Sequence[Node]) -> tuple[Provision, ...]:
        bullets: Counter[str] = Counter()
        return tuple(self._provision(parent, node, bullets) for node in nodes)

    def _provision(self, parent: Provision | None, node: Node, bullets: Counter[str]) -> Provision:
        path = self._unique(self._path(parent, node, bullets))
        label = node.marker.label if node.marker else ""
        kind = "paragraph" if node.kind == "closing" else node.kind
        own = Provision(path=path, label=label, kind=kind, lines=tuple(node.lines), line=node.line)
        if not node.children:
            return own
        children = self.children(own, node.children)
        return Provision(path=path, label=label, kind=kind, lines=own.lines, line=own.line, children=children)

    def _unique(self, path: str) -> str:
        self._given[path] += 1
        count = self._given[path]
        return path if count == 1 else self._unique(f"{path}~{count}")

    def _path(self, parent: Provision | None, node: Node, bullets: Counter[str]) -> str:
        if node.kind == "paragraph":
            return _join(parent, self._bullet(node, bullets), node.kind)
        if node.marker is None:
            return CLOSING if node.kind == "closing" else PREAMBLE
        if node.kind == "annex":
            self._annexes += 1
            return node.marker.segment or f"PL{self._annexes}"
        segment = node.marker.segment or self._bullet(node, bullets)
        return _join(parent, segment, node.kind)

    def _bullet(self, node: Node, bullets: Counter[str]) -> str:
        sign = _BULLETS[node.marker.kind] if node.marker else "p"
        bullets[sign] += 1
        return f"{sign}{bullets[sign]}"


def _join(parent: Provision | None, segment: str, kind: str) -> str:
    if parent is None:
        return segment
    annex, slash, within = parent.path.partition("/")
    if kind == "article":
        return f"{annex}/{segment}" if slash or parent.kind == "annex" else segment
    if parent.kind == "annex":
        return f"{parent.path}/{segment}"
    if kind == "decimal" and parent.kind in ("number", "decimal"):
        prefix, _, last = segment.rpartition(".")
        if (within or annex).endswith(prefix) and parent.label.strip("| ").rstrip(".)-–:/ ") == prefix:
            segment = last
    return f"{parent.path}.{segment}"
