"""The project as it was read, once: paths and bytes, nothing of the disk."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """All files of a project, by path relative to its root, with forward slashes."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """`course/...` and `templates/...`; built-in templates fill what the project lacks."""

    def below(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Yield the files below a folder, sorted by path."""
        prefix = folder.rstrip("/") + "/"
        for path in sorted(self.files):
            if path.startswith(prefix):
                yield path, self.files[path]

    def digest(self) -> str:
        """Return the SHA-256 of paths and contents, as hexadecimal digits."""
        return digest_of(part for path in sorted(self.files) for part in (path.encode(), self.files[path]))


def digest_of(parts: Iterable[bytes]) -> str:
    """Return the SHA-256 of a length-prefixed encoding of the parts, as hexadecimal digits.

    The prefix keeps (b"1", b"23") apart from (b"12", b"3").
    """
    hasher = hashlib.sha256()
    for part in parts:
        hasher.update(len(part).to_bytes(8, "big"))
        hasher.update(part)
    return hasher.hexdigest()
