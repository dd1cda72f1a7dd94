"""What others put on a finished file beside its pages: a reader's marks, and fields for signatures.

The program makes neither, so whatever of them is found was added. A mark that acts (opens, runs, sends, carries a file)
is no mark but an alteration. Kinds of annotations: ISO 32000-1, table 169.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

MARKUP = frozenset(
    {"/Text", "/FreeText", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Ink", "/Stamp", "/Square"}
    | {"/Circle", "/Line", "/Polygon", "/PolyLine", "/Caret", "/Popup"}
)
ACTIONS = ("/A", "/AA")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark on a page."""

    page: int
    """Counted from 1."""
    kind: str
    """Name of the kind of annotation: Stamp, FreeText, Highlight; Signature where a signature is drawn on the page."""


def marks(pdf: "Pdf") -> tuple[Mark, ...]:
    """Return the marks on the pages and the signatures drawn there, in the order of the pages."""
    return tuple(
        Mark(page=number, kind="Signature" if _is_signature(each) else str(each.Subtype).removeprefix("/"))
        for number, page in enumerate(pdf.pages, start=1)
        for each in _annotations(page)
        if _is_mark(each) or (_is_signature(each) and _is_drawn(each))
    )


def own_annotations(page: "Page") -> list[Any]:
    """Return the annotations of a page that are neither marks nor fields for signatures."""
    return [each for each in _annotations(page) if not (_is_mark(each) or _is_signature(each))]


def own_fields(form: Any) -> dict[str, Any]:
    """Return the entries of a form without fields for signatures; nothing for what is no form."""
    if _kind(form) != "dictionary":
        return {}
    entries: dict[str, Any] = {key: value for key, value in form.items() if key not in ("/SigFlags", "/Fields")}
    if fields := [
        each for each in _each(form.get("/Fields")) if _kind(each) == "dictionary" and not _is_signature(each)
    ]:
        entries["/Fields"] = fields
    return entries


def _annotations(page: "Page") -> Iterator["Object"]:
    yield from (each for each in _each(page.obj.get("/Annots")) if _kind(each) == "dictionary")


def _is_mark(annotation: "Object") -> bool:
    return str(annotation.get("/Subtype", "")) in MARKUP and not _acts(annotation)


def _is_signature(annotation: Any) -> bool:
    parent = annotation.get("/Parent")
    field = parent if "/FT" not in annotation and _kind(parent) == "dictionary" else annotation
    return str(field.get("/FT", "")) == "/Sig" and not _acts(annotation) and not _acts(field)


def _acts(thing: Any) -> bool:
    return any(key in thing for key in ACTIONS)


def _is_drawn(annotation: Any) -> bool:
    """Return whether a field takes room on its page."""
    sides = [str(side) for side in _each(annotation.get("/Rect"))]
    return len(sides) == 4 and sides[0] != sides[2] and sides[1] != sides[3]


def _each(thing: Any) -> list[Any]:
    """Return the members of an array, none of anything else a damaged or forged file may hold in its place."""
    return list(thing) if _kind(thing) == "array" else []


def _kind(thing: Any) -> str:
    return str(getattr(thing, "_type_name", ""))
