"""What stands where a draft would write: course/draft.lock says what draft wrote; a file that differs is a person's."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path

from giaotrinh.driver.tasks.starting import STARTER
from giaotrinh.model.source import Provision, Source

LOCK = "course/draft.lock"
BESIDE = ".nhap"
"""Ending of a draft that stands beside a file which a person has changed; the reader passes over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What an earlier draft wrote and from which words."""

    source: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    """Path -> SHA-256 of what was written."""
    provisions: Mapping[str, str] = field(default_factory=dict)
    """Path of a provision -> SHA-256 of its words."""

    pieces: Mapping[str, list[str]] = field(default_factory=dict)
    """Path -> SHA-256 of the blocks or questions the last draft had for it, written or offered beside."""

    @classmethod
    def read(cls, root: Path) -> "Lock":
        """Return the lock of a project; an empty one where there is none that can be read."""
        try:
            data = json.loads((root / LOCK).read_text(encoding="utf-8"))
            return cls(
                source=data["source"], files=data["files"], provisions=data["provisions"], pieces=data.get("pieces", {})
            )
        except (OSError, ValueError, KeyError, TypeError):
            # Without a lock every file counts as a person's: a damaged one never costs anybody's work.
            return cls()

    def written(self) -> bytes:
        """Return the lock as a file."""
        data = {
            "schema": 1,
            "source": self.source,
            "files": self.files,
            "provisions": self.provisions,
            "pieces": self.pieces,
        }
        return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()

    def is_ours(self, root: Path, name: str) -> bool:
        """Return whether a file may be written over: not there, as draft wrote it, or the untouched starter's."""
        content = _bytes(root / name)
        return content is None or digest(content) == self.files.get(name) or is_starter(root, name)


def free_beside(root: Path, name: str) -> str:
    """Return the name for a draft beside a file; one that stands there is not settled yet, perhaps edited: it stays."""
    names = chain((f"{name}{BESIDE}",), (f"{name}.{number}{BESIDE}" for number in count(2)))
    return next(each for each in names if not (root / each).exists())


def is_starter(root: Path, name: str) -> bool:
    """Return whether a file is still as `giaotrinh new` wrote it."""
    content = _bytes(root / name)
    return content is not None and content == _bytes(STARTER / name)


def starter_samples(root: Path) -> Iterator[str]:
    """Yield the starter's sample module and source, where nobody has touched any of them."""
    names = [
        path.relative_to(STARTER).as_posix()
        for folder in ("modules", "sources")
        for path in sorted((STARTER / "course" / folder).rglob("*"))
        if path.is_file()
    ]
    if all(is_starter(root, name) for name in names):
        yield from names


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Provisions in which two versions of a source differ, by path."""

    added: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def changed(before: Mapping[str, str], source: Source) -> Changed:
    """Return what a source has that the version drafted before had not."""
    now = fingerprints(source)
    return Changed(
        added=tuple(path for path in now if path not in before),
        altered=tuple(path for path in now if path in before and before[path] != now[path]),
        gone=tuple(path for path in before if path not in now),
    )


def fingerprints(source: Source) -> dict[str, str]:
    """Return path -> SHA-256 of the words of every provision."""
    return {part.path: digest(_words(part).encode()) for part in source.walk()}


def digest(content: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _words(part: Provision) -> str:
    return "\n".join(part.lines)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
