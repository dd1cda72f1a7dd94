"""build/manifest.json: what was made from what, for machines; its schema is versioned."""

import json
from collections.abc import Sequence

from giaotrinh.driver.engine import package_version
from giaotrinh.driver.outcome import Finished
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Exemption
from giaotrinh.model.snapshot import digest_of
from giaotrinh.model.source import to_text

SCHEMA = 1


def manifest(curriculum: Curriculum, exemptions: Sequence[Exemption], files: Sequence[Finished]) -> bytes:
    """Return the manifest of a build as JSON, the same bytes for the same build."""
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
        "files": [
            {
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
            for file in files
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
