"""Variants of any edition: large print, grey-scale, for the archive, a draft; each under a file name of its own."""

from dataclasses import replace

from giaotrinh.driver.build.request import Request
from giaotrinh.model.edition import Edition, PageSetup

LARGE = 18.0
"""Points of the body type in large print; pages whose type is larger already, such as slides, stay as they are."""

LIMIT = "max-pages"
"""Option of an edition that large print cannot keep: the same words take more pages."""


def varied(edition: Edition, request: Request) -> Edition:
    """Return the edition as the request wants it printed."""
    large = request.large and edition.page.body_points < LARGE
    wanted = {"Chu-lon": large, "Xam": request.grey, "Luu-tru": request.archive, "Ban-nhap": request.draft}
    names = [name for name, is_wanted in wanted.items() if is_wanted]
    options = {name: value for name, value in edition.options.items() if not (large and name == LIMIT)}
    page = _page(edition.page, request, large)
    return replace(edition, page=page, variant="_".join(names), archive=request.archive, options=options)


def _page(page: PageSetup, request: Request, large: bool) -> PageSetup:
    page = replace(page, grey=request.grey or page.grey, large=large)
    # The column of sources is too narrow for large type: they stand below the paragraph.
    return replace(page, body_points=LARGE, sources=0.0) if large else page
