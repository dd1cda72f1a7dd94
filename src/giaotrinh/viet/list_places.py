"""Places in lists: Roman numbers, letters in Vietnamese and Latin order, numbers in words."""

from giaotrinh.model.text import fold
from giaotrinh.viet.number import in_words
from giaotrinh.viet.roman import read_roman

LIST_ORDER = "abcdđeghiklmnopqrstuvxy"
"""Letters as lists in Vietnamese administrative texts use them."""

LATIN_ORDER = "abcdefghijklmnopqrstuvwxyz"
"""Letters as word processors number lists: d is followed by e, f and j exist."""

COUNT_WORDS = tuple(in_words(place) for place in range(1, 11))
ORDER_WORDS = ("nhất", *COUNT_WORDS[1:3], "tư", *COUNT_WORDS[4:])
_SPELLINGS = {"nhì": "hai", "bốn": "tư", "bẩy": "bảy", "mốt": "một", "một": "nhất"}
ORDER = "|".join((*ORDER_WORDS, *_SPELLINGS))
"""Pattern of an ordinal word from one to ten in any spelling."""

_MOST = 49
"""Largest Roman number of a list: from there on a single L, C, D or M would be one, and these are letters."""


def order_place(word: str) -> int:
    """Return the place an ordinal word names: "nhất" and "một" are 1; 0 for other words."""
    folded = fold(word)
    spelled = _SPELLINGS.get(folded, folded)
    return ORDER_WORDS.index(spelled) + 1 if spelled in ORDER_WORDS else 0


def roman_place(text: str) -> int:
    """Return the place a Roman number names in a list, 0 where it names none: "C" is a letter there."""
    value = read_roman(text)
    return value if value <= _MOST else 0


def letter_places(letter: str) -> tuple[int, ...]:
    """Return the places from 1 of a list letter in the Vietnamese and the Latin order; 0 where an order lacks it."""
    return tuple(order.find(letter.lower()) + 1 for order in (LIST_ORDER, LATIN_ORDER))


def judge_order(letters: tuple[str, ...]) -> str:
    """Return the order, Vietnamese or Latin, in which the letters of a whole list leave fewer gaps.

    Vietnamese wins a draw; a letter an order does not have counts as a gap.
    """
    return min((LIST_ORDER, LATIN_ORDER), key=lambda order: _gaps(letters, order))


def _gaps(letters: tuple[str, ...], order: str) -> int:
    places = [order.find(letter) for letter in letters]
    expected = range(len(letters))
    return sum(place != wanted for place, wanted in zip(places, expected, strict=True))
