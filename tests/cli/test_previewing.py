"""`giaotrinh preview` as it is called."""

import signal
import socket
import subprocess
import sys
import urllib.request

import pytest
from typer.testing import CliRunner

from giaotrinh.cli import commands, previewing
from giaotrinh.cli.app import app
from giaotrinh.driver.tasks.starting import start_project

PROGRAM = [sys.executable, "-m", "giaotrinh"]


@pytest.fixture
def project(tmp_path):
    start_project(tmp_path / "p")
    return tmp_path / "p"


def test_it_says_its_address_serves_and_ends_with_ctrl_c(project):
    command = [*PROGRAM, "preview", "--port", "0"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, encoding="utf-8") as running:
        try:
            line = running.stdout.readline()
            address = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
            page = urllib.request.urlopen(address, timeout=30).read().decode()
            running.send_signal(signal.SIGINT)
            assert running.wait(30) == 0
        finally:
            running.kill()
    assert "/static/preview.js" in page


def test_a_port_in_use_is_said(project):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [*PROGRAM, "preview", "--port", str(taken.getsockname()[1])]
        refused = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", timeout=60)

    assert refused.returncode == 2
    assert "[port-taken]" in refused.stderr


def test_without_its_libraries_it_says_what_to_install(project, monkeypatch):
    assert commands
    monkeypatch.setattr(previewing, "NEEDED", ("no_such_library",))
    monkeypatch.chdir(project)

    refused = CliRunner().invoke(app, ["preview"])

    assert refused.exit_code == 3
    assert "[preview-missing]" in refused.stderr and "giaotrinh[preview]" in refused.stderr
