"""Finished files that stand: what each was made from, kept from build to build.

Where nothing a file is bound from and proved against has changed, and the file on disk is still the one that was
written, it is neither bound nor proved nor written again. The key is a digest of all that binding and proving read;
a file for which anything was found is never kept, so that it is told of in every build.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from giaotrinh.driver.build.finishing import book_of, file_path, module_of
from giaotrinh.driver.build.layout import Layout
from giaotrinh.driver.build.record import program_digest
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.model.edition import Reader
from giaotrinh.model.fragment import Book
from giaotrinh.model.snapshot import digest_of

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A finished file on disk."""

    made_from: str
    """Digest of all it was bound from and proved against."""
    digest: str
    """SHA-256 of the file."""
    pages: int
    module: str
    proofs: tuple[tuple[str, str], ...]
    keys: tuple[str, ...]
    """For each page the digest of what it shows, under which its proof is kept."""


class StandingFiles:
    """The finished files of earlier builds, by path below build/ or, for another plan, below its folder there."""

    def __init__(self, path: Path, build: Path) -> None:
        """Read what `path` says of the files below `build`; nothing where it cannot be read."""
        self._path, self.folder = path, build
        self._known = _load(path)
        self._now: dict[str, Standing] = {}

    def find(self, path: str, made_from: str) -> Standing | None:
        """Return the file at a path if it was made from the same and is intact, None otherwise."""
        known = self._known.get(path)
        if known is None or known.made_from != made_from or not _is_intact(self.folder / path, known.digest):
            return None
        self._now[path] = known
        return known

    def keep(self, path: str, standing: Standing) -> None:
        """Note a file that was just written."""
        self._now[path] = standing

    def store(self) -> None:
        """Write what is known for the next build; files this build did not ask for stay known."""
        files = {path: asdict(each) for path, each in sorted((self._known | self._now).items())}
        write_whole(self._path, json.dumps({"schema": SCHEMA, "files": files}, ensure_ascii=False).encode())


def made_from(layout: Layout, module: str, engine: str, secrets: str) -> str:
    """Return the digest of all that the file of a settled layout is bound from and proved against.

    `secrets` is the digest of what learners may not read; files for instructors do not depend on it.
    """
    name = module_of(layout, module)
    only = layout.curriculum.modules[name] if name else None
    looked_for = secrets if layout.edition.reader is Reader.LEARNER else ""
    told = (SCHEMA, program_digest(), engine, looked_for, layout.edition.id, layout.edition.variant)
    return digest_of(repr(part).encode() for part in (*told, *_of_book(book_of(layout, only))))


def path_of(layout: Layout, module: str) -> str:
    """Return the path below build/ of the file of a layout."""
    name = module_of(layout, module)
    return file_path(layout.edition, layout.curriculum.course, layout.curriculum.modules[name] if name else None)


def _of_book(book: Book) -> Iterator[object]:
    """Yield all of a book, fragments by their keys."""
    yield from (book.name, book.title, book.setup, book.page_map, book.marks, book.link_texts, book.link_text)
    yield from (book.folio_rise, book.language, book.author, book.subject, book.created, bool(book.colour_profile))
    yield sorted(book.identity.items())
    yield book.sections
    yield sorted((section.job, book.fragments[section.job].key) for section in book.sections)
    yield [(overlay.job, overlay.key) for overlay in book.overlays]


def _is_intact(path: Path, digest: str) -> bool:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def _pairs(written: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((proof, told) for proof, told in written)


def _load(path: Path) -> dict[str, Standing]:
    try:
        record = json.loads(path.read_bytes())
        if record["schema"] != SCHEMA:
            return {}
        return {
            name: Standing(**{**each, "proofs": _pairs(each["proofs"]), "keys": tuple(each["keys"])})
            for name, each in record["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
