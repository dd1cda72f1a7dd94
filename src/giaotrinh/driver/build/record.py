"""The record of the last build: when nothing it depended on has changed, the build is already done."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from giaotrinh.driver.build.outcome import Finished, Outcome
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.model.diagnostic import Diagnostic, Severity
from giaotrinh.model.snapshot import Snapshot, digest_of
from giaotrinh.model.span import Span

RECORD_SCHEMA = 1

ONCE = frozenset({"print-removed", "print-set-aside"})
"""What a build did to files of earlier ones: a build with nothing to do did not do it again."""


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Return the digest of the program's own files, so that a changed program never trusts an old record."""
    package = Path(__file__).resolve().parents[2]
    paths = sorted(path for path in package.rglob("*") if path.suffix in (".py", ".toml"))
    return digest_of(
        part for path in paths for part in (path.relative_to(package).as_posix().encode(), path.read_bytes())
    )


def load_outcome(path: Path, identity: str, root: Path, snapshot: Snapshot) -> Outcome | None:
    """Return the outcome of the last build if it was of the same identity and its files are intact, else None."""
    try:
        record = json.loads(path.read_bytes())
        if record["schema"] != RECORD_SCHEMA or record["identity"] != identity:
            return None
        files = tuple(
            Finished(**{**file, "cached": file["cached"] + file["printed"], "printed": 0, "seconds": 0.0})
            for file in record["files"]
        )
        if not all(_intact(root / file.path, file.digest) for file in files):
            return None
        return Outcome(files=files, diagnostics=tuple(map(_diagnostic, record["diagnostics"])), snapshot=snapshot)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def store_outcome(path: Path, identity: str, outcome: Outcome) -> None:
    """Keep an outcome for the next build of the same identity."""
    record = {
        "schema": RECORD_SCHEMA,
        "identity": identity,
        "files": [{name: getattr(file, name) for name in Finished.__dataclass_fields__} for file in outcome.files],
        "diagnostics": [_as_data(found) for found in outcome.diagnostics if found.code not in ONCE],
    }
    write_whole(path, json.dumps(record, ensure_ascii=False).encode())


def _intact(path: Path, digest: str) -> bool:
    return hashlib.sha256(path.read_bytes()).hexdigest() == digest


def _as_data(found: Diagnostic) -> dict[str, Any]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "span": _span_data(found.span),
        "arguments": found.arguments,
        "related": [_span_data(span) for span in found.related],
    }


def _diagnostic(data: dict[str, Any]) -> Diagnostic:
    return Diagnostic(
        code=data["code"],
        severity=Severity(data["severity"]),
        span=Span(**data["span"]),
        arguments=tuple((name, value) for name, value in data["arguments"]),
        related=tuple(Span(**span) for span in data["related"]),
    )


def _span_data(span: Span) -> dict[str, Any]:
    return {name: getattr(span, name) for name in Span.__dataclass_fields__}
