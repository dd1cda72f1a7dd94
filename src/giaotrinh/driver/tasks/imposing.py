"""`giaotrinh impose`: a finished file laid on sheets for the copy room."""

from dataclasses import dataclass
from pathlib import Path

from giaotrinh.bind.imposition import GRIDS, booklet_sides, grid_sides, impose
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.reading import read_file
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.driver.tasks.verifying import LARGEST

BOOKLET = "booklet"
WAYS = (BOOKLET, *(f"{number}-up" for number in GRIDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Imposed:
    """What the copy room gets."""

    path: Path
    pages: int
    """Of the file that was laid out."""
    sheets: int
    blanks: int


def impose_file(path: Path, way: str, *, signature: int = 0, creep: float = 0.0) -> Imposed:
    """Write the sheets beside the file, under its name with the way added; return what came of it.

    Raises Failure: USAGE for a way there is not, UNREADABLE for a file that is no PDF.
    """
    from pikepdf import PasswordError, Pdf, PdfError

    if way not in WAYS:
        raise Failure(Exit.USAGE, "impose-unknown", name=way, known=", ".join(WAYS))
    content = read_file(path, LARGEST)
    try:
        with Pdf.open(path) as opened:
            count = len(opened.pages)
        on_a_side = 2 if way == BOOKLET else int(way.partition("-")[0])
        sides = booklet_sides(count, signature) if way == BOOKLET else grid_sides(count, on_a_side)
        sheets = impose(content, sides, on_a_side, creep=creep)
    except (PdfError, PasswordError) as problem:
        reason = str(problem).rpartition(">: ")[2]
        raise Failure(Exit.UNREADABLE, "verify-not-pdf", path=path, reason=reason) from problem
    target = path.with_stem(f"{path.stem}_{way}")
    write_whole(target, sheets)
    blanks = sum(page is None for side in sides for page in side.pages)
    return Imposed(path=target, pages=count, sheets=len(sides) // 2, blanks=blanks)
