"""Vietnamese text: normal form, folding for comparison, sorting, syllables."""

import re
import unicodedata

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The order of letters in Vietnamese dictionaries; f, j, w, z in their Latin places."""

TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Combining tone marks in dictionary order: huyền, hỏi, ngã, sắc, nặng."""

LOOK_ALIKES = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "Ƣ": "Ư", "ƣ": "ư"}
"""Letters that old fonts and web pages print for Đ and Ư."""

_LOOK_ALIKE_TABLE = str.maketrans(LOOK_ALIKES)
_OPEN_CLUSTER = re.compile(r"(o)([àảãáạ])(?!\w)|(o)([èẻẽéẹ])(?!\w)|(u)([ỳỷỹýỵ])(?!\w)")
_TYPOGRAPHY = str.maketrans(dict(zip("“”„‘’–—‑−\u00a0\u202f", '"""\'\'----  ', strict=True)))
_SYLLABLE = re.compile(r"[^\W_]+", re.UNICODE)


def nfc(text: str) -> str:
    """Return the text in Unicode normal form C."""
    return unicodedata.normalize("NFC", text)


def mend_look_alikes(text: str) -> str:
    """Return the text with Icelandic Eth and Latin Oi read as Đ and Ư."""
    return text.translate(_LOOK_ALIKE_TABLE)


def fold(text: str) -> str:
    """Return the form in which two spellings of the same words are equal.

    Folds normal form, look-alikes, letter case, the place of the tone mark (hoà, hòa), quotation marks,
    dashes and runs of white space. Vowels, tones and đ stay: they carry meaning.
    """
    folded = mend_look_alikes(nfc(text)).lower().translate(_TYPOGRAPHY)
    folded = _OPEN_CLUSTER.sub(_move_tone, folded)
    return " ".join(folded.split())


def without_marks(text: str) -> str:
    """Return the text in lower case without tone and vowel marks, for search: "Đề án" gives "de an"."""
    decomposed = unicodedata.normalize("NFD", mend_look_alikes(text).lower()).replace("đ", "d")
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def slug(text: str) -> str:
    """Return ASCII letters, digits and hyphens for a file name or an id."""
    return re.sub(r"[^a-z0-9]+", "-", without_marks(text)).strip("-")


def syllables(text: str) -> tuple[str, ...]:
    """Return the words of the folded text: runs of letters and digits."""
    return tuple(_SYLLABLE.findall(fold(text)))


def sort_key(text: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return a key that sorts as a Vietnamese dictionary does: letters first, then tones, word by word."""
    return tuple(tuple(_letter_key(char) for char in word) for word in fold(text).split())


def _move_tone(match: re.Match[str]) -> str:
    cluster = match.group(0)
    base, tone = tuple(unicodedata.normalize("NFD", cluster[1]))
    return nfc(cluster[0] + tone + base)


def _letter_key(char: str) -> tuple[int, int]:
    decomposed = unicodedata.normalize("NFD", char)
    tone = next((TONES.index(mark) + 1 for mark in decomposed if mark in TONES), 0)
    letter = nfc("".join(mark for mark in decomposed if mark not in TONES))
    if letter in LETTERS:
        return (128 + LETTERS.index(letter), tone)
    code = ord(letter[0])
    return (code if code < 128 else 256 + code, tone)
