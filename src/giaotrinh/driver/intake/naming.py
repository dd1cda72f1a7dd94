"""The id of a source: a document has one, and two documents never share one."""

import re
from collections.abc import Set
from itertools import chain, count
from pathlib import Path

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.intake.keeping import Kept
from giaotrinh.model.text import fold, slug
from giaotrinh.outline.metadata import Metadata, read_metadata
from giaotrinh.outline.tree import read_outline

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}\Z")


def asked_identity(name: str) -> str:
    """Return the id a person asked for, "" for none; raises Failure (USAGE) for what no folder can be called."""
    if name and not _ID.match(name):
        raise Failure(Exit.USAGE, "import-id", name=name)
    return name


def propose_identity(metadata: Metadata, file: str) -> str:
    """Return an id for a source: from the number of the document, else from the name of its file."""
    return (slug(metadata.number) or slug(Path(file).stem) or "nguon")[:60].strip("-")


def free_identity(sources: Path, identity: str, text: str, metadata: Metadata, taken: Set[str]) -> str:
    """Return the first of id, id-2, id-3 ... not taken and whose folder holds this document or nothing.

    Two provinces each have their 15/NQ-HĐND of a year, and two files of different folders are both "congvan.docx".
    """
    names = chain((identity,), (f"{identity}-{number}" for number in count(2)))
    free = (name for name in names if name not in taken)
    return next(name for name in free if not _holds_another(sources / name, text, metadata))


def _holds_another(folder: Path, text: str, metadata: Metadata) -> bool:
    """Return whether a folder holds another document, not another copy or a later state of this one."""
    kept = Kept.of(folder).text
    if kept is None:
        return False
    there = read_metadata(read_outline(kept, folder.name).value or ())
    for old, new in ((there.number, metadata.number), (there.issuer, metadata.issuer)):
        if old and new and fold(old) != fold(new):
            return True
    known = there.number and metadata.number
    return not known and not {line.strip() for line in kept.splitlines()} & {line.strip() for line in text.splitlines()}
