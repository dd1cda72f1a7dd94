"""A preview of a course for tests: waiting, asking, the starter's module."""

import time
from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from giaotrinh.preview.serving import Preview

HOST = "127.0.0.1:8710"
MODULE = "course/modules/01-bai-mau.md"


def until(holds: Callable[[], object], seconds: float = 60) -> object:
    """Wait for something to hold; return it."""
    end = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
    return found


def client_of(preview: Preview) -> TestClient:
    return TestClient(preview.app(8710), base_url=f"http://{HOST}", headers={"x-token": preview.site.token})


def files_of(client: TestClient, edition: str) -> list[dict]:
    return next(each["files"] for each in client.get("/api/state").json()["editions"] if each["id"] == edition)


def digests(files: list[dict]) -> set[str]:
    return {page["digest"] for file in files for page in file["pages"]}


def change(path: Path, before: str, after: str) -> str:
    """Put some words in the place of others; return the whole new text."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    return text.replace(before, after)
