"""A preview of the starter course, read and printed, with a client that calls it by its own name."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from giaotrinh.driver.edge.project import ProjectFolder, find_project
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.preview.serving import Preview, Wish
from preview_course import client_of, files_of, until


@pytest.fixture
def project(tmp_path) -> ProjectFolder:
    start_project(tmp_path / "p")
    return find_project(tmp_path / "p")


@pytest.fixture
def preview(project) -> Iterator[Preview]:
    with Preview(project, Wish()) as running:
        yield running


@pytest.fixture
def client(preview) -> TestClient:
    return client_of(preview)


@pytest.fixture
def printed(client) -> TestClient:
    until(lambda: files_of(client, "hoc-vien"))
    return client
