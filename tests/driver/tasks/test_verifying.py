"""Which edition a file is, whether it was altered, whether it is behind; files for the archive."""

import shutil

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes
from typer.testing import CliRunner

from giaotrinh.cli import commands
from giaotrinh.cli.app import app
from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.driver.tasks.verifying import Verdict, verify

FILE = "build/hoc-vien/HV_Giao-trinh_Luu-tru.pdf"
FALSE_ALARM = "STREAM-LENGTH-001"
"""Takes a last byte 0x0D of packed data for a line end."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("verify") / "p"
    start_project(folder)
    outcome = build_project(find_project(folder), Request(editions=("hoc-vien",), archive=True), lambda _: None)
    assert [file.path for file in outcome.files] == [FILE]
    return folder


@pytest.fixture
def project(printed, tmp_path):
    """Return a copy of the printed project that may be spoilt."""
    return find_project(shutil.copytree(printed, tmp_path / "p"))


def altered(project, change):
    """Return a copy of the file with something changed by an editor."""
    path = project.root / "sua.pdf"
    with pikepdf.Pdf.open(project.root / FILE) as pdf:
        change(pdf)
        pdf.save(path)
    return path


def drop_a_page(pdf):
    del pdf.pages[-1]


def test_an_archive_file_is_pdf_a_and_pdf_ua(printed):
    content = (printed / FILE).read_bytes()

    for profile in (ValidationProfile.PDF_A_2A, ValidationProfile.PDF_UA_1):
        failures = validate_pdf_bytes(content, profile=profile).failures
        assert [each for each in failures if not each.rule_id.endswith(FALSE_ALARM)] == []


def test_a_file_says_what_it_is(project):
    found = verify(project.root / FILE, project)

    assert found.identity["Edition"] == "hoc-vien_Luu-tru"
    assert (found.identity["Version"], found.identity["AsOf"]) == ("0.1", "2026-01-01")
    assert found.recorded and found.compared and found.good


def test_a_copy_elsewhere_is_known_without_its_project(project, tmp_path):
    copy = shutil.copy(project.root / FILE, tmp_path / "nhan-duoc.pdf")

    found = verify(tmp_path / "nhan-duoc.pdf", None)

    assert copy and found.good and not found.compared and found.recorded is None


def test_something_appended_leaves_what_is_shown_and_is_no_longer_the_listed_file(project):
    path = project.root / "them.pdf"
    path.write_bytes((project.root / FILE).read_bytes() + b"% them\n")
    project.build.joinpath("manifest.json").write_text(
        project.build.joinpath("manifest.json").read_text(encoding="utf-8").replace('"sha256": "', '"sha256": "0'),
        encoding="utf-8",
    )

    found = verify(path, project)

    assert found.verdict is Verdict.INTACT and found.recorded is False and not found.good


def test_a_file_behind_its_sources_names_them_and_its_pages(project):
    text = project.root / "course/sources/van-ban/text.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("1. ", "1. Đã sửa: ", 1), encoding="utf-8")

    found = verify(project.root / FILE, project)

    assert found.changed == ("van-ban",) and not found.good
    assert [each.code for each in found.findings] == ["print-behind"]


def test_what_this_program_did_not_make_is_refused(tmp_path):
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page()
    pdf.save(tmp_path / "la.pdf")
    (tmp_path / "hong.pdf").write_bytes(b"%PDF-1.7\nkhong phai")
    expected = {"la.pdf": "verify-foreign", "hong.pdf": "verify-not-pdf", "khong-co.pdf": "input-unreadable"}

    for name, code in expected.items():
        with pytest.raises(Failure) as refused:
            verify(tmp_path / name, None)
        assert (refused.value.exit_code, refused.value.code) == (Exit.UNREADABLE, code)
        assert " object at 0x" not in str(refused.value.arguments)


def test_as_it_is_called(project, monkeypatch):
    assert commands
    monkeypatch.chdir(project.root)
    good = CliRunner().invoke(app, ["verify", FILE])
    bad = CliRunner().invoke(app, ["verify", str(altered(project, drop_a_page))])

    assert (good.exit_code, bad.exit_code) == (0, 1)
    assert "nguyên vẹn" in good.stdout and "hoc-vien_Luu-tru" in good.stdout
    assert "ĐÃ BỊ SỬA" in bad.stdout and "KHÔNG CÓ trong manifest.json" in bad.stdout
