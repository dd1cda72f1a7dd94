"""Sheets of paper: where every page lies, and that a folded booklet reads in order."""

from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from giaotrinh.bind.imposition import POINTS, booklet_sides, grid_sides, impose


def folded(sides):
    """Return the pages in the order a reader turns them: each signature folded in the middle, one after the other."""
    pages = []
    for signature in signatures(sides):
        sheets = list(zip(signature[::2], signature[1::2], strict=True))
        pages += [page for front, back in sheets for page in (front.pages[1], back.pages[0])]
        pages += [page for front, back in reversed(sheets) for page in (back.pages[1], front.pages[0])]
    return pages


def signatures(sides):
    """Part the sides where a new outermost sheet begins."""
    starts = [at for at in range(0, len(sides), 2) if sides[at].depth == 0] + [len(sides)]
    return [sides[start:end] for start, end in pairwise(starts)]


@pytest.mark.parametrize("signature", [0, 1, 4, 5, 8])
def test_a_folded_booklet_reads_in_order(signature):
    for count in range(1, 501):
        sides = booklet_sides(count, signature)
        read = folded(sides)

        assert [page for page in read if page is not None] == list(range(count))
        assert read[:count] == list(range(count)) and len(read) - count < 4
        assert signature == 0 or max(side.depth for side in sides) < signature
        assert [side.depth for side in sides[::2]] == [side.depth for side in sides[1::2]]


@pytest.mark.parametrize("on_a_side", [2, 4])
def test_sides_of_a_grid_read_in_order(on_a_side):
    for count in range(1, 501):
        sides = grid_sides(count, on_a_side)
        read = [page for side in sides for page in side.pages]

        assert read[:count] == list(range(count)) and set(read[count:]) <= {None}
        assert len(sides) % 2 == 0 and len(read) - count < 2 * on_a_side


def numbered(count):
    """Return a PDF of A4 pages, each with its number in its middle."""
    pdf = pikepdf.Pdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for number in range(count):
        pdf.add_blank_page(page_size=(595, 842))
        pdf.pages[-1].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        pdf.pages[-1].obj.Contents = pdf.make_stream(f"BT /F 40 Tf 297 421 Td ({number}) Tj ET".encode())
    stream = BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def places(content):
    """Return for each side the words with the left and the bottom of their box."""
    sides = []
    for page in pypdfium2.PdfDocument(content):
        text = page.get_textpage()
        rects = [text.get_rect(at) for at in range(text.count_rects())]
        sides.append({text.get_text_bounded(*rect).strip(): rect[:2] for rect in rects})
    return sides


def test_pages_lie_where_they_are_meant_to():
    front, back, inner, middle = places(impose(numbered(7), booklet_sides(7), 2))

    assert [set(side) for side in (front, back, inner, middle)] == [{"0"}, {"1", "6"}, {"5", "2"}, {"3", "4"}]
    half = 297 / 2 * POINTS
    assert front["0"][0] > half and back["1"][0] < half < back["6"][0] and inner["5"][0] < half < inner["2"][0]


def test_inner_sheets_move_towards_the_spine():
    plain, moved = (places(impose(numbered(8), booklet_sides(8), 2, creep=creep)) for creep in (0.0, 0.5))

    assert moved[0]["0"][0] == pytest.approx(plain[0]["0"][0], abs=0.01)
    assert moved[2]["5"][0] - plain[2]["5"][0] == pytest.approx(0.5 * POINTS, abs=0.01)
    assert moved[2]["2"][0] - plain[2]["2"][0] == pytest.approx(-0.5 * POINTS, abs=0.01)


def test_four_pages_read_across_and_down():
    [first, _] = places(impose(numbered(5), grid_sides(5, 4), 4))

    assert first["0"][0] < first["1"][0] and first["0"][1] > first["2"][1] and first["3"][0] > first["2"][0]
