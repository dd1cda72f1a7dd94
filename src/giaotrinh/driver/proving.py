"""Proofs over a finished file, with the words of pages that were read before kept on disk."""

import json
from dataclasses import replace
from pathlib import Path

from giaotrinh.driver.finishing import File
from giaotrinh.driver.layout import Layout
from giaotrinh.driver.writing import write_whole
from giaotrinh.model.edition import Reader


class Proofs:
    """Words of finished pages by what determines them; only pages not seen before are read again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, str] = _load(path)
        self._used: dict[str, str] = {}

    def words(self, pdf: bytes) -> tuple[str, ...]:
        """Return the words of every page of a finished file, read from its bytes."""
        from giaotrinh.prove import extract, page_keys

        keys = page_keys(pdf)
        unread = {page: key for page, key in enumerate(keys) if key not in self._known}
        self._known |= {unread[page]: words for page, words in extract(pdf, unread).items()}
        self._used |= {key: self._known[key] for key in keys}
        return tuple(self._known[key] for key in keys)

    def store(self) -> None:
        """Keep the words of the pages of this build for the next one."""
        write_whole(self._path, json.dumps(self._used, ensure_ascii=False, sort_keys=True).encode())


def prove(layout: Layout, file: File, proofs: Proofs) -> File:
    """Return the file with what examining its bytes found: words, leaks, structure."""
    from giaotrinh.prove import (
        check_structure,
        find_leaks,
        instructor_only_ids,
        proof_of,
        read_back,
        secrets_of_course,
        shown_by,
    )
    from giaotrinh.render import fixed_words

    words = proofs.words(file.pdf)
    found = [*read_back(file.path, file.page_texts, words), *check_structure(file.path, file.pdf, file.pages)]
    facts = proof_of(file.pdf, words)
    proved = [("read-back", f"{facts.letters} letters"), ("text", facts.text_digest), ("fonts", ", ".join(facts.fonts))]
    if file.edition.reader is Reader.LEARNER:
        secrets = secrets_of_course(layout.curriculum, fixed_words())
        jobs = {name: printed.job.blocks for name, printed in layout.printed.items()}
        found += find_leaks(file.path, file.pdf, words, secrets)
        found += shown_by(file.path, jobs, instructor_only_ids(layout.curriculum))
        proved.append(("leaks", f"{len(secrets.runs)} runs of words searched for"))
    return replace(file, diagnostics=(*file.diagnostics, *found), proofs=tuple(proved))


def _load(path: Path) -> dict[str, str]:
    try:
        loaded = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}
