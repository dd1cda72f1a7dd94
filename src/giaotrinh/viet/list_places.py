"""Places in lists: Roman numbers, letters in Vietnamese and Latin order, numbers in words."""

from giaotrinh.model.text import fold

LIST_ORDER = "abcdđeghiklmnopqrstuvxy"
"""Letters as lists in Vietnamese administrative texts use them."""

LATIN_ORDER = "abcdefghijklmnopqrstuvwxyz"
"""Letters as word processors number lists: d is followed by e, f and j exist."""

COUNT_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
ORDER_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_SPELLINGS = {"nhì": "hai", "bốn": "tư", "bẩy": "bảy", "mốt": "một", "một": "nhất"}


def order_place(word: str) -> int:
    """Return the place an ordinal word names: "nhất" and "một" are 1; 0 for other words."""
    folded = fold(word)
    spelled = _SPELLINGS.get(folded, folded)
    return ORDER_WORDS.index(spelled) + 1 if spelled in ORDER_WORDS else 0


def roman_value(text: str) -> int:
    """Return the value of a Roman number up to 49; 0 where it is none."""
    values = {"i": 1, "v": 5, "x": 10}
    digits = [values.get(char, 0) for char in text.lower()]
    if not digits or 0 in digits:
        return 0
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))


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
