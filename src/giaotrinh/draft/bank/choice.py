"""What varies between questions, decided by a digest of their content: nothing is left to chance."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

from giaotrinh.model.text import fold

T = TypeVar("T")
LETTERS = "ABCDEFGH"


def digest(*words: str) -> int:
    """Return a number that depends on the folded words alone."""
    content = "\x1f".join(fold(word) for word in words)
    return int.from_bytes(blake2b(content.encode(), digest_size=8).digest())


def pick(choices: Sequence[T], *words: str) -> T:
    """Return the choice that the words decide."""
    return choices[digest(*words) % len(choices)]


def shuffled(items: Sequence[str], *words: str) -> tuple[str, ...]:
    """Return the items in an order that the words decide."""
    return tuple(sorted(items, key=lambda item: digest(*words, item)))


def letters_of(options: Sequence[str], right: Sequence[str]) -> tuple[str, ...]:
    """Return the letters of the right options, in the order of the options."""
    return tuple(LETTERS[at] for at, option in enumerate(options) if option in right)
