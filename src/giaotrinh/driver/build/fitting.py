"""What an edition promises of the pages of its blocks, against where printing put them."""

from collections.abc import Iterator, Mapping

from giaotrinh.model.course import Module
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.edition import Edition
from giaotrinh.model.fragment import Fragment
from giaotrinh.model.span import Span

MAX_PAGES = "max-pages"
"""Option of an edition with a file for each module: the pages such a file may have."""

ONE_PAGE_EACH = "one-page-each"
"""Option of an edition: the kind of block of which each stands on one page alone."""


def overflows(edition: Edition, curriculum: Curriculum, fragments: Mapping[str, Fragment]) -> Iterator[Diagnostic]:
    """Yield an error for every block that takes more than the one page its edition gives it."""
    kind = edition.options.get(ONE_PAGE_EACH, "")
    for _, fragment in sorted(fragments.items()) if kind else ():
        blocks = [(anchor.page, curriculum.blocks.get(anchor.id)) for anchor in fragment.anchors]
        starts = sorted(((page, block) for page, block in blocks if block and block.kind == kind), key=lambda at: at[0])
        ends = (*(page for page, _ in starts[1:]), fragment.page_count)
        for (page, block), end in zip(starts, ends, strict=False):
            if end - page > 1:
                yield error("slide-overflows", block.span, pages=end - page)


def too_long(edition: Edition, module: Module, pages: int) -> Iterator[Diagnostic]:
    """Yield an error where a module's file has more pages than its edition allows."""
    limit = edition.options.get(MAX_PAGES, "")
    if limit and pages > int(limit):
        place = Span(file=module.file, line=1, column=1)
        yield error("handout-too-long", place, edition=edition.id, pages=pages, limit=limit)
