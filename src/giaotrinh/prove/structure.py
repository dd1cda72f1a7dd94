"""What every finished file must have besides its words: language, title, tags, embedded fonts."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.proof import Proof
from giaotrinh.model.snapshot import digest_of
from giaotrinh.model.span import Span
from giaotrinh.prove.readback import letters_of

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def check_structure(name: str, pdf: bytes, page_count: int) -> tuple[Diagnostic, ...]:
    """Return an error for everything a finished file lacks."""
    from pikepdf import Pdf

    span = Span(file=name)
    with Pdf.open(BytesIO(pdf)) as opened:
        found = list(_missing(opened, span))
        if len(opened.pages) != page_count:
            found.append(error("pdf-page-count", span, expected=page_count, found=len(opened.pages)))
        loose = sorted({font for font, embedded in _fonts(opened) if not embedded})
        return (*found, *(error("pdf-font-not-embedded", span, font=font) for font in loose))


def proof_of(pdf: bytes, page_texts: Sequence[str]) -> Proof:
    """Return the facts of a finished file for the manifest; `page_texts` are the words read from it."""
    from pikepdf import Pdf

    with Pdf.open(BytesIO(pdf)) as opened:
        return Proof(
            pages=len(opened.pages),
            letters=sum(len(letters_of(text)) for text in page_texts),
            text_digest=digest_of(text.encode() for text in page_texts),
            title=str(opened.docinfo.get("/Title", "")),
            language=str(opened.Root.get("/Lang", "")),
            tagged="/StructTreeRoot" in opened.Root,
            fonts=tuple(sorted({font.rpartition("+")[2] for font, _ in _fonts(opened)})),
        )


def _missing(opened: "Pdf", span: Span) -> Iterator[Diagnostic]:
    """Yield what the file as a whole lacks."""
    root = opened.Root
    if not str(root.get("/Lang", "")):
        yield error("pdf-language-missing", span)
    if not str(opened.docinfo.get("/Title", "")) or not _shows_title(root):
        yield error("pdf-title-missing", span)
    if not _has_tags(root):
        yield error("pdf-untagged", span)


def _shows_title(root: "Object") -> bool:
    preferences = root.get("/ViewerPreferences")
    return preferences is not None and bool(preferences.get("/DisplayDocTitle", False))


def _has_tags(root: "Object") -> bool:
    tree, marks = root.get("/StructTreeRoot"), root.get("/MarkInfo")
    if tree is None or marks is None or not bool(marks.get("/Marked", False)):
        return False
    return any(len(top.get("/K", ())) for top in tree.get("/K", ()))


def _fonts(opened: "Pdf") -> Iterator[tuple[str, bool]]:
    """Yield (name, whether it is embedded) for every font that content may use."""
    seen: set[tuple[int, int]] = set()
    for scope in opened.content_scopes():
        fonts = scope.resources.get("/Font") if scope.resources is not None else None
        for _, font in fonts.items() if fonts is not None else ():
            if font.objgen not in seen or not font.is_indirect:
                seen.add(font.objgen)
                yield str(font.get("/BaseFont", "/Type3"))[1:], _embedded(font)


def _embedded(font: "Object") -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    for described in (font, *font.get("/DescendantFonts", ())):
        descriptor = described.get("/FontDescriptor")
        if descriptor is not None and any(key in descriptor for key in _FONT_FILES):
            return True
    return False
