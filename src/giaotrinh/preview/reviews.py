"""Places whose review no longer holds, with the words that changed, and the record that a person compared them."""

from giaotrinh.check.course.review import Link, changed_words, links_of
from giaotrinh.driver.build.preparing import reviews_in
from giaotrinh.driver.live import Live
from giaotrinh.driver.tasks.reviewing import STALE, record


def places(live: Live) -> list[dict[str, object]]:
    """Return the places to compare again, in the order of the course."""
    return [_place(link) for link in _stale(live)]


def clear(live: Live, wanted: list[list[str]], by: str) -> int:
    """Record that a person compared places (module, place, address); return how many there were.

    Raises Failure (NOT_WRITABLE) where the disk refuses.
    """
    asked = {tuple(key) for key in wanted}
    chosen = [link for link in _stale(live) if link.key in asked]
    record(live.project, chosen, by)
    return len(chosen)


def _stale(live: Live) -> list[Link]:
    if live.curriculum is None:
        return []
    return [link for link in links_of(live.curriculum, reviews_in(live.snapshot)) if link.state in STALE]


def _place(link: Link) -> dict[str, object]:
    removed, added = changed_words(link.before, link.now)
    return {
        "key": list(link.key),
        "state": link.state.value,
        "file": link.span.file,
        "line": link.span.line,
        "block": link.citations[0].block if link.citations else "",
        "before": link.before,
        "now": link.now,
        "removed": removed,
        "added": added,
    }
