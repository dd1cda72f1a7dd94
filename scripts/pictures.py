#!/usr/bin/env python3
"""Draws the pages shown in the README from the finished books in build/ into docs/pictures/.

Run after `./giaotrinh build`:  .venv/bin/python scripts/pictures.py

Pages are found by what is on them, so the pictures follow the course when its pages move.
"""

from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs/pictures"
HEIGHT = 900
"""Pixels of a page."""

COLOURS = 128
"""Enough for one accent colour and smooth letters; keeps a picture near 50 kB."""

EDGE = "#b8b8b8"


def main() -> None:
    """Draw all pictures."""
    PICTURES.mkdir(exist_ok=True)
    learner, instructor = (open_book(edition) for edition in ("hoc-vien", "giang-vien"))
    save("bia", [learner[0]])
    save("mo-chuyen-de", [learner[opening(learner, "Chuyên đề 3.")]])
    save("chi-tieu", [learner[page_with(learner, "Biểu đồ 3.1")]])
    save("trang-doi", list(fullest_spread(instructor)))


def open_book(edition: str) -> pypdfium2.PdfDocument:
    """Return the finished book of an edition."""
    [path] = (ROOT / "build" / edition).glob("[HG]V_*.pdf")
    return pypdfium2.PdfDocument(path)


def opening(book: pypdfium2.PdfDocument, title: str) -> int:
    """Return the page the bookmark that begins with a title leads to."""
    return next(entry.get_dest().get_index() for entry in book.get_toc() if entry.get_title().startswith(title))


def page_with(book: pypdfium2.PdfDocument, words: str) -> int:
    """Return the first page of the modules that shows the words."""
    return next(at for at in range(opening(book, "Chuyên đề"), len(book)) if words in words_of(book, at))


def fullest_spread(book: pypdfium2.PdfDocument) -> tuple[pypdfium2.PdfPage, pypdfium2.PdfPage]:
    """Return the facing page with the most notes and the learner's page it stands beside, left one first."""
    labels = {book.get_page_label(at): at for at in range(len(book))}
    facing = max((label for label in labels if label.endswith("g")), key=lambda label: notes_on(book, labels[label]))
    left, right = sorted((labels[facing], labels[facing.removesuffix("g")]))
    return book[left], book[right]


def notes_on(book: pypdfium2.PdfDocument, at: int) -> int:
    """Return the number of letters on a page."""
    return len(words_of(book, at))


def words_of(book: pypdfium2.PdfDocument, at: int) -> str:
    """Return the words of a page, on one line."""
    return " ".join(book[at].get_textpage().get_text_range().split())


def save(name: str, pages: list[pypdfium2.PdfPage]) -> None:
    """Write pages side by side as a picture with few colours and a thin edge."""
    drawn = [page.render(scale=HEIGHT / page.get_height()).to_pil().convert("RGB") for page in pages]
    sheet = Image.new("RGB", (sum(each.width for each in drawn) + len(drawn) + 1, HEIGHT + 2), EDGE)
    left = 1
    for each in drawn:
        sheet.paste(each, (left, 1))
        left += each.width + 1
    path = PICTURES / f"{name}.png"
    sheet.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
