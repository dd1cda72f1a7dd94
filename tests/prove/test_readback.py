"""Read-back: words laid out against words read."""

from base64 import b64encode
from io import BytesIO

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

from bind.books import instructor, learner
from bind.serial_printer import print_html
from giaotrinh.prove import extract, read_back


def found_in(pdf: bytes, count: int) -> list[str]:
    return list(extract(pdf, range(count)).values())


def codes(expected: list[str], found: list[str]) -> list[tuple[str, dict[str, str]]]:
    return [(each.code, dict(each.arguments)) for each in read_back("hoc-vien", expected, found)]


@pytest.mark.parametrize("bound", [learner, instructor])
def test_bound_books_read_back_whole(bound: object) -> None:
    book = bound()  # type: ignore[operator]
    assert read_back("sach", book.page_texts, found_in(book.pdf, len(book.page_texts))) == ()


@pytest.mark.parametrize(
    "body",
    [
        "<p>Chữ đậm <b>ở giữa</b> và <i>nghiêng</i>, mũ x<sup>2</sup>, 57-NQ/TW.</p>",
        "<ul><li>một</li><li>hai</li></ul><ol><li>ba</li></ol>",
        "<table><tr><th>TT</th><th>Chỉ tiêu</th></tr><tr><td>1</td><td>GRDP đầu người</td></tr></table>",
        "<p style='text-align: justify'>" + "phát triển đô thị theo hướng xanh " * 30 + "</p>",
        "<p style='letter-spacing: 3pt; text-transform: uppercase'>dùng cho giảng viên</p>",
        "<p>Trước<span style='float: right'>nổi</span> sau khối nổi.</p>",
        "<p>so&shy;ft fi ffi ﬁ ½ ² m²</p>",
        "<p style='color: white'>chữ trắng</p><p style='columns: 2'>một cột hai cột ba cột bốn cột</p>",
    ],
)
def test_ordinary_pages_read_back_whole(body: str) -> None:
    printed = print_html("x", body)
    assert codes(list(printed.page_texts), found_in(printed.pdf, printed.page_count)) == []


def test_synthesized_small_capitals_copy_wrongly_and_are_refused() -> None:
    """The engine draws "h" with the glyph of "H", which then stands for one of the two only."""
    printed = print_html("x", "<p style='font-variant: small-caps'>Hội nghị</p>")
    assert codes(list(printed.page_texts), found_in(printed.pdf, 1))[0][0] == "read-back-differs"


def test_a_family_split_over_font_files_is_refused() -> None:
    """The engine embeds such a family as one font with mixed-up glyphs, and says nothing."""
    faces = "".join(
        f"@font-face {{ font-family: Chia; src: url(data:font/ttf;base64,{_subset(letters)}) }} "
        for letters in ("a-z", "à-ỹ")
    )
    printed = print_html("x", "<p>số liệu tiên tiến</p>", css=f"{faces} body {{ font-family: Chia }}")
    assert codes(list(printed.page_texts), found_in(printed.pdf, 1))[0][0] == "read-back-differs"


def _subset(letters: str) -> str:
    """Return a font file with one range of letters, as text."""
    first, last = (ord(each) for each in letters.split("-"))
    with TTFont("/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf") as font:
        subsetter = Subsetter()
        subsetter.populate(unicodes=[32, *range(first, last + 1)])
        subsetter.subset(font)
        stream = BytesIO()
        font.save(stream)
    return b64encode(stream.getvalue()).decode()


def test_lost_and_mixed_letters_are_named() -> None:
    assert codes(["số liệu"], ["sh liệu"]) == [("read-back-differs", {"page": "1", "missing": "ố", "added": "h"})]


def test_a_letter_lost_twice_is_counted() -> None:
    ((_, arguments),) = codes(["trang một", "số số số"], ["trang một", "số s s"])
    assert (arguments["page"], arguments["missing"]) == ("2", "ố×2")


def test_normal_form_spaces_and_punctuation_are_no_difference() -> None:
    assert codes(["kinh tế - xã hội"], ["kinh te\u0302\u0301 – xã\r\nhội"]) == []


def test_an_order_upset_within_a_block_is_a_warning() -> None:
    ((code, arguments),) = codes(["phát triển\nđô thị"], ["đô thị phát triển"])
    assert (code, arguments["words"]) == ("read-back-order", "phát triển đô thị")


def test_blocks_may_be_drawn_in_another_order() -> None:
    assert codes(["lề trang\n\nphát triển\nđô thị"], ["phát triển đô thị lề trang"]) == []


def test_a_lost_page_is_an_error() -> None:
    assert codes(["một", "hai"], ["một"]) == [("pdf-page-count", {"expected": "2", "found": "1"})]
