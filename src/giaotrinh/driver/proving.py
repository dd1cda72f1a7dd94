"""Proofs over a finished file, with the words of pages that were read before kept on disk."""

import json
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from giaotrinh.driver.finishing import File
from giaotrinh.driver.layout import Layout
from giaotrinh.driver.writing import write_whole
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic
from giaotrinh.model.edition import Reader
from giaotrinh.model.snapshot import digest_of

if TYPE_CHECKING:
    from giaotrinh.prove import Secrets


class Proofs:
    """What is known of finished pages by what determines them; only pages not seen before are read and searched."""

    def __init__(self, path: Path, curriculum: Curriculum) -> None:
        self._path = path
        self._known: dict[str, _Page] = _load(path)
        self._used: dict[str, _Page] = {}
        # What to look for is worked out while the pages are printed.
        self._hands = ThreadPoolExecutor(max_workers=1)
        self._secrets = self._hands.submit(_secrets_of, curriculum)

    def prove(self, layout: Layout, file: File) -> File:
        """Return the file with what examining its bytes found: words, leaks, structure."""
        from giaotrinh.prove import check_structure, find_leaks, instructor_only_ids, page_keys, proof_of, shown_by

        secrets, looked_for = self._secrets.result()
        for_learners = file.edition.reader is Reader.LEARNER
        proofs = [digest_of((text.encode(), looked_for.encode() if for_learners else b"")) for text in file.page_texts]
        keys = page_keys(file.pdf)
        words = self._words(file.pdf, keys)
        proved = {page for page, key in enumerate(keys) if self._known[key].proof == proofs[page]}
        found = [*_read_back(file, words, proved), *check_structure(file.path, file.pdf, file.pages)]
        facts = proof_of(file.pdf, words)
        counted = [("read-back", f"{facts.letters} letters"), ("text", facts.text_digest)]
        if for_learners:
            jobs = {name: printed.job.blocks for name, printed in layout.printed.items()}
            found += find_leaks(file.path, file.pdf, words, secrets, clean=proved)
            found += shown_by(file.path, jobs, instructor_only_ids(layout.curriculum))
            counted.append(("leaks", f"{len(secrets.runs)} runs of words searched for"))
        if not found:
            self._used |= {key: _Page(page, proof) for key, page, proof in zip(keys, words, proofs, strict=True)}
        return replace(file, diagnostics=(*file.diagnostics, *found), proofs=tuple(counted))

    def store(self) -> None:
        """Keep what was proved for the next build."""
        self._hands.shutdown()
        write_whole(self._path, json.dumps(self._used, ensure_ascii=False, sort_keys=True).encode())

    def _words(self, pdf: bytes, keys: Sequence[str]) -> tuple[str, ...]:
        from giaotrinh.prove import extract

        unread = {page: key for page, key in enumerate(keys) if key not in self._known}
        self._known |= {unread[page]: _Page(words, "") for page, words in extract(pdf, unread).items()}
        return tuple(self._known[key].words for key in keys)


class _Page(NamedTuple):
    """A finished page: its words as a renderer reads them, and the digest of what it was proved against."""

    words: str
    proof: str


def _secrets_of(curriculum: Curriculum) -> "tuple[Secrets, str]":
    from giaotrinh.prove import secrets_of_course
    from giaotrinh.render import fixed_words

    secrets = secrets_of_course(curriculum, fixed_words())
    return secrets, secrets.digest()


def _read_back(file: File, words: Sequence[str], proved: Collection[int]) -> tuple[Diagnostic, ...]:
    """Compare the words of the pages that were not compared before."""
    from giaotrinh.prove import read_back

    expected = tuple(words[page] if page in proved else text for page, text in enumerate(file.page_texts))
    return read_back(file.path, expected, words)


def _load(path: Path) -> dict[str, _Page]:
    try:
        return {key: _Page(*page) for key, page in json.loads(path.read_bytes()).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
