"""Fragments on disk, named by the digest of everything they depend on; a damaged entry is a miss."""

import contextlib
import hashlib
import json
from pathlib import Path

from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.model.fragment import Anchor, Fragment


class Cache:
    """A folder of plain files; never a date, never a pickle."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, key: str, job: str) -> Fragment | None:
        """Return the fragment under a key, None where there is none or its bytes are damaged."""
        try:
            content = self._path(key).read_bytes()
        except OSError:
            return None
        return decode_fragment(content, key=key, job=job)

    def store(self, fragment: Fragment) -> None:
        """Keep a fragment; raises Failure (NOT_WRITABLE) where the disk refuses."""
        write_whole(self._path(fragment.key), encode_fragment(fragment))

    def keep_only(self, keys: frozenset[str]) -> None:
        """Remove every entry that the last build did not use."""
        for path in self._folder.glob("*/*.fragment"):
            if path.stem not in keys:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.fragment"


def encode_fragment(fragment: Fragment) -> bytes:
    """Return the stored form: SHA-256 of the rest, length of the description, description, PDF."""
    description = json.dumps(
        {
            "page_texts": fragment.page_texts,
            "anchors": [(anchor.id, anchor.page, anchor.x, anchor.y) for anchor in fragment.anchors],
            "warnings": fragment.warnings,
            "missing": fragment.missing,
        },
        ensure_ascii=False,
    ).encode()
    rest = len(description).to_bytes(8, "big") + description + fragment.pdf
    return hashlib.sha256(rest).digest() + rest


def decode_fragment(content: bytes, *, key: str, job: str) -> Fragment | None:
    """Return the fragment of a stored form, None where the bytes do not match their digest."""
    digest, rest = content[:32], content[32:]
    if hashlib.sha256(rest).digest() != digest:
        return None
    length = int.from_bytes(rest[:8], "big")
    description = json.loads(rest[8 : 8 + length])
    return Fragment(
        job=job,
        key=key,
        pdf=rest[8 + length :],
        page_texts=tuple(description["page_texts"]),
        anchors=tuple(Anchor(id=name, page=page, x=x, y=y) for name, page, x, y in description["anchors"]),
        warnings=tuple(description["warnings"]),
        missing=description["missing"],
    )
