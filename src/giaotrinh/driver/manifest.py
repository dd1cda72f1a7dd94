"""build/manifest.json: what was made from what, for machines; its schema is versioned."""

import json
from collections.abc import Callable, Collection, Sequence
from typing import Any

from giaotrinh.driver.engine import package_version
from giaotrinh.driver.outcome import Finished
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Exemption
from giaotrinh.model.snapshot import digest_of
from giaotrinh.model.source import to_text

SCHEMA = 1


Entry = dict[str, Any]
"""What the manifest says of a file."""


def manifest(
    curriculum: Curriculum, exemptions: Sequence[Exemption], files: Sequence[Finished], kept: Sequence[Entry] = ()
) -> bytes:
    """Return the manifest of a build as JSON, the same bytes for the same build.

    `kept` are the entries of files that an earlier build made and this one did not.
    """
    course = curriculum.course
    data = {
        "schema": SCHEMA,
        "program": f"giaotrinh {package_version('giaotrinh')}",
        "course": {
            "title": course.title,
            "version": course.version,
            "as_of": course.as_of,
            "audience": course.audience,
        },
        "sources": [
            {
                "id": source.id,
                "title": source.title,
                "status": source.status.value,
                "wording": source.wording.value,
                "sha256": digest_of((to_text(source.provisions).encode(),)),
            }
            for source in curriculum.project.sources
        ],
        "exemptions": [
            {"code": each.code, "reason": each.reason, "place": str(each.span), "findings": each.count}
            for each in exemptions
        ],
        "files": [*map(_file, files), *kept],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def kept_files(manifest: bytes, made: Collection[str], exists: Callable[[str], bool]) -> list[Entry]:
    """Return the entries of a former manifest whose files are still there and were not made anew."""
    try:
        data = json.loads(manifest)
        if data["schema"] != SCHEMA:
            return []
        return [file for file in data["files"] if file["path"] not in made and exists(file["path"])]
    except (ValueError, KeyError, TypeError):
        return []


def _file(file: Finished) -> Entry:
    return {
        "path": file.path,
        "edition": file.edition,
        "reader": file.reader,
        "audience": file.audience,
        "module": file.module,
        "pages": file.pages,
        "sheets": file.sheets,
        "sha256": file.digest,
        "proofs": dict(file.proofs),
        "provisions": {
            address: {"fingerprint": digest, "pages": list(pages)}
            for address, (digest, pages) in file.provisions.items()
        },
    }
