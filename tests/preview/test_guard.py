"""Who may ask, and for what."""

import asyncio

import pytest
from starlette.testclient import TestClient

from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.preview.events import STREAMS, Hub
from giaotrinh.preview.guard import POLICY
from giaotrinh.preview.serving import Preview, Wish
from giaotrinh.preview.site import LARGEST
from preview_course import HOST, MODULE, client_of


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("guard") / "p"
    start_project(folder)
    return find_project(folder)


@pytest.fixture(scope="module")
def preview(project):
    with Preview(project, Wish()) as running:
        yield running


@pytest.fixture(scope="module")
def client(preview):
    return client_of(preview)


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({}, True),
        ({"host": "localhost:8710"}, True),
        ({"host": "evil.example"}, False),
        ({"host": "127.0.0.1:9999"}, False),
        ({"origin": f"http://{HOST}"}, True),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "null"}, False),
        ({"host": "LOCALHOST:8710"}, True),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}, False),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, True),
        ({"sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"}, True),
    ],
)
def test_hosts_and_origins(client, headers, allowed):
    assert (client.get("/api/state", headers=headers).status_code == 200) is allowed


def test_a_change_needs_the_token_of_this_run(preview, client, project):
    stranger = TestClient(preview.app(8710), base_url=f"http://{HOST}")
    before = (project.root / MODULE).read_bytes()

    for token in ("", "guess"):
        answer = stranger.put("/api/block/cd-01/b1", json={}, headers={"x-token": token})
        assert answer.status_code == 403
    assert (project.root / MODULE).read_bytes() == before


def test_every_answer_carries_the_policy(client):
    for path in ("/", "/static/preview.js", "/api/state", "/nothing"):
        answer = client.get(path)
        assert answer.headers["content-security-policy"] == POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_pages_need_no_inline_script_or_style(client):
    for path in ("/", "/presenter/01-bai-mau", "/screen/01-bai-mau"):
        html = client.get(path).text
        assert "<style" not in html and "style=" not in html and " on" not in html.split("<body")[1].split(">")[0]
        assert html.count("<script") == html.count('<script type="module" src="/static/')


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/shell.html",
        "/static/%2fetc%2fpasswd",
        "/page/../../../etc/passwd.png",
        "/page/unknown.png",
        "/download/unknown",
        "/download/..%2f..%2fpyproject.toml",
        "/build/manifest.json",
        "/course/course.yaml",
    ],
)
def test_only_what_is_indexed_is_served(client, path):
    assert client.get(path).status_code == 404


def test_a_link_out_of_the_course_is_no_way_in(client, project, tmp_path):
    (tmp_path / "secret.md").write_text("bí mật", encoding="utf-8")
    (project.root / "course/modules/02-lien-ket.md").symlink_to(tmp_path / "secret.md")

    answer = client.put(
        "/api/block/cd-01/b1",
        json={"file": "course/modules/02-lien-ket.md", "line": 1, "digest": "", "before": "bí mật", "after": "đổi"},
    )

    assert answer.status_code == 400
    assert (tmp_path / "secret.md").read_text(encoding="utf-8") == "bí mật"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", 400),
        (b"[1]", 400),
        (b'"words"', 400),
        (b"", 400),
        (b"\xff", 400),
        (b"[" * 100_000, 400),
        (b'{"file": 1}', 400),
        (b'{"a": "' + b"x" * LARGEST + b'"}', 413),
    ],
    ids=["cut", "list", "text", "nothing", "no text", "deep", "no file", "large"],
)
def test_an_odd_request_is_answered(client, content, code):
    for method, address in (("PUT", "/api/block/cd-01/b1"), ("POST", "/api/review"), ("POST", "/api/print")):
        assert client.request(method, address, content=content).status_code == code, (method, address)


def test_a_token_of_odd_letters_is_no_token(preview):
    stranger = TestClient(preview.app(8710), base_url=f"http://{HOST}")

    assert stranger.post("/api/print", headers={"x-token": "mã".encode()}, json={}).status_code == 403


@pytest.mark.parametrize("width", ["²", "-1", "1e3", "", "999999999999999999999"])
def test_an_odd_width_is_answered(client, width):
    assert client.get("/page/x.png", params={"width": width}).status_code == 404


def test_one_machine_does_not_hold_all_streams():
    hub = Hub()

    async def many():
        streams = [hub.listen("10.0.0.7") for _ in range(STREAMS)]
        for stream in streams:
            await anext(stream)
        full = (hub.is_full("10.0.0.7"), hub.is_full("10.0.0.8"))
        for stream in streams:
            await stream.aclose()
        return full, hub.is_full("10.0.0.7")

    assert asyncio.run(many()) == ((True, False), False)
