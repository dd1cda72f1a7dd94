"""Proofs over a finished file, with the words of pages that were read before kept on disk."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from giaotrinh.driver.build.settling import settled
from giaotrinh.driver.build.finishing import File
from giaotrinh.driver.build.layout import Layout
from giaotrinh.driver.edge.writing import write_whole
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
        self._keys: dict[str, tuple[str, ...]] = {}
        # While the pages are printed, what to look for is worked out and what finishes a file is imported.
        self._hands = ThreadPoolExecutor(max_workers=1)
        self._secrets = self._hands.submit(_secrets_of, curriculum)
        self._hands.submit(_import_finishers)

    def prove(self, layout: Layout, file: File) -> File:
        """Return the file with what examining its bytes found: words, leaks, structure."""
        from giaotrinh.prove import check_structure, find_off_paper, page_keys, proof_of, texts_by_place

        secrets, looked_for = self._secrets.result()
        for_learners = file.edition.reader is Reader.LEARNER
        proofs = [digest_of((text.encode(), looked_for.encode() if for_learners else b"")) for text in file.page_texts]
        keys = self._keys[file.path] = page_keys(file.pdf)
        known = [self._known.get(key, _UNREAD) for key in keys]
        proved = {page for page, proof in enumerate(proofs) if known[page].proof == proof}
        # Reading pages is the renderer's work, done beside this thread's own.
        reading = self._hands.submit(_words, file.pdf, known)
        found = list(check_structure(file.path, file.pdf, file.pages))
        texts = texts_by_place(file.pdf, leave_out=proved) if for_learners else {}
        words = reading.result()
        found += _read_back(file, words, proved)
        found += find_off_paper(file.path, file.pdf, (page for page in range(len(keys)) if page not in proved))
        facts = proof_of(file.pdf, words)
        counted = [("read-back", f"{facts.letters} letters"), ("text", facts.text_digest)]
        if for_learners:
            found += _leaks(layout, file, words, texts, secrets, proved)
            counted.append(("leaks", f"{len(secrets.runs)} runs of words searched for"))
        if not found:
            self._used |= {key: _Page(page, proof) for key, page, proof in zip(keys, words, proofs, strict=True)}
        return replace(file, diagnostics=(*file.diagnostics, *settled(layout.curriculum, found)), proofs=tuple(counted))

    def keys_of(self, path: str) -> tuple[str, ...]:
        """Return for each page of a file that was proved the digest of what it shows."""
        return self._keys[path]

    def keep(self, keys: Iterable[str]) -> None:
        """Keep the proofs of pages whose file stands."""
        self._used |= {key: self._known[key] for key in keys if key in self._known}

    def looked_for(self) -> str:
        """Return the digest of what is looked for in learners' files."""
        return self._secrets.result()[1]

    def store(self) -> None:
        """Keep what was proved for the next build."""
        self._hands.shutdown()
        write_whole(self._path, json.dumps(self._used, ensure_ascii=False, sort_keys=True).encode())


class _Page(NamedTuple):
    """A finished page: its words as a renderer reads them, and the digest of what it was proved against."""

    words: str
    proof: str


_UNREAD = _Page("", "")


def _import_finishers() -> None:
    import pikepdf  # noqa: F401
    import pypdfium2  # noqa: F401


def _secrets_of(curriculum: Curriculum) -> "tuple[Secrets, str]":
    from giaotrinh.prove import secrets_of_course
    from giaotrinh.render import fixed_words

    secrets = secrets_of_course(curriculum, fixed_words())
    return secrets, secrets.digest()


def _words(pdf: bytes, known: "Sequence[_Page]") -> tuple[str, ...]:
    """Return the words of every page, reading those that are not known."""
    from giaotrinh.prove import extract

    read = extract(pdf, [page for page, each in enumerate(known) if each is _UNREAD])
    return tuple(read.get(page, each.words) for page, each in enumerate(known))


def _leaks(
    layout: Layout, file: File, words: Sequence[str], texts: Mapping[str, str], secrets: "Secrets", proved: set[int]
) -> tuple[Diagnostic, ...]:
    """Search a learner's file for what only instructors may read, by its words and by what it was printed from."""
    from giaotrinh.prove import find_leaks, find_told_blanks, instructor_only_ids, shown_by

    jobs = {name: printed.job.blocks for name, printed in layout.printed.items()}
    leaks = find_leaks(file.path, words, texts, secrets, clean=proved)
    shown = shown_by(file.path, jobs, instructor_only_ids(layout.curriculum))
    blocks = {name for each in jobs.values() for name in each}
    return (*leaks, *shown, *find_told_blanks(layout.curriculum, blocks, words, texts))


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
