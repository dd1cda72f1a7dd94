import io
import stat
import zipfile

import pytest

from giaotrinh.intake.carrier.extraction import Refused
from giaotrinh.intake.carrier.limits import Limits, check_size, check_xml, open_package
from giaotrinh.intake.docx.document import read_docx
from word_files import SPACES, packed, paragraph, word_file

SMALL = Limits(unpacked_size=1000, members=3, depth=5, file_size=100)


def refusal(function, *arguments):
    with pytest.raises(Refused) as refused:
        function(*arguments)
    return refused.value.refusal


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = packed({"word/document.xml": "<a>" + " " * 20_000_000 + "</a>"})
    assert len(bomb) < 100_000
    assert refusal(open_package, bomb).arguments["what"] == "ratio"


def test_the_unpacked_sizes_are_counted_together():
    assert (
        refusal(open_package, packed({"a.xml": "<a/>" * 200, "b.xml": "<b/>" * 200}), SMALL).arguments["what"]
        == "unpacked"
    )


def test_a_size_that_lies_does_not_help():
    package = bytearray(packed({"a.xml": "x" * 5000}, compression=zipfile.ZIP_STORED))
    directory = package.index(b"PK\x01\x02")
    package[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    assert refusal(open_package, bytes(package), SMALL).code in ("source-unreadable", "source-too-large")


def test_too_many_members():
    assert (
        refusal(open_package, packed({f"{index}.xml": "<a/>" for index in range(4)}), SMALL).arguments["what"]
        == "members"
    )


@pytest.mark.parametrize("name", ["../a.xml", "/etc/a.xml", "x/../../a.xml", "C:/a.xml"])
def test_names_that_lead_outside(name):
    assert refusal(open_package, packed({name: "<a/>"})).code == "source-unsafe"


def test_links_are_refused():
    link = zipfile.ZipInfo("a.xml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert refusal(open_package, packed_info(link)).code == "source-unsafe"


def packed_info(info):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(info, "/etc/passwd")
    return buffer.getvalue()


@pytest.mark.parametrize("declaration", ['<!DOCTYPE a [<!ENTITY x "y">]>', "<!doctype a>"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_document_types_are_refused_in_any_coding(declaration, coding):
    assert refusal(check_xml, f"{declaration}<a/>".encode(coding)).code == "source-unsafe"


def test_an_entity_in_a_real_document_is_refused():
    content = (
        f'<!DOCTYPE x SYSTEM "file:///etc/passwd"><w:document {SPACES}><w:body>{paragraph("x")}</w:body></w:document>'
    )
    assert refusal(read_docx, packed({"word/document.xml": content})).code == "source-unsafe"


def test_depth_is_limited():
    assert refusal(check_xml, b"<a>" * 6 + b"</a>" * 6, SMALL).arguments["what"] == "depth"
    check_xml(b"<a><b/><b/><b/><b/><b/><b/></a>", SMALL)


def test_depth_of_a_real_document():
    deep = "<w:ins>" * 300 + paragraph("x") + "</w:ins>" * 300
    assert refusal(read_docx, word_file(deep)).arguments["what"] == "depth"


def test_the_size_of_a_file():
    assert refusal(check_size, b"x" * 101, SMALL).arguments == {"what": "file", "limit": "0 MB"}
    assert refusal(check_size, b"").code == "source-empty"
