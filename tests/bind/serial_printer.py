"""A printer for tests: one job after the other in this process, and ready-made overlay fragments."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from giaotrinh.model.fragment import RULED, Anchor, Fragment, Job, glyph_id, head_id, letter_id, opening_head, stamp_id
from giaotrinh.model.text import nfc

PAGE = "@page { size: 210mm 297mm; margin: 27mm 27.5mm 35mm } "
TYPE = """
body { margin: 0; font: 14pt/1.4 Tinos; text-align: justify } h1, h2, h3 { font-family: Arimo; text-align: left }
table { border-collapse: collapse; width: 100% } td, th { border-bottom: 1px solid; font-size: 11pt }
"""
CSS = PAGE + TYPE
GLYPHS = "0123456789ivxlcgGV-"


def print_html(
    name: str, body: str, *, css: str = CSS, tagged: bool = True, title: str = "Chuyên đề", lang: str = "vi"
) -> Fragment:
    """Return the printed body of a document with title and language."""
    html = f'<html lang="{lang}"><head><title>{title}</title></head><body>{body}</body></html>'
    return print_job(Job(name=name, html=html, styles={"test.css": css}, tagged=tagged))


def print_job(job: Job) -> Fragment:
    """Return the printed job; like the driver's printer, without its limits and workers."""
    from weasyprint import CSS as StyleSheet
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    options: dict[str, Any] = {"pdf_variant": "pdf/ua-1"} if job.tagged else {}
    fonts = FontConfiguration()
    styles = [StyleSheet(string=text, font_config=fonts) for text in job.styles.values()]
    document = HTML(string=job.html, base_url="asset:///").render(stylesheets=styles, font_config=fonts, **options)
    return Fragment(
        job=job.name,
        key=job.key("test"),
        pdf=document.write_pdf(**options),
        page_texts=tuple(words_on(page) for page in document.pages),
        anchors=tuple(_anchors(document.pages)),
    )


def words_on(page: Any) -> str:
    """Return the words of a page: a line for each run, an empty line after each block."""
    return nfc("\n\n".join("\n".join(block) for block in _blocks(page._page_box)))


def _blocks(box: Any) -> Iterator[list[str]]:
    from weasyprint.formatting_structure import boxes

    lines = [child for child in box.children if isinstance(child, boxes.LineBox)]
    runs = [each.text for line in lines for each in _runs(line)]
    if runs:
        yield runs
    for child in box.children:
        for inner in _runs_apart(child) if isinstance(child, boxes.LineBox) else (child,):
            yield from _blocks(getattr(inner, "_box", inner)) if hasattr(inner, "children") else ()


def _runs(line: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    for child in line.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _runs(child)


def _runs_apart(line: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    for child in line.children:
        if isinstance(child, boxes.InlineBox):
            yield from _runs_apart(child)
        elif not isinstance(child, boxes.TextBox):
            yield child


def _anchors(pages: Any) -> Iterator[Anchor]:
    seen: set[str] = set()
    for index, page in enumerate(pages):
        for name, place in page.anchors.items():
            if name not in seen:
                seen.add(name)
                yield Anchor(id=name, page=index, x=place[0] * 0.75, y=place[1] * 0.75)


@cache
def glyph_sheet() -> Fragment:
    """Return a sheet of the characters of page numbers and of the letters a to d, each on a page of its advance."""
    css, body = ["body { margin: 0; font: 11pt/14pt Arimo } p { margin: 0; white-space: pre }"], []
    names = [(glyph_id(each), each) for each in GLYPHS] + [(letter_id(each), each) for each in "abcd"]
    for number, (name, character) in enumerate(names):
        css.append(
            f"@page g{number} {{ size: {_advance(character):.3f}pt 14pt; margin: 0 }} .g{number} {{ page: g{number} }}"
        )
        body.append(f'<p class="g{number}" id="{name}">{character}</p>')
    return print_html("overlay/glyphs", "".join(body), css="".join(css), tagged=False)


@cache
def head_sheet(*heads: str) -> Fragment:
    """Return running heads for right and left pages, a ruled page and a stamp."""
    css = PAGE + "@page { margin: 12mm 27.5mm 0 } body { margin: 0; font: 10pt Arimo } section { break-after: page }"
    body = []
    for head in heads:
        for right in (True, False):
            side = "right" if right else "left"
            body.append(
                f'<section id="{head_id(head, right=right)}" style="text-align:{side}">Đầu trang {head}</section>'
                f'<section id="{head_id(opening_head(head), right=right)}">Chân trang</section>'
            )
    body.append(f'<section id="{RULED}">GHI CHÉP</section><section id="{stamp_id("draft")}">BẢN NHÁP</section>')
    return print_html("overlay/heads", "".join(body), css=css, tagged=False)


def _advance(character: str) -> float:
    from fontTools.ttLib import TTFont

    with TTFont("/usr/share/fonts/truetype/croscore/Arimo-Regular.ttf") as font:
        glyph = font.getBestCmap()[ord(character)]
        return font["hmtx"][glyph][0] / font["head"].unitsPerEm * 11
