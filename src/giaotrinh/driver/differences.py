"""Two versions of a source, compared provision by provision."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from giaotrinh.model.source import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A provision that is new, gone or worded differently."""

    kind: str
    """added, removed or changed."""
    path: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def differences(before: Sequence[Provision], after: Sequence[Provision]) -> tuple[Difference, ...]:
    """Return what differs, in the order of the newer text; what was removed stands after what it followed."""
    old = {part.path: part.lines for root in before for part in root.walk()}
    new = {part.path: part.lines for root in after for part in root.walk()}
    return tuple(_listed(old, new))


def _listed(old: dict[str, tuple[str, ...]], new: dict[str, tuple[str, ...]]) -> Iterator[Difference]:
    waiting = [path for path in old if path not in new]
    place = {path: index for index, path in enumerate(old)}
    for path, lines in new.items():
        if path not in old:
            yield Difference(kind="added", path=path, after=lines)
            continue
        while waiting and place[waiting[0]] < place[path]:
            gone = waiting.pop(0)
            yield Difference(kind="removed", path=gone, before=old[gone])
        if old[path] != lines:
            yield Difference(kind="changed", path=path, before=old[path], after=lines)
    for gone in waiting:
        yield Difference(kind="removed", path=gone, before=old[gone])
