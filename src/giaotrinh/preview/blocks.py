"""The source text of a block: out to the page, and back into the file without losing what others wrote."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from giaotrinh.driver.edge.history import keep_version
from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.edge.writing import Overtaken, sweep, taking_turns, write_whole
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.document import Block
from giaotrinh.model.snapshot import Snapshot, digest_of
from giaotrinh.model.text import nfc

INSIDE = frozenset({"cell", "row", "grid"})
"""Blocks that are edited with what they stand in: a table is one text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The lines of a file that make a block."""

    block: str
    file: str
    line: int
    end_line: int
    text: str
    digest: str
    """Of the whole file as the block was read from it."""


class Changed(Exception):
    """Somebody else changed the block meanwhile; carries the text that stands there now."""

    def __init__(self, now: str) -> None:
        """Keep what stands there now."""
        super().__init__(now)
        self.now = now


def text_of(project: ProjectFolder, curriculum: Curriculum, read_from: Snapshot, block_id: str) -> Text | None:
    """Return the source text of a block, None where there is no such block or its file has gone.

    The text is that of `read_from`, the files of which the curriculum was read: the file may have changed since, or be
    broken. Its line is where the same text stands now; where it stands no more, saving will tell.
    """
    found = _found(curriculum, block_id)
    if found is None or not (project.root / found[0]).is_file():
        return None
    file, block = found
    content = _plain(read_from.files[file].decode("utf-8", errors="replace"))
    first, last = block.span.line, max(block.end_line, block.span.line)
    lines = content.split("\n")[first - 1 : last]
    now = _text(_bytes(project.root / file))
    at = _only_place(now.split("\n"), lines) if now is not None and now != content else None
    line = first if at is None else at + 1
    end, text = line + len(lines) - 1, "\n".join(lines)
    return Text(block=block.id, file=file, line=line, end_line=end, text=text, digest=_digest(content))


def save(project: ProjectFolder, file: str, *, line: int, before: str, after: str, digest: str) -> None:
    """Put the new text of a block in the place of the old one; the file as it was is kept among its versions.

    Where the file changed meanwhile, the old text must stand in it exactly once. Raises Changed with what stands at its
    lines now where it does not; Failure where the disk refuses. Nothing is written then.
    """
    with taking_turns(project.kept):
        sweep((project.root / file).parent)  # what a save killed half-way left beside the modules
        while True:  # an editor wrote in this very moment: its text is read again, and the block put into it
            with suppress(Overtaken):
                _put(project, project.root / file, line - 1, before.split("\n"), nfc(after).split("\n"), digest)
                return


def _put(project: ProjectFolder, path: Path, at: int, old: list[str], new: list[str], digest: str) -> None:
    raw = _bytes(path)
    content = _text(raw)
    if raw is None or content is None:
        raise Changed("")  # the file has gone
    lines = content.split("\n")
    first = at if _digest(content) == digest else _only_place(lines, old)
    if first is None or lines[first : first + len(old)] != old:
        raise Changed("\n".join(lines[at : at + len(old)]))
    whole = [*lines[:first], *new, *lines[first + len(old) :]]
    keep_version(project, path, raw)
    write_whole(path, (b"\r\n" if b"\r\n" in raw else b"\n").join(line.encode() for line in whole), instead_of=raw)


def _found(curriculum: Curriculum, block_id: str) -> tuple[str, Block] | None:
    for module in curriculum.project.modules:
        outer: list[Block] = []
        for block in module.walk():
            if block.kind not in INSIDE:
                outer.append(block)
            if block.id == block_id:
                return module.file, block if block.kind not in INSIDE else outer[-1]
    return None


def _only_place(lines: list[str], old: list[str]) -> int | None:
    places = [at for at in range(len(lines) - len(old) + 1) if lines[at : at + len(old)] == old]
    return places[0] if len(places) == 1 else None


def _digest(content: str) -> str:
    return digest_of((content.encode(),))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _text(raw: bytes | None) -> str | None:
    """Return text with plain line ends, None where there is none or the bytes are no text."""
    try:
        return None if raw is None else _plain(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
