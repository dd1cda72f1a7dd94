"""Repairs of single characters that lose nothing, and a tally of characters that they leave unchanged."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from giaotrinh.model.text import LOOK_ALIKES, nfc

LOST = "\ufffd"
"""Stands in a paragraph for a letter that the carrier draws but does not name."""


class Mending(StrEnum):
    """Kinds of repair that lose nothing."""

    TCVN3 = "tcvn3"
    VNI = "vni"
    VPS = "vps"
    VISCII = "viscii"
    NFC = "nfc"
    """Letters that were stored as a base and a mark apart."""
    ETH = "eth"
    """Icelandic Eth for Đ."""
    HORN = "horn"
    """Latin Oi for Ư."""
    LOOK_ALIKE = "look-alike"
    """Cyrillic and Greek letters inside a Latin word."""
    LIGATURE = "ligature"
    SYMBOL = "symbol"
    """Signs of a pictorial font."""
    BLANK = "blank"
    """Blanks inside a word or a number: "phức tạ p", "8 ,5%"."""
    UNSEEN = "unseen"
    """Soft hyphens, zero-width marks and controls, which print nothing."""


_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]")
_BLANKS = re.compile(r"[\s\u00a0]+")
_HARMLESS_ASCII = re.compile(r"[\t\n\x20-\x7e]*\Z")

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_SYMBOLS = dict(
    zip(
        "\uf02b\uf02d\uf0b7\uf0a7\uf06f\uf0d8\uf0fc\uf076\uf0a8\uf0fe\uf0b0\uf0b3\uf0a3\uf0b1\uf0b4\uf0bb\uf0ae\uf0e0",
        "+-•▪◦●●●☐☑°≥≤±×≈→→",
        strict=True,
    )
)
"""Signs of the fonts Symbol and Wingdings where they are kept at private places."""

_FOREIGN = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝѐёΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTYXaesijopcyxdqwèëABEZHIKMNOPTYXo",
        strict=True,
    )
)
"""Cyrillic and Greek letters drawn like Latin ones."""

_FOREIGN_TABLE = str.maketrans(_FOREIGN)
_ONE_TABLE = str.maketrans({**LOOK_ALIKES, **_LIGATURES, **_SYMBOLS})
_TALLY_TABLE = str.maketrans({**LOOK_ALIKES, **_LIGATURES, **_SYMBOLS, **_FOREIGN})
_KINDS = {
    **{char: Mending.HORN if char in "Ƣƣ" else Mending.ETH for char in LOOK_ALIKES},
    **dict.fromkeys(_LIGATURES, Mending.LIGATURE),
    **dict.fromkeys(_SYMBOLS, Mending.SYMBOL),
}
_MIXED_WORD = re.compile(r"[^\W\d_]*[\u0370-\u04ff\u0500-\u052f][^\W\d_]*")


def mend(text: str) -> tuple[str, Counter[Mending]]:
    """Return the text in normal form C with look-alikes mended, and how many characters each repair touched."""
    counts: Counter[Mending] = Counter()
    if _HARMLESS_ASCII.match(text):
        return text, counts
    text, counts[Mending.UNSEEN] = _UNSEEN.subn("", text)
    composed = nfc(text)
    counts[Mending.NFC] = len(text) - len(composed) or int(text != composed)
    counts.update(_KINDS[char] for char in composed if char in _KINDS)
    mended = composed.translate(_ONE_TABLE)
    latin = _MIXED_WORD.sub(_latin_word, mended)
    counts[Mending.LOOK_ALIKE] = sum(before != after for before, after in zip(mended, latin, strict=True))
    # A mark may have waited for the letter its look-alike became.
    return nfc(latin), +counts


def clean_line(text: str) -> str:
    """Return one line: runs of blanks of any kind become one space, none at the ends."""
    return _BLANKS.sub(" ", text).strip()


def tally(texts: Iterable[str]) -> Counter[str]:
    """Return how often each base character occurs; blanks, unseen characters and combining marks do not count.

    The count is the same before and after mending, normalising, joining of lines and change of blanks.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        # Apart first: a look-alike may stand under a mark that makes another letter of it.
        apart = unicodedata.normalize("NFD", text).translate(_TALLY_TABLE)
        counts.update(unicodedata.normalize("NFD", apart))
    return Counter({char: count for char, count in counts.items() if not _is_silent(char)})


def _latin_word(match: re.Match[str]) -> str:
    word = match.group(0)
    latin = word.translate(_FOREIGN_TABLE)
    # A word that keeps foreign letters, or had no Latin one, is another language; a person decides.
    mixed = any(_is_latin(char) for char in word) and all(_is_latin(char) for char in latin)
    return latin if mixed else word


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")


def _is_silent(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("Mn", "Cf", "Cc")
