"""The known name most like an unknown one."""

import difflib
from collections.abc import Iterable

from giaotrinh.model.text import slug


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like `name`, case and Vietnamese marks apart; "" where none is alike."""
    by_slug: dict[str, str] = {}
    for candidate in sorted(known):
        by_slug.setdefault(slug(candidate), candidate)
    found = difflib.get_close_matches(slug(name), by_slug, n=1, cutoff=0.5)
    return by_slug[found[0]] if found else ""
