import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaotrinh.intake.carrier.characters import Mending
from giaotrinh.intake.carrier.choosing import carrier_of, read_carrier
from giaotrinh.intake.carrier.extraction import Extraction, Refusal
from pdf_files import printed, scanned
from word_files import packed, paragraph, word_file


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"junk before %PDF-1.4", "pdf"),
        (word_file(paragraph("x")), "docx"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "odt"),
        (packed({"photo.xml": "<a/>"}), ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
        (rb"{\rtf1\ansi", "rtf"),
        (b"\xef\xbb\xbf  <!DOCTYPE html><p>x", "html"),
        (b"<p>x</p>", "html"),
        ("<html><p>x".encode("utf-16"), "html"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "mhtml"),
        (b"From: <Saved>\nSubject: x\nMIME-Version: 1.0\n\n", "mhtml"),
        ("# Nghị quyết".encode(), "text"),
        ("Nghị quyết".encode("utf-16"), "text"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(256)) * 4, ""),
    ],
)
def test_the_carrier_is_known_by_what_it_holds(content, kind):
    assert carrier_of(content) == kind


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "source-empty"),
        (b"   \n", "source-empty"),
        (b"\x89PNG\r\n", "source-scanned"),
        (scanned(), "source-scanned"),
        (bytes(range(256)) * 4, "file-unknown"),
        (b"PK\x03\x04 torn", "source-unreadable"),
        (rb"{\rtf1\ansi", "office-needed"),
    ],
)
def test_a_refusal_says_why(content, code):
    found = read_carrier(content)
    assert isinstance(found, Refusal)
    assert found.code == code


def test_all_carriers_give_the_same_words():
    body = ["I. MỘT", "1. Hai ba bốn năm.", "a) Sáu bảy tám."]
    html = "".join(f"<p>{line}</p>" for line in body)
    files = [
        word_file(*(paragraph(line) for line in body)),
        printed(html),
        f"<!doctype html>{html}".encode(),
        "\n".join(body).encode(),
        "\n".join(body).encode("utf-16"),
    ]
    for content in files:
        found = read_carrier(content)
        assert isinstance(found, Extraction)
        assert found.text.splitlines() == body


def test_text_in_an_old_code_page_is_decoded():
    found = read_carrier("I. §iÒu lÖ §¶ng\n1. Uû ban nh©n d©n thµnh phè Hµ Néi.\n".encode("cp1252"))
    assert isinstance(found, Extraction)
    assert found.text.splitlines() == ["I. Điều lệ Đảng", "1. Uỷ ban nhân dân thành phố Hà Nội."]
    assert found.mended[Mending.TCVN3] > 0


def test_the_page_of_a_web_archive_is_read():
    lines = [
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x',
        b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n",
        b"<html><p>1. M=E1=BB=99t</p></html>\n--x--\n",
    ]
    found = read_carrier(b"\n".join(lines))
    assert isinstance(found, Extraction)
    assert found.text == "1. Một\n"


def damaged(content, places, values):
    torn = bytearray(content)
    for place, value in zip(places, values, strict=False):
        torn[place % len(torn)] = value
    return bytes(torn)


PDF = printed("<p>1. Một hai ba.</p><table class=ruled><tr><td>a<td>b<tr><td>c<td>d</table>")
WORD = word_file(paragraph("1. Một"), paragraph("Hai"))
HTML = b"<!doctype html><div><p>1. x</p><table border=1><tr><td>a<td>b</table><ol><li>y</ol></div>"


@pytest.mark.parametrize("content", [PDF, WORD, HTML], ids=["pdf", "docx", "html"])
@settings(max_examples=60, deadline=None)
@given(
    places=st.lists(st.integers(0, 10**6), max_size=12), values=st.binary(min_size=12, max_size=12), cut=st.floats(0, 1)
)
def test_a_damaged_file_is_read_or_refused(content, places, values, cut):
    torn = damaged(content, places, values)
    for version in (torn, torn[: int(len(torn) * cut)]):
        found = read_carrier(version)
        assert isinstance(found, Extraction | Refusal)
        if isinstance(found, Extraction):
            assert found.unaccounted() == ({}, {})
