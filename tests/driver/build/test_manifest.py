"""manifest.json keeps to its schema, which refuses what it does not know."""

import json

import pytest

from giaotrinh.driver.build.manifest import kept_files, manifest_schema, read_manifest
from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.tasks.schemas import write_schemas
from giaotrinh.driver.tasks.starting import start_project


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("manifest") / "project"
    start_project(folder)
    return find_project(folder)


@pytest.fixture(scope="module")
def written(project):
    build_project(project, Request(jobs=1, editions=("hoc-vien",)), lambda printed: None)
    return json.loads((project.build / "manifest.json").read_bytes())


def refused(data):
    with pytest.raises(ValueError):
        read_manifest(json.dumps(data).encode())
    return True


def test_a_real_manifest_keeps_to_the_schema(written):
    found = read_manifest(json.dumps(written).encode())

    [file] = found.files
    assert (file.edition, file.sheets) == ("hoc-vien", (file.pages + 1) // 2)
    assert (found.sources[0].id, found.sources[0].status) == ("van-ban", "sample")
    assert file.provisions["van-ban:I.1"].pages
    assert {"read-back", "leaks"} <= file.proofs.keys()


@pytest.mark.parametrize(
    ("key", "value"), [("schema", 2), ("files", {}), ("extra", 1), ("course", None), ("program", 7)]
)
def test_what_is_not_of_the_schema_is_refused(written, key, value):
    assert refused({**written, key: value})


@pytest.mark.parametrize("key", ["schema", "program", "course", "sources", "exemptions", "files"])
def test_every_key_is_needed(written, key):
    assert refused({name: value for name, value in written.items() if name != key})


@pytest.mark.parametrize("change", [{"pages": "12"}, {"sha256": None}, {"more": True}, {"provisions": {"a": {}}}])
def test_an_odd_entry_is_refused_and_nothing_of_it_kept(written, change):
    odd = {**written, "files": [{**written["files"][0], **change}]}

    assert refused(odd)
    assert kept_files(json.dumps(odd).encode(), [], lambda path: True) == []


def test_files_of_an_earlier_build_stay_listed_while_they_are_there(written):
    content, path = json.dumps(written).encode(), written["files"][0]["path"]

    assert [file.path for file in kept_files(content, [], lambda path: True)] == [path]
    assert kept_files(content, [path], lambda path: True) == []
    assert kept_files(content, [], lambda path: False) == []
    assert kept_files(b"", [], lambda path: True) == []


def test_the_schema_is_published_and_closed(project, written):
    places = {path.stem: path for path in write_schemas(project)}

    schema = json.loads(places["manifest"].read_text())
    assert schema == manifest_schema()
    assert schema["properties"]["schema"]["const"] == written["schema"]
    assert set(schema["required"]) == set(written)
    entries = schema["$defs"]
    assert set(entries["FileEntry"]["properties"]) == set(written["files"][0])
    assert all(each["additionalProperties"] is False for each in (schema, *entries.values()))
