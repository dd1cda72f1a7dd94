"""Writes the JSON schemas: of the course files (for editors that check them), of the manifest and of verdicts."""

import json
from pathlib import Path

from giaotrinh.driver.build.manifest import manifest_schema
from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.driver.tasks.verdict_report import verdict_schema


def write_schemas(project: ProjectFolder) -> tuple[Path, ...]:
    """Write build/schema/<kind>.json for every kind of course file, the manifest and verdicts; return the paths."""
    from giaotrinh.read import schemas

    written = []
    own = {"manifest": manifest_schema(), "verify": verdict_schema()}
    for name, schema in sorted({**schemas(), **own}.items()):
        path = project.build / "schema" / f"{name}.json"
        write_whole(path, (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode())
        written.append(path)
    return tuple(written)
