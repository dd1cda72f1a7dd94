"""What setting the blocks of one part needs to know, and what it gathers on the way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from giaotrinh.model.course import Module
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic
from giaotrinh.model.document import Block
from giaotrinh.model.edition import PageSetup
from giaotrinh.model.view import View
from giaotrinh.render.blocks.words import CALLOUTS, NUMBERED_THINGS, UNNAMED_THINGS

POINTS_PER_MM = 72 / 25.4
DRAWING_SHARE = 0.6
"""Of the height of a text block, what a drawing may take."""
FRAME_SHARE = 0.28
"""Of the width of a frame of 16 to 9, what the height of a drawing may take beside head and foot."""


@dataclass(slots=True, kw_only=True)
class Composition:
    """The view being set, and the findings, assets and block ids met while setting it."""

    curriculum: Curriculum
    view: View
    page: PageSetup
    module: Module | None = None
    found: list[Diagnostic] = field(default_factory=list)
    assets: dict[str, bytes] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)
    """Ids of the blocks that were set, in order."""
    footnotes: dict[str, int] = field(default_factory=dict)
    """Reference id -> the number of its first footnote."""
    footnote_count: int = 0
    page_of: Callable[[str], str] | None = None
    """Set for papers apart from the book: id of a block -> label of its page in the book, "" while unknown."""

    in_book: bool = False
    """Whether the text of a book is set: its sources leave the sentences."""
    gathers: bool = False
    """Whether citations are gathered in `cited` instead of being printed where they stand."""
    cited: list[str] = field(default_factory=list)
    depth: int = 0
    """How many lists and boxes hold the block that is being set."""
    frame_width: float = 0
    """Millimetres of the frame what follows is set in; 0 for the whole text block."""

    @property
    def measure(self) -> float:
        """Return the width of the frame, or of the column of text, in points."""
        page = self.page
        beside = page.sources + page.gap if self.in_book and page.sources else 0
        return (self.frame_width or page.width - 2 * page.side - beside) * POINTS_PER_MM

    @property
    def tallest(self) -> float:
        """Return how tall a drawing may be, in points: its caption and note stand on the same page or slide."""
        page = self.page
        if self.frame_width:
            return self.measure * FRAME_SHARE
        return (page.height - page.top - page.bottom) * POINTS_PER_MM * DRAWING_SHARE

    def sees(self, block: str) -> bool:
        """Return whether a block is in the view."""
        return block in self.view.ids

    def ancestry(self, name: str) -> Iterator[Block]:
        """Yield a visible block and what holds it, from the inside out."""
        block = self.curriculum.blocks.get(name)
        while block is not None:
            yield block
            block = self.view.parents.get(block.id)

    def find(self, name: str) -> Block | None:
        """Return the block an author means by a name in this module, None where there is none."""
        return self.curriculum.blocks.get(self.curriculum.named(name, self.module) or "")

    def label(self, block: Block) -> str:
        """Return a block as a reference names it: "Bảng 3.1", "mục 1.2, Chuyên đề 3", "đoạn trích, Chuyên đề 2"."""
        word, owner = NUMBERED_THINGS.get(block.kind, ""), self.owner(block)
        elsewhere = f", Chuyên đề {owner.number}" if owner is not None and owner is not self.module else ""
        if word and block.number:
            return f"{word} {block.number.rstrip('.')}" + (elsewhere if block.kind in ("heading", "question") else "")
        if block.plain_title:
            return block.plain_title
        named = UNNAMED_THINGS.get(block.kind) or CALLOUTS.get(block.options.get("kind", ""), "")
        return f"{named or 'phần nội dung'}{elsewhere}"

    def owner(self, block: Block) -> Module | None:
        """Return the module a block stands in."""
        return next((module for module in self.curriculum.project.modules if module.file == block.span.file), None)
