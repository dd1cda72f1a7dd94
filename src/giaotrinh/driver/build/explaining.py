"""Why a fragment was printed: the parts of its key, kept from the build before."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from giaotrinh.driver.build.outcome import Reason
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.model.fragment import Job
from giaotrinh.model.snapshot import digest_of

Parts = Mapping[str, str]
"""text, style, asset, engine -> digest."""


def parts_of(job: Job, engine: str) -> Parts:
    """Return a digest for each thing a job's key depends on."""
    styles = (part.encode() for name, text in job.styles.items() for part in (name, text))
    assets = (part for name, content in sorted(job.assets.items()) for part in (name.encode(), content))
    return {
        "text": digest_of((job.html.encode(),)),
        "style": digest_of(styles),
        "asset": digest_of(assets),
        "engine": digest_of((engine.encode(),)),
    }


def load_parts(path: Path) -> dict[str, Parts]:
    """Return the parts of every job of the last build; empty where they are missing or damaged."""
    try:
        loaded = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def store_parts(path: Path, parts: Mapping[str, Parts]) -> None:
    """Keep the parts for the next build."""
    write_whole(path, json.dumps(parts, sort_keys=True).encode())


def reasons(printed: Iterable[str], now: Mapping[str, Parts], before: Mapping[str, Parts]) -> tuple[Reason, ...]:
    """Return why each printed job was printed, in the order of their names."""
    return tuple(Reason(job=name, reason=_reason(now[name], before.get(name))) for name in sorted(printed))


def _reason(now: Parts, before: Parts | None) -> str:
    if before is None:
        return "new"
    return next((part for part in ("engine", "style", "asset", "text") if now[part] != before.get(part)), "lost")
