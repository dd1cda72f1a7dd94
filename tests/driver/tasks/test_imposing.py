"""`giaotrinh impose` as it is called."""

import pikepdf
import pytest
from typer.testing import CliRunner

from giaotrinh.cli import commands
from giaotrinh.cli.app import app
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.tasks.imposing import impose_file


@pytest.fixture
def book(tmp_path):
    with pikepdf.Pdf.new() as pdf:
        for _ in range(401):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(tmp_path / "sach.pdf")
    return tmp_path / "sach.pdf"


@pytest.mark.parametrize(("way", "sheets", "blanks"), [("booklet", 101, 3), ("2-up", 101, 3), ("4-up", 51, 7)])
def test_the_copy_room_is_told_how_many_sheets(book, way, sheets, blanks):
    assert commands
    told = CliRunner().invoke(app, ["impose", str(book), "--as", way])

    assert told.exit_code == 0 and f"401 trang, {sheets} tờ A4 hai mặt" in told.stdout
    assert f"{blanks} chỗ trống" in told.stdout
    with pikepdf.Pdf.open(book.with_stem(f"sach_{way}")) as made:
        assert len(made.pages) == 2 * sheets


def test_what_cannot_be_laid_out_is_told(book, tmp_path):
    (tmp_path / "hong.pdf").write_bytes(b"khong")
    for path, way, code, leaves in (
        (book, "3-up", "impose-unknown", Exit.USAGE),
        (tmp_path / "hong.pdf", "booklet", "verify-not-pdf", Exit.UNREADABLE),
        (tmp_path / "khong-co.pdf", "booklet", "input-unreadable", Exit.UNREADABLE),
    ):
        with pytest.raises(Failure) as refused:
            impose_file(path, way)
        assert (refused.value.code, refused.value.exit_code) == (code, leaves)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hong.pdf", "sach.pdf"]
