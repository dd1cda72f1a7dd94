"""Writes the JSON schemas: of the course files, for editors that complete and check them, and of the manifest."""

import json
from pathlib import Path

from giaotrinh.driver.build.manifest import manifest_schema
from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.edge.writing import write_whole


def write_schemas(project: ProjectFolder) -> tuple[Path, ...]:
    """Write build/schema/<kind>.json for every kind of course file and for manifest.json; return the paths."""
    from giaotrinh.read import schemas

    written = []
    for name, schema in sorted({**schemas(), "manifest": manifest_schema()}.items()):
        path = project.build / "schema" / f"{name}.json"
        write_whole(path, (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode())
        written.append(path)
    return tuple(written)
