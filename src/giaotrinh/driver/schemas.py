"""Writes the JSON schemas that editors use to complete and check course files."""

import json
from pathlib import Path

from giaotrinh.driver.project import ProjectFolder
from giaotrinh.driver.writing import write_whole


def write_schemas(project: ProjectFolder) -> tuple[Path, ...]:
    """Write build/schema/<kind>.json for every kind of course file; return the paths."""
    from giaotrinh.read import schemas

    written = []
    for name, schema in sorted(schemas().items()):
        path = project.build / "schema" / f"{name}.json"
        write_whole(path, (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode())
        written.append(path)
    return tuple(written)
