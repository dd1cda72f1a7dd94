"""Whether two names written in class files mean one person: titles and forms of address are no part of a name."""

import unicodedata

from giaotrinh.model.text import fold

VOWELS = frozenset("aeiouy")
ADDRESS = ("đồng chí", "thầy", "cô", "ông", "bà")
"""Words before a name that are written as syllables; a full name has two more after them."""


def person(name: str) -> str:
    """Return a name as it is compared: "PGS.TS. Nguyễn Văn A" and "nguyễn văn a" are one.

    Every Vietnamese syllable has a vowel and no name ends in a full stop, so what lacks the one or has the other is an
    abbreviation: ThS, TS., Đ/c, GVC.
    """
    words = [word for word in fold(name).split() if not _is_abbreviation(word)]
    for address in map(fold, ADDRESS):
        head = address.split()
        if words[: len(head)] == head and len(words) >= len(head) + 2:
            words = words[len(head) :]
    return " ".join(words)


def _is_abbreviation(word: str) -> bool:
    if "." in word:
        return True
    letters = unicodedata.normalize("NFD", word)
    return len(word) > 1 and not VOWELS & set(letters)
