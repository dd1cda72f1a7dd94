"""What a draft is made of: the blocks of a module, questions of a bank; and what of it is new."""

import re
from collections.abc import Iterator, Sequence

from giaotrinh.driver.tasks.draft_keeping import digest

_FENCE = re.compile(r"(:{3,})(\{)?")
_QUESTION = re.compile(r"^(?=- id:)", re.MULTILINE)


def pieces(name: str, text: str) -> tuple[str, ...]:
    """Return the blocks of a module, the questions of a bank, any other file whole."""
    if name.endswith(".md"):
        return tuple(_blocks(text))
    return tuple(_QUESTION.split(text)) if "/questions/" in name else (text,)


def digests(name: str, text: str) -> list[str]:
    """Return the SHA-256 of each piece of a file, in order."""
    return [digest(piece.encode()) for piece in pieces(name, text)]


def offered(name: str, text: str, before: Sequence[str]) -> str:
    """Return the pieces of a file that an earlier draft had not, "" for none; all of it without one."""
    if not before:
        return text
    new = [piece for piece in pieces(name, text) if digest(piece.encode()) not in before]
    return ("\n\n" if name.endswith(".md") else "").join(piece.rstrip("\n") for piece in new) + "\n" if new else ""


def _blocks(text: str) -> Iterator[str]:
    """Yield runs of lines between empty lines, blocks with all that stands in them as one."""
    depth, piece = 0, list[str]()
    for line in text.split("\n"):
        if not line and not depth:
            if piece:
                yield "\n".join(piece)
            piece = []
            continue
        fence = _FENCE.match(line)
        if fence:
            depth += 1 if fence[2] else -1
        piece.append(line)
    if piece:
        yield "\n".join(piece)
