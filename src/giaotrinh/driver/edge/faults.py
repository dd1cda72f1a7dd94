"""Keeps the report of a fault of the program where the next person can find it."""

import tempfile
from pathlib import Path

from giaotrinh.driver.edge.failure import Failure
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.edge.writing import write_whole


def keep_report(start: Path, words: str) -> Path:
    """Write a traceback to build/.cache/fault.txt of the project, or beside other temporary files; return the path."""
    try:
        path = find_project(start).cache / "fault.txt"
        write_whole(path, words.encode())
    except Failure:
        path = Path(tempfile.gettempdir()) / "giaotrinh-fault.txt"
        path.write_text(words, encoding="utf-8")
    return path
