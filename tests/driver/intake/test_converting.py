"""Documents as LibreOffice writes them: its numbering, its old formats. Skipped where it is not installed."""

import os
import shutil
import subprocess
import unicodedata

import pytest

from giaotrinh.driver.edge.failure import Failure
from giaotrinh.driver.intake.converting import convert_to_docx, read_pictures
from giaotrinh.intake.carrier.characters import Mending
from giaotrinh.intake.carrier.choosing import carrier_of, read_carrier
from giaotrinh.intake.carrier.legacy import decode
from giaotrinh.outline.tree import read_outline
from pdf_files import printed
from word_files import level, numbering, paragraph, run, styles, word_file

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
needs_reader = pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed")

OUTLINE = [
    (0, "QUY ĐỊNH CHUNG", "Phần I."),
    (1, "Phạm vi điều chỉnh", "1."),
    (2, "cơ quan, tổ chức;", "a)"),
    (2, "cá nhân:", "b)"),
    (3, "trong nước;", "-"),
    (3, "ngoài nước.", "-"),
    (1, "Đối tượng áp dụng", "2."),
    (2, "người sử dụng đất.", "a)"),
    (0, "ĐIỀU KHOẢN THI HÀNH", "Phần II."),
    (1, "Hiệu lực từ ngày ký.", "1."),
]
PLAIN = [f"{marker} {text}" for _, text, marker in OUTLINE]
LEVELS = level(0, "Phần %1.", "upperRoman") + level(1, "%2.") + level(2, "%3)", "lowerLetter") + level(3, "-", "bullet")


def typed():
    return word_file(*(paragraph(line) for line in PLAIN))


def by_list():
    blocks = (paragraph(text, list_id=1, level=depth) for depth, text, _ in OUTLINE)
    return word_file(*blocks, parts={"numbering": numbering({"0": LEVELS}, {"1": "0"})})


def by_style():
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="Muc{depth}"><w:name w:val="Muc {depth}"/>'
        f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for depth in range(4)
    )
    blocks = (paragraph(text, style=f"Muc{depth}") for depth, text, _ in OUTLINE)
    parts = {"numbering": numbering({"0": LEVELS}, {"1": "0"}), "styles": styles(named)}
    return word_file(*blocks, parts=parts)


def decomposed():
    return word_file(*(paragraph(unicodedata.normalize("NFD", line)) for line in PLAIN))


def in_tcvn3():
    return word_file(*(paragraph(run(coded(line), font=".VnTime")) for line in (line.lower() for line in PLAIN)))


def coded(line):
    table = {decode(chr(byte), Mending.TCVN3): chr(byte) for byte in range(0xA1, 0x100)}
    return "".join(table.get(char, char) for char in line)


def tree(text):
    return [(part.path, part.kind) for root in read_outline(text, "t").value for part in root.walk()]


@pytest.mark.parametrize("make", [typed, by_list, by_style, decomposed])
def test_numbers_by_hand_by_list_and_by_style_give_one_text(make):
    assert read_carrier(make()).text.splitlines() == PLAIN


def test_an_old_font_gives_the_same_words():
    assert read_carrier(in_tcvn3()).text.splitlines() == [line.lower() for line in PLAIN]


def through_office(content, tmp_path, *kinds):
    """Return a document after LibreOffice has written it in each of the formats, one from the other."""
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    for number, kind in enumerate(kinds):
        folder = tmp_path / str(number)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
        # Another test may have shut this process up with the fonts of printing; the office has the machine's.
        fonts = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
        subprocess.run(command, check=True, capture_output=True, timeout=120, env=fonts)
        path = folder / f"a.{kind}"
    return path.read_bytes()


@needs_office
@pytest.mark.parametrize("make", [typed, by_list, by_style, decomposed])
def test_documents_of_libreoffice_give_the_same_tree(make, tmp_path):
    written = through_office(make(), tmp_path, "odt", "docx")
    assert read_carrier(written).text.splitlines() == PLAIN
    assert tree(read_carrier(written).text) == tree("\n".join(PLAIN))


@needs_office
def test_the_pdf_of_a_document_gives_the_same_text(tmp_path):
    assert read_carrier(through_office(by_list(), tmp_path, "pdf")).text.splitlines() == PLAIN


@needs_office
@pytest.mark.parametrize("kind", ["doc", "odt", "rtf"])
def test_old_formats_are_read_through_libreoffice(kind, tmp_path):
    # The numbers of lists lose their letters in LibreOffice's own .rtf.
    old = through_office(typed() if kind == "rtf" else by_list(), tmp_path, kind)
    assert carrier_of(old) == kind
    assert read_carrier(convert_to_docx(old, kind, tmp_path)).text.splitlines() == PLAIN


@needs_office
def test_a_torn_old_file_fails_in_words(tmp_path):
    with pytest.raises(Failure) as failure:
        convert_to_docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "doc", tmp_path)
    assert failure.value.code == "office-failed"


@needs_reader
def test_a_picture_of_a_page_is_read_on_request(tmp_path):
    text = read_pictures(printed("<p style='font-size: 20pt'>1. Nghị quyết của Thành ủy Hà Nội.</p>"), tmp_path)
    assert "Hà Nội" in text
