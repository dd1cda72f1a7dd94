"""What a finished file says of its own making, so that a copy can be told from another and from an altered one.

The information dictionary holds what it was made from (edition, module, version, sources), a digest over all that is
drawn or acted on, and one for each page, to say where it was altered. The digest has no key: who means to deceive can
write a new one, and only the manifest or a signature tells. Hence `verify` asks the manifest as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from giaotrinh.bind.marks import Mark, marks
from giaotrinh.bind.reach import digest, page_digests

if TYPE_CHECKING:
    from pikepdf import Pdf

PREFIX = "/Giaotrinh"
WHOLE, PAGES = "Whole", "Pages"
_OWN = frozenset({PREFIX + WHOLE, PREFIX + PAGES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What a file says of itself, against what it holds."""

    identity: dict[str, str]
    """Title, edition, module, version, sources as the file says them."""
    altered: bool
    """Whether what is drawn or acted on differs from what was sealed, marks and signatures aside."""
    pages: tuple[int, ...] = ()
    """The altered pages, from 1; none where pages came or went, or what differs is not the content of a page."""
    marks: tuple[Mark, ...] = ()


def seal(target: "Pdf", identity: Mapping[str, str]) -> None:
    """Write the identity of a bound file and its digests; the last step before saving."""
    from pikepdf import String

    for name, value in {**identity, PAGES: "".join(page_digests(target))}.items():
        target.docinfo[PREFIX + name] = String(value)
    target.docinfo[PREFIX + WHOLE] = String(digest(target, without=_OWN))


def examine(pdf: "Pdf") -> Examined | None:
    """Return what is known of a file, None for one that does not bear this seal."""
    said = {key.removeprefix(PREFIX): str(value) for key, value in pdf.docinfo.items() if key.startswith(PREFIX)}
    if WHOLE not in said:
        return None
    whole, pages = said.pop(WHOLE), said.pop(PAGES, "")
    altered = whole != digest(pdf, without=_OWN)
    identity = {"Title": str(pdf.docinfo.get("/Title", "")), **said}
    return Examined(
        identity=identity, altered=altered, pages=_differing(pdf, pages) if altered else (), marks=marks(pdf)
    )


def _differing(pdf: "Pdf", sealed: str) -> tuple[int, ...]:
    """Return the pages that differ; none where pages came or went, for then every later one would."""
    before = [sealed[at : at + 8] for at in range(0, len(sealed), 8)]
    now = page_digests(pdf)
    if len(before) != len(now):
        return ()
    return tuple(number for number, (was, is_now) in enumerate(zip(before, now, strict=True), start=1) if was != is_now)
