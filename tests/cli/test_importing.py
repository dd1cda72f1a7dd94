"""`giaotrinh import` and `giaotrinh source` as they are called."""

import json

import pytest
import typer
from typer.testing import CliRunner

from giaotrinh.cli.importing import import_, source_app
from word_files import paragraph, word_file

app = typer.Typer()
app.command("import")(import_)
app.add_typer(source_app, name="source")

LINES = ["Số: 12/NQ-CP", "I. MỤC TIÊU", "1. Rừng 6,2%.", "2. Tỷ lệ dân số đô thị được cung cấp nước sạch đạt 95%."]


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "course").mkdir()
    (tmp_path / "course/course.yaml").write_text("title: x\n")
    (tmp_path / "a.docx").write_bytes(word_file(*(paragraph(line) for line in LINES)))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words, code=0):
    outcome = CliRunner().invoke(app, words)
    assert outcome.exit_code == code, outcome.output
    return outcome.output


def test_import_show_and_diff(project):
    said = run("import", "a.docx", "--id", "nq")
    assert "course/sources/nq" in said
    assert "build/import/nq.html" in said
    assert run("source", "show").split() == ["nq"]
    assert "I.2" in run("source", "show", "nq")
    assert run("source", "show", "nq", "I").splitlines() == LINES[1:]
    text = project / "course/sources/nq/text.txt"
    text.write_text(text.read_text().replace("95%", "96%"))
    told = run("source", "diff", "nq").splitlines()
    assert told[:3] == ["~ I.2", f"    - {LINES[3]}", f"    + {LINES[3].replace('95%', '96%')}"]


def test_the_outcome_as_json(project):
    found = json.loads(run("import", "a.docx", "--json"))
    assert (found["schema"], found["exit"]) == (1, 0)
    source = found["sources"][0]
    assert (source["id"], source["metadata"]["number"], source["damaged"]) == ("12-nq-cp", "12/NQ-CP", 0)
    assert source["account"]["missing"] == 0
    shown = json.loads(run("source", "show", "12-nq-cp", "--json"))
    assert [part["path"] for part in shown["provisions"]][-1] == "I.2"
    assert json.loads(run("source", "diff", "12-nq-cp", "--json"))["changes"] == []


def test_one_id_for_one_file(project):
    assert "import-name-once" in run("import", "a.docx", "a.docx", "--id", "nq", code=2)


def test_a_provision_that_is_not_there(project):
    run("import", "a.docx", "--id", "nq")
    assert "provision-not-there" in run("source", "show", "nq", "IX", code=2)


def test_what_cannot_be_read_ends_with_four(project):
    (project / "torn.pdf").write_bytes(b"%PDF-1.7")
    assert "source-unreadable" in run("import", "torn.pdf", code=4)
    assert not (project / "course/sources").exists()
