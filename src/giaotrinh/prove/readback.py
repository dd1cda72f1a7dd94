"""Read-back: the words on each finished page are the words that were laid out for it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.span import Span
from giaotrinh.model.text import nfc

SHOWN = 12
"""How many differing characters a finding names."""

_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "ſt", "st"), strict=True))
"""A font has one glyph for "fi" and for U+FB01, so which of them comes back is chance."""

_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_NEITHER = re.compile(r"[\W_]+")


def read_back(name: str, expected: Sequence[str], found: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Return what differs between words laid out and words read, page by page.

    Letters and digits must be the same with their counts; the order must be the same in every block. `expected` has a
    line for each run and an empty line after each block.
    """
    if len(expected) != len(found):
        return (error("pdf-page-count", Span(file=name), expected=len(expected), found=len(found)),)
    return tuple(
        diagnostic
        for page, (laid, read) in enumerate(zip(expected, found, strict=True), start=1)
        if laid != read
        for diagnostic in _compare(name, page, laid, read)
    )


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, in NFC."""
    return _NEITHER.sub("", _LIGATURE.sub(lambda found: _LIGATURES[found[0]], nfc(text)))


def _compare(name: str, page: int, laid: str, read: str) -> Iterator[Diagnostic]:
    wanted, got = letters_of(laid), letters_of(read)
    if sorted(wanted) != sorted(got):
        missing, added = Counter(wanted) - Counter(got), Counter(got) - Counter(wanted)
        yield error("read-back-differs", Span(file=name), page=page, missing=_named(missing), added=_named(added))
        return
    disordered = next((block for block in laid.split("\n\n") if not _in_order(block, got)), None)
    if disordered is not None:
        yield warning("read-back-order", Span(file=name), page=page, words=" ".join(disordered.split())[:60])


def _in_order(block: str, got: str) -> bool:
    """Return whether a block stands in the letters of a page, in one piece or at least run after run."""
    if letters_of(block) in got:
        return True
    place = 0
    for run in block.split("\n"):
        letters = letters_of(run)
        place = got.find(letters, place) + len(letters)
        if place < len(letters):
            return False
    return True


def _named(counts: Counter[str]) -> str:
    shown = [character if count == 1 else f"{character}×{count}" for character, count in sorted(counts.items())]
    return " ".join(shown[:SHOWN]) + (" …" if len(shown) > SHOWN else "")
