"""By which names the server answers, and which it tells."""

import socket
import threading

import pytest

from giaotrinh.preview import hosts, prompt
from giaotrinh.preview.hosts import Hosts
from giaotrinh.preview.serving import Wish, listening


@pytest.fixture
def named(monkeypatch):
    monkeypatch.setattr("socket.gethostname", lambda: "MAY-GV")


@pytest.mark.parametrize(
    ("host", "port", "asked", "known"),
    [
        ("127.0.0.1", 8710, "127.0.0.1:8710", True),
        ("127.0.0.1", 8710, "[::1]:8710", True),
        ("127.0.0.1", 8710, "192.168.1.5:8710", False),
        ("127.0.0.1", 80, "127.0.0.1", True),
        ("127.0.0.1", 8710, "127.0.0.1", False),
        ("::1", 8710, "[::1]:8710", True),
        ("0.0.0.0", 8710, "192.168.1.5:8710", True),
        ("0.0.0.0", 8710, "may-gv:8710", True),
        ("0.0.0.0", 8710, "MAY-GV.local:8710", True),
        ("0.0.0.0", 8710, "evil.example:8710", False),
        ("0.0.0.0", 8710, "192.168.1.5:9999", False),
        ("0.0.0.0", 80, "192.168.1.5", True),
        ("::", 80, "[fe80::1]", True),
        ("192.168.1.5", 8710, "192.168.1.5:8710", True),
        ("192.168.1.5", 8710, "192.168.1.6:8710", False),
        ("may-gv", 8710, "MAY-GV:8710", True),
        ("127.0.0.1", 8710, "", False),
        ("127.0.0.1", 8710, ":8710", False),
        ("127.0.0.1", 8710, "127.0.0.1:²", False),
    ],
)
def test_names(named, host, port, asked, known):
    assert Hosts(host, port).knows(asked) is known


@pytest.mark.parametrize(
    ("host", "port", "told"),
    [
        ("127.0.0.1", 8710, ("127.0.0.1:8710",)),
        ("127.0.0.1", 80, ("127.0.0.1",)),
        ("::1", 8710, ("[::1]:8710",)),
        ("0.0.0.0", 8710, ("10.1.2.3:8710",)),
    ],
)
def test_what_is_told_can_be_typed(monkeypatch, host, port, told):
    monkeypatch.setattr(hosts, "_outward", lambda: iter(["10.1.2.3"]))

    assert Hosts(host, port).announced() == told
    assert all(Hosts(host, port).knows(each) for each in told)


def test_the_loopback_of_the_new_internet_can_be_listened_on():
    with listening(Wish(host="::1", port=0)) as listener:
        assert listener.family == socket.AF_INET6


def test_who_sends_no_whole_request_is_let_go(monkeypatch):
    import uvicorn

    async def app(scope, receive, send):
        raise AssertionError("nothing was asked")

    monkeypatch.setattr(prompt, "PATIENCE", 0.2)
    listener = listening(Wish(port=0))
    server = uvicorn.Server(uvicorn.Config(app, http=prompt.Prompt, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        with socket.create_connection(listener.getsockname(), timeout=20) as half:
            half.sendall(b"GET / HTTP/1.1\r\nHost:")
            try:
                answer = half.recv(100)
            except ConnectionResetError:
                answer = b""
        assert answer == b""
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()
