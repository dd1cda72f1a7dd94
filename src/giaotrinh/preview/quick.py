"""The HTML of blocks that changed, before their pages are printed."""

import re

from giaotrinh.driver.live import Live
from giaotrinh.model.edition import Edition, Part
from giaotrinh.render import render_part

MOST = 8
"""Blocks told at once: more have changed when somebody edits elsewhere, and the pages show it soon."""

BOOK = "body"
"""The part of a book that shows a module."""


class QuickBlocks:
    """Remembers how blocks looked, and finds those that look otherwise now."""

    def __init__(self) -> None:
        """Nothing was seen yet."""
        self._seen: dict[str, dict[str, str]] = {}

    def changed(self, live: Live, modules: frozenset[str]) -> list[dict[str, str]]:
        """Return id and HTML of the innermost blocks of the modules that look otherwise than before."""
        found: list[dict[str, str]] = []
        for name in sorted(modules):
            before, now = self._seen.get(name, {}), _blocks(live, name)
            self._seen[name] = now
            if before:
                other = {block: html for block, html in now.items() if before.get(block) != html}
                found += [{"id": block, "html": html} for block, html in other.items() if _is_innermost(html, other)]
        return found[:MOST]


def _blocks(live: Live, module: str) -> dict[str, str]:
    """Return block id -> HTML of a module as a learner's book shows it."""
    from selectolax.lexbor import LexborHTMLParser

    curriculum = live.curriculum
    book = _book(live)
    if curriculum is None or book is None:
        return {}
    edition, part = book
    templates = dict(live.snapshot.below("templates"))
    job = render_part(curriculum, edition, part, curriculum.modules[module], pages=None, templates=templates).job
    if job is None:
        return {}
    nodes = LexborHTMLParser(job.html).css("[id]")
    return {str(node.attributes["id"]): node.html or "" for node in nodes if "/" in str(node.attributes["id"])}


def _book(live: Live) -> tuple[Edition, Part] | None:
    books = (edition for edition in live.editions if not edition.per_module)
    return next(((book, part) for book in books for part in book.parts if part.template == BOOK), None)


def _is_innermost(html: str, others: dict[str, str]) -> bool:
    inside = re.findall(r'\sid="([^"]+)"', html)[1:]
    return not any(name in others for name in inside)
